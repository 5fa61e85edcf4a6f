import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { differenceBetween } from "../support/schema-engine";

const schema = readFileSync(
  new URL("../../prisma/schema.prisma", import.meta.url),
  "utf8",
);

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe("the migrations and schema.prisma", () => {
  test("agree in every table, column, type, key and index", async () => {
    expect(await differenceBetween(database.urls.owner, schema)).toBeNull();
    const tables = schema.match(/^model /gm)?.length ?? 0;
    console.info(`drift: ${String(tables)} tables compared, no difference`);
    expect(tables).toBeGreaterThan(20);
  });

  const attempt = "desk.sign_in_attempt";
  test.each([
    ["a column is missing", `ALTER TABLE ${attempt} DROP COLUMN address`],
    ["a column was added", `ALTER TABLE ${attempt} ADD COLUMN shoe int`],
    ["a type changed", `ALTER TABLE ${attempt} ALTER address TYPE varchar(9)`],
    ["a value may be missing", `ALTER TABLE ${attempt} ALTER at DROP NOT NULL`],
    ["a table is missing", `DROP TABLE ${attempt}`],
    ["an index is missing", "DROP INDEX desk.session_user_idx"],
    [
      "a foreign key is missing",
      "ALTER TABLE desk.session DROP CONSTRAINT session_user_id_fkey",
    ],
  ])("are seen to differ when %s", async (_what, statement) => {
    await database.owner.query(statement);
    const difference = await differenceBetween(database.urls.owner, schema);
    expect(difference).toMatch(/(ALTER|CREATE|DROP) /);
  });
});
