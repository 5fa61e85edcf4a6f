import { type Day, daysBetween } from "./days";
import type { HeldReview, Reviewers } from "./backlog-plan";

type Wanted = {
  seats: readonly string[];
  weeks: number;
  authorIds: readonly string[];
};

/**
 * How many more reviews each person can hold in each week, counted from a
 * Monday. What is taken stays taken, so that the first week with room for one
 * kind of review never moves back.
 */
export class ReviewerRoom {
  readonly #free = new Map<string, number[]>();
  readonly #holders: ReadonlyMap<string, readonly string[]>;
  readonly #weeks: number;
  readonly #firstWeekFor = new Map<string, number>();

  constructor({ room, holders, held }: Reviewers, firstMonday: Day) {
    this.#holders = holders;
    let weeks = 0;
    for (const { weekStart, personId, reviews } of room) {
      const week = weekOf(firstMonday, weekStart);
      if (week < 0) continue;
      weeks = Math.max(weeks, week + 1);
      const free = this.#free.get(personId) ?? [];
      free[week] = reviews;
      this.#free.set(personId, free);
    }
    this.#weeks = weeks;
    // Whoever is named is held first: anybody will do for the others.
    for (const review of held.filter(({ personId }) => personId !== null))
      this.#hold(review, firstMonday);
    for (const review of held.filter(({ personId }) => personId === null))
      this.#hold(review, firstMonday);
  }

  /** Seats for which fewer people could ever be asked than are wanted, each once. */
  lacksFor(seats: readonly string[], authorIds: readonly string[]): string[] {
    const possible = seats.map((seat) => this.#whoCould(seat, authorIds));
    if (match(possible, () => 0)) return [];
    const short = seats.filter(
      (seat, index) =>
        (possible[index]?.length ?? 0) <
        seats.filter((other) => other === seat).length,
    );
    return [...new Set(short.length > 0 ? short : seats)];
  }

  /** The first week with room for every seat, and who is taken for each; null when there is none. */
  take({ seats, weeks, authorIds }: Wanted) {
    const kind = JSON.stringify([seats, weeks, authorIds]);
    const could = seats.map((seat) => this.#whoCould(seat, authorIds));
    for (
      let week = this.#firstWeekFor.get(kind) ?? 0;
      week + weeks <= this.#weeks;
      week += 1
    ) {
      const free = could.map((people) =>
        people.filter((person) => this.#roomOf(person, week, weeks) > 0),
      );
      const people = match(
        free,
        (person) => -this.#roomOf(person, week, weeks),
      );
      if (!people) continue;
      for (const person of people) this.#use(person, week, week + weeks);
      this.#firstWeekFor.set(kind, week);
      return { week, people };
    }
    this.#firstWeekFor.set(kind, this.#weeks);
    return null;
  }

  #whoCould(seat: string, authorIds: readonly string[]): string[] {
    return (this.#holders.get(seat) ?? []).filter(
      (person) => this.#free.has(person) && !authorIds.includes(person),
    );
  }

  /** The least that somebody has free in any week of so many. */
  #roomOf(person: string, from: number, weeks: number): number {
    const free = this.#free.get(person) ?? [];
    let least = Number.MAX_SAFE_INTEGER;
    for (let week = from; week < from + weeks; week += 1)
      least = Math.min(least, free[week] ?? 0);
    return least;
  }

  #use(person: string, from: number, before: number): void {
    const free = this.#free.get(person);
    if (!free) return;
    for (let week = Math.max(from, 0); week < before; week += 1)
      if (free[week] !== undefined) free[week] = (free[week] ?? 0) - 1;
  }

  /** An open review holds from now to its day, or for this week when that is past; another the weeks before its day. */
  #hold(
    { onDay, weeks, expertise, personId, isOpen }: HeldReview,
    monday: Day,
  ) {
    // What is due too soon, or was, is begun at once and takes its time.
    const last = Math.max(weekOf(monday, onDay), isOpen ? 0 : weeks - 1);
    const from = isOpen ? 0 : Math.max(last - weeks + 1, 0);
    const [freest] = this.#whoCould(expertise, []).sort(
      (one, other) =>
        this.#roomOf(other, from, last - from + 1) -
        this.#roomOf(one, from, last - from + 1),
    );
    const person = personId ?? freest;
    if (person !== undefined) this.#use(person, from, last + 1);
  }
}

/**
 * Somebody for each seat and nobody for two, the hardest seat first and of its
 * people whoever costs least; null when that cannot be. Few seats, so every
 * way is tried.
 */
function match(
  seats: readonly (readonly string[])[],
  cost: (person: string) => number,
): string[] | null {
  const given = new Array<string>(seats.length);
  const taken = new Set<string>();
  const order = seats
    .map((people, seat) => ({
      seat,
      people: [...people].sort((one, other) => cost(one) - cost(other)),
    }))
    .sort((one, other) => one.people.length - other.people.length);
  const fill = (place: number): boolean => {
    const next = order[place];
    if (!next) return true;
    for (const person of next.people) {
      if (taken.has(person)) continue;
      taken.add(person);
      given[next.seat] = person;
      if (fill(place + 1)) return true;
      taken.delete(person);
    }
    return false;
  };
  return fill(0) ? given : null;
}

function weekOf(monday: Day, day: Day): number {
  return Math.floor(daysBetween(monday, day) / 7);
}
