import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { inject } from "vitest";
import { openLastingPool } from "~/data/lasting-pool.server";
import { closeConnections, connectTo } from "~/data/pools.server";
import { urlForLogin } from "../../app/start/logins.mjs";
import { withClient } from "../../app/start/connect.mjs";
import { notePristine, wipe } from "./wipe-database";

/** A migrated database of its own, with a pool for each role. */
export type TestDatabase = {
  /** The role that owns the schema; migrations and the clock go through it. */
  owner: pg.Pool;
  app: pg.Pool;
  auth: pg.Pool;
  checks: pg.Pool;
  public: pg.Pool;
  urls: {
    owner: string;
    app: string;
    auth: string;
    checks: string;
    public: string;
  };
  /** Sets the desk's clock to a moment, such as `2026-03-01T09:00:00Z`; it runs on from there. */
  setClock(moment: string): Promise<void>;
  /** Holds the desk's clock at a moment for good, so that no machine is too slow for a midnight. */
  stopClock(moment: string): Promise<void>;
  /** Moves the desk's clock on by an interval as PostgreSQL writes it, such as `3 days`. */
  advance(interval: string): Promise<void>;
  /**
   * Keeps a copy of the database as it stands, as a backup does; what it gives
   * back puts that copy in the place of the database, once. Connections are
   * ended, and open anew when they are asked.
   */
  backUp(): Promise<() => Promise<void>>;
  drop(): Promise<void>;
};

type Connections = typeof globalThis.deskConnections;

/** What a database that is done with leaves behind for the next test. */
type Kept = {
  name: string;
  database: TestDatabase;
  connections: Connections;
  /** A backup was made: it goes with it, and neither is handed on. */
  hasCopy: boolean;
};

/** Wiped databases with their connections open, whose plans are warm. */
const shelf: Kept[] = [];
const mostKept = 2;
/** The connections of `app/data` that belong to a database made here. */
const ours = new WeakSet<object>();

/**
 * Makes a database as a copy of the migrated template, or hands on one that
 * another test of this process is done with, wiped; and points the pools of
 * `app/data` at it. The desk in it is in Europe/London and in test mode, unless
 * `isEmpty`, which leaves the settings out. Drop it in `afterAll`.
 *
 * Making one takes a fifth of a second, and a connection that has planned
 * nothing yet another half before the first page is published in it.
 */
export async function createTestDatabase({
  timeZone = "Europe/London",
  isEmpty = false,
} = {}): Promise<TestDatabase> {
  const { database, connections } = shelf.pop() ?? (await makeDatabase());
  if (!isEmpty) {
    // As `initialise_desk` does, which first reads every time zone there is.
    await database.owner.query(
      "INSERT INTO desk.desk_setting (time_zone, mode) VALUES ($1, 'test')",
      [timeZone],
    );
  }
  await pointTo(connections);
  return database;
}

async function makeDatabase(): Promise<Kept> {
  const { address, passwords } = inject("testServer");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer((client) => copyDatabase(client, "desk_template", name));
  const superuser = `${address}/${name}`;
  const urlFor = (part: "app" | "auth" | "checks" | "public") =>
    urlForLogin(superuser, part, passwords[`desk_${part}_login`] ?? "");
  const urls = {
    owner: `${superuser}?options=${encodeURIComponent("-c role=desk_owner")}`,
    app: urlFor("app"),
    auth: urlFor("auth"),
    checks: urlFor("checks"),
    public: urlFor("public"),
  };
  const owner = openPool(superuser, "-c role=desk_owner ");
  const pools = {
    app: openPool(urls.app),
    auth: openPool(urls.auth),
    checks: openPool(urls.checks),
    public: openPool(urls.public),
  };
  await pointTo(undefined);
  await connectTo(urls);
  const connections = globalThis.deskConnections;
  if (connections) ours.add(connections);
  await notePristine(owner);
  const kept: Kept = {
    ...{ name, connections, hasCopy: false },
    database: {
      owner,
      ...pools,
      urls,
      setClock: async (moment) => {
        await owner.query(
          "UPDATE desk.clock_offset SET by_interval = $1::timestamptz - clock_timestamp()",
          [moment],
        );
      },
      stopClock: async (moment) => {
        await owner.query(
          `CREATE OR REPLACE FUNCTION desk.clock() RETURNS timestamptz
             LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp
             AS $$ BEGIN RETURN '${moment}'::timestamptz; END $$`,
        );
      },
      advance: async (interval) => {
        await owner.query(
          "UPDATE desk.clock_offset SET by_interval = by_interval + $1::interval",
          [interval],
        );
      },
      backUp: () => backUp(kept),
      drop: () => handOn(kept),
    },
  };
  return kept;
}

/**
 * Wipes a database for the next test. Where a test changed its tables or
 * functions, or somebody is still at work in it, it goes.
 */
async function handOn(kept: Kept): Promise<void> {
  const { name, connections } = kept;
  const now = globalThis.deskConnections;
  if (!now || now === connections || !ours.has(now)) await pointTo(undefined);
  const pools = poolsOf(kept);
  const isWanted = shelf.length < mostKept && !kept.hasCopy;
  if (isWanted && (await wipe(pools))) {
    shelf.push(kept);
    return;
  }
  await connections?.prisma.$disconnect();
  const open = pools.filter((pool) => !pool.ending);
  await Promise.all(open.map((pool) => pool.end()));
  await dropDatabase(name);
  if (kept.hasCopy)
    await onServer((client) =>
      client.query(`DROP DATABASE IF EXISTS ${name}_copy`),
    );
}

/** Every pool that is open on it, its owner's first. */
function poolsOf({ database, connections }: Kept): [pg.Pool, ...pg.Pool[]] {
  const { owner, app, auth, checks } = database;
  const { prisma: _, ...ofDesk } = connections ?? {};
  return [
    ...([owner, app, auth, checks, database.public] as const),
    ...Object.values(ofDesk),
  ];
}

async function backUp(kept: Kept): Promise<() => Promise<void>> {
  const { name } = kept;
  await whileAlone(kept, (client) =>
    copyDatabase(client, name, `${name}_copy`),
  );
  kept.hasCopy = true;
  return () =>
    whileAlone(kept, async (client) => {
      await client.query(`DROP DATABASE ${name}`);
      await client.query(`ALTER DATABASE ${name}_copy RENAME TO ${name}`);
    });
}

/** A database is copied and put in another's place only while nobody is in it. */
async function whileAlone(
  kept: Kept,
  act: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const pools = poolsOf(kept);
  await onServer(async (client) => {
    await client.query(
      "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE datname = $1",
      [kept.name],
    );
    while (pools.some((pool) => pool.totalCount > 0)) await wait(10);
    await act(client);
  });
}

async function copyDatabase(
  client: pg.Client,
  from: string,
  to: string,
): Promise<void> {
  await client.query(`CREATE DATABASE ${to} TEMPLATE ${from}`);
  // A copy has the rights of any new database, not those of its template.
  await client.query(
    `REVOKE ALL ON DATABASE ${to} FROM PUBLIC;
     GRANT CONNECT ON DATABASE ${to} TO desk_owner, desk_app, desk_auth, desk_checks, desk_public;
     GRANT TEMPORARY ON DATABASE ${to} TO desk_owner`,
  );
}

/** What `app/data` uses from now on; what a test opened by itself is ended. */
async function pointTo(connections: Connections): Promise<void> {
  const before = globalThis.deskConnections;
  if (before && !ours.has(before)) await closeConnections();
  globalThis.deskConnections = connections;
}

function openPool(url: string, options = ""): pg.Pool {
  const pool = openLastingPool({
    connectionString: url,
    max: 40,
    // Between two tests too; and it holds no process up.
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
    options: `${options}-c search_path=desk,pg_temp`,
  });
  // A connection that the server ended while idle is no test's failure.
  pool.on("error", () => undefined);
  return pool;
}

/** A pool says that it has ended a moment before its connections are gone. */
async function dropDatabase(name: string): Promise<void> {
  await onServer(async (client) => {
    for (let round = 0; round < 100; round += 1) {
      const { rows } = await client.query(
        "SELECT FROM pg_stat_activity WHERE datname = $1",
        [name],
      );
      if (rows.length === 0) break;
      await wait(10);
    }
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}

async function onServer<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
  const { address } = inject("testServer");
  return withClient(`${address}/postgres`, "the test server", act);
}
