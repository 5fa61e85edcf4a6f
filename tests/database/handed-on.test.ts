import { expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { createWorld } from "../support/world";

/** The database that a test would be given next: its name, and all that it holds. */
async function lookAt(db: TestDatabase) {
  const { rows } = await db.owner.query<{ name: string }>(
    "SELECT current_database() AS name",
  );
  const tables = await db.owner.query<{ table: string }>(
    "SELECT format('desk.%I', relname) AS table FROM pg_class WHERE relnamespace = 'desk'::regnamespace AND relkind = 'r'",
  );
  const held: Record<string, unknown> = {};
  for (const { table } of tables.rows) {
    const found = await db.owner.query<{ rows: string }>(
      `SELECT json_agg(t ORDER BY t::text)::text AS rows FROM ${table} t`,
    );
    held[table] = found.rows[0]?.rows ?? null;
  }
  const sequences = await db.owner.query(
    "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1",
  );
  return { name: rows[0]?.name, held: { ...held, numbers: sequences.rows } };
}

test("a database that was used, and is handed on, holds what a new one holds", async () => {
  const world = await createWorld();
  await world.published("ros1");
  const used = await lookAt(world.database);
  await world.drop();
  const handedOn = await createTestDatabase({ isEmpty: true });
  const anew = await createTestDatabase({ isEmpty: true });
  try {
    const [next, fresh] = [await lookAt(handedOn), await lookAt(anew)];
    expect(next.name).toBe(used.name);
    expect(fresh.name).not.toBe(used.name);
    expect(next.held).toEqual(fresh.held);
    expect(used.held).not.toEqual(fresh.held);
  } finally {
    await anew.drop();
    await handedOn.drop();
  }
});

test.each([
  [
    "anybody may call a function",
    "GRANT EXECUTE ON FUNCTION desk.counted_approvals TO PUBLIC",
  ],
  [
    "a function was added",
    "CREATE FUNCTION desk.another() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  ],
  ["a function was taken away", "DROP FUNCTION desk.publish(text, uuid)"],
  [
    "a function belongs to somebody else",
    "SET ROLE NONE; ALTER FUNCTION desk.publish(text, uuid) OWNER TO postgres; SET ROLE desk_owner",
  ],
  ["a trigger was taken away", "DROP TRIGGER immutable ON desk.decision"],
  ["a right was given", "GRANT INSERT ON desk.publication TO desk_app"],
  ["its plans would go by other figures", "ANALYZE desk.review_rules"],
  ["a table was added", "CREATE TABLE desk.another (id int)"],
])("a database is not handed on when %s", async (_, statement) => {
  const changed = await createTestDatabase();
  const { name } = await lookAt(changed);
  await changed.owner.query(
    "INSERT INTO desk.holiday VALUES ('2031-01-01', 'A holiday')",
  );
  await changed.owner.query(statement);
  await changed.drop();
  const next = await createTestDatabase();
  expect((await lookAt(next)).name).not.toBe(name);
  await next.drop();
});

test("a function that was changed is what it was, in a database that is handed on", async () => {
  const functionsOf = async (db: TestDatabase) => {
    const { rows } = await db.owner.query<{ function: string }>(
      "SELECT p::text AS function FROM pg_proc p WHERE pronamespace = 'desk'::regnamespace ORDER BY oid",
    );
    return rows.map((row) => row.function);
  };
  const fresh = await createTestDatabase();
  const { name } = await lookAt(fresh);
  const were = await functionsOf(fresh);
  await fresh.stopClock("2031-01-01T12:00:00Z");
  await fresh.owner.query(
    "ALTER FUNCTION desk.publish(text, uuid) RESET search_path",
  );
  expect(await functionsOf(fresh)).not.toEqual(were);
  await fresh.drop();
  const next = await createTestDatabase();
  expect((await lookAt(next)).name).toBe(name);
  expect(await functionsOf(next)).toEqual(were);
  const { rows } = await next.app.query<{ year: number }>(
    "SELECT extract(year FROM desk.clock())::integer AS year",
  );
  expect(rows[0]?.year).not.toBe(2031);
  await next.drop();
});

test("a connection forgets what a test set for it", async () => {
  const first = await createTestDatabase();
  const { name } = await lookAt(first);
  await first.app.query(
    "SET statement_timeout = 3600000; SET search_path = pg_catalog",
  );
  await first.drop();
  const next = await createTestDatabase();
  const { rows } = await next.app.query<{ timeout: string; path: string }>(
    "SELECT current_setting('statement_timeout') AS timeout, current_setting('search_path') AS path",
  );
  expect((await lookAt(next)).name).toBe(name);
  expect(rows).toEqual([{ timeout: "0", path: "desk,pg_temp" }]);
  await next.drop();
});
