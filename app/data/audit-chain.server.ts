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

/** A row of the chain for one person; what is not theirs to know of is not read. */
export type KnownEntry = {
  seq: number;
  prevHash: string;
  hash: string;
  isKnown: boolean;
  at: string | null;
  act: string | null;
  actorId: string | null;
  actor: string | null;
  realActor: string | null;
  pageId: string | null;
  page: string | null;
  payload: string | null;
};

/**
 * The rows after a number, in their order. Of one about a confidential page
 * that the viewer may not know of there are the hashes alone, so that the chain
 * can still be followed through it.
 */
export async function listKnownChain(
  viewerId: string,
  after: number,
  limit: number,
): Promise<KnownEntry[]> {
  const { rows } = await appPool().query<KnownEntry>(
    `WITH part AS MATERIALIZED (SELECT * FROM desk.audit_event WHERE seq > $1 ORDER BY seq LIMIT $2),
     known AS MATERIALIZED (
       SELECT p.* FROM part p WHERE p.page_id IS NULL OR desk.may_know_of(p.page_id, $3)
     )
     SELECT p.seq::float8 AS seq, p.prev_hash AS "prevHash", p.hash, e.seq IS NOT NULL AS "isKnown",
            to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.act, e.actor_id AS "actorId", a.name AS actor,
            e.real_actor AS "realActor", e.page_id AS "pageId", g.slug AS page, e.payload
       FROM part p
       LEFT JOIN known e ON e.seq = p.seq
       LEFT JOIN desk.person a ON a.id = e.actor_id
       LEFT JOIN desk.page g ON g.id = e.page_id
      ORDER BY p.seq`,
    [after, limit, viewerId],
  );
  return rows;
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
