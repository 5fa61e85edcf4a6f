import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  table,
  whatToDo,
} from "../write";

export const retMedullaryThyroidCancer: DemoPage = {
  slug: "ret-medullary-thyroid-cancer",
  kind: "gene_summary",
  title: "RET and medullary thyroid cancer",
  topics: [
    { type: "gene", code: "HGNC:9967", label: "RET" },
    { type: "tumour_type", code: null, label: "Medullary thyroid cancer" },
  ],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["hereditary cancer", "endocrine tumours"],
  blocks: [
    keyMessage(
      paragraph(
        "About a quarter of medullary thyroid cancers are hereditary, with or without a known family history. Every patient should be offered germline {RET} testing.",
      ),
    ),
    heading("What the gene is"),
    paragraph(
      "{RET} on chromosome 10q11.21 encodes a receptor tyrosine kinase needed for the development of nerves of the gut, kidneys and neural crest. Gain of function causes cancer; loss of function causes Hirschsprung disease. A few variants in exon 10 do both.",
    ),
    heading("Variants and syndromes"),
    table(
      "Germline variants and their risk, as graded by the American Thyroid Association in 2015",
      ["Risk", "Variant", "Syndrome"],
      ["Highest", "RET M918T", "MEN2B"],
      ["High", "RET C634R and others at codon 634", "MEN2A"],
      [
        "Moderate",
        "Others, such as RET C618R or RET V804M",
        "MEN2A, often thyroid cancer alone",
      ],
    ),
    paragraph(
      "The grade guides the age at which the thyroid is removed in a carrier who is still well: within the first year of life for the highest risk, by about five years for high risk, and by calcitonin and family choice for moderate risk [pmid:25810047]. MEN2B is often new in the family and shows itself by mucosal neuromas, a tall slender build and trouble with the bowels.",
    ),
    heading("In tumours"),
    paragraph(
      "Acquired {RET} variants, mostly {RET} M918T, occur in about half of sporadic medullary cancers. Fusions of {RET} belong to papillary thyroid cancer and to lung cancer instead. Selpercatinib is active in advanced disease of each kind [pmid:32846061] [pmid:32846060].",
    ),
    heading("In practice"),
    whatToDo(
      list(
        "Offer germline {RET} testing at diagnosis, whatever the age and family history.",
        "Exclude phaeochromocytoma before any operation.",
        "In MEN2A, look for primary hyperparathyroidism.",
        "Use calcitonin and carcinoembryonic antigen for follow-up, and note how fast they double.",
        "Where a variant is found, offer testing to relatives without delay, children included.",
      ),
    ),
  ],
};
