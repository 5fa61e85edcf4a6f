import type { DemoPage } from "../demo-page";
import {
  heading,
  keyMessage,
  list,
  paragraph,
  question,
  questionsToAsk,
} from "../write";

export const cftrCarrierQuestions: DemoPage = {
  slug: "cftr-carrier-questions",
  kind: "patient_qa",
  title: "CFTR: questions from carriers of cystic fibrosis",
  topics: [{ type: "gene", code: "HGNC:1884", label: "CFTR" }],
  jurisdictions: ["GB"],
  tags: ["cystic fibrosis", "carrier testing", "for families"],
  blocks: [
    keyMessage(
      paragraph(
        "Carriers of one changed {CFTR} gene are nearly always well. What matters most is whether your partner is a carrier too.",
      ),
    ),
    heading("About being a carrier"),
    question(
      "What does it mean to be a carrier?",
      paragraph(
        "You have two copies of the {CFTR} gene, and one of them has a change that can cause cystic fibrosis. The other copy works, and that is enough. The gene was found in 1989 [pmid:2475911]. About 1 in 25 people in the United Kingdom are carriers, and most do not know it.",
      ),
    ),
    question(
      "Can I become ill?",
      paragraph(
        "Being a carrier does not turn into cystic fibrosis. A few conditions, such as inflammation of the pancreas, are somewhat more common in carriers than in others, yet most carriers never have them. Tell your doctor if you have chest or digestive symptoms that do not go away.",
      ),
    ),
    heading("Having children"),
    question(
      "What if my partner is a carrier too?",
      paragraph("In each pregnancy there is then:"),
      list(
        "a 1 in 4 chance of a child with cystic fibrosis,",
        "a 1 in 2 chance of a child who is a healthy carrier,",
        "a 1 in 4 chance of a child with neither change.",
      ),
    ),
    question(
      "And if my partner’s test is negative?",
      paragraph(
        "The chance of a child with cystic fibrosis is then very small, but not nil. Tests look for the changes found most often where you live and cannot find every rare one.",
      ),
    ),
    question(
      "Would a baby be tested?",
      paragraph(
        "Every baby in the United Kingdom is offered the heel-prick blood test, which looks for cystic fibrosis among other conditions. Couples who are both carriers can have genetic advice before or early in a pregnancy.",
      ),
    ),
    heading("Talking to your relatives"),
    question(
      "Whom should I tell?",
      paragraph(
        "Your brothers and sisters each have about a 1 in 2 chance of being carriers, and your parents, uncles, aunts and cousins may be as well. You decide what to share; a genetics service can write a letter for you to pass on.",
      ),
    ),
    questionsToAsk(
      "Which changes did my test look for?",
      "How can my partner be tested?",
      "Can we speak to a genetic counsellor before we try for a baby?",
    ),
  ],
};
