import type { PoolClient } from "pg";
import { checksPool } from "./pools.server";

/** How a kind of reference data is stored: its table, and its columns with their types. */
const tables = {
  genes: {
    table: "reference_gene",
    columns: {
      hgnc_id: "text",
      symbol: "text",
      name: "text",
      location: "text",
      locus_type: "text",
      status: "text",
      replaced_by: "text[]",
      aliases: "text[]",
      previous_symbols: "text[]",
      uniprot_ids: "text[]",
    },
  },
  proteins: {
    table: "reference_protein",
    columns: {
      symbol: "text",
      accession: "text",
      database: "text",
      sequence: "text",
    },
  },
  retractions: {
    table: "reference_retraction",
    columns: {
      position: "integer",
      pmid: "text",
      doi: "text",
      nature: "text",
      noticed_on: "date",
      title: "text",
    },
  },
  drugs: {
    table: "reference_drug",
    columns: { name: "text", ncit_code: "text" },
  },
  makers: {
    table: "reference_maker",
    columns: {
      drug: "text",
      maker: "text",
      role: "text",
      rival_groups: "text[]",
      other_names: "text[]",
    },
  },
} as const;

export type ReferenceKind = keyof typeof tables;

/** A row with the columns of its kind's table. */
export type StoredRow<Kind extends ReferenceKind> = Record<
  keyof (typeof tables)[Kind]["columns"],
  string | number | string[] | null
>;

const batchSize = 1000;

/**
 * Loads rows as a new set of their kind, in one transaction through the checks
 * role: they are in use all together or not at all. Rows with the key of an
 * earlier one are left out. The set replaced stays for runs that are under
 * way; older ones go. What it changes for the texts of the desk becomes watch
 * items in the same transaction. Gives the number of rows stored, with none of
 * them nothing is stored and nothing replaced, and of items raised.
 */
export async function loadReferenceSet<Kind extends ReferenceKind>(
  kind: Kind,
  about: { version: string; sourceFile: string },
  rows: AsyncIterable<StoredRow<Kind>>,
  onProgress: (stored: number) => void,
): Promise<{ stored: number; raised: number }> {
  const client = await checksPool().connect();
  try {
    await client.query("BEGIN");
    const setId = await openSet(client, kind, about);
    let stored = 0;
    for await (const batch of inBatches(rows)) {
      stored += await insertBatch(client, kind, setId, batch);
      onProgress(stored);
    }
    const raised =
      stored > 0 ? await finishSet(client, kind, setId, stored) : 0;
    await client.query(stored > 0 ? "COMMIT" : "ROLLBACK");
    client.release();
    return { stored, raised };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    client.release(true);
    throw error;
  }
}

async function openSet(
  client: PoolClient,
  kind: ReferenceKind,
  { version, sourceFile }: { version: string; sourceFile: string },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "INSERT INTO desk.reference_set (kind, version, source_file) VALUES ($1, $2, $3) RETURNING id",
    [kind, version, sourceFile],
  );
  const [set] = rows;
  if (!set) throw new Error("an insert gave no row");
  return set.id;
}

async function insertBatch(
  client: PoolClient,
  kind: ReferenceKind,
  setId: string,
  batch: readonly object[],
): Promise<number> {
  const { table, columns } = tables[kind];
  const names = Object.keys(columns).join(", ");
  const typed = Object.entries(columns).map((column) => column.join(" "));
  const { rowCount } = await client.query(
    `INSERT INTO desk.${table} (set_id, ${names})
     SELECT $1, ${names} FROM jsonb_to_recordset($2) AS row(${typed.join(", ")})
     ON CONFLICT DO NOTHING`,
    [setId, JSON.stringify(batch)],
  );
  return rowCount ?? 0;
}

/** Puts the set in use, drops those that were replaced before it, and holds it against texts; gives the watch items raised. */
async function finishSet(
  client: PoolClient,
  kind: ReferenceKind,
  setId: string,
  stored: number,
): Promise<number> {
  await client.query(
    `DELETE FROM desk.reference_set WHERE kind = $1 AND id <> $2 AND id NOT IN (
       SELECT id FROM desk.reference_set WHERE kind = $1 AND finished_at IS NOT NULL
        ORDER BY finished_at DESC LIMIT 1)`,
    [kind, setId],
  );
  await client.query(
    "UPDATE desk.reference_set SET row_count = $2, finished_at = desk.clock() WHERE id = $1",
    [setId, stored],
  );
  // Last: it takes the lock of the audit chain.
  const { rows } = await client.query<{ raised: number }>(
    "SELECT desk.raise_reference_watch_items($1) AS raised",
    [setId],
  );
  return rows[0]?.raised ?? 0;
}

async function* inBatches<Row>(
  rows: AsyncIterable<Row>,
): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
