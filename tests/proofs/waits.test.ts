import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { tryWaits } from "./waits";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("what could change the answer waits until a publication is through", async () => {
  const { tried, faults } = await tryWaits(db);
  console.log(
    `waits: ${tried} pairs of acts, ${faults.length} that did not wait for the right thing`,
  );
  expect(faults).toEqual([]);
  expect(tried).toBeGreaterThanOrEqual(12);
});
