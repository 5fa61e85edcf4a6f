import { mayNot, notNow, signs } from "./answers";
import type { LineUp } from "./line-up";

/** Nobody approves their own words: who wrote, credited or sent what. */
export const lineUpsOfWords: LineUp[] = [
  {
    says: "an author writes a page and submits it; everybody else is new to it",
    play: async (on) => {
      await on.begin();
      await on.submit();
    },
    answers: {
      ann: mayNot("clinician", ["lacks_expertise", "own_work"]),
      ben: signs("clinician"),
      eva: mayNot("clinician", "lacks_expertise", {
        signing: ["interests_missing", "lacks_expertise"],
      }),
      edo: signs("clinician"),
      lea: signs("clinician"),
      adam: signs("clinician"),
      cleo: signs("clinician"),
      lars: signs("laboratory_scientist"),
      lucy: signs("clinician"),
      mary: notNow("medical_editor", "step_not_reached"),
      pip: mayNot("clinician", ["lacks_expertise"], {
        signing: ["interests_missing", "lacks_expertise"],
      }),
    },
  },
  {
    says: "a second author, who also reviews, wrote a paragraph",
    play: async (on) => {
      await on.begin();
      await on.addAuthor("ben");
      await on.save("ben", "Ben's words.");
      await on.submit();
    },
    answers: {
      ben: mayNot("clinician", "own_work"),
      cleo: signs("clinician"),
    },
  },
  {
    says: "somebody is on the team and wrote nothing",
    play: async (on) => {
      await on.begin();
      await on.addAuthor("ben");
      await on.submit();
    },
    answers: { ben: signs("clinician"), cleo: signs("clinician") },
  },
  {
    says: "the page's owner wrote nothing",
    play: async (on) => {
      await on.begin();
      await on.handOver("lea");
      await on.submit();
    },
    answers: {
      lea: signs("clinician"),
      ann: mayNot("clinician", ["lacks_expertise", "own_work"]),
    },
  },
  {
    says: "an editor put a sentence right",
    play: async (on) => {
      await on.begin();
      await on.save("edo", "An editor's words.");
      await on.submit();
    },
    answers: {
      edo: mayNot("clinician", "own_work"),
      lea: signs("clinician"),
      cleo: signs("clinician"),
    },
  },
  {
    says: "the clinical lead put a sentence right",
    play: async (on) => {
      await on.begin();
      await on.save("lea", "The lead's words.");
      await on.submit();
    },
    answers: { lea: mayNot("clinician", "own_work"), edo: signs("clinician") },
  },
  {
    says: "the admin wrote as an author",
    play: async (on) => {
      await on.begin();
      await on.setRoles("adam", ["admin", "author", "reviewer"], ["clinician"]);
      await on.addAuthor("adam");
      await on.save("adam", "The admin's words.");
      await on.submit();
    },
    answers: {
      adam: mayNot("clinician", "own_work"),
      cleo: signs("clinician"),
    },
  },
  {
    says: "an editor opened the text and saved it as it was",
    play: async (on) => {
      await on.begin();
      await on.saveDoc("edo", on.doc);
      await on.submit();
    },
    answers: { edo: signs("clinician") },
  },
  {
    says: "an editor changed words and put the author's back",
    play: async (on) => {
      await on.begin();
      const { doc } = on;
      await on.save("edo", "An editor's words.");
      await on.saveDoc("edo", doc);
      await on.submit();
    },
    answers: { edo: mayNot("clinician", "own_work"), cleo: signs("clinician") },
  },
  {
    says: "an editor put an author's new words back to the live text",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.publishWith("carl");
      const { doc } = on;
      await on.save("ann", "New words.");
      await on.saveDoc("edo", doc);
      await on.submit();
    },
    answers: {
      edo: mayNot("clinician", "own_work"),
      carl: signs("clinician"),
      lea: signs("clinician"),
    },
  },
  {
    says: "the lead wrote before the last publication, and not since",
    play: async (on) => {
      await on.begin();
      await on.save("lea", "The lead's words.");
      await on.submit();
      await on.publishWith("carl");
      await on.save("ann", "New words.");
      await on.submit();
    },
    answers: {
      lea: signs("clinician"),
      carl: signs("clinician"),
      ann: mayNot("clinician", ["lacks_expertise", "own_work"]),
    },
  },
  {
    says: "the lead wrote a version that was never published, and the next is Ann's",
    play: async (on) => {
      await on.begin();
      await on.save("lea", "The lead's words.");
      await on.submit();
      await on.save("ann", "Ann's words again.");
      await on.submit();
    },
    answers: { lea: mayNot("clinician", "own_work"), edo: signs("clinician") },
  },
  {
    says: "an editor submits what others wrote",
    play: async (on) => {
      await on.begin();
      await on.submit("edo");
    },
    answers: { edo: mayNot("clinician", "own_work"), lea: signs("clinician") },
  },
];
