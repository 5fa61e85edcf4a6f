import { appPool } from "./pools.server";

/**
 * One row of the audit chain as it is hashed: every field as text, the moment
 * in UTC with microseconds, which a Date would lose.
 */
export type ChainRow = {
  seq: string;
  at: string;
  actorId: string;
  realActor: string;
  act: string;
  pageId: string;
  payload: string;
  prevHash: string;
  hash: string;
};

const batchSize = 2000;

/** The whole chain in its order, in batches, as it stood when each was read. */
export async function* readAuditChain(): AsyncGenerator<ChainRow> {
  let after: string | null = null;
  for (;;) {
    const batch: ChainRow[] = await readBatch(after);
    yield* batch;
    if (batch.length < batchSize) return;
    after = batch.at(-1)?.seq ?? null;
  }
}

async function readBatch(after: string | null): Promise<ChainRow[]> {
  const { rows } = await appPool().query<ChainRow>(
    `SELECT e.seq::text AS seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
            coalesce(actor_id::text, '') AS "actorId", coalesce(real_actor, '') AS "realActor", act,
            coalesce(page_id::text, '') AS "pageId", payload, prev_hash AS "prevHash", hash
       FROM desk.audit_event e WHERE $1::bigint IS NULL OR e.seq > $1 ORDER BY e.seq LIMIT $2`,
    [after, batchSize],
  );
  return rows;
}
