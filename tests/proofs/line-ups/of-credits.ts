import { mayNot, signs } from "./answers";
import type { LineUp } from "./line-up";

/** One person and the spellings that a title page may have of their name. */
const spelledOtherwise = (
  [
    ["Jonas Lindqvist", "MD, FRCP", "Dr Jonas Lindqvist, MD"],
    ["Ngozi Eze", "", "Prof Ngozi Eze"],
    ["Ngozi Eze", "", "Dr Ngozi Eze"],
    ["Ngozi Eze", "", "Ngozi Eze MD"],
    ["Ngozi Eze", "", "Eze, Ngozi"],
    ["Ngozi Eze", "", "Ngozi Ez\u00e9"],
    ["Ngozi Eze", "", "Ngozi Eze\u0301"],
    ["Zoë Ångström-Ødegård", "MD", "Professor ZOE ANGSTROM ODEGARD"],
    ["Siobhán O\u2019Brien", "", "Dame Siobhan O'Brien"],
    ["Ngozi A. Eze", "", "Ngozi Eze, MD, PhD"],
    ["Ana García López", "MD", "Dr Ana Garcia, MD"],
  ] as const
).map(([name, credentials, spelling]): LineUp => ({
  says: `${name} is credited by name only, as ${JSON.stringify(spelling)}`,
  play: async (on) => {
    await on.begin();
    await on.edit("carl", { name, credentials });
    await on.credit("ann", { name: spelling });
    await on.submit();
  },
  answers: {
    carl: mayNot("clinician", "own_work"),
    cleo: signs("clinician"),
  },
}));

/** Whoever is credited is matched to the person, however they are written. */
export const lineUpsOfCredits: LineUp[] = [
  {
    says: "a reviewer is credited as a contributor, by their record",
    play: async (on) => {
      await on.begin();
      await on.credit("ann", { personId: on.who("carl").id, name: "C. C." });
      await on.submit();
    },
    answers: {
      carl: mayNot("clinician", "own_work"),
      cleo: signs("clinician"),
    },
  },
  {
    says: "a reviewer is credited by name only, written another way",
    play: async (on) => {
      await on.begin();
      const name = ` ${on.who("carl").name.toUpperCase()}`.replace(" C", "  C");
      await on.credit("ann", { name });
      await on.submit();
    },
    answers: {
      carl: mayNot("clinician", "own_work"),
      cleo: signs("clinician"),
    },
  },
  {
    says: "a reviewer is credited by name only, with the title they use",
    play: async (on) => {
      await on.begin();
      await on.edit("carl", { prefix: "Prof." });
      await on.credit("ann", { name: `Prof. ${on.who("carl").name}` });
      await on.submit();
    },
    answers: {
      carl: mayNot("clinician", "own_work"),
      cleo: signs("clinician"),
    },
  },
  {
    says: "a reviewer is credited by name only, with title and credentials as on a title page",
    play: async (on) => {
      await on.begin();
      await on.edit("carl", { prefix: "Prof.", credentials: "MD, FRCP" });
      const { name } = on.who("carl");
      await on.credit("ann", { name: `Prof. ${name}, MD, FRCP` });
      await on.edit("carl", { prefix: "", credentials: "" });
      await on.submit();
    },
    answers: {
      carl: mayNot("clinician", "own_work"),
      cleo: signs("clinician"),
    },
  },
  {
    says: "somebody is credited who shares a family name or a title with a reviewer",
    play: async (on) => {
      await on.begin();
      await on.edit("carl", { name: "Ngozi Eze", prefix: "Dr" });
      await on.credit("ann", { name: "Dr Amara Eze, MD" });
      await on.credit("ann", { name: "Dr Ngozi Adeyemi" });
      await on.submit();
    },
    answers: { carl: signs("clinician"), cleo: signs("clinician") },
  },
  {
    says: "a former name of a reviewer is credited, with a title it never had",
    play: async (on) => {
      await on.begin();
      await on.edit("carl", { name: "Ngozi Adeyemi" });
      await on.edit("carl", { name: "Ngozi Eze" });
      await on.credit("ann", { name: "Sir Ngozi Adeyemi" });
      await on.submit();
    },
    answers: { carl: mayNot("clinician", "own_work") },
  },
  ...spelledOtherwise,
  {
    says: "a reviewer is credited by ORCID under a name of their own choice",
    play: async (on) => {
      await on.begin();
      const orcid = "0000-0002-1825-0097";
      await on.edit("carl", { orcid });
      await on.credit("ann", { name: "A pen name", orcid });
      await on.submit();
      await on.edit("carl", { orcid: "" });
    },
    answers: {
      carl: mayNot("clinician", "own_work"),
      cleo: signs("clinician"),
    },
  },
  {
    says: "a credited contributor takes another name before they are asked",
    play: async (on) => {
      await on.begin();
      await on.credit("ann", { name: on.who("carl").name });
      await on.edit("carl", { name: `Carl Renamed ${on.who("carl").id}` });
      await on.submit();
    },
    answers: { carl: mayNot("clinician", "own_work") },
  },
  {
    says: "a reviewer was credited on an earlier version and is no longer",
    play: async (on) => {
      await on.begin();
      const { doc } = on;
      await on.credit("ann", { personId: on.who("carl").id });
      await on.submit();
      await on.saveDoc("ann", doc);
      await on.submit();
    },
    answers: { carl: signs("clinician") },
  },
  {
    says: "a machine drafted it; one reviewer prompted it, another verified it",
    play: async (on) => {
      await on.begin();
      await on.saveDoc("ann", {
        ...on.doc,
        aiUse: {
          ...{ level: "generated", tool: "A model", usedOn: "2026-01-01" },
          drafterId: on.who("cleo").id,
          verifierId: on.who("carl").id,
        },
      });
      await on.submit();
    },
    answers: {
      cleo: mayNot("clinician", "own_work"),
      carl: mayNot("clinician", "own_work"),
      lucy: signs("clinician"),
    },
  },
];
