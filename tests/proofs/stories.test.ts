import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { tellStories } from "./stories";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test("what falls, falls, and what is held, is held, in every story told on purpose", async () => {
  const { steps, disagreements } = await tellStories(db);
  console.log(
    `stories: ${steps} steps compared with the model, ${disagreements.length} disagreements`,
  );
  expect(disagreements).toEqual([]);
  expect(steps).toBe(9);
});
