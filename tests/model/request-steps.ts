import { plusDays } from "./calendar";
import type { Desk } from "./desk";
import type { Assignment, Person, Version, World } from "./facts";
import { mayBeShown, mayDeputise, reachedFor } from "./absences";
import { mayAct } from "./knowing";
import {
  mayBeReached,
  newAssignment,
  seatsHeld,
  thenReached,
} from "./review-steps";
import { isEditor } from "./standing";
import { act, type Step } from "./step";

const isWaiting = ({ state }: Assignment) =>
  ["invited", "accepted"].includes(state);

/** Whom the desk asks by itself when a seat is given up, and what follows. */
type Next = { person: Person | null; follow(id: string): void };

/** Does something as if a request were given up already. */
function asGivenUp<T>(leaving: Assignment, look: () => T): T {
  const { state } = leaving;
  leaving.state = "declined";
  const found = look();
  leaving.state = state;
  return found;
}

/**
 * The first alternate who may be asked, where a seat is empty then, or who
 * stands in for them while they are away; those before them are passed over
 * and not thought of again.
 */
export const nextAlternate = (
  desk: Desk,
  version: Version,
  leaving: Assignment,
): Next =>
  asGivenUp(leaving, () => {
    const { round } = version;
    const { expertise } = leaving;
    const need = round.needs.find((n) => n.expertise === expertise);
    if (
      round.closed !== null ||
      seatsHeld(version, expertise) >= (need?.count ?? 0)
    )
      return { person: null, follow: () => undefined };
    const queue = round.alternates.filter(
      (a) => a.expertise === expertise && !a.isUsed,
    );
    const at = queue.findIndex(
      ({ person }) =>
        mayBeReached(desk, version, expertise, person) &&
        mayBeShown(desk, version, expertise, person),
    );
    const meant = queue[at]?.person ?? null;
    const person = meant && reachedFor(desk, version, expertise, meant);
    return {
      person,
      follow: (id) => {
        for (const a of queue.slice(0, meant ? at + 1 : queue.length))
          a.isUsed = true;
        if (person)
          round.assignments.push(
            newAssignment(desk, version, {
              ...{ id, expertise, reviewer: person, answers: null },
            }),
          );
      },
    };
  });

/** A request passes to a deputy, with at least the usual days to answer. */
export function handedTo(
  desk: Desk,
  version: Version,
  leaving: Assignment,
  person: Person,
): Next {
  const { expertise, answers, reviewBy } = leaving;
  return {
    person,
    follow: (id) => {
      leaving.state = "dismissed";
      const asked = { id, expertise, reviewer: person, answers };
      const made = newAssignment(desk, version, asked);
      const { respondBy } = made;
      version.round.assignments.push({
        ...made,
        reviewBy: reviewBy > respondBy ? reviewBy : respondBy,
      });
    },
  };
}

/**
 * Who takes a request over from somebody who leaves: the deputy named for it,
 * else the one whom they named for an absence that is not over.
 */
export function heirOf(
  desk: Desk,
  version: Version,
  leaving: Assignment,
  named: Person | null,
): Person | null {
  const { expertise, reviewer } = leaving;
  const today = desk.today();
  const [absence] = desk.history.absences
    .filter((a) => a.person === reviewer && !a.isEnded && a.until >= today)
    .filter((a) => a.deputies.has(expertise))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return (
    [named, absence?.deputies.get(expertise)].find(
      (heir) =>
        heir &&
        heir !== reviewer &&
        mayDeputise(desk, version, expertise, heir),
    ) ?? null
  );
}

/** Does an act, and looks whom the desk asked by it; gives the new request. */
export async function thenAsked(
  desk: Desk,
  { round }: Version,
  next: Next | null,
  doIt: () => Promise<unknown>,
): Promise<string> {
  await doIt();
  const { rows } = await desk.db.app.query<{ id: string; reviewer: string }>(
    "SELECT id, reviewer_id AS reviewer FROM desk.assignment WHERE round_id = $1 AND NOT id = ANY ($2)",
    [round.id, round.assignments.map(({ id }) => id)],
  );
  const asked = rows[0]?.reviewer ?? null;
  if (asked !== (next?.person?.id ?? null))
    throw new Error(
      `the desk asks ${String(asked)} next, the model ${next?.person?.name ?? "nobody"}`,
    );
  return rows[0]?.id ?? "";
}

export function nameAlternates(
  desk: Desk,
  who: Person,
  version: Version,
  expertise: string,
  people: Person[],
): Step {
  const { round } = version;
  return {
    says: `${who.name} names alternates for ${expertise} of version ${version.number}: ${people.map(({ name }) => name).join(", ")}`,
    isAllowed:
      mayAct(desk, who, version.page) &&
      isEditor(who) &&
      people.every((p) => mayBeReached(desk, version, expertise, p)),
    call: () =>
      act(
        ...([desk.db.app, "name_alternates", who.session, round.id] as const),
        ...[expertise, people.map(({ id }) => id)],
      ),
    follow: () => {
      round.alternates = [
        ...round.alternates.filter(
          (a) =>
            a.expertise !== expertise ||
            (a.isUsed && !people.includes(a.person)),
        ),
        ...people.map((person) => ({
          ...{ expertise, person, by: who, isUsed: false },
        })),
      ];
    },
  };
}

/** The third working day after a day: no weekends, no holidays. */
export function lapsesOn({ holidays }: World, respondBy: string): string {
  let day = respondBy;
  for (let left = 3; left > 0;) {
    day = plusDays(day, 1);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(day)) left -= 1;
  }
  return day;
}

/** The clock's own act: a request that nobody answered lapses, or not yet. */
export function lapse(
  desk: Desk,
  version: Version,
  assignment: Assignment,
): Step {
  const isDue =
    assignment.state === "invited" &&
    version.round.closed === null &&
    lapsesOn(desk.history.world, assignment.respondBy) <= desk.today();
  const next =
    isDue && assignment.answers === null
      ? nextAlternate(desk, version, assignment)
      : null;
  return {
    says: `the clock looks at the request to ${assignment.reviewer.name}: ${isDue ? "it lapses" : "it stays"}`,
    isAllowed: true,
    call: () =>
      thenAsked(desk, version, next, async () => {
        const answer = await act(
          ...([desk.db.app, "lapse_assignment", assignment.id] as const),
        );
        if (answer !== isDue)
          throw new Error(`lapse_assignment says ${String(answer)}`);
      }),
    follow: (nextId) => {
      if (isDue) assignment.state = "lapsed";
      if (next) next.follow(String(nextId));
    },
  };
}

export function extendReviewBy(
  desk: Desk,
  who: Person,
  version: Version,
  assignment: Assignment,
  day: string,
): Step {
  const today = desk.today();
  const { round } = version;
  return {
    says: `${who.name} gives ${assignment.reviewer.name} until ${day}`,
    isAllowed:
      mayAct(desk, who, version.page) &&
      isEditor(who) &&
      round.closed === null &&
      isWaiting(assignment) &&
      day > assignment.reviewBy &&
      day > today &&
      day <= plusDays(today, 365),
    call: () =>
      act(
        ...([desk.db.app, "extend_review_by", who.session] as const),
        ...[assignment.id, day, "There was a holiday."],
      ),
    follow: () => {
      assignment.reviewBy = day;
      if (assignment.state !== "invited") return;
      const answerBy = plusDays(today, round.rules.respond);
      const latest = answerBy < day ? answerBy : day;
      if (latest > assignment.respondBy) assignment.respondBy = latest;
    },
  };
}

/** One is released and another asked in their place, or neither. */
export function standIn(
  desk: Desk,
  who: Person,
  version: Version,
  assignment: Assignment,
  reviewer: Person,
): Step {
  const { answers, expertise } = assignment;
  const may =
    mayAct(desk, who, version.page) &&
    isEditor(who) &&
    version.round.closed === null &&
    isWaiting(assignment) &&
    reviewer !== assignment.reviewer &&
    answers?.person !== reviewer &&
    asGivenUp(assignment, () =>
      mayBeReached(desk, version, expertise, reviewer),
    );
  const reached = may
    ? asGivenUp(assignment, () =>
        reachedFor(desk, version, expertise, reviewer),
      )
    : null;
  return {
    says: `${who.name} asks ${reviewer.name} in the place of ${assignment.reviewer.name}`,
    isAllowed: may,
    call: () =>
      thenReached(desk, reviewer, reached, () =>
        act(
          ...([desk.db.app, "stand_in", who.session] as const),
          ...[assignment.id, reviewer.id],
        ),
      ),
    follow: (id) => {
      assignment.state = "dismissed";
      const asked = { id: String(id), expertise, answers };
      version.round.assignments.push(
        newAssignment(desk, version, {
          ...asked,
          reviewer: reached ?? reviewer,
        }),
      );
    },
  };
}
