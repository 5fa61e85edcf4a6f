import { afterAll, beforeAll, expect, test } from "vitest";
import { isReviewOverdue } from "~/data/import-settings.server";
import { createTestDatabase, type TestDatabase } from "../support/database";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("a review is overdue from the day after its due day, in the desk's zone", async () => {
  const on = async (moment: string) => {
    await db.setClock(moment);
    return isReviewOverdue("2026-06-30");
  };
  expect(await on("2026-06-29T12:00:00Z")).toBe(false);
  expect(await on("2026-06-30T22:50:00Z")).toBe(false);
  // London is an hour ahead of UTC.
  expect(await on("2026-06-30T23:10:00Z")).toBe(true);
  const { rows } = await db.app.query<{ is: boolean | null }>(
    "SELECT desk.is_overdue(NULL, desk.today()) AS is",
  );
  expect(rows).toEqual([{ is: null }]);
});

/** A due day that stands, beside the day it is; what somebody types begins with p_. */
const due = String.raw`\b(?:[a-z_]+\.)?(?!p_)(?:\w+_)?due(?:_on|_day)?\b(?:\([^()]*\))?`;
const day = String.raw`(?:desk\.)?(?:today(?:\(\)|_is)?|\w+\.today|day|hour_on|p_on|p_day)\b`;
const secondDefinitions = [
  new RegExp(String.raw`${due}\)?\s*<\s*\(?${day}`),
  new RegExp(String.raw`${day}\)?\s*>\s*\(?${due}`),
];
const compares = (code: string) =>
  code
    .split("\n")
    .filter((line) => secondDefinitions.some((each) => each.test(line)))
    .map((line) => line.trim());

test("no function and no view of the desk has a second definition of overdue", async () => {
  const { rows } = await db.owner.query<{ name: string; code: string }>(
    `SELECT p.proname AS name, pg_get_functiondef(p.oid) AS code FROM pg_proc p
      WHERE p.pronamespace = 'desk'::regnamespace AND p.prokind = 'f' AND p.proname <> 'is_overdue'
     UNION ALL
     SELECT c.relname, pg_get_viewdef(c.oid) FROM pg_class c WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind = 'v'`,
  );
  expect(rows.length).toBeGreaterThan(300);
  expect(
    rows.flatMap(({ name, code }) =>
      compares(code).map((line) => `${name}: ${line}`),
    ),
  ).toEqual([]);
  const asking = rows.filter(({ code }) => code.includes("is_overdue("));
  expect(asking.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["date_blockers", "dated_state", "page_standing"]),
  );
});

test("a second definition would be seen", () => {
  for (const line of [
    "IF dates.next_review_due < today() THEN",
    "WHERE effective_due(live_id) < today()",
    "WHEN today > next_review_due THEN 'overdue'",
    "CASE WHEN ended_at IS NULL AND (s.next_review_due < day.today) THEN 1 END",
    "WHERE d.next_review_due < hour_on",
  ])
    expect(compares(line), line).toEqual([line]);
  expect(compares("IF p_due < today() + 14 THEN")).toEqual([]);
});
