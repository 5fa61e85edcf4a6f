import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  table,
  whatToDo,
} from "../write";

export const ntrkFusionsTumourAgnostic: DemoPage = {
  slug: "ntrk-fusions-tumour-agnostic",
  kind: "clinician_page",
  title: "NTRK fusions in solid tumours",
  topics: [
    { type: "gene", code: "HGNC:8031", label: "NTRK1" },
    { type: "gene", code: "HGNC:8032", label: "NTRK2" },
    { type: "gene", code: "HGNC:8033", label: "NTRK3" },
    { type: "tumour_type", code: null, label: "Solid tumours" },
  ],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["gene fusion", "tumour agnostic", "tyrosine kinase inhibitor"],
  blocks: [
    keyMessage(
      paragraph(
        "An NTRK fusion is rare in common cancers and common in a few rare ones. Wherever the tumour began, most respond to a TRK inhibitor, often for long.",
      ),
    ),
    heading("The genes"),
    paragraph(
      "{NTRK1}, {NTRK2} and {NTRK3} encode the receptors TRKA, TRKB and TRKC, which respond to neurotrophins and serve the nervous system. A fusion joins the kinase domain to a partner that keeps it switched on. Point variants and amplification of these genes are not equivalent and do not predict response.",
    ),
    heading("Clinical features"),
    table(
      "How often a fusion is found",
      ["Tumour", "Frequency"],
      [
        "Secretory carcinoma of breast or salivary gland",
        "Nearly always, ETV6::NTRK3",
      ],
      ["Infantile fibrosarcoma", "Nearly always, mostly ETV6::NTRK3"],
      [
        "Papillary thyroid cancer, more so in the young",
        "A few in 100 or more",
      ],
      ["Lung, colorectal and other common cancers", "Fewer than 1 in 100"],
    ),
    heading("Testing"),
    list(
      "RNA sequencing finds fusions whatever the partner and shows that they are in frame.",
      "DNA panels may miss them, because the introns of {NTRK2} and {NTRK3} are long.",
      "Pan-TRK immunohistochemistry is a quick screen; confirm positives by sequencing. Tumours with neural or smooth muscle differentiation stain without a fusion.",
      "In colorectal cancer, fusions gather in tumours with mismatch repair deficiency.",
    ),
    heading("Treatment and resistance"),
    paragraph(
      "In the first report on larotrectinib, 55 patients aged 4 months to 76 years had 17 kinds of tumour, and 75% responded by independent review [pmid:29466156]. Adverse effects of the class follow from TRK’s tasks in nerves: dizziness, altered sensation, weight gain, and pain when treatment is stopped. Resistance may come from solvent-front substitutions such as {NTRK1} G595R and {NTRK3} G623R.",
    ),
    heading("What to do"),
    whatToDo(
      list(
        "Test at once in tumours that nearly always carry a fusion.",
        "In other advanced tumours, test when no other driver is found or options run short.",
        "Ask the laboratory for partner, breakpoint and reading frame.",
        "Warn patients of dizziness and falls, and of driving when affected.",
      ),
    ),
  ],
};
