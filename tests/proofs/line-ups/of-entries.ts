import { mayNot, notNow, signs, signsInVain, signed } from "./answers";
import type { LineUp } from "./line-up";

const many = Array.from({ length: 40 }, (_, n) => `word${n}`).join(" ");

/** Entering is no authorship; suggesting is a little, accepting is all of it. */
export const lineUpsOfEntries: LineUp[] = [
  {
    says: "an editor entered a page from elsewhere, another submitted it",
    play: async (on) => {
      await on.begin({ by: "edo", imported: true });
      await on.submit("eva");
    },
    answers: {
      edo: signs("clinician"),
      eva: mayNot("clinician", ["lacks_expertise", "own_work"], {
        signing: ["interests_missing", "lacks_expertise", "own_work"],
      }),
      ann: mayNot("clinician", ["lacks_expertise", "own_work"]),
    },
  },
  {
    says: "an editor entered a page from elsewhere and changed a word of it",
    play: async (on) => {
      await on.begin({ by: "edo", imported: true });
      await on.save("edo", "A word of the editor's.");
      await on.submit("eva");
    },
    answers: { edo: mayNot("clinician", "own_work"), lea: signs("clinician") },
  },
  {
    says: "an editor entered a page from elsewhere and submitted it too",
    play: async (on) => {
      await on.begin({ by: "edo", imported: true });
      await on.submit("edo");
    },
    answers: { edo: mayNot("clinician", "own_work"), lea: signs("clinician") },
  },
  {
    says: "an editor opens a re-review of the text as it is",
    play: async (on) => {
      await on.begin();
      await on.save("lea", "The lead's words.");
      await on.submit();
      await on.publishWith("carl");
      await on.rereview("edo");
    },
    answers: {
      edo: signs("clinician"),
      carl: signs("clinician"),
      lars: signs("laboratory_scientist"),
      mary: notNow("medical_editor", "step_not_reached"),
      ann: mayNot("clinician", ["lacks_expertise", "own_work"]),
    },
  },
  {
    says: "a re-review is open while somebody writes on in the draft",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.publishWith("carl");
      await on.save("lea", "Words for another day.");
      await on.rereview("edo");
    },
    answers: { lea: signs("clinician"), edo: signs("clinician") },
  },
  {
    says: "a reviewer suggested three words, accepted by the author, and nobody else has signed",
    play: async (on) => {
      await on.begin();
      await on.decide(
        "ann",
        await on.suggest("cleo", "Three words here."),
        "accepted",
      );
      await on.submit();
    },
    answers: {
      cleo: signsInVain("clinician"),
      carl: signs("clinician"),
      lars: signs("laboratory_scientist"),
    },
  },
  {
    says: "a reviewer suggested three words, and one who suggested none has signed",
    play: async (on) => {
      await on.begin();
      await on.decide(
        "ann",
        await on.suggest("cleo", "Three words here."),
        "accepted",
      );
      await on.submit();
      await on.review("lars", "laboratory_scientist");
    },
    answers: { cleo: signs("clinician"), lars: signed("laboratory_scientist") },
  },
  {
    says: "both reviewers who sign suggested words",
    play: async (on) => {
      await on.begin();
      await on.decide(
        "ann",
        await on.suggest("lars", "Three words here."),
        "accepted",
      );
      await on.decide(
        "ann",
        await on.suggest("cleo", "Three other words."),
        "accepted",
      );
      await on.submit();
      await on.review("lars", "laboratory_scientist");
    },
    answers: {
      cleo: signsInVain("clinician"),
      lars: signsInVain("laboratory_scientist", {
        asked: ["duplicate_assignment"],
      }),
      carl: signs("clinician"),
    },
  },
  {
    says: "a reviewer suggested most of the words",
    play: async (on) => {
      await on.begin();
      await on.decide("ann", await on.suggest("cleo", many), "accepted");
      await on.submit();
      await on.review("lars", "laboratory_scientist");
    },
    answers: {
      cleo: mayNot("clinician", "own_work"),
      carl: signs("clinician"),
    },
  },
  {
    says: "an editor accepted somebody's suggestion",
    play: async (on) => {
      await on.begin();
      await on.decide(
        "edo",
        await on.suggest("cleo", "Three words here."),
        "accepted",
      );
      await on.submit();
    },
    answers: {
      edo: mayNot("clinician", "own_work"),
      cleo: signsInVain("clinician"),
    },
  },
  {
    says: "a reviewer's suggestion was declined by an editor",
    play: async (on) => {
      await on.begin();
      await on.decide("edo", await on.suggest("cleo", many), "declined");
      await on.save("ann", "Ann's words again.");
      await on.submit();
    },
    answers: { cleo: signs("clinician"), edo: signs("clinician") },
  },
  {
    says: "an author of the page accepted a suggestion of their own",
    play: async (on) => {
      await on.begin();
      await on.addAuthor("ben");
      await on.decide(
        "ben",
        await on.suggest("ben", "Three words here."),
        "accepted",
      );
      await on.submit();
    },
    answers: { ben: mayNot("clinician", "own_work") },
  },
  {
    says: "an editor accepted a suggestion and took it out again",
    play: async (on) => {
      await on.begin();
      const suggestion = await on.suggest("cleo", many);
      await on.decide("edo", suggestion, "accepted");
      await on.decide("edo", suggestion, "undone");
      await on.submit();
    },
    answers: {
      edo: mayNot("clinician", "own_work"),
      cleo: signs("clinician"),
    },
  },
  {
    says: "a safety correction by an editor, while the lead writes in the main draft",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.publishWith("carl");
      await on.save("lea", "Words for another day.");
      await on.correct("edo", "The right words.");
    },
    answers: {
      edo: mayNot("editor", "own_work"),
      eva: notNow("editor", "interests_missing", { isForced: true }),
      lea: signs("clinician"),
      carl: signs("clinician"),
      mary: mayNot("clinician", "lacks_expertise"),
    },
  },
  {
    says: "a copy fix by the author",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.publishWith("carl");
      await on.save("ann", "Words of the author, spelt right.");
      await on.submit("ann", "copy_fix", { scope: ["b0"] });
    },
    answers: {
      ann: mayNot("colleague", "own_work"),
      ben: signs("colleague"),
      edo: signs("colleague"),
      mary: signs("colleague"),
    },
  },
];
