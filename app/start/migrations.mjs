import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { codeOf, StartRefusal } from "./refusal.mjs";

/** The lock that Prisma's own engine takes, so that the two exclude each other. */
const migrationLock = 72707369;

/**
 * @typedef {object} Migration
 * @property {string} name
 * @property {string} sql
 * @property {string} checksum sha256 of the file, as Prisma records it
 */

/**
 * Applies the migrations that a database lacks, in the order of their names,
 * and returns the names applied. Each file is sent whole, as one simple query
 * in a transaction with its row in the ledger, so that it happens entirely or
 * not at all. The ledger is Prisma's own table, with its columns and
 * checksums. Throws `StartRefusal` when an applied file was changed, when the
 * database knows migrations that the folder lacks, or when a file fails.
 *
 * @param {import("pg").Client} client as a login that may take on desk_owner
 * @param {string} folder
 * @param {(name: string) => void} [onApply]
 */
export async function applyMigrations(client, folder, onApply) {
  const migrations = await readMigrations(folder);
  await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
  try {
    await makeLedger(client);
    const missing = await findMissing(client, migrations);
    for (const migration of missing) {
      onApply?.(migration.name);
      await applyOne(client, migration);
    }
    return missing.map((migration) => migration.name);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [migrationLock]);
  }
}

/**
 * The migrations of a folder that a database lacks; refuses as
 * `applyMigrations` does, and changes nothing.
 *
 * @param {import("pg").Client} client
 * @param {Migration[]} migrations
 */
export async function findMissing(client, migrations) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS is_finished
     FROM desk._prisma_migrations WHERE rolled_back_at IS NULL
     ORDER BY migration_name`,
  );
  const known = new Map(migrations.map((each) => [each.name, each]));
  for (const { name, checksum, is_finished } of rows) {
    const migration = known.get(name);
    if (!migration) {
      throw new StartRefusal(
        `The database has the migration ${name}, which this version of the desk does not know; start the newer version.`,
      );
    }
    if (!is_finished) {
      throw new StartRefusal(
        `The migration ${name} was begun by another tool and not finished; finish or roll it back there first.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new StartRefusal(
        `The migration ${name} was changed after it was applied; put its file back and write a new migration.`,
      );
    }
    known.delete(name);
  }
  return [...known.values()];
}

/**
 * The migrations of a folder, in order. A folder without a file is what a
 * change of branch leaves behind, and counts for nothing.
 *
 * @param {string} folder
 * @returns {Promise<Migration[]>}
 */
export async function readMigrations(folder) {
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.filter((path) => basename(path) === "migration.sql");
  return Promise.all(
    paths.sort().map(async (path) => {
      const sql = await readFile(join(folder, path), "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      return { name: dirname(path), sql, checksum };
    }),
  );
}

/** @param {import("pg").Client} client */
async function makeLedger(client) {
  const { rows } = await client.query(
    "SELECT to_regclass('desk._prisma_migrations') IS NOT NULL AS is_there",
  );
  if (rows[0].is_there) return;
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS desk;
    CREATE TABLE desk._prisma_migrations (
      id varchar(36) PRIMARY KEY,
      checksum varchar(64) NOT NULL,
      finished_at timestamptz,
      migration_name varchar(255) NOT NULL,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(),
      applied_steps_count integer NOT NULL DEFAULT 0
    )`);
}

/**
 * @param {import("pg").Client} client
 * @param {Migration} migration
 */
async function applyOne(client, migration) {
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query("RESET ROLE");
    await client.query(
      `INSERT INTO desk._prisma_migrations
         (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query(shareLedger);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new StartRefusal(explain(error, migration), { cause: error });
  }
}

/**
 * Once the roles are there, the ledger is the owner's, and the app may read
 * it, so that a running desk can say whether the schema is its own.
 */
const shareLedger = `
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'desk_owner') THEN
    ALTER TABLE desk._prisma_migrations OWNER TO desk_owner;
    GRANT SELECT ON desk._prisma_migrations TO desk_app;
  END IF;
END
$$`;

/**
 * @param {unknown} error
 * @param {Migration} migration
 */
function explain(error, { name, sql }) {
  const message = error instanceof Error ? error.message : String(error);
  if (codeOf(error) === "42501") {
    return `The migration ${name} needs a right that the login in DATABASE_OWNER_URL lacks (${message}); nothing of it was applied.`;
  }
  const line = lineOf(error, sql);
  return `The migration ${name} failed${line}: ${message}; nothing of it was applied.`;
}

/**
 * @param {unknown} error
 * @param {string} sql
 */
function lineOf(error, sql) {
  if (!(error instanceof Error) || !("position" in error)) return "";
  const before = sql.slice(0, Number(error.position));
  return ` at line ${before.split("\n").length}`;
}
