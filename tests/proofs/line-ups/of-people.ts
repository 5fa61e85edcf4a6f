import { asked, mayNot, signed, signs } from "./answers";
import type { LineUp } from "./line-up";

/** Who stopped being who they were: without their expertise, role or account. */
export const lineUpsOfPeople: LineUp[] = [
  {
    says: "a reviewer's expertise was withdrawn between asking and signing",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.ask("cleo", "clinician");
      await on.respond("cleo", "accept");
      await on.setRoles("cleo", ["reviewer"], ["genetic_counsellor"]);
    },
    answers: {
      cleo: mayNot("clinician", "lacks_expertise", {
        asked: [...asked, "lacks_expertise"],
      }),
    },
  },
  {
    says: "a reviewer's expertise was withdrawn after signing",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("cleo", "clinician");
      await on.setRoles("cleo", ["reviewer"], []);
    },
    answers: {
      cleo: mayNot("clinician", "lacks_expertise", {
        asked: [...asked, "lacks_expertise"],
      }),
    },
  },
  {
    says: "a reviewer's expertise was withdrawn after signing, and verified again",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("cleo", "clinician");
      await on.setRoles("cleo", ["reviewer"], []);
      await on.setRoles("cleo", ["reviewer"], ["clinician"]);
    },
    answers: { cleo: signed("clinician") },
  },
  {
    says: "a reviewer lost the role and kept the expertise",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.setRoles("cleo", ["author"], ["clinician"]);
    },
    answers: { cleo: mayNot("clinician", "lacks_expertise") },
  },
  {
    says: "a reviewer was switched off after accepting",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.ask("cleo", "clinician");
      await on.respond("cleo", "accept");
      await on.switchOff("cleo");
    },
    answers: {
      cleo: mayNot("clinician", "person_inactive", {
        signing: ["not_accepted", "person_inactive"],
      }),
    },
  },
  {
    says: "a reviewer was switched off after signing",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("cleo", "clinician");
      await on.switchOff("cleo");
    },
    answers: {
      cleo: mayNot("clinician", "person_inactive", {
        asked: [...asked, "person_inactive"],
      }),
      carl: signs("clinician"),
    },
  },
];
