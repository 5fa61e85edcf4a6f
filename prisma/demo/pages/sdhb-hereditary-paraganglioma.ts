import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  table,
  whatToDo,
} from "../write";

export const sdhbHereditaryParaganglioma: DemoPage = {
  slug: "sdhb-hereditary-paraganglioma",
  kind: "gene_summary",
  title: "SDHB and hereditary paraganglioma",
  topics: [
    { type: "gene", code: "HGNC:10681", label: "SDHB" },
    { type: "tumour_type", code: null, label: "Paraganglioma" },
    { type: "tumour_type", code: null, label: "Phaeochromocytoma" },
  ],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["hereditary cancer", "endocrine tumours"],
  blocks: [
    keyMessage(
      paragraph(
        "Pathogenic variants in {SDHB} predispose to paraganglioma, often in the abdomen and more often metastatic than in other hereditary forms. Many carriers never develop a tumour.",
      ),
    ),
    heading("What the gene is"),
    paragraph(
      "{SDHB} on chromosome 1p36.13 encodes the iron–sulphur subunit of succinate dehydrogenase, which serves both the citric acid cycle and the respiratory chain. When the second copy is lost, succinate accumulates, and the cell behaves as if it lacked oxygen. The link with familial phaeochromocytoma and paraganglioma was reported in 2001 [pmid:11404820].",
    ),
    heading("Inheritance"),
    paragraph(
      "Inheritance is autosomal dominant, and penetrance is incomplete and rises with age. The parent of origin does not matter. In this {SDHB} differs from {SDHD}, where tumours follow almost only inheritance from the father.",
    ),
    heading("Associated tumours"),
    table(
      "Tumours in people with an SDHB variant",
      ["Tumour", "What to know"],
      [
        "Paraganglioma of abdomen, pelvis or chest",
        "Most typical; often makes noradrenaline or dopamine",
      ],
      ["Phaeochromocytoma", "Less common than extra-adrenal tumours"],
      ["Head and neck paraganglioma", "Often silent; may press on nerves"],
      ["Renal cell carcinoma", "Uncommon; may come early"],
      [
        "Gastrointestinal stromal tumour",
        "Uncommon; mostly of the stomach, without KIT variants",
      ],
    ),
    paragraph(
      "Loss of SDHB staining in a tumour points to a defect in any part of the enzyme, not in {SDHB} alone.",
    ),
    heading("In practice"),
    whatToDo(
      list(
        "Offer genetic testing to everyone with a phaeochromocytoma or paraganglioma [pmid:24893135].",
        "Measure plasma or urine metanephrines, with 3-methoxytyramine where the laboratory offers it.",
        "Exclude a secreting tumour before any operation or delivery: an unprepared anaesthetic can be fatal.",
        "Offer carriers lifelong surveillance with biochemistry and MRI, which spares them radiation.",
        "Offer testing to relatives, and discuss with parents at what age a child’s surveillance should begin.",
      ),
    ),
  ],
};
