import { absenceOf, reachedFor } from "./absences";
import { plusDays } from "./calendar";
import type { Desk } from "./desk";
import { pagesOf, type Absence, type Assignment } from "./facts";
import type { Person, Version } from "./facts";
import { handedTo, thenAsked } from "./request-steps";
import { holds, isEditor, isOwnWork } from "./standing";
import { act, type Step } from "./step";

export function recordAbsence(
  desk: Desk,
  who: Person,
  person: Person,
  from: string,
  until: string,
  deputies: Map<string, Person>,
): Step {
  const today = desk.today();
  const overlaps = (a: Absence) =>
    a.person === person && !a.isEnded && a.from <= until && a.until >= from;
  return {
    says: `${who.name} notes that ${person.name} is away from ${from} to ${until}: ${[...deputies].map(([e, d]) => `${e} ${d.name}`).join(", ")}`,
    isAllowed:
      who.isActive &&
      (who === person || isEditor(who) || who.roles.has("admin")) &&
      person.isActive &&
      from <= until &&
      until >= today &&
      until <= plusDays(from, 730) &&
      !desk.history.absences.some(overlaps) &&
      [...deputies].every(
        ([expertise, deputy]) =>
          deputy.isActive &&
          holds(deputy, expertise) &&
          holds(person, expertise) &&
          deputy.declaredUntil !== null &&
          deputy.declaredUntil >= today &&
          !leadsBack(desk, expertise, deputy, [person], from, until) &&
          !hasWordsInRequests(desk, person, expertise, deputy),
      ),
    call: () =>
      act(
        ...([desk.db.app, "record_absence", who.session, person.id] as const),
        ...[from, until],
        Object.fromEntries([...deputies].map(([e, { id }]) => [e, id])),
      ),
    follow: (id) => {
      desk.history.absences.push({
        ...{ id: String(id), person, from, until, deputies },
        isEnded: false,
      });
    },
  };
}

/** Is there a day on which deputies lead to somebody who passed a request on? */
function leadsBack(
  desk: Desk,
  expertise: string,
  deputy: Person,
  passed: Person[],
  from: string,
  until: string,
): boolean {
  if (passed.includes(deputy)) return true;
  return desk.history.absences.some((a) => {
    const next = a.deputies.get(expertise);
    const [begins, ends] = [
      a.from > from ? a.from : from,
      a.until < until ? a.until : until,
    ];
    return (
      a.person === deputy &&
      !a.isEnded &&
      begins <= ends &&
      next !== undefined &&
      leadsBack(desk, expertise, next, [...passed, deputy], begins, ends)
    );
  });
}

/** Would the deputy be asked about words of their own? */
const hasWordsInRequests = (
  desk: Desk,
  person: Person,
  expertise: string,
  deputy: Person,
): boolean =>
  pagesOf(desk.history)
    .flatMap(({ versions }) => versions)
    .some(
      (version) =>
        version.round.closed === null &&
        version.round.assignments.some(
          (a) =>
            a.reviewer === person &&
            a.expertise === expertise &&
            ["invited", "accepted"].includes(a.state),
        ) &&
        isOwnWork(version, deputy),
    );

/** They are back: what was passed on stays where it is. */
export function endAbsence(desk: Desk, who: Person, absence: Absence): Step {
  return {
    says: `${who.name} ends the absence of ${absence.person.name}`,
    isAllowed:
      who.isActive &&
      !absence.isEnded &&
      (who === absence.person || isEditor(who) || who.roles.has("admin")),
    call: () => act(desk.db.app, "end_absence", who.session, absence.id),
    follow: () => {
      absence.isEnded = true;
    },
  };
}

/** The clock's own act: what an absent reviewer holds goes to their deputy. */
export function handOverAbsent(
  desk: Desk,
  version: Version,
  assignment: Assignment,
): Step {
  const { reviewer, expertise, state } = assignment;
  const isDue =
    ["invited", "accepted"].includes(state) &&
    version.round.closed === null &&
    absenceOf(desk, reviewer) !== null;
  const deputy = isDue ? reachedFor(desk, version, expertise, reviewer) : null;
  const next = deputy && handedTo(desk, version, assignment, deputy);
  const expected = next ? "handed_over" : isDue ? "nobody" : "gone";
  return {
    says: `the clock looks whether ${reviewer.name} is away: ${expected} ${deputy?.name ?? ""}`,
    isAllowed: true,
    call: () =>
      thenAsked(desk, version, next, async () => {
        const answer = await act(
          ...([desk.db.app, "hand_over_absent", assignment.id] as const),
        );
        if (answer !== expected)
          throw new Error(`hand_over_absent says ${String(answer)}`);
      }),
    follow: (id) => next?.follow(String(id)),
  };
}
