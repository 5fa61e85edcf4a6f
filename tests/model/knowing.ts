import type { Desk } from "./desk";
import type { Page, Person } from "./facts";
import { isOnTeam } from "./standing";

export const isConfidential = (
  desk: Desk,
  { confidentialUntil }: Page,
): boolean => confidentialUntil !== null && confidentialUntil > desk.today();

/** Of a confidential page only its people know: team, reviewers, those named. */
export const mayKnowOf = (desk: Desk, who: Person, page: Page): boolean =>
  !isConfidential(desk, page) ||
  isOnTeam(who, page) ||
  page.confidants.has(who) ||
  page.versions.some(({ round }) =>
    round.assignments.some(
      ({ reviewer, state }) =>
        reviewer === who && !["declined", "dismissed"].includes(state),
    ),
  );

/** Somebody who is here, and for whom the page is. */
export const mayAct = (desk: Desk, who: Person, page: Page): boolean =>
  who.isActive && mayKnowOf(desk, who, page);
