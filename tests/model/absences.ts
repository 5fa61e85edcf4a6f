import type { Desk } from "./desk";
import type { Absence, Person, Version } from "./facts";
import { mayKnowOf } from "./knowing";
import { mayBeAsked } from "./review-steps";

/** The absence that somebody is on today. */
export function absenceOf(desk: Desk, person: Person): Absence | null {
  const today = desk.today();
  return (
    desk.history.absences.find(
      (a) =>
        a.person === person &&
        !a.isEnded &&
        a.from <= today &&
        a.until >= today,
    ) ?? null
  );
}

/**
 * A deputy is here, holds the same expertise, has a declaration in force and
 * no words in the version; and may be shown a page that few may know of.
 */
export function mayDeputise(
  desk: Desk,
  version: Version,
  expertise: string,
  deputy: Person,
): boolean {
  return (
    absenceOf(desk, deputy) === null &&
    mayBeAsked(desk, version, expertise, deputy) &&
    deputy.declaredUntil !== null &&
    deputy.declaredUntil >= desk.today() &&
    mayBeShown(desk, version, expertise, deputy)
  );
}

/** Whoever knows of a page names who else may be asked about it. */
export const mayBeShown = (
  desk: Desk,
  { page, round }: Version,
  expertise: string,
  person: Person,
): boolean =>
  mayKnowOf(desk, person, page) ||
  round.alternates.some(
    (a) =>
      a.expertise === expertise &&
      a.person === person &&
      mayKnowOf(desk, a.by, page),
  );

/**
 * Whom a request meant for somebody reaches now: them; while they are away
 * their deputy, or the deputy of a deputy who is away too; or nobody.
 */
export function reachedFor(
  desk: Desk,
  version: Version,
  expertise: string,
  meant: Person,
): Person | null {
  const passed: Person[] = [];
  let who = meant;
  for (;;) {
    const absence = absenceOf(desk, who);
    if (!absence) break;
    passed.push(who);
    const next = absence.deputies.get(expertise);
    if (!next || passed.includes(next)) return null;
    who = next;
  }
  return who === meant || mayDeputise(desk, version, expertise, who)
    ? who
    : null;
}
