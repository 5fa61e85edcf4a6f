import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { attacks, runAttacks } from "./run-attacks";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("no attack of a role that does not own the desk gets through, and none changes a row", async () => {
  const through = await runAttacks(db);
  const outside = attacks.filter((attack) => attack.as !== "owner");
  console.log(
    `attacks: ${outside.length} as app, auth, checks and public, ${attacks.length - outside.length} slips of the owner, ${through.length} allowed or refused otherwise`,
  );
  expect(through).toEqual([]);
  expect(outside.length).toBeGreaterThanOrEqual(60);
});
