import { appPool } from "./pools.server";

export type AuditEvent = {
  seq: number;
  at: Date;
  act: string;
  /** Who did it; null for the operator and the desk itself. */
  actor: string | null;
  /** "operator", "set-up", "checks": who stood behind an act without a person. */
  realActor: string | null;
  pageSlug: string | null;
  pageTitle: string | null;
  /** The person whom the act is about. */
  about: string | null;
  payload: Record<string, unknown>;
  hash: string;
};

const eventsPerPage = 50;

export type AuditQuery = {
  /** The entries just before this one. */
  before: number | null;
  /** Or the entries just after this one. */
  after: number | null;
  act: string | null;
  /** Who reads: entries about a confidential page are for those who may know of it. */
  viewerId?: string;
};

/**
 * A part of the record of acts, the newest first, of one act only when it is
 * named. One more than a screen holds is asked for, to tell whether there is
 * more on that side.
 */
export async function listAuditEvents({
  before,
  after,
  act,
  viewerId,
}: AuditQuery): Promise<{ events: AuditEvent[]; hasMore: boolean }> {
  const order = after === null ? "DESC" : "ASC";
  const { rows } = await appPool().query<AuditEvent>(
    `WITH part AS (
       SELECT * FROM desk.audit_event
        WHERE ($1::bigint IS NULL OR seq < $1) AND ($2::bigint IS NULL OR seq > $2)
          AND ($3::text IS NULL OR act = $3)
          AND ($5::uuid IS NULL OR page_id IS NULL OR desk.may_know_of(page_id, $5))
        ORDER BY seq ${order} LIMIT $4
     )
     SELECT e.seq::float8 AS seq, e.at, e.act, a.name AS actor, e.real_actor AS "realActor",
            g.slug AS "pageSlug",
            coalesce((SELECT d.title FROM desk.draft d WHERE d.page_id = e.page_id AND d.line = 'main' AND d.closed_at IS NULL),
                     (SELECT v.title FROM desk.version v WHERE v.page_id = e.page_id ORDER BY v.submitted_at DESC, v.id LIMIT 1)) AS "pageTitle",
            b.name AS about, e.payload::jsonb AS payload, e.hash
       FROM part e
       LEFT JOIN desk.person a ON a.id = e.actor_id
       LEFT JOIN desk.page g ON g.id = e.page_id
       LEFT JOIN desk.person b ON b.id::text = coalesce(e.payload::jsonb ->> 'person', e.payload::jsonb ->> 'reviewer')
      ORDER BY e.seq ${order}`,
    [before, after, act, eventsPerPage + 1, viewerId ?? null],
  );
  const events = rows.slice(0, eventsPerPage);
  const hasMore = rows.length > eventsPerPage;
  return { events: after === null ? events : events.reverse(), hasMore };
}

/** Every act that has been recorded so far, by name. */
export async function listRecordedActs(): Promise<string[]> {
  const { rows } = await appPool().query<{ act: string }>(
    "SELECT DISTINCT act FROM desk.audit_event ORDER BY act LIMIT 200",
  );
  return rows.map(({ act }) => act);
}
