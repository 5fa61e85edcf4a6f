import {
  countedApprovals,
  effectiveDue,
  restsOn,
  shortOf,
  standingRequests,
  takenBack,
} from "./approvals";
import { dayIn, plusDays } from "./calendar";
import { blockOf } from "./documents";
import {
  hashOf,
  spellDoc,
  type History,
  type Page,
  type Publication,
  type Version,
} from "./facts";
import { hasFallen, othersOf } from "./sets";
import { latestOf } from "./standing";

/** How a page stands towards readers today (product.md, 2, 4 and 7). */
export function publicState(history: History, page: Page, now: number): string {
  const today = dayIn(history.world.zone, now);
  const latest = latestOf(page);
  if (page.isArchived) return "archived";
  if (!latest) return page.isElsewhere ? "elsewhere" : "none";
  if (page.confidentialUntil !== null && page.confidentialUntil > today)
    return "none";
  if (latest.ended === "withdrawn") return "withdrawn";
  const due = effectiveDue(latest);
  if (isHidden(latest, today)) return "withheld";
  if (othersOf(page).some((other) => hasFallen(history, other, now)))
    return "withheld";
  if (today > plusDays(due, latest.grace)) return "withheld";
  if (today > due) return "overdue";
  return today >= plusDays(due, -60) ? "due_soon" : "live";
}

/** Hidden by an approval that was taken back: at once, or in the end. */
export const isHidden = (latest: Publication, today: string): boolean =>
  restsOn(latest)
    .flatMap(takenBack)
    .some((r) => r.isUnsafe) || isHiddenForWant(latest, today);

/** Two weeks after an approval went, unless what is left satisfies the rules. */
function isHiddenForWant(latest: Publication, today: string): boolean {
  return restsOn(latest).some((publication) => {
    const back = takenBack(publication);
    return (
      back.some(({ on }) => plusDays(on, 14) < today) &&
      back.some(({ isMissed }) => isMissed)
    );
  });
}

/** The state of the newest work of a line (product.md, 2). */
export function deskState(
  { world }: History,
  page: Page,
  line: "main" | "correction",
  now: number,
): string | null {
  const draft = page.drafts.find((d) => d.line === line && d.isOpen);
  if (!draft) return null;
  const version = page.versions.filter((v) => v.draft === draft).at(-1);
  if (!version) return line === "main" ? "draft" : null;
  const { closed } = version.round;
  if (closed === "published") {
    const sha = hashOf(spellDoc(draft.doc));
    const isPublic = [version.sha, latestOf(page)?.version.sha].includes(sha);
    return line === "main" && !isPublic ? "draft" : "none";
  }
  if (closed !== null) return "draft";
  if (page.schedules.some((s) => s.version === version && s.isOpen))
    return "scheduled";
  const counted = countedApprovals(world, version, now);
  if (standingRequests(version, counted).length > 0) return "changes_requested";
  return shortOf(version, counted).length === 0 ? "approved" : "in_review";
}

/** Is every approval there that the round asks for, and no objection? */
export function isFullyApproved(
  { world }: History,
  version: Version,
  now: number,
): boolean {
  const counted = countedApprovals(world, version, now);
  return (
    shortOf(version, counted).length === 0 &&
    standingRequests(version, counted).length === 0
  );
}

/** Blocks whose words readers may not see: withheld, and the same words still. */
export function withheldBlocks(publication: Publication): string[] {
  const before: Publication[] = [];
  const follow = (p: Publication | null) => {
    if (!p || before.includes(p)) return;
    before.push(p);
    follow(p.replaces);
    follow(p.reinstates);
  };
  follow(publication);
  const { page, doc } = publication.version;
  const ids = page.withheld
    .filter(
      (w) =>
        !w.isReturned &&
        before.includes(w.publication) &&
        JSON.stringify(blockOf(doc, w.blockId)) ===
          JSON.stringify(blockOf(w.publication.version.doc, w.blockId)),
    )
    .map(({ blockId }) => blockId);
  return [...new Set(ids)].sort();
}
