import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  table,
  whatToDo,
} from "../write";

export const krasG12cColorectal: DemoPage = {
  slug: "kras-g12c-colorectal",
  kind: "gene_summary",
  title: "KRAS G12C in colorectal cancer",
  topics: [
    { type: "gene", code: "HGNC:6407", label: "KRAS" },
    { type: "tumour_type", code: null, label: "Colorectal cancer" },
  ],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["colorectal cancer", "targeted treatment"],
  blocks: [
    keyMessage(
      paragraph(
        "{KRAS} G12C is found in about 3 in every 100 colorectal cancers. Unlike in lung cancer, an inhibitor alone does little; it needs an EGFR antibody beside it.",
      ),
    ),
    heading("What the gene is"),
    paragraph(
      "{KRAS} on chromosome 12p12.1 encodes a small GTPase that passes signals from growth factor receptors to the nucleus. Variants at codons 12, 13 and 61 keep it in its active form. In {KRAS} G12C, cysteine replaces glycine and gives covalent inhibitors a place to bind while the protein is inactive.",
    ),
    heading("In colorectal cancer"),
    paragraph(
      "About 4 in 10 colorectal cancers have a {KRAS} variant. All of the usual activating ones predict that an EGFR antibody given without a {KRAS} inhibitor will not help, and {KRAS} G12C is no exception. It is an acquired change and says nothing of heredity.",
    ),
    heading("Why one drug is not enough"),
    paragraph(
      "When {KRAS} G12C is blocked in a colorectal cell, EGFR soon signals more strongly and sets the pathway going again. Lung cancer cells rely less on this feedback. Blocking EGFR at the same time prevents the escape.",
    ),
    table(
      "What the trials of sotorasib showed",
      ["Tumour", "Treatment", "Finding"],
      [
        "Lung",
        "Sotorasib alone",
        "About 37% of patients responded [pmid:34096690]",
      ],
      [
        "Colorectal",
        "Sotorasib with panitumumab",
        "Longer time without progression than with standard treatment, in patients treated before [pmid:37870968]",
      ],
    ),
    heading("In practice"),
    whatToDo(
      list(
        "Ask for extended RAS testing when metastatic disease is found, and for the exact variant, not “KRAS mutated” alone.",
        "Test mismatch repair and {BRAF} on the same sample.",
        "Do not give an EGFR antibody alone.",
        "Expect skin reactions and low magnesium from the antibody.",
        "Discuss trials: resistance comes within months in most patients, often by new changes in the same pathway.",
      ),
    ),
  ],
};
