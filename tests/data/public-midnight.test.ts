import { afterAll, afterEach, expect, test } from "vitest";
import { createWorld, type World } from "../support/world";
import { hidden, readersView, shown } from "./readers";

let world: World;
afterEach(() => world.drop());

const soon = { ...shown, state: "due_soon", isOverdueInDates: false };
const late = { ...shown, state: "overdue", isOverdueInDates: true };
const gone = { ...hidden, state: "withheld", isOverdueInDates: true };
const live = { ...shown, state: "live", isOverdueInDates: false };

/** Midnights of a page reviewed on 2 March 2026, due a year later, with 30 days of grace. */
const midnights = {
  // Clocks go forward on 28 March 2027, so that the last one is an hour earlier.
  "Europe/London": [
    "2027-01-01T00:00:00Z",
    "2027-03-03T00:00:00Z",
    "2027-04-01T23:00:00Z",
  ],
  // Clocks go forward on 14 March 2027.
  "America/New_York": [
    "2027-01-01T05:00:00Z",
    "2027-03-03T05:00:00Z",
    "2027-04-02T04:00:00Z",
  ],
};

let instants = 0;

test.each(Object.entries(midnights))(
  "in %s each state begins at midnight there, on every surface at once",
  async (timeZone, [nearlyDue = "", overdue = "", withheld = ""]) => {
    world = await createWorld({ at: "2026-03-02T15:00:00Z", timeZone });
    const { slug } = (await world.published("ros1")).page;
    const expected: [midnight: string, before: object, after: object][] = [
      [nearlyDue, live, soon],
      [overdue, soon, { ...late, daysOverdue: 1 }],
      [withheld, { ...late, daysOverdue: 30 }, { ...gone, daysOverdue: 31 }],
    ];
    const seen = [];
    for (const [midnight, before, after] of expected) {
      for (const seconds of [-3600, -15, 0, 3600]) {
        const moment = new Date(Date.parse(midnight) + seconds * 1000);
        await world.database.stopClock(moment.toISOString());
        instants += 1;
        const view = await readersView(slug);
        seen.push({ midnight, seconds, view });
        expect(view, `${midnight} and ${String(seconds)} s`).toMatchObject(
          seconds < 0 ? before : after,
        );
      }
    }
    expect(seen).toHaveLength(12);
  },
);

test("a page reviewed on 29 February falls overdue after 28 February a year later", async () => {
  world = await createWorld({ at: "2028-02-29T09:00:00Z" });
  const { slug } = (await world.published("ros1")).page;
  await world.database.stopClock("2029-02-28T23:59:30Z");
  expect(await readersView(slug)).toMatchObject(soon);
  await world.database.stopClock("2029-03-01T00:00:00Z");
  expect(await readersView(slug)).toMatchObject(late);
});

test("a patient Q&A has no day of grace: its first overdue day shows no text", async () => {
  world = await createWorld();
  const { slug } = (await world.published("brca2")).page;
  await world.database.stopClock("2026-09-02T22:59:30Z");
  expect(await readersView(slug)).toMatchObject(soon);
  await world.database.stopClock("2026-09-02T23:00:00Z");
  expect(await readersView(slug)).toMatchObject({ ...gone, daysOverdue: 1 });
});

afterAll(() => {
  console.info(`midnights: ${String(instants)} instants in 2 zones`);
});
