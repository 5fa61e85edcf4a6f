import type { DemoPage } from "../demo-page";
import { heading, paragraph, question, table } from "../write";

export const hfeGlossary: DemoPage = {
  slug: "hfe-glossary",
  kind: "glossary",
  title: "HFE haemochromatosis: a glossary",
  topics: [{ type: "gene", code: "HGNC:4886", label: "HFE" }],
  jurisdictions: ["IE"],
  tags: ["haemochromatosis", "iron", "glossary"],
  blocks: [
    paragraph(
      "Words that you may meet in letters and results about haemochromatosis, an inherited tendency to take up too much iron. It is more common in Ireland than anywhere else: about 1 person in 80 has two copies of the change called C282Y.",
    ),
    heading("The gene and its variants"),
    table(
      "Genetic terms",
      ["Term", "Meaning"],
      [
        "HFE",
        "The gene, on chromosome 6, that helps the body to sense how much iron it has. It was found in 1996 [pmid:8696333].",
      ],
      [
        "C282Y",
        "The change behind most haemochromatosis: at place 282 of the protein, tyrosine stands instead of cysteine.",
      ],
      [
        "H63D",
        "A common and milder change, at place 63. By itself it seldom causes illness.",
      ],
      ["Homozygous", "With the same change in both copies of the gene."],
      [
        "Compound heterozygous",
        "With one change in one copy and another in the other, such as C282Y and H63D.",
      ],
      ["Carrier", "A person with a change in one copy only, usually well."],
      [
        "Penetrance",
        "The share of people with a result who become ill. For C282Y in both copies it is far below 100%, and lower in women than in men.",
      ],
    ),
    heading("Iron and its tests"),
    table(
      "Terms in blood results",
      ["Term", "Meaning"],
      ["Ferritin", "The protein that stores iron. Inflammation raises it too."],
      [
        "Transferrin saturation",
        "How much of the blood’s iron carrier is loaded. Often the first test to be raised.",
      ],
      [
        "Hepcidin",
        "The liver’s hormone that holds back the uptake of iron. In haemochromatosis there is too little of it.",
      ],
      ["Iron overload", "More iron in the organs than they can bear."],
    ),
    heading("Care"),
    question(
      "What is venesection?",
      paragraph(
        "The removal of blood, much as in blood donation. The body makes new blood from its stores and so uses up iron.",
      ),
    ),
    question(
      "What is family testing?",
      paragraph(
        "A blood test offered to adult relatives of a person with haemochromatosis, above all to brothers and sisters, before iron has done harm.",
      ),
    ),
  ],
};
