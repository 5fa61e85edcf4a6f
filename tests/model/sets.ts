import { effectiveDue } from "./approvals";
import { dayIn, plusDays } from "./calendar";
import type { History, Page, Version } from "./facts";
import { isHidden } from "./public-state";
import { latestOf, liveOf } from "./standing";

/** Pages of a set are published together and fall together (product.md, 3). */

export const othersOf = (page: Page): Page[] =>
  page.set?.pages.filter((other) => other !== page) ?? [];

/** Has this page gone from readers of itself: taken down, or withheld? */
export function hasFallen(
  { world }: History,
  page: Page,
  now: number,
): boolean {
  const latest = latestOf(page);
  if (!latest) return false;
  const today = dayIn(world.zone, now);
  return (
    latest.ended !== null ||
    isHidden(latest, today) ||
    today > plusDays(effectiveDue(latest), latest.grace)
  );
}

/** What is in front of the reviewers of a page's main line. */
export const waitingOf = (page: Page): Version | null =>
  page.versions.findLast(
    ({ draft, round }) => draft.line === "main" && round.closed === null,
  ) ?? null;

/**
 * Would this go out while another page of the set is not there, or not ready?
 * `isAlone`: nothing else goes out in the same act, but what is named `besides`.
 * A safety correction waits for nobody.
 */
export function leavesSetIncomplete(
  history: History,
  { page, round }: Version,
  now: number,
  {
    isAlone,
    besides = [],
    isReady = () => true,
  }: {
    isAlone: boolean;
    besides?: readonly Version[];
    isReady?: (version: Version) => boolean;
  },
): boolean {
  if (round.kind === "safety_correction") return false;
  return othersOf(page).some((other) => {
    const theirs = waitingOf(other);
    if (theirs && besides.includes(theirs)) return false;
    if (theirs) return isAlone || !isReady(theirs);
    return liveOf(other) === null || hasFallen(history, other, now);
  });
}
