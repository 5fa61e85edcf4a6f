import { describe, expect, test } from "vitest";
import { inBacklogOrder } from "~/domain/backlog-order";
import {
  type BacklogPage,
  planBacklog,
  type Reviewers,
} from "~/domain/backlog-plan";
import { addDays, daysBetween, weekdayOf } from "~/domain/days";

// A Wednesday: the first week that can be planned begins on Monday the 11th.
const today = "2027-01-06";
const monday = "2027-01-11";

const page = (id: string, known: Partial<BacklogPage> = {}): BacklogPage => ({
  ...{ id, risk: null, readersPerMonth: null, lateDays: 0 },
  ...{ seats: ["clinician"], weeks: 1, authorIds: [], underWayUntil: null },
  ...known,
});

const weekly = (personId: string, reviews: number, weeks = 20) =>
  Array.from({ length: weeks }, (_, week) => ({
    ...{ weekStart: addDays("2027-01-04", week * 7), personId, reviews },
  }));

const desk = (known: Partial<Reviewers> = {}): Reviewers => ({
  room: weekly("ann", 1),
  holders: new Map([["clinician", ["ann"]]]),
  held: [],
  ...known,
});

describe("the order", () => {
  const order = (...pages: BacklogPage[]) =>
    inBacklogOrder(pages).map(({ id }) => id);

  test("is by risk first, and nobody's word counts as medium", () => {
    expect(
      order(
        page("low", { risk: "low", lateDays: 900 }),
        page("unsaid", { lateDays: 900 }),
        page("medium", { risk: "medium", lateDays: 901 }),
        page("high", { risk: "high", lateDays: -5 }),
      ),
    ).toEqual(["high", "medium", "unsaid", "low"]);
  });

  test("then by readers in steps of ten, and an unknown number counts as some hundreds", () => {
    expect(
      order(
        page("few", { readersPerMonth: 99, lateDays: 5000 }),
        page("hundreds", { readersPerMonth: 999, lateDays: 1 }),
        page("unknown", { lateDays: 2 }),
        page("thousands", { readersPerMonth: 1000, lateDays: 0 }),
        page("most", { readersPerMonth: 10_000, lateDays: -9 }),
      ),
    ).toEqual(["most", "thousands", "unknown", "hundreds", "few"]);
  });

  test("then by lateness, pages that state no date last, and is one whatever order was given", () => {
    const pages = [
      page("none", { lateDays: null }),
      page("early", { lateDays: -100 }),
      page("b", { lateDays: 10 }),
      page("a", { lateDays: 10 }),
    ];
    expect(order(...pages)).toEqual(["a", "b", "early", "none"]);
    expect(order(...pages.reverse())).toEqual(["a", "b", "early", "none"]);
  });
});

describe("the plan", () => {
  const plan = (pages: BacklogPage[], reviewers = desk(), day = today) =>
    planBacklog(pages, reviewers, day);
  const begins = (pages: BacklogPage[], reviewers = desk()) =>
    plan(pages, reviewers).turns.map(({ id, startsOn }) => [id, startsOn]);

  test("an empty backlog is at zero today", () => {
    expect(plan([])).toMatchObject({ turns: [], zeroOn: today });
  });

  test("gives one page a week to one reviewer who takes one at a time, and says when the last is done", () => {
    const { turns, zeroOn, weeks } = plan([page("a"), page("b"), page("c")]);
    expect(turns.map(({ startsOn }) => startsOn)).toEqual([
      ...["2027-01-11", "2027-01-18", "2027-01-25"],
    ]);
    expect(zeroOn).toBe("2027-01-29");
    expect(weekdayOf(zeroOn ?? "")).toBe(5);
    expect(weeks.map(({ left }) => left)).toEqual([3, 2, 1, 0]);
  });

  test("begins today when today is a Monday", () => {
    const { turns } = plan([page("a")], desk(), monday);
    expect(turns[0]?.startsOn).toBe(monday);
  });

  test("a review holds its people as long as it takes", () => {
    expect(begins([page("a", { weeks: 3 }), page("b")])).toEqual([
      ["a", "2027-01-11"],
      ["b", "2027-02-01"],
    ]);
  });

  test("asks nobody for two seats of one page", () => {
    const holders = new Map([
      ["clinician", ["ann", "ben"]],
      ["pharmacist", ["ann"]],
    ]);
    const room = [...weekly("ann", 5), ...weekly("ben", 5)];
    const both = page("a", { seats: ["clinician", "pharmacist"] });
    const { turns } = plan([both], desk({ holders, room }));
    expect(turns[0]?.reviewerIds).toEqual(["ben", "ann"]);
    const twice = page("b", { seats: ["pharmacist", "pharmacist"] });
    expect(plan([twice], desk({ holders, room })).turns[0]).toMatchObject({
      ...{ startsOn: null, lacks: ["pharmacist"] },
    });
  });

  test("leaves out authors, and says where nobody is left", () => {
    const { turns, zeroOn } = plan([page("a", { authorIds: ["ann"] })]);
    expect(turns).toMatchObject([{ startsOn: null, lacks: ["clinician"] }]);
    expect(zeroOn).toBeNull();
  });

  test("waits for those who are away or hold reviews already, and not beyond its weeks", () => {
    const away = weekly("ann", 1).map((week, index) =>
      index < 3 ? { ...week, reviews: 0 } : week,
    );
    expect(begins([page("a")], desk({ room: away }))).toEqual([
      ["a", "2027-01-25"],
    ]);
    const open = {
      ...{ onDay: "2027-01-20", weeks: 3, expertise: "clinician" },
      ...{ personId: "ann", isOpen: true },
    };
    expect(begins([page("a")], desk({ held: [open] }))).toEqual([
      ["a", "2027-01-25"],
    ]);
    const due = { ...open, personId: null, isOpen: false, weeks: 2 };
    expect(begins([page("a", { weeks: 2 })], desk({ held: [due] }))).toEqual([
      ["a", "2027-01-25"],
    ]);
    const none = desk({ room: weekly("ann", 0) });
    expect(plan([page("a")], none)).toMatchObject({
      turns: [{ startsOn: null, lacks: [] }],
      zeroOn: null,
    });
  });

  test("a page under way is not planned again and ends with its review", () => {
    const { turns, zeroOn, weeks } = plan([
      page("late", { underWayUntil: "2026-12-01" }),
      page("open", { underWayUntil: "2027-01-21" }),
    ]);
    expect(turns.map(({ endsOn }) => endsOn)).toEqual([today, "2027-01-21"]);
    expect(zeroOn).toBe("2027-01-21");
    expect(weeks.map(({ left }) => left)).toEqual([1, 1, 0]);
  });

  test("never asks more of anybody than they take, whatever the backlog", () => {
    const people = ["ann", "ben", "cat", "dan", "eve"];
    const random = numbers(7);
    for (let run = 0; run < 20; run += 1) {
      const room = people.flatMap((person) => weekly(person, random(4), 40));
      const holders = new Map(
        ["clinician", "pharmacist", "medical_editor"].map((seat) => [
          seat,
          people.filter(() => random(2) === 1),
        ]),
      );
      const pages = Array.from({ length: random(60) + 1 }, (_, n) =>
        page(`p${String(n)}`, {
          seats: [...holders.keys()].filter(() => random(2) === 1),
          weeks: random(4) + 1,
          lateDays: random(500),
          authorIds: people.filter(() => random(8) === 0),
        }),
      );
      const { turns } = plan(pages, desk({ room, holders }));
      expect(turns).toHaveLength(pages.length);
      for (const { startsOn, reviewerIds, id } of turns) {
        if (startsOn === null) continue;
        const asked = pages.find((each) => each.id === id);
        expect(startsOn >= monday).toBe(true);
        expect(reviewerIds).toHaveLength(asked?.seats.length ?? -1);
        expect(new Set(reviewerIds).size).toBe(reviewerIds.length);
        reviewerIds.forEach((person, seat) => {
          expect(holders.get(asked?.seats[seat] ?? "")).toContain(person);
          expect(asked?.authorIds).not.toContain(person);
        });
      }
      for (const { weekStart, personId, reviews } of room) {
        const holds = turns.filter(
          ({ startsOn, endsOn, reviewerIds }) =>
            startsOn !== null &&
            endsOn !== null &&
            reviewerIds.includes(personId) &&
            daysBetween(startsOn, weekStart) >= 0 &&
            daysBetween(weekStart, endsOn) >= 0,
        );
        expect(holds.length).toBeLessThanOrEqual(reviews);
      }
    }
  });
});

/** Small whole numbers below a bound, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
