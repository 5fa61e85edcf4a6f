import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  questionsToAsk,
  table,
} from "../write";

export const palb2Explained: DemoPage = {
  slug: "palb2-explained",
  kind: "patient_explainer",
  title: "PALB2 explained",
  topics: [
    { type: "gene", code: "HGNC:26144", label: "PALB2" },
    { type: "tumour_type", code: null, label: "Breast cancer" },
  ],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["hereditary cancer", "for families"],
  blocks: [
    keyMessage(
      paragraph(
        "A change in the {PALB2} gene makes breast cancer more likely. It does not mean that you have cancer or are sure to get it, and there is a lot that can be done.",
      ),
    ),
    heading("What is PALB2?"),
    paragraph(
      "Everyone has two copies of {PALB2}, one from each parent. The name stands for “partner and localiser of {BRCA2}”. Together the two genes help cells to mend damaged DNA. If one copy does not work, damage can build up over the years, and a cancer may start.",
    ),
    heading("What it means for your health"),
    paragraph(
      "A study of 524 families in many countries worked out how often carriers get certain cancers [pmid:31841383].",
    ),
    table(
      "Out of 100 people with a PALB2 change, by age 80",
      ["Cancer", "About how many get it"],
      ["Breast cancer in women", "53"],
      ["Ovarian cancer", "5"],
      ["Cancer of the pancreas", "2 or 3"],
      ["Breast cancer in men", "1"],
    ),
    paragraph(
      "These are averages. Your own chance also depends on your relatives’ health, your age and other things that a genetics team can go through with you.",
    ),
    heading("What can be done"),
    list(
      "Women can be offered extra breast checks, often with MRI, from an earlier age than other women.",
      "Some women choose an operation to lower their risk. There is no rush to decide.",
      "If you have cancer, knowing about {PALB2} may help your doctors to choose your treatment.",
    ),
    heading("Your family"),
    paragraph(
      "Each of your children, brothers and sisters has a 1 in 2 chance of having the same change, whether they are male or female. Children are not usually tested, because the cancers start in adult life. Very rarely a child inherits a change from both parents and has Fanconi anaemia, so your partner may want advice too if you plan a family.",
    ),
    heading("Questions to ask"),
    questionsToAsk(
      "What is my own chance of breast cancer over the next ten years?",
      "Which checks will I have, from what age and how often?",
      "Who in my family should be told, and can you help me tell them?",
      "Whom do I call if I notice a change in my breast?",
    ),
  ],
};
