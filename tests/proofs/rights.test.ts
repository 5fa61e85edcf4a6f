import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  functionSurprises,
  structureSurprises,
  tableSurprises,
} from "./rights";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("every role may do to every table and view what the table of rights says, and no more", async () => {
  const { compared, surprises } = await tableSurprises(db);
  console.log(
    `rights on tables: ${compared} combinations, ${surprises.length} surprises`,
  );
  expect(surprises).toEqual([]);
  expect(compared).toBeGreaterThan(3_000);
});

test("every role may call the functions that the table of rights says, and no more", async () => {
  const { compared, surprises } = await functionSurprises(db);
  console.log(
    `rights on functions: ${compared} combinations, ${surprises.length} surprises`,
  );
  expect(surprises).toEqual([]);
  expect(compared).toBeGreaterThan(400);
});

test("no function is open to anybody, none acts as its owner on a borrowed path, and all belong to the owner", async () => {
  expect(await structureSurprises(db)).toEqual([]);
});
