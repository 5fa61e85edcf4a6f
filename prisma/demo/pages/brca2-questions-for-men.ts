import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  question,
  questionsToAsk,
} from "../write";

export const brca2QuestionsForMen: DemoPage = {
  slug: "brca2-questions-for-men",
  kind: "patient_qa",
  title: "BRCA2: questions that men ask",
  topics: [
    { type: "gene", code: "HGNC:1101", label: "BRCA2" },
    { type: "tumour_type", code: null, label: "Prostate cancer" },
    { type: "tumour_type", code: null, label: "Breast cancer" },
  ],
  jurisdictions: ["GB-ENG", "GB-WLS"],
  tags: ["hereditary cancer", "men", "for families"],
  blocks: [
    keyMessage(
      paragraph(
        "{BRCA2} is not only about women. Men can carry a change, can become ill because of it and can pass it on to sons and daughters alike.",
      ),
    ),
    heading("Your own health"),
    question(
      "Which cancers should I think about?",
      list(
        "Prostate cancer is the main one. In a study of men in the United Kingdom and Ireland, about 27 in 100 carriers had it by age 75 [pmid:31495749].",
        "Breast cancer is uncommon in men, but with a {BRCA2} change a few in every 100 get it. Without a change it is about 1 in 1,000.",
        "Cancer of the pancreas is somewhat more likely than in other men, and still uncommon.",
      ),
    ),
    question(
      "Can I have checks?",
      paragraph(
        "Ask about regular PSA blood tests for the prostate. In men with a {BRCA2} change they pick up more cancers that need treating than in men without. Whether and from what age you have them is for you and your doctor to weigh up.",
      ),
      paragraph(
        "Get to know how your chest feels. Show your doctor any lump, change in a nipple, or discharge, even if it does not hurt.",
      ),
    ),
    question(
      "Would it change my treatment if I had cancer?",
      paragraph(
        "It may. Some medicines work best in cancers that cannot mend their DNA, which is the case in many cancers of people with a {BRCA2} change. Tell every specialist who treats you.",
      ),
    ),
    heading("Your family"),
    question(
      "I have only daughters. Does it matter?",
      paragraph(
        "Yes. Each child, girl or boy, has a 1 in 2 chance of inheriting your change. For a woman the risks of breast and ovarian cancer are high, and much can be done about them. Testing is usually offered from the age of 18, when your children can decide for themselves.",
      ),
    ),
    question(
      "We are planning a family. What should we know?",
      paragraph(
        "If both parents carry a {BRCA2} change, a child can inherit both and have Fanconi anaemia, a serious illness of childhood. It is rare, and your partner can be tested.",
      ),
    ),
    questionsToAsk(
      "Should I have PSA tests, and who arranges them?",
      "Who can help me to tell my brothers and my children?",
      "Are there studies that I could join?",
    ),
  ],
};
