import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";

/** What every copy of the template holds: by table its rows, its functions, and how its catalogue stands. */
type Pristine = {
  tables: Table[];
  functions: Map<string, Func>;
  catalogue: Catalogue;
};
type Catalogue = { functions: string; others: string };
type Func = { row: string; definition: string };
type Table = { name: string; columns: string; rows: string };

/**
 * What every change of a table, function, trigger or right alters; and
 * statistics, which plans go by.
 */
const catalogues = [
  ...["pg_class", "pg_attribute", "pg_trigger", "pg_constraint"],
  ...["pg_index", "pg_rewrite", "pg_attrdef", "pg_type", "pg_namespace"],
  ...["pg_default_acl", "pg_policy", "pg_statistic", "pg_event_trigger"],
];
const changesOf = (catalogue: string) =>
  `(SELECT count(*) || ':' || coalesce(max(xmin::text::bigint), 0) FROM pg_catalog.${catalogue})`;
const catalogueQuery = `SELECT ${changesOf("pg_proc")} AS functions,
  concat_ws(' ', ${catalogues.map(changesOf).join(", ")}) AS others`;

/** Everything that there is to know of a function, its rights among it, and how to make it again. */
const functionsQuery = `SELECT p.oid::text AS id, p::text AS row, pg_get_functiondef(p.oid) AS definition
  FROM pg_proc p WHERE p.pronamespace = 'desk'::regnamespace AND p.prokind = 'f'`;

const tablesQuery = `SELECT format('desk.%I', c.relname) AS name, (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
  FROM pg_class c WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`;

const restartSequences = `SELECT setval(c.oid::regclass, s.seqstart, false) FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid
  WHERE c.relnamespace = 'desk'::regnamespace`;

/** Of a connection, what the test before set, listened to or locked. */
const forgetting =
  "RESET ALL; RESET ROLE; UNLISTEN *; SELECT pg_advisory_unlock_all()";

/** With more it is made anew: the server takes some hundred in all. */
const mostConnections = 60;

let known: Pristine | undefined;
/** Of databases whose functions were put back: how that part of the catalogue stands since. */
const putBackAt = new WeakMap<pg.Pool, string>();

/** Notes what a database holds that nobody has used yet. */
export async function notePristine(owner: pg.Pool): Promise<void> {
  if (known) return;
  const { rows } = await owner.query<Omit<Table, "rows">>(tablesQuery);
  const tables: Table[] = [];
  for (const table of rows)
    tables.push({ ...table, rows: await rowsOf(owner, table.name) });
  const functions = await functionsOf(owner);
  known = { tables, functions, catalogue: await catalogueOf(owner) };
}

/**
 * Makes a database hold what it held when it was made, row by row and not table
 * by table, so that every plan of every connection stays good; and its functions
 * do what they did. False where that would not do: its tables or rights were
 * changed, functions came or went, or somebody else is at work in it. The first
 * of the pools is its owner's.
 */
export async function wipe(
  pools: readonly [pg.Pool, ...pg.Pool[]],
): Promise<boolean> {
  const [owner] = pools;
  if (!known || pools.some((pool) => pool.ending)) return false;
  if (!(await isAlone(pools))) return false;
  const { functions, others } = await catalogueOf(owner);
  if (others !== known.catalogue.others) return false;
  if (functions !== (putBackAt.get(owner) ?? known.catalogue.functions)) {
    if (!(await putFunctionsBack(owner, known.functions))) return false;
    putBackAt.set(owner, (await catalogueOf(owner)).functions);
  }
  const client = await owner.connect();
  try {
    await putBack(client, known.tables);
  } finally {
    client.release();
  }
  for (const pool of pools) await forget(pool);
  return true;
}

/** Whether nothing but idle connections of these pools is left in the database. */
async function isAlone(
  pools: readonly [pg.Pool, ...pg.Pool[]],
): Promise<boolean> {
  const [owner] = pools;
  for (let round = 0; round < 50; round += 1) {
    if (pools.some((pool) => pool.totalCount !== pool.idleCount)) return false;
    const { rows } = await owner.query<{ n: number }>(
      "SELECT count(*)::integer AS n FROM pg_stat_activity WHERE datname = current_database()",
    );
    const own = pools.reduce((sum, pool) => sum + pool.totalCount, 0);
    if (own > mostConnections) return false;
    if (rows[0]?.n === own) return true;
    // A connection that was just ended is there for a moment more.
    await wait(10);
  }
  return false;
}

/** Makes again what functions were made to do something else; false when that is not all that was done. */
async function putFunctionsBack(
  owner: pg.Pool,
  were: ReadonlyMap<string, Func>,
): Promise<boolean> {
  const changed = [...(await functionsOf(owner))].filter(
    ([id, { row }]) => row !== were.get(id)?.row,
  );
  const again = changed.flatMap(([id]) => were.get(id)?.definition ?? []);
  try {
    await owner.query(again.join(";\n"));
  } catch {
    // It belongs to somebody else, or has another shape.
    return false;
  }
  const are = await functionsOf(owner);
  return (
    are.size === were.size &&
    [...are].every(([id, { row }]) => row === were.get(id)?.row)
  );
}

async function functionsOf(owner: pg.Pool): Promise<Map<string, Func>> {
  const { rows } = await owner.query<Func & { id: string }>(functionsQuery);
  return new Map(rows.map(({ id, ...each }) => [id, each]));
}

async function putBack(
  client: pg.PoolClient,
  tables: readonly Table[],
): Promise<void> {
  const isEmpty = ({ rows }: Table) => rows === nothing;
  const deletions = tables
    .filter(isEmpty)
    .map(({ name }) => `DELETE FROM ${name}`);
  // Rows are facts, which no trigger lets go; and no order would suit every key.
  await client.query(
    [
      ...["BEGIN", "SET LOCAL ROLE NONE"],
      ...["SET LOCAL session_replication_role = replica", ...deletions],
    ].join("; "),
  );
  for (const table of tables.filter((each) => !isEmpty(each))) {
    const { name, columns, rows } = table;
    if ((await rowsOf(client, name)) === rows) continue;
    await client.query(`DELETE FROM ${name}`);
    await client.query(
      `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
       SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`,
      [rows],
    );
  }
  await client.query(`${restartSequences}; COMMIT`);
}

async function forget(pool: pg.Pool): Promise<void> {
  const clients = await Promise.all(
    Array.from({ length: pool.idleCount }, () => pool.connect()),
  );
  for (const client of clients) {
    await client.query(forgetting);
    client.release();
  }
}

const nothing = "[]";

async function rowsOf(
  owner: pg.Pool | pg.PoolClient,
  table: string,
): Promise<string> {
  const { rows } = await owner.query<{ rows: string }>({
    name: `rows of ${table}`,
    text: `SELECT coalesce(json_agg(t ORDER BY t::text)::text, '${nothing}') AS rows FROM ${table} t`,
  });
  return rows[0]?.rows ?? nothing;
}

/** Statistics are for the superuser alone, which every connection of the owner began as. */
async function catalogueOf(owner: pg.Pool): Promise<Catalogue> {
  const answers: unknown = await owner.query(
    `BEGIN; SET LOCAL ROLE NONE; ${catalogueQuery}; COMMIT`,
  );
  // Of several statements there are several answers, which the types leave out.
  const [, , { rows }] = answers as pg.QueryResult<Catalogue>[] & {
    2: pg.QueryResult<Catalogue>;
  };
  return rows[0] ?? { functions: "", others: "" };
}
