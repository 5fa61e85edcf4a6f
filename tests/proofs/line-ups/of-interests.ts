import { asked, mayNot, notNow, signed, signs, signsInVain } from "./answers";
import type { LineUp } from "./line-up";

const missing = (counts = { isForced: true }) =>
  notNow("clinician", "interests_missing", counts);

/** Interests: declared each year, answered for each page, told apart by kind. */
export const lineUpsOfInterests: LineUp[] = [
  {
    says: "a reviewer never declared their interests",
    play: async (on) => {
      await on.begin({ undeclared: ["cleo"] });
      await on.submit();
    },
    answers: { cleo: missing(), carl: signs("clinician") },
  },
  {
    says: "a reviewer did not answer for this page",
    play: async (on) => {
      await on.begin({ unanswered: ["cleo"] });
      await on.submit();
    },
    answers: { cleo: missing(), carl: signs("clinician") },
  },
  {
    says: "a declaration ran out before the signature",
    play: async (on) => {
      await on.begin({ undeclared: ["carl"] });
      await on.pass(366);
      await on.declare("carl");
      await on.submit();
    },
    answers: { cleo: missing(), carl: signs("clinician") },
  },
  {
    says: "a declaration ran out after the signature",
    play: async (on) => {
      await on.begin();
      await on.pass(350);
      await on.submit();
      await on.review("cleo", "clinician");
      await on.pass(20);
    },
    answers: {
      cleo: notNow("clinician", "interests_missing", { asked, isForced: true }),
    },
  },
  {
    says: "a declaration that ran out after the signature was renewed",
    play: async (on) => {
      await on.begin();
      await on.pass(350);
      await on.submit();
      await on.review("cleo", "clinician");
      await on.pass(20);
      await on.declare("cleo");
    },
    answers: { cleo: signed("clinician") },
  },
  {
    says: "a personal interest in a product named",
    play: async (on) => {
      await on.begin();
      await on.answer("cleo", "personal");
      await on.submit();
    },
    answers: {
      cleo: mayNot("clinician", "interests_exclude"),
      carl: signs("clinician"),
    },
  },
  {
    says: "an institutional interest on which no editor has ruled",
    play: async (on) => {
      await on.begin();
      await on.answer("cleo", "institutional");
      await on.submit();
    },
    answers: { cleo: signsInVain("clinician"), carl: signs("clinician") },
  },
  {
    says: "an institutional interest that an editor let pass, and one that an editor did not",
    play: async (on) => {
      await on.begin();
      await on.answer("cleo", "institutional");
      await on.rule("eva", "cleo", true);
      await on.answer("carl", "institutional");
      await on.rule("eva", "carl", false);
      await on.submit();
    },
    answers: {
      cleo: signs("clinician"),
      carl: mayNot("clinician", "interests_exclude"),
    },
  },
  {
    says: "a personal interest that an editor is asked to rule on changes nothing",
    play: async (on) => {
      await on.begin();
      await on.answer("cleo", "institutional");
      await on.rule("eva", "cleo", true);
      await on.answer("cleo", "personal");
      await on.submit();
    },
    answers: { cleo: mayNot("clinician", "interests_exclude") },
  },
  {
    says: "an interest declared between opening the review and signing",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.ask("cleo", "clinician");
      await on.respond("cleo", "accept");
      await on.answer("cleo", "personal");
    },
    answers: {
      cleo: mayNot("clinician", "interests_exclude", {
        asked: [...asked, "interests_exclude"],
      }),
    },
  },
  {
    says: "a personal interest declared after signing",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("cleo", "clinician");
      await on.answer("cleo", "personal");
    },
    answers: {
      cleo: mayNot("clinician", "interests_exclude", {
        asked: [...asked, "interests_exclude"],
      }),
      carl: signs("clinician"),
    },
  },
  {
    says: "a personal interest that is over, and answered for anew",
    play: async (on) => {
      await on.begin();
      await on.answer("cleo", "personal");
      await on.answer("cleo", "none");
      await on.submit();
    },
    answers: { cleo: signs("clinician") },
  },
];
