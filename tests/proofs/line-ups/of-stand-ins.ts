import { asked, mayNot, notNow, signs } from "./answers";
import type { LineUp } from "./line-up";
import type { Play } from "./play";
import type { Name } from "./stage";

/** Away from today, with a deputy as a clinician. */
const away = (on: Play, first: Name, deputy: Name) =>
  on.act(
    ...([first, "record_absence", on.who(first).id] as const),
    ...[on.desk.today(), on.desk.today()],
    JSON.stringify({ clinician: on.who(deputy).id }),
  );

/** Asks for a clinician as the desk does it; gives the request, whoever got it. */
const askFor = (on: Play, first: Name) =>
  on.act<string>(
    ...(["eva", "assign", on.version.round.id, "clinician"] as const),
    ...[on.who(first).id, null, null],
  );

/** Who stands in, who comes again, and who reads from outside. */
export const lineUpsOfStandIns: LineUp[] = [
  {
    says: "a reviewer is away, and the request went to their deputy",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await away(on, "cleo", "carl");
      const request = await askFor(on, "cleo");
      await on.act("carl", "accept_assignment", request);
    },
    answers: {
      carl: signs("clinician", { asked }),
      // Away, and the deputy has a seat already.
      cleo: signs("clinician", { asked: ["absent"] }),
      lucy: signs("clinician"),
    },
  },
  {
    says: "an open request is handed over to the deputy, who has not answered",
    play: async (on) => {
      await on.begin();
      await on.submit();
      const request = await askFor(on, "cleo");
      await on.act("cleo", "accept_assignment", request);
      await away(on, "cleo", "carl");
      await on.handOverAbsent(request);
    },
    answers: {
      carl: notNow("clinician", "not_accepted", { asked }),
      cleo: notNow("clinician", "not_accepted", { asked: ["absent"] }),
    },
  },
  {
    says: "the deputy of a reviewer who is away wrote the text",
    play: async (on) => {
      await on.begin();
      await on.addAuthor("ben");
      await on.save("ben", "Ben's words.");
      await on.submit();
      await away(on, "cleo", "ben");
    },
    answers: {
      ben: mayNot("clinician", "own_work"),
      cleo: signs("clinician", { asked: ["absent"] }),
      carl: signs("clinician"),
    },
  },
  {
    says: "the same reviewers found nothing to change twice in a row",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.publishWith("carl");
      await on.rereview("eva");
      await on.publishWith("carl");
      await on.rereview("eva");
      await on.publishWith("carl");
      await on.rereview("eva");
    },
    answers: {
      carl: notNow("clinician", "same_reviewer_again", {
        asked: ["same_reviewer_again"],
      }),
      lars: notNow("laboratory_scientist", "same_reviewer_again", {
        asked: ["same_reviewer_again"],
      }),
      cleo: signs("clinician"),
      lucy: signs("laboratory_scientist"),
    },
  },
  {
    says: "the same reviewers found nothing to change once, and another did since",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.publishWith("carl");
      await on.rereview("eva");
      await on.publishWith("carl");
      await on.rereview("eva");
      await on.publishWith("cleo");
      await on.rereview("eva");
    },
    answers: { carl: signs("clinician"), cleo: signs("clinician") },
  },
  {
    says: "reviewers have interests in the maker of a therapy that the page names, and in no maker",
    play: async (on) => {
      await on.begin();
      await on.save("ann", "Crizotinib is given, and more is said of it.");
      await on.submit();
      await on.declareEntry("cleo", "Pfizer", "honoraria", "personal");
      await on.declareEntry("carl", "Pfizer", "grant", "institutional");
      await on.declareEntry("lucy", "Roche", "shares", "personal");
      await on.declareEntry("adam", "A bakery", "shares", "personal");
    },
    answers: {
      cleo: mayNot("clinician", "interests_exclude"),
      // Said to have none, which the declaration contradicts.
      carl: notNow("clinician", "interests_missing", { isForced: true }),
      // A rival's shares.
      lucy: mayNot("clinician", "interests_exclude"),
      adam: signs("clinician"),
    },
  },
  {
    says: "an expert from outside read the version by a link and recommends it",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.readOutside("ines");
    },
    answers: {
      ines: mayNot("clinician", "lacks_expertise", {
        signing: ["interests_missing", "lacks_expertise"],
      }),
      cleo: signs("clinician"),
    },
  },
  {
    says: "an expert from outside is verified and has answered for their interests",
    play: async (on) => {
      await on.letCodes(true);
      await on.begin();
      await on.submit();
      await on.readOutside("ines");
      await on.verify("ines", "clinician");
      await on.declare("ines");
      await on.answer("ines", "none");
    },
    answers: { ines: signs("clinician"), cleo: signs("clinician") },
  },
  {
    says: "an expert from outside is verified, and the rules let nobody sign by a mailed code",
    play: async (on) => {
      await on.letCodes(false);
      await on.begin();
      await on.submit();
      await on.readOutside("ines");
      await on.verify("ines", "clinician");
      await on.declare("ines");
      await on.answer("ines", "none");
    },
    answers: {
      ines: signs("clinician", {
        asked: ["mailed_code_not_allowed"],
        isForced: true,
      }),
    },
  },
  {
    says: "an expert from outside is verified and has said nothing of their interests",
    play: async (on) => {
      await on.letCodes(true);
      await on.begin();
      await on.submit();
      await on.readOutside("ines");
      await on.verify("ines", "clinician");
    },
    answers: {
      ines: notNow("clinician", "interests_missing", { isForced: true }),
    },
  },
  {
    says: "an expert from outside was verified for another expertise",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.readOutside("ines");
      await on.verify("ines", "pharmacist");
      await on.declare("ines");
      await on.answer("ines", "none");
    },
    answers: { ines: mayNot("clinician", "lacks_expertise") },
  },
  {
    says: "the verification of an expert from outside was taken back",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.readOutside("ines");
      const verification = await on.verify("ines", "clinician");
      await on.declare("ines");
      await on.answer("ines", "none");
      await on.act("eva", "end_verification", verification, "Left.");
    },
    answers: { ines: mayNot("clinician", "lacks_expertise") },
  },
  {
    says: "an expert from outside was verified, and their address is another since",
    play: async (on) => {
      await on.begin();
      await on.submit();
      await on.readOutside("ines");
      await on.verify("ines", "clinician");
      await on.declare("ines");
      await on.answer("ines", "none");
      await on.owner(
        "UPDATE desk.person SET email = 'new-' || email WHERE id = $1",
        on.who("ines").id,
      );
    },
    answers: { ines: mayNot("clinician", "lacks_expertise") },
  },
];
