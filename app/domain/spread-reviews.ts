import { addDays, type Day, daysBetween, weekdayOf } from "./days";

/**
 * One page whose next review falls due, and whom that asks for a review: a
 * person, or everybody of an expertise together. One asked twice stands twice.
 */
export type ReviewToSpread = {
  pageId: string;
  dueOn: Day;
  asks: readonly string[];
};

/** How many reviews somebody takes in the week that begins on a Monday. */
export type RoomOf = (who: string, week: Day) => number;

/** A review that would be brought forward, and who is asked for too much in its week. */
export type ProposedMove = {
  pageId: string;
  from: Day;
  to: Day;
  because: readonly OverWeek[];
};

/** A week that asks somebody for more than they take. */
export type OverWeek = {
  week: Day;
  who: string;
  reviews: number;
  capacity: number;
};

export type Spread = {
  moves: ProposedMove[];
  /** Weeks that ask for more than is taken also after every move. */
  left: OverWeek[];
};

const mostTries = 40;

/**
 * Moves reviews to earlier weeks, never to a later one and never before
 * `earliest`, so that no week asks anybody for more than they take. Each goes
 * to the latest week that bears it, on the same day of the week (or on
 * `earliest`, in its week); of one week the reviews due last stay. Reviews due
 * before the week of `earliest`, or in it, stay, and so do `fixed` ones: they
 * take up room. A review for which no earlier week has room stays where it is,
 * and its week is named among those that are left. Where each review asks one
 * for one review, what stays over is the least that there can be; where they
 * ask several, those that found no room are tried again, first, up to 40 times.
 * Throws RangeError for what is no day.
 */
export function spreadReviews(
  reviews: readonly ReviewToSpread[],
  fixed: readonly ReviewToSpread[],
  roomOf: RoomOf,
  earliest: Day,
): Spread {
  const first = weekOf(earliest);
  const weekNumber = (day: Day) => daysBetween(first, weekOf(day)) / 7;
  const isMovable = ({ dueOn }: ReviewToSpread) => weekNumber(dueOn) > 0;
  const inPlace = [...fixed, ...reviews.filter((each) => !isMovable(each))];
  const movable = reviews
    .filter(isMovable)
    .map((review) => ({ ...review, week: weekNumber(review.dueOn) }))
    .sort(
      (one, other) =>
        one.week - other.week ||
        compare(other.dueOn, one.dueOn) ||
        compare(one.pageId, other.pageId),
    );
  const over = overWeeks([...inPlace, ...movable], roomOf);
  const overAt = new Map(
    over.map((each) => [keyOf(each.who, each.week), each]),
  );
  const books = openBooks(inPlace, movable, roomOf, weekNumber);
  const placed = placeAll(movable, books);
  const dayAt = ({ pageId, dueOn, week }: Movable) => {
    const back = week - (placed.get(pageId) ?? week);
    const day = addDays(dueOn, -7 * back);
    return back > 0 && day < earliest ? earliest : day;
  };
  const moves = movable
    .map((review) => ({ review, to: dayAt(review) }))
    .filter(({ review, to }) => to !== review.dueOn)
    .map(({ review: { pageId, dueOn, asks }, to }) => ({
      pageId,
      from: dueOn,
      to,
      because: [...new Set(asks)].flatMap(
        (who) => overAt.get(keyOf(who, weekOf(dueOn))) ?? [],
      ),
    }))
    .sort(
      (one, other) =>
        compare(one.from, other.from) || compare(one.pageId, other.pageId),
    );
  const moved = movable.map((each) => ({ ...each, dueOn: dayAt(each) }));
  return { moves, left: overWeeks([...inPlace, ...moved], roomOf) };
}

/** The Monday of a day's week. Throws RangeError for what is no day. */
export function weekOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** `week` counts from that of the earliest day, which is 0. */
type Movable = ReviewToSpread & { week: number };

/** For each person what their weeks bear, those that stay taken off. */
type Books = Map<string, number[]>;

function openBooks(
  inPlace: readonly ReviewToSpread[],
  movable: readonly Movable[],
  roomOf: RoomOf,
  weekNumber: (day: Day) => number,
): Books {
  const last = Math.max(0, ...movable.map(({ week }) => week));
  const earliest = movable[0];
  const books: Books = new Map();
  if (!earliest) return books;
  const first = addDays(weekOf(earliest.dueOn), -7 * earliest.week);
  for (const who of new Set(movable.flatMap(({ asks }) => asks)))
    books.set(
      who,
      Array.from({ length: last + 1 }, (_, week) =>
        roomOf(who, addDays(first, 7 * week)),
      ),
    );
  for (const { dueOn, asks } of inPlace)
    for (const who of asks) take(books.get(who), weekNumber(dueOn), 1);
  return books;
}

/** The week of each page; those without room have none. The best of several tries. */
function placeAll(
  movable: readonly Movable[],
  books: Books,
): ReadonlyMap<string, number> {
  let order = [...movable];
  let best = tryInOrder(order, books);
  let latest = best;
  for (let tries = 1; best.failed.size > 0 && tries < mostTries; tries += 1) {
    const { failed } = latest;
    order = [
      ...order.filter(({ pageId }) => failed.has(pageId)),
      ...order.filter(({ pageId }) => !failed.has(pageId)),
    ];
    latest = tryInOrder(order, books);
    if (latest.failed.size < best.failed.size) best = latest;
  }
  return best.weeks;
}

type Try = { weeks: Map<string, number>; failed: Set<string> };

function tryInOrder(order: readonly Movable[], books: Books): Try {
  const room = new Map([...books].map(([who, weeks]) => [who, [...weeks]]));
  const weeks = new Map<string, number>();
  const failed = new Set<string>();
  for (const { pageId, week: own, asks } of order) {
    const wanted = [...countEach(asks)].map(
      ([who, count]) => [room.get(who) ?? [], count] as const,
    );
    let week = own;
    while (
      week >= 0 &&
      !wanted.every(([bears, count]) => (bears[week] ?? 0) >= count)
    )
      week -= 1;
    if (week < 0) {
      failed.add(pageId);
      continue;
    }
    weeks.set(pageId, week);
    for (const [bears, count] of wanted) take(bears, week, count);
  }
  return { weeks, failed };
}

function take(bears: number[] | undefined, week: number, count: number): void {
  const now = bears?.[week];
  if (bears && now !== undefined) bears[week] = now - count;
}

function overWeeks(
  reviews: readonly ReviewToSpread[],
  roomOf: RoomOf,
): OverWeek[] {
  const load = new Map<string, OverWeek>();
  for (const { dueOn, asks } of reviews)
    for (const who of asks) {
      const week = weekOf(dueOn);
      const key = keyOf(who, week);
      const known = load.get(key);
      if (known) known.reviews += 1;
      else
        load.set(key, { week, who, reviews: 1, capacity: roomOf(who, week) });
    }
  return [...load.values()]
    .filter(({ reviews: count, capacity }) => count > capacity)
    .sort(
      (one, other) =>
        compare(one.week, other.week) || compare(one.who, other.who),
    );
}

function countEach(asks: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const who of asks) counts.set(who, (counts.get(who) ?? 0) + 1);
  return counts;
}

function keyOf(who: string, week: Day): string {
  return `${week} ${who}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
