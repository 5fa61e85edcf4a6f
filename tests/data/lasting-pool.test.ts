import { afterAll, beforeAll, expect, test } from "vitest";
import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { createTestDatabase, type TestDatabase } from "../support/database";

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

async function connection(): Promise<number | undefined> {
  const { rows } = await appPool().query<{ pid: number }>(
    "SELECT pg_backend_pid() AS pid",
  );
  return rows[0]?.pid;
}

test("a connection is kept when an act on it is refused, or a statement is wrong", async () => {
  const before = await connection();
  const refused = await runAct(appPool(), "publish", ["nobody", null]);
  expect(refused.ok).toBe(false);
  expect(await connection()).toBe(before);
  await expect(appPool().query("SELECT nothing")).rejects.toThrow("nothing");
  expect(await connection()).toBe(before);
});

test("what a refused statement began is over: the next one begins anew", async () => {
  await expect(
    appPool().query("SELECT set_config('desk.test', 'set', false), 1 / 0"),
  ).rejects.toThrow("division by zero");
  const { rows } = await appPool().query<{ xact: string | null }>(
    "SELECT nullif(current_setting('desk.test', true), '') AS xact",
  );
  expect(rows).toEqual([{ xact: null }]);
});

test("a connection that is lost in the middle of a statement fails it, and another takes its place", async () => {
  const before = await connection();
  const answer = appPool()
    .query("SELECT pg_sleep(600)")
    .then(() => "an answer")
    .catch(String);
  await expect.poll(() => endWhileBusy(before), { timeout: 60_000 }).toBe(true);
  expect(await answer).toMatch(/terminat/);
  expect(await connection()).not.toBe(before);
});

/** Ends a connection once its statement runs, as the superuser; whether it did. */
async function endWhileBusy(pid: number | undefined): Promise<boolean> {
  const client = await db.owner.connect();
  try {
    await client.query("BEGIN; SET LOCAL ROLE NONE");
    const { rows } = await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND state = 'active'",
      [pid],
    );
    return rows.length > 0;
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}
