import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readReferenceFile } from "~/checks/reference/read-reference-file";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("the table of makers in a new desk is the file that ships", async () => {
  const { rows: stored } = await database.owner.query<object>(
    `SELECT drug, maker AS company, role, rival_groups AS "rivalGroups", other_names AS "otherNames"
       FROM desk.reference_maker`,
  );
  const name = "makers-2026-11-22.tsv";
  const bytes = await readFile(
    new URL(`../../prisma/reference/${name}`, import.meta.url),
  );
  const file = await readReferenceFile("makers", bytes, name);
  if ("error" in file) throw new Error(file.error);
  const typed: object[] = [];
  for await (const row of file.rows) typed.push(row);
  expect(file.problems).toEqual([]);
  expect(stored.length).toBeGreaterThan(200);
  const sorted = (list: object[]) =>
    list.map((row) => JSON.stringify(row)).sort();
  expect(sorted(stored)).toEqual(sorted(typed));
});
