import { plusDays } from "./calendar";
import type { Desk } from "./desk";
import type { Assignment, Person, Version, World } from "./facts";
import { mayBeAsked, newAssignment, seatsHeld } from "./review-steps";
import { isEditor } from "./standing";
import { act, type Step } from "./step";

const isWaiting = ({ state }: Assignment) =>
  ["invited", "accepted"].includes(state);

/** Whom the desk asks by itself when a seat is given up, and what follows. */
type Next = { person: Person | null; follow(id: string): void };

/**
 * The first alternate who may be asked, where a seat is empty then; those
 * before them are passed over and not thought of again.
 */
export function nextAlternate(
  desk: Desk,
  version: Version,
  leaving: Assignment,
): Next {
  const { round } = version;
  const { expertise } = leaving;
  const seats = round.needs.find((n) => n.expertise === expertise)?.count ?? 0;
  const held =
    seatsHeld(version, expertise) -
    (isWaiting(leaving) && leaving.answers === null ? 1 : 0);
  const queue = round.alternates.filter((a) => a.expertise === expertise);
  if (round.closed !== null || held >= seats)
    return { person: null, follow: () => undefined };
  const at = queue.findIndex(
    ({ person }) =>
      person !== leaving.reviewer &&
      mayBeAsked(desk, version, expertise, person),
  );
  // Who leaves may be their own alternate.
  const itself = queue.findIndex(({ person }) => person === leaving.reviewer);
  const isItself =
    itself >= 0 && (at < 0 || itself < at) && maySit(desk, version, leaving);
  const chosen = isItself ? itself : at;
  const person = queue[chosen]?.person ?? null;
  const gone = new Set(queue.slice(0, person ? chosen + 1 : queue.length));
  return {
    person,
    follow: (id) => {
      round.alternates = round.alternates.filter((a) => !gone.has(a));
      if (person)
        round.assignments.push(
          newAssignment(desk, version, {
            ...{ id, expertise, reviewer: person, answers: null },
          }),
        );
    },
  };
}

/** May whoever gives their seat up be asked for it again? */
function maySit(desk: Desk, version: Version, leaving: Assignment): boolean {
  const { state } = leaving;
  leaving.state = "declined";
  const may = mayBeAsked(desk, version, leaving.expertise, leaving.reviewer);
  leaving.state = state;
  return may;
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
      who.isActive &&
      isEditor(who) &&
      people.every((p) => mayBeAsked(desk, version, expertise, p)),
    call: () =>
      act(
        ...([desk.db.app, "name_alternates", who.session, round.id] as const),
        ...[expertise, people.map(({ id }) => id)],
      ),
    follow: () => {
      round.alternates = [
        ...round.alternates.filter((a) => a.expertise !== expertise),
        ...people.map((person) => ({ expertise, person })),
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
      who.isActive &&
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
  return {
    says: `${who.name} asks ${reviewer.name} in the place of ${assignment.reviewer.name}`,
    isAllowed:
      who.isActive &&
      isEditor(who) &&
      version.round.closed === null &&
      isWaiting(assignment) &&
      reviewer !== assignment.reviewer &&
      answers?.person !== reviewer &&
      mayBeAsked(desk, version, expertise, reviewer),
    call: () =>
      act(
        ...([desk.db.app, "stand_in", who.session] as const),
        ...[assignment.id, reviewer.id],
      ),
    follow: (id) => {
      assignment.state = "dismissed";
      const asked = { id: String(id), expertise, reviewer, answers };
      version.round.assignments.push(newAssignment(desk, version, asked));
    },
  };
}
