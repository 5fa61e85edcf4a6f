import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  paragraph,
  questionsToAsk,
  table,
  whatToDo,
  list,
} from "../write";

export const vhlExplained: DemoPage = {
  slug: "vhl-explained",
  kind: "patient_explainer",
  title: "Von Hippel-Lindau disease explained",
  topics: [{ type: "gene", code: "HGNC:12687", label: "VHL" }],
  jurisdictions: ["GB"],
  tags: ["hereditary cancer", "surveillance", "for families"],
  blocks: [
    keyMessage(
      paragraph(
        "Von Hippel-Lindau disease can cause growths in several parts of the body. Most do no harm if they are found early, which is why regular checks matter, even when you feel well.",
      ),
    ),
    heading("What it is"),
    paragraph(
      "It comes from a change in the {VHL} gene, which tells cells how much oxygen they have. Without it, cells act as if short of oxygen and make new blood vessels. About 1 in 36,000 people are born with it. In about 4 of 5 it came from a parent; in the others the change is new.",
    ),
    heading("What can happen"),
    table(
      "Where growths may appear",
      ["Place", "What it may be", "Looked for by"],
      ["Back of the eye", "Small knots of blood vessels", "Eye examination"],
      ["Brain and spine", "Knots of blood vessels", "MRI scan"],
      ["Kidneys", "Cysts; sometimes cancer", "MRI or ultrasound"],
      [
        "Adrenal glands",
        "A tumour that raises blood pressure",
        "Blood or urine test",
      ],
      ["Pancreas", "Cysts; less often tumours", "Same scan as the kidneys"],
      ["Inner ear", "A tumour that affects hearing", "Hearing test, MRI"],
    ),
    paragraph(
      "Nobody has everything in the table, and relatives with the same change can fare very differently [doi:10.1038/ejhg.2010.175].",
    ),
    heading("How checks help"),
    paragraph(
      "Eye checks begin in early childhood; other checks are added as a child grows and go on for life. Many growths only need watching. Small ones in the eye can be treated before sight is lost, and kidney tumours can often be removed while keeping the kidney.",
    ),
    heading("What you can do"),
    whatToDo(
      list(
        "Keep a list of your checks and when each is due, and ask if one is missed.",
        "Tell every doctor, dentist and anaesthetist that you have the condition.",
        "Get help soon for new headaches, loss of sight or hearing, or attacks of sweating and a racing heart.",
      ),
    ),
    heading("Questions to ask"),
    questionsToAsk(
      "Who plans my checks and sends me the results?",
      "When should my children be tested?",
      "What should I know before a pregnancy or an operation?",
      "Is there a support group that I could join?",
    ),
  ],
};

/** What a medical editor suggests for the next version, each with what it replaces. */
export const vhlSuggestions: readonly (readonly [string, string])[] = [
  [
    "regular checks matter, even when you feel well",
    "regular checks matter for the whole of life, also when you feel well",
  ],
  ["act as if short of oxygen", "behave as if short of oxygen"],
  ["Many growths only need watching.", "Many growths only need to be watched."],
  [
    "ask if one is missed.",
    "ask if one is missed. Bring the list to every appointment.",
  ],
];
