import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyMigrations } from "../../app/start/migrations.mjs";
import { StartRefusal } from "../../app/start/refusal.mjs";
import {
  type BlankDatabase,
  createBlankDatabase,
} from "../support/blank-database";

let database: BlankDatabase;
let folder: string;

beforeEach(async () => {
  database = await createBlankDatabase();
  folder = await mkdtemp(join(tmpdir(), "migrations-"));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function write(name: string, sql: string) {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, "migration.sql"), sql);
}

async function ledger() {
  const client = await database.connect();
  const { rows } = await client.query(
    "SELECT migration_name AS name, checksum, finished_at FROM desk._prisma_migrations ORDER BY started_at, name",
  );
  return rows;
}

describe("the migration runner", () => {
  test("applies what is missing in the order of the names, once", async () => {
    const client = await database.connect();
    await write("0002_more", "ALTER TABLE desk.thing ADD COLUMN name text;");
    await write("0001_first", "CREATE TABLE desk.thing (id int);");
    expect(await applyMigrations(client, folder)).toEqual([
      "0001_first",
      "0002_more",
    ]);
    expect(await applyMigrations(client, folder)).toEqual([]);
    await write("0003_last", "CREATE TABLE desk.other (id int);");
    expect(await applyMigrations(client, folder)).toEqual(["0003_last"]);
    expect((await ledger()).map(({ name }) => String(name))).toEqual([
      "0001_first",
      "0002_more",
      "0003_last",
    ]);
  });

  test("records the SHA-256 of the file, as Prisma does", async () => {
    await write("0001_one", "SELECT 1;");
    await applyMigrations(await database.connect(), folder);
    expect(await ledger()).toEqual([
      {
        name: "0001_one",
        checksum:
          "17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a",
        finished_at: expect.any(Date),
      },
    ]);
  });

  test("sends a file whole, so that a function may hold semicolons", async () => {
    await write(
      "0001_function",
      "CREATE FUNCTION desk.two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$; SELECT desk.two();",
    );
    const client = await database.connect();
    await applyMigrations(client, folder);
    const { rows } = await client.query("SELECT desk.two()");
    expect(rows).toEqual([{ two: 2 }]);
  });

  test("rolls a failing file back entirely and keeps those before it", async () => {
    await write("0001_first", "CREATE TABLE desk.thing (id int);");
    await write("0002_bad", "CREATE TABLE desk.half (id int);\n\nSELECT nope;");
    const client = await database.connect();
    const run = applyMigrations(client, folder);
    await expect(run).rejects.toThrow(StartRefusal);
    await expect(run).rejects.toThrow(
      /^The migration 0002_bad failed at line 3: .*nothing of it was applied\.$/,
    );
    const { rows } = await client.query(
      "SELECT to_regclass('desk.thing') IS NOT NULL AS thing, to_regclass('desk.half') IS NOT NULL AS half",
    );
    expect(rows).toEqual([{ thing: true, half: false }]);
    expect(await ledger()).toHaveLength(1);
    await write("0002_bad", "CREATE TABLE desk.half (id int);");
    expect(await applyMigrations(client, folder)).toEqual(["0002_bad"]);
  });

  test("refuses a file that was changed after it was applied", async () => {
    await write("0001_first", "CREATE TABLE desk.thing (id int);");
    const client = await database.connect();
    await applyMigrations(client, folder);
    await write("0001_first", "CREATE TABLE desk.thing (id bigint);");
    await write("0002_next", "CREATE TABLE desk.other (id int);");
    await expect(applyMigrations(client, folder)).rejects.toThrow(
      "The migration 0001_first was changed after it was applied",
    );
    expect(await ledger()).toHaveLength(1);
  });

  test("refuses a database that is newer than the program", async () => {
    await write("0001_first", "SELECT 1;");
    await write("0002_newer", "SELECT 2;");
    const client = await database.connect();
    await applyMigrations(client, folder);
    await rm(join(folder, "0002_newer"), { recursive: true });
    await expect(applyMigrations(client, folder)).rejects.toThrow(
      "The database has the migration 0002_newer, which this version of the desk does not know",
    );
  });

  test("lets two runners go at once and applies each file by one of them", async () => {
    await write("0001_first", "CREATE TABLE desk.thing (id int);");
    await write("0002_slow", "SELECT pg_sleep(0.2); CREATE TABLE desk.b ();");
    const runs = await Promise.all(
      [1, 2, 3].map(async () =>
        applyMigrations(await database.connect(), folder),
      ),
    );
    expect(runs.flat().sort()).toEqual(["0001_first", "0002_slow"]);
    expect(await ledger()).toHaveLength(2);
  });
});
