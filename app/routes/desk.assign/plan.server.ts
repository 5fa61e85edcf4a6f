import { type Candidate, listCandidates } from "~/data/candidates.server";
import {
  type EmptySeat,
  listOpenReviewDays,
  listWorkingDays,
} from "~/data/empty-seats.server";
import type { Day } from "~/domain/days";
import { spreadDays, spreadSeats } from "~/domain/spread";
import { candidateTies } from "~/wording/candidates";
import {
  loadAfter,
  type NotGiven,
  notGivenInWords,
} from "~/wording/assign-many";

/** One row of the preview: the seat, who would get it and until when, or why nobody. */
export type PlannedSeat = EmptySeat & {
  reviewerId: string | null;
  /** What an editor weighs about that person, or why the seat stays empty. */
  facts: string[];
  /** Who can be asked for it at all. */
  choices: { id: string; label: string }[];
};

type Choice = { whom: string; name: string; spreadsDays: boolean };

/** How far ahead the days of reviews are spread, in working days. */
const daysAhead = 120;

/** Proposes somebody for each seat; nothing is asked of anybody yet. */
export async function planSeats(
  seats: readonly EmptySeat[],
  choice: Choice,
): Promise<PlannedSeat[]> {
  const candidates = await findCandidates(seats);
  const of = (seat: EmptySeat) => candidates.get(roundAndNeed(seat)) ?? [];
  const given =
    choice.whom === "spread"
      ? bySpreading(seats, of)
      : toOne(seats, of, choice);
  const days = choice.spreadsDays
    ? await findDays(seats, given)
    : new Map<string, Day>();
  return seats.map((seat) => {
    const { person, why } = given.get(seat.key) ?? nobody(seat, of);
    return {
      ...seat,
      reviewBy: days.get(seat.key) ?? seat.reviewBy,
      reviewerId: person?.id ?? null,
      facts: person
        ? [
            loadAfter(person, countOf(given, person.id)),
            ...candidateTies(person, seat.language),
          ]
        : why
          ? [notGivenInWords(why)]
          : [],
      choices: of(seat)
        .filter(({ blockers }) => blockers.length === 0)
        .map(({ id, name, openReviews, capacity }) => ({
          id,
          label: `${name} (${String(openReviews)} of ${String(capacity)} open)`,
        })),
    };
  });
}

type GivenTo = { person: Candidate | null; why: NotGiven | null };
type Given = Map<string, GivenTo>;
type CandidatesOf = (seat: EmptySeat) => readonly Candidate[];

function bySpreading(seats: readonly EmptySeat[], of: CandidatesOf): Given {
  const answer = spreadSeats(
    seats.map((seat) => ({
      key: seat.key,
      roundId: seat.roundId,
      candidates: of(seat).map((each) => ({
        ...each,
        canBeAsked: each.blockers.length === 0,
        isForEditor: each.interests.length > 0 || each.awayUntil !== null,
        isSecondChoice: candidateTies(each, seat.language).length > 0,
      })),
    })),
  );
  return new Map(
    seats.map((seat) => {
      const id = answer.get(seat.key);
      const person = of(seat).find((each) => each.id === id);
      return [seat.key, person ? { person, why: null } : nobody(seat, of)];
    }),
  );
}

function toOne(
  seats: readonly EmptySeat[],
  of: CandidatesOf,
  { whom, name }: Choice,
): Given {
  const rounds = new Set<string>();
  return new Map(
    seats.map((seat): [string, GivenTo] => {
      const person = of(seat).find(({ id }) => id === whom);
      if (!person) return refusedRow(seat, { because: "not_verified", name });
      const { blockers } = person;
      if (blockers.length > 0)
        return refusedRow(seat, { because: "blocked", name, blockers });
      if (rounds.has(seat.roundId))
        return refusedRow(seat, { because: "twice_in_round", name });
      rounds.add(seat.roundId);
      return [seat.key, { person, why: null }];
    }),
  );
}

function refusedRow({ key }: EmptySeat, why: NotGiven): [string, GivenTo] {
  return [key, { person: null, why }];
}

function nobody(seat: EmptySeat, of: CandidatesOf) {
  const because = of(seat).length === 0 ? "no_candidates" : "nobody_left";
  return { person: null, why: { because } as const };
}

function countOf(given: Given, personId: string): number {
  return [...given.values()].filter(({ person }) => person?.id === personId)
    .length;
}

async function findDays(seats: readonly EmptySeat[], given: Given) {
  const requests = seats.flatMap(({ key, reviewBy }) => {
    const personId = given.get(key)?.person?.id;
    return personId ? [{ key, personId, reviewBy }] : [];
  });
  const [open, workingDays] = await Promise.all([
    listOpenReviewDays(requests.map(({ personId }) => personId)),
    listWorkingDays(daysAhead),
  ]);
  return spreadDays(requests, open, workingDays);
}

const roundAndNeed = ({ roundId, expertise }: EmptySeat) =>
  `${roundId} ${expertise}`;

/** Each round and expertise is looked up once, one after the other. */
async function findCandidates(seats: readonly EmptySeat[]) {
  const found = new Map<string, Candidate[]>();
  for (const seat of seats) {
    const key = roundAndNeed(seat);
    if (!found.has(key))
      // Whoever is outside the desk is asked one by one, on the page itself.
      found.set(
        key,
        (await listCandidates(seat.roundId, seat.expertise)).filter(
          ({ isOutside }) => !isOutside,
        ),
      );
  }
  return found;
}
