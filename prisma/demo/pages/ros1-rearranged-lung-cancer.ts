import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  scenario,
  table,
  whatToDo,
} from "../write";

export const ros1RearrangedLungCancer: DemoPage = {
  slug: "ros1-rearranged-lung-cancer",
  kind: "clinician_page",
  title: "ROS1-rearranged lung cancer",
  topics: [
    { type: "gene", code: "HGNC:10261", label: "ROS1" },
    { type: "tumour_type", code: null, label: "Non-small-cell lung cancer" },
  ],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["lung cancer", "gene fusion", "tyrosine kinase inhibitor"],
  blocks: [
    keyMessage(
      paragraph(
        "One or two in every 100 non-small-cell lung cancers carry a {ROS1} rearrangement. They are uncommon, and they respond so well to {ROS1} inhibitors that no patient with advanced adenocarcinoma should go untested.",
      ),
    ),
    heading("The gene"),
    paragraph(
      "{ROS1} on chromosome 6q22.1 encodes a receptor tyrosine kinase of the insulin receptor family. In a rearrangement its kinase domain is joined to another gene, most often {CD74}, and signals without a ligand. Such fusions were found in lung cancer by a survey of phosphorylated proteins [pmid:18083107].",
    ),
    heading("Clinical features"),
    paragraph(
      "Patients tend to be younger than others with lung cancer and often have never smoked. Nearly all tumours are adenocarcinomas [pmid:22215748]. Spread to the brain is common.",
    ),
    heading("Testing"),
    table(
      "Ways to find a ROS1 rearrangement",
      ["Method", "Strength", "Limit"],
      [
        "Immunohistochemistry",
        "Quick, spares tissue",
        "A positive result needs confirmation",
      ],
      [
        "FISH",
        "Long experience, few cells needed",
        "Does not name the partner",
      ],
      [
        "RNA sequencing",
        "Names the partner, tests many genes",
        "Needs RNA of good quality",
      ],
    ),
    heading("A patient in clinic"),
    scenario(
      "Mr Okafor, 47, has never smoked. A biopsy shows adenocarcinoma, and DNA sequencing finds no driver. The tumour board asks for RNA sequencing, which reports a CD74::ROS1 fusion before chemotherapy begins.",
    ),
    heading("Treatment and resistance"),
    paragraph(
      "In the first trial of crizotinib, 36 of 50 patients responded and the median time without progression was 19.2 months [pmid:25264305]. Inhibitors that enter the brain better have followed. Resistance may come from a second change in the kinase, typically {ROS1} G2032R [pmid:23724914].",
    ),
    whatToDo(
      list(
        "Ask for {ROS1} with the first molecular tests, not after treatment has failed.",
        "Image the brain when metastatic disease is found.",
        "Do not take a negative DNA test as proof that there is no fusion.",
        "On progression, consider a new biopsy or plasma test before changing treatment.",
      ),
    ),
  ],
};
