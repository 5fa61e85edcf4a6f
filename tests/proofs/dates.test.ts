import { afterAll, beforeAll, expect, test } from "vitest";
import { randomFrom } from "../model/random";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  addMonths,
  civilOf,
  lastOf,
  numberOf,
  readCivil,
  spell,
  weekdayOf,
} from "./civil";
import { midnightsOf } from "./zones";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const count = 5_000;
const random = randomFrom(29_02);

/** Any day of two centuries; every third one is the end of a month or near it. */
function someDay(): string {
  const number = random.whole(-36_000, 36_000);
  const { year, month, day } = civilOf(number);
  if (random.happens(0.1)) return spell({ year: 2028, month: 2, day: 29 });
  return random.happens(0.33)
    ? spell({ year, month, day: lastOf(year, month) - random.whole(0, 1) })
    : spell({ year, month, day });
}

test("5,000 days and intervals of months end where counting on the fingers ends", async () => {
  const cases = Array.from({ length: count }, () => ({
    day: someDay(),
    months: random.whole(1, 60),
    grace: random.whole(0, 180),
  }));
  const { rows } = await db.owner.query<{
    due: string;
    grace_ends: string;
    correction: string;
  }>(
    `SELECT (d + make_interval(months => m))::date::text AS due, ((d + make_interval(months => m))::date + g)::text AS grace_ends, (d + 30)::text AS correction
       FROM unnest($1::date[], $2::int[], $3::int[]) WITH ORDINALITY t(d, m, g, n) ORDER BY n`,
    [
      cases.map((c) => c.day),
      cases.map((c) => c.months),
      cases.map((c) => c.grace),
    ],
  );
  const differences = cases.flatMap(({ day, months, grace }, n) => {
    const due = addMonths(readCivil(day), months);
    const expected = {
      due: spell(due),
      grace_ends: spell(civilOf(numberOf(due) + grace)),
      correction: spell(civilOf(numberOf(readCivil(day)) + 30)),
    };
    return JSON.stringify(rows[n]) === JSON.stringify(expected)
      ? []
      : [`${day} + ${months} months + ${grace}: ${JSON.stringify(rows[n])}`];
  });
  console.log(
    `dates: ${rows.length} days and intervals, ${cases.filter((c) => c.day.endsWith("-02-29")).length} from 29 February, ${differences.length} differences`,
  );
  expect(differences).toEqual([]);
  expect(rows).toHaveLength(count);
});

test("the working day before is the last one that is neither weekend nor holiday", async () => {
  const holidays = Array.from({ length: 2_000 }, someDay);
  await db.owner.query(
    "INSERT INTO desk.holiday SELECT DISTINCT d, 'A holiday' FROM unnest($1::date[]) d",
    [holidays],
  );
  const free = new Set(holidays);
  const days = Array.from({ length: count }, () =>
    random.happens(0.4) ? random.pick(holidays) : someDay(),
  );
  const { rows } = await db.owner.query<{ found: string }>(
    `SELECT desk.previous_working_day(d)::text AS found FROM unnest($1::date[]) WITH ORDINALITY t(d, n) ORDER BY n`,
    [days],
  );
  const differences = days.flatMap((day, n) => {
    let number = numberOf(readCivil(day));
    while (weekdayOf(number) > 4 || free.has(spell(civilOf(number))))
      number -= 1;
    const expected = spell(civilOf(number));
    return rows[n]?.found === expected ? [] : [`${day}: ${rows[n]?.found}`];
  });
  console.log(
    `working days: ${days.length} days with ${free.size} holidays, ${differences.length} differences`,
  );
  expect(differences).toEqual([]);
});

test("a day begins at the desk's own midnight, summer time or not", async () => {
  let compared = 0;
  const differences: string[] = [];
  for (const { zone, moments } of midnightsOf(random)) {
    await db.owner.query("UPDATE desk.desk_setting SET time_zone = $1", [zone]);
    const { rows } = await db.owner.query<{ day: string }>(
      `SELECT desk.day_of(to_timestamp(m))::text AS day FROM unnest($1::float8[]) WITH ORDINALITY t(m, n) ORDER BY n`,
      [moments.map(({ second }) => second)],
    );
    moments.forEach(({ second, day }, n) => {
      compared += 1;
      if (rows[n]?.day !== day)
        differences.push(`${zone} ${second}: ${rows[n]?.day}, not ${day}`);
    });
  }
  console.log(
    `midnights: ${compared} moments a minute or less from midnight in 6 zones, ${differences.length} differences`,
  );
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThanOrEqual(count);
});
