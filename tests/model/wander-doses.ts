import type { Desk } from "./desk";
import type { Page } from "./facts";
import { improved } from "./guide";
import { dueToKey } from "./keying";
import { keyAgain, type Typing } from "./keying-steps";
import { openDraft, saveDraft, submitVersion } from "./page-steps";
import type { Random } from "./random";
import { isEditor, mayWrite } from "./standing";
import type { Step } from "./step";

/** What befalls a page with doses: new words, and values keyed again. */
export function withDoses(desk: Desk, page: Page, random: Random): Step | null {
  const version = page.versions.at(-1);
  const draft = openDraft(page, "main");
  if (!version || !draft) return null;
  const asked = version.round.assignments.filter(
    (a) =>
      dueToKey(version, a.reviewer).length > 0 &&
      ["accepted", "done"].includes(a.state),
  );
  const any = version.round.assignments;
  const assignment = random.pickOrNull(asked.length > 0 ? asked : any);
  if (assignment && (asked.length > 0 || random.happens(0.1))) {
    const ways = ["as_said", "otherwise", "otherwise", "wrongly", "not"];
    const typing = Array.from({ length: 3 }, () => random.pick(ways) as Typing);
    const { reviewer } = assignment;
    const who = random.happens(0.95)
      ? reviewer
      : random.pick(desk.history.people);
    const seesOther = random.happens(0.05);
    return keyAgain(desk, who, version, assignment, typing, seesOther);
  }
  if (version.decisions.length === 0) return null;
  const able = desk.history.people.filter((p) => p.isActive);
  const writer = random.pickOrNull(able.filter((p) => mayWrite(p, page)));
  const editor = random.pickOrNull(able.filter(isEditor));
  if (!writer || !editor || random.happens(0.4)) return null;
  if (version.draft === draft && version.draftRevision === draft.revision) {
    const doc = improved(page, draft, writer, random);
    return saveDraft(desk, writer, page, "main", doc, false);
  }
  return submitVersion(desk, editor, page, {
    ...{ line: "main", kind: "full_review", scope: [], expertise: null },
    confirms: true,
  });
}
