import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { runRaces } from "./run-races";

const milliseconds = process.env["LONG"] === "1" ? 300_000 : 30_000;

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("thirty-two clients racing for twelve pages never publish what the chain of audit events forbids", async () => {
  const result = await runRaces(db, { milliseconds, wanted: 500 });
  const n = (count: number) => count.toLocaleString("en-GB");
  console.log(
    `races: 32 clients for ${result.seconds} s, ${n(result.acts)} acts, ${n(result.refusals)} refusals, ${n(result.publications)} publications in ${n(result.events)} audit events, ${result.accidents.length} accidents, ${result.violations.length} violations`,
  );
  expect(result.violations).toEqual([]);
  expect(result.accidents).toEqual([]);
  expect(result.publications).toBeGreaterThanOrEqual(500);
});
