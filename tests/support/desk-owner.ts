import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { deskUnderTest } from "./desk-under-test";

type KeptLogins = { postgres: string; port: number };

/**
 * Asks the database of the desk under test as its owner, for what only the
 * owner may do, such as moving the clock. The logins are those that the desk
 * itself keeps in its data folder.
 */
export async function askAsOwner<Row extends object>(
  query: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const kept = await readFile(join(deskUnderTest.dataDir, "logins.json"));
  // Written by the desk itself, which would not start with another form.
  const { postgres, port } = JSON.parse(kept.toString()) as KeptLogins;
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: postgres,
    database: "desk",
  });
  await client.connect();
  try {
    await client.query("SET ROLE desk_owner");
    const { rows } = await client.query<Row>(query, values);
    return rows;
  } finally {
    await client.end();
  }
}

/**
 * Moves the desk's clock to noon, in its own zone, of the day so many days from
 * now: in the small hours nobody's digest has come yet. 0 sets it right.
 */
export async function moveClock(days: number): Promise<void> {
  await askAsOwner(
    `UPDATE desk.clock_offset SET by_interval = CASE $1::integer WHEN 0 THEN interval '0'
       ELSE (((clock_timestamp() AT TIME ZONE s.time_zone)::date + $1::integer + time '12:00') AT TIME ZONE s.time_zone) - clock_timestamp() END
       FROM desk.desk_setting s`,
    [days],
  );
}
