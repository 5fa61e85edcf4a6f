import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "~/domain/days";
import {
  type ReviewToSpread,
  spreadReviews,
  weekOf,
} from "~/domain/spread-reviews";

/** A Wednesday: its week begins on 4 January. */
const earliest = "2027-01-06";
const firstWeek = "2027-01-04";

const review = (
  pageId: string,
  dueOn: string,
  ...asks: string[]
): ReviewToSpread => ({ pageId, dueOn, asks });

test("of a week that asks for too much, the reviews due first go to the latest week with room", () => {
  const spread = spreadReviews(
    [
      review("a", "2027-02-15", "ada"),
      review("b", "2027-02-16", "ada"),
      review("c", "2027-02-17", "ada"),
      review("d", "2027-02-10", "ada"),
    ],
    [],
    () => 1,
    earliest,
  );
  const because = [{ week: "2027-02-15", who: "ada", reviews: 3, capacity: 1 }];
  expect(spread).toEqual({
    moves: [
      { pageId: "a", from: "2027-02-15", to: "2027-01-25", because },
      { pageId: "b", from: "2027-02-16", to: "2027-02-02", because },
    ],
    left: [],
  });
});

test("nothing moves to a day before the earliest, and what is asked for already takes up room", () => {
  const spread = spreadReviews(
    [review("a", "2027-01-11", "ada"), review("b", "2027-01-12", "ada")],
    [],
    () => 1,
    earliest,
  );
  expect(spread.moves).toMatchObject([{ pageId: "a", to: "2027-01-06" }]);
  const asked = [review("x", "2027-01-07", "ada")];
  const full = spreadReviews(
    [review("a", "2027-01-11", "ada"), review("b", "2027-01-12", "ada")],
    asked,
    () => 1,
    earliest,
  );
  expect(full).toEqual({
    moves: [],
    left: [{ week: "2027-01-11", who: "ada", reviews: 2, capacity: 1 }],
  });
});

test("a week in which somebody is away is emptied, and nobody else is touched", () => {
  const spread = spreadReviews(
    [review("a", "2027-02-15", "ada"), review("b", "2027-02-15", "bo")],
    [],
    (who, week) => (who === "ada" && week === "2027-02-15" ? 0 : 2),
    earliest,
  );
  expect(spread.moves).toMatchObject([{ pageId: "a", to: "2027-02-08" }]);
  expect(spread.left).toEqual([]);
});

const capacities = fc.array(fc.nat(3), { minLength: 9, maxLength: 9 });
const dueDays = fc.array(fc.nat(60), { maxLength: 30 });
const dayAfter = (days: number) => addDays(firstWeek, days);
const weekNumber = (day: string) => daysBetween(firstWeek, weekOf(day)) / 7;

test("with one reviewer, what stays over is the least that there can be, and nothing moves without need", () => {
  let moved = 0;
  let stuck = 0;
  fc.assert(
    fc.property(capacities, dueDays, (room, days) => {
      const reviews = days.map((day, place) =>
        review(`page ${String(place)}`, dayAfter(day), "ada"),
      );
      const roomOf = (_: string, week: string) => room[weekNumber(week)] ?? 0;
      const { moves, left } = spreadReviews(reviews, [], roomOf, earliest);
      const loadAt = (days_: readonly string[], week: number) =>
        days_.filter((day) => weekNumber(day) === week).length;
      const to = new Map(moves.map((move) => [move.pageId, move.to]));
      const after = reviews.map(({ pageId, dueOn }) => to.get(pageId) ?? dueOn);
      for (const { pageId, from, to: day, because } of moves) {
        expect(from).toBe(reviews.find((r) => r.pageId === pageId)?.dueOn);
        expect(day < from && day >= earliest).toBe(true);
        expect(weekNumber(day)).toBeLessThan(weekNumber(from));
        expect(because.length).toBe(1);
      }
      // Hall's condition: up to each week, what falls due against what is taken.
      const taken = (until: number) =>
        room.slice(0, until + 1).reduce((all, each) => all + each, 0);
      const least = Math.max(
        0,
        ...room.map(
          (_, week) =>
            reviews.filter(({ dueOn }) => weekNumber(dueOn) <= week).length -
            taken(week),
        ),
      );
      expect(
        left.reduce((all, week) => all + week.reviews - week.capacity, 0),
      ).toBe(least);
      const over = room.flatMap((capacity, week) =>
        loadAt(after, week) > capacity ? [week] : [],
      );
      expect(left.map(({ week }) => weekNumber(week))).toEqual(over);
      if (least === 0) {
        const needed = room.reduce(
          (all, capacity, week) =>
            all +
            Math.max(
              0,
              loadAt(
                reviews.map(({ dueOn }) => dueOn),
                week,
              ) - capacity,
            ),
          0,
        );
        expect(moves.length).toBe(needed);
      }
      moved += moves.length;
      stuck += left.length;
    }),
    { numRuns: 150, seed: 83 },
  );
  expect(moved).toBeGreaterThan(100);
  expect(stuck).toBeGreaterThan(20);
});

/** Whether some choice of weeks bears every review: tried one by one. */
function canBeBorne(
  reviews: readonly ReviewToSpread[],
  roomOf: (who: string, week: number) => number,
): boolean {
  const load = new Map<string, number>();
  const place = (index: number): boolean => {
    const next = reviews[index];
    if (!next) return true;
    for (let week = weekNumber(next.dueOn); week >= 0; week -= 1) {
      const keys = next.asks.map((who) => `${who} ${String(week)}`);
      for (const key of keys) load.set(key, (load.get(key) ?? 0) + 1);
      const isBorne = next.asks.every(
        (who) => (load.get(`${who} ${String(week)}`) ?? 0) <= roomOf(who, week),
      );
      if (isBorne && place(index + 1)) return true;
      for (const key of keys) load.set(key, (load.get(key) ?? 0) - 1);
      // A review due in the first week has nowhere to go.
      if (weekNumber(next.dueOn) === 0) break;
    }
    return false;
  };
  return place(0);
}

test("with several reviewers a page, no week stays over where any choice of weeks would do", () => {
  const people = ["ada", "bo", "cy"];
  let tight = 0;
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.nat(27),
          fc.subarray(people, { minLength: 1, maxLength: 2 }),
        ),
        { minLength: 3, maxLength: 8 },
      ),
      fc.array(fc.integer({ min: 0, max: 2 }), {
        minLength: 12,
        maxLength: 12,
      }),
      (given, rooms) => {
        const reviews = given.map(([day, asks], place) =>
          review(`page ${String(place)}`, dayAfter(day), ...asks),
        );
        const roomAt = (who: string, week: number) =>
          rooms[people.indexOf(who) * 4 + week] ?? 0;
        const { moves, left } = spreadReviews(
          reviews,
          [],
          (who, week) => roomAt(who, weekNumber(week)),
          earliest,
        );
        for (const { from, to } of moves)
          expect(to < from && to >= earliest).toBe(true);
        if (canBeBorne(reviews, roomAt)) {
          expect(left).toEqual([]);
          if (moves.length > 0) tight += 1;
        } else expect(left).not.toEqual([]);
      },
    ),
    { numRuns: 1_000, seed: 84 },
  );
  expect(tight).toBeGreaterThan(20);
});
