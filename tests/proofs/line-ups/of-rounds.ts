import { asked, mayNot, notNow, signed, signs } from "./answers";
import type { LineUp } from "./line-up";
import type { Play } from "./play";

const first = ({ page }: Play) => page.versions[0];

/** Who was asked when, for which version, and what became of it. */
export const lineUpsOfRounds: LineUp[] = [
  {
    says: "a reviewer was asked and has not answered",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.ask("cleo", "clinician");
    },
    answers: { cleo: notNow("clinician", "not_accepted", { asked }) },
  },
  {
    says: "one reviewer declined, another was dismissed",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.ask("cleo", "clinician");
      await on.respond("cleo", "decline");
      await on.ask("carl", "clinician");
      await on.respond("carl", "accept");
      await on.respond("carl", "dismiss");
    },
    answers: {
      cleo: notNow("clinician", "not_accepted"),
      carl: notNow("clinician", "not_accepted"),
      lucy: signs("clinician"),
    },
  },
  {
    says: "the version was taken back",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.ask("cleo", "clinician");
      await on.respond("cleo", "accept");
      await on.takeBack("ann");
    },
    answers: {
      cleo: notNow("clinician", ["not_accepted", "round_closed"], {
        asked: ["round_closed"],
      }),
      carl: notNow("clinician", "round_closed", { asked: ["round_closed"] }),
    },
  },
  {
    says: "a reviewer holds on to a version that another has replaced",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.ask("cleo", "clinician");
      await on.respond("cleo", "accept");
      await on.save("ann", "Better words.");
      await on.submit();
    },
    about: first,
    answers: {
      cleo: notNow("clinician", ["round_closed", "stale_version"], {
        asked: [...asked, "round_closed"],
      }),
    },
  },
  {
    says: "a reviewer who approved the version before",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("cleo", "clinician");
      await on.save("ann", "Better words.");
      await on.submit();
    },
    answers: { cleo: signs("clinician") },
  },
  {
    says: "an approval of the version before is no approval of this one",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("lars", "laboratory_scientist");
      await on.review("cleo", "clinician");
      await on.save("ann", "Better words.");
      await on.submit();
    },
    answers: { mary: notNow("medical_editor", "step_not_reached") },
  },
  {
    says: "one person holds two of the expertises that are asked for, and signed for one",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("lucy", "laboratory_scientist");
    },
    answers: { lucy: signed("clinician", { misses: true }) },
  },
  {
    says: "the first step is through",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("lars", "laboratory_scientist");
      await on.review("cleo", "clinician");
    },
    answers: {
      mary: signs("medical_editor"),
      cleo: signed("clinician"),
      carl: signs("clinician"),
    },
  },
  {
    says: "the first step is through no longer, because an approval was taken back",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("lars", "laboratory_scientist");
      await on.review("cleo", "clinician");
      await on.revoke("cleo", "no_longer_stand_behind");
    },
    answers: {
      mary: notNow("medical_editor", "step_not_reached"),
      cleo: signs("clinician", { asked }),
    },
  },
  {
    says: "a signature is older than it stays good",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("cleo", "clinician");
      await on.pass(61);
    },
    answers: { cleo: signs("clinician", { asked }) },
  },
  {
    says: "a reviewer asked for changes and now approves the same words",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("cleo", "clinician", "request_changes");
    },
    answers: { cleo: signs("clinician", { asked }) },
  },
  {
    says: "a third reviewer adjudicates between two",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("carl", "clinician");
      await on.review("cleo", "clinician", "request_changes");
      await on.ask("lucy", "clinician", "cleo");
      await on.respond("lucy", "accept");
    },
    answers: {
      lucy: signs("clinician", { asked }),
      cleo: signs("clinician", { asked }),
      carl: signed("clinician"),
    },
  },
  {
    says: "an adjudicator turns out to have words in the text",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.review("cleo", "clinician", "request_changes");
      await on.ask("lucy", "clinician", "cleo");
      await on.respond("lucy", "accept");
      await on.save("ann", "Better words.");
      await on.credit("ann", { name: on.who("lucy").name });
      await on.submit();
    },
    answers: {
      lucy: mayNot("clinician", "own_work"),
      cleo: signs("clinician"),
    },
  },
  {
    says: "the round is through and the version is live",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.publishWith("carl");
    },
    answers: {
      cleo: notNow("clinician", "round_closed", {
        asked: ["round_closed"],
        misses: false,
      }),
      carl: notNow("clinician", "round_closed", {
        asked: [...asked, "round_closed"],
        ...{ counts: true, stood: true, misses: false },
      }),
    },
  },
];
