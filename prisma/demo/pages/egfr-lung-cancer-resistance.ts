import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  table,
  whatToDo,
} from "../write";

export const egfrLungCancerResistance: DemoPage = {
  slug: "egfr-lung-cancer-resistance",
  kind: "clinician_page",
  title: "EGFR lung cancer: resistance to inhibitors",
  topics: [
    { type: "gene", code: "HGNC:3236", label: "EGFR" },
    { type: "tumour_type", code: null, label: "Non-small-cell lung cancer" },
  ],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["lung cancer", "resistance", "tyrosine kinase inhibitor"],
  blocks: [
    keyMessage(
      paragraph(
        "Almost every {EGFR}-mutated lung cancer becomes resistant to its inhibitor in time. The cause differs from patient to patient and decides what may work next, so look for it.",
      ),
    ),
    heading("The gene"),
    paragraph(
      "{EGFR} on chromosome 7p11.2 encodes a receptor that drives cell growth. Deletions in exon 19 and the substitution {EGFR} L858R in exon 21 make up most activating variants. Tumours that carry them shrink on kinase inhibitors, as was first reported in 2004 [pmid:15118073].",
    ),
    heading("Clinical presentation"),
    paragraph(
      "Resistance may show as slow growth of one lesion, spread to the brain or meninges, or rapid progression at many sites. One growing lesion under otherwise good control is a different problem from general relapse, and local treatment may be enough.",
    ),
    heading("Mechanisms of resistance"),
    table(
      "Common findings at progression",
      ["Mechanism", "After which inhibitor", "Found by"],
      [
        "EGFR T790M",
        "First or second generation; about half of patients",
        "Plasma or tissue DNA",
      ],
      [
        "EGFR C797S",
        "Third generation, such as osimertinib",
        "Plasma or tissue DNA",
      ],
      [
        "MET amplification",
        "Any generation",
        "FISH or sequencing, best in tissue",
      ],
      ["Change to small-cell cancer", "Any generation", "Histology only"],
    ),
    paragraph(
      "T790M was described in 2005 in a patient whose tumour had relapsed on gefitinib [pmid:15728811]. A series of repeat biopsies then showed how varied resistance is, small-cell transformation included [pmid:21430269]. After osimertinib no single mechanism prevails [pmid:31564718].",
    ),
    heading("Testing at progression"),
    paragraph(
      "Circulating tumour DNA is quick and spares the patient a biopsy. A negative result does not exclude a mechanism, because some tumours shed little DNA, and no blood test shows a change of histology.",
    ),
    heading("What to do"),
    whatToDo(
      list(
        "Confirm progression on imaging and image the brain.",
        "Send plasma; if it explains nothing, offer a biopsy where it is safe.",
        "Ask the pathologist for histology as well as sequencing.",
        "Discuss local treatment when a single site is growing.",
        "Take the result to a molecular tumour board and ask about trials.",
      ),
    ),
  ],
};
