import type { Day } from "./days";

/** Somebody who could be asked for a seat, with what they have open already. */
export type SpreadCandidate = {
  id: string;
  openReviews: number;
  /** How many open reviews they take at a time. */
  capacity: number;
  /** No rule of the desk is in the way of asking them. */
  canBeAsked: boolean;
  /** Something that an editor decides on, so that nothing is given by itself. */
  isForEditor: boolean;
  /** Ties to the authors, or a language that they do not name: given last. */
  isSecondChoice: boolean;
};

/** One empty seat; its candidates stand best first. */
export type SpreadSeat = {
  key: string;
  roundId: string;
  candidates: readonly SpreadCandidate[];
};

/**
 * Gives each seat to somebody who can be asked for it and has room, nobody
 * twice in one round: the seat with the fewest to choose from first; of those
 * whoever has no ties, then the smallest part of their capacity taken (what is
 * given here counts), then the place in the list. Null: nobody was left. The
 * answer is a proposal; PostgreSQL decides when it is carried out.
 */
export function spreadSeats(
  seats: readonly SpreadSeat[],
): Map<string, string | null> {
  const given = new Map<string, number>();
  const inRound = new Set<string>();
  const answer = new Map<string, string | null>();
  const hardestFirst = seats
    .map((seat) => ({ ...seat, free: seat.candidates.filter(isFree) }))
    .sort((one, other) => one.free.length - other.free.length);
  for (const { key, roundId, free } of hardestFirst) {
    const [best] = free
      .map((person) => ({
        person,
        open: person.openReviews + (given.get(person.id) ?? 0),
      }))
      .filter(
        ({ person, open }) =>
          open < person.capacity && !inRound.has(`${roundId} ${person.id}`),
      )
      .sort(
        (one, other) =>
          Number(one.person.isSecondChoice) -
            Number(other.person.isSecondChoice) ||
          one.open / one.person.capacity - other.open / other.person.capacity,
      );
    answer.set(key, best?.person.id ?? null);
    if (!best) continue;
    given.set(best.person.id, (given.get(best.person.id) ?? 0) + 1);
    inRound.add(`${roundId} ${best.person.id}`);
  }
  return answer;
}

function isFree({ canBeAsked, isForEditor }: SpreadCandidate): boolean {
  return canBeAsked && !isForEditor;
}

/** A request that is about to be made, with the day that the review rules give. */
export type DatedRequest = { key: string; personId: string; reviewBy: Day };

/**
 * Days on which nobody has two reviews due: each request keeps the day of its
 * rules or gets the next of `workingDays` (in order) on which its person has
 * none yet, neither open nor given here. When the list ends the day stays as
 * the rules have it.
 */
export function spreadDays(
  requests: readonly DatedRequest[],
  open: readonly { personId: string; day: Day }[],
  workingDays: readonly Day[],
): Map<string, Day> {
  const taken = new Set(open.map(({ personId, day }) => `${personId} ${day}`));
  const answer = new Map<string, Day>();
  for (const { key, personId, reviewBy } of requests) {
    const isFreeOn = (day: Day) => !taken.has(`${personId} ${day}`);
    const day = isFreeOn(reviewBy)
      ? reviewBy
      : (workingDays.find((each) => each > reviewBy && isFreeOn(each)) ??
        reviewBy);
    taken.add(`${personId} ${day}`);
    answer.set(key, day);
  }
  return answer;
}
