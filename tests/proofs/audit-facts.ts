import type pg from "pg";

export type AuditEvent = {
  seq: string;
  at_utc: string;
  actor_id: string | null;
  real_actor: string | null;
  act: string;
  page_id: string | null;
  payload: string;
  prev_hash: string;
  hash: string;
  said: Record<string, unknown>;
};

type Version = {
  id: string;
  content_sha256: string;
  based_on_id: string | null;
  contributors: string[];
  needs: { expertise: string; count: number }[];
  runs: { ran_at: string; blocks: boolean }[];
};

type Publication = {
  id: string;
  replaces_id: string | null;
  reinstates_id: string | null;
  published_at: string;
  last_reviewed_on: string;
};

type Decision = {
  id: string;
  person_id: string;
  verdict: string;
  expertise: string;
  content_sha256: string;
  signed_at: string;
  signed_on: string;
};

export type Facts = {
  events: AuditEvent[];
  versions: Map<string, Version>;
  publications: Map<string, Publication>;
  decisions: Map<string, Decision>;
  /** When somebody was switched off. */
  offAt: Map<string, string>;
  liveRows: { page_id: string; n: number }[];
  /** Moments of what happened to a page or a person, in the chain's order. */
  moments: { key: string; at: string; what: string }[];
};

const moment = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Everything the replay needs, read straight from the tables. */
export async function loadFacts(owner: pg.Pool): Promise<Facts> {
  const rows = async <T extends pg.QueryResultRow>(query: string) =>
    (await owner.query<T>(query)).rows;
  const byId = <T extends { id: string }>(list: T[]) =>
    new Map(list.map((row) => [row.id, row]));
  const events = await rows<AuditEvent>(
    `SELECT seq, ${moment("at")} AS at_utc, actor_id, real_actor, act, page_id, payload, prev_hash, hash
       FROM desk.audit_event ORDER BY seq`,
  );
  for (const event of events)
    event.said = JSON.parse(event.payload) as Record<string, unknown>;
  return {
    events,
    versions: byId(
      await rows<Version>(
        `SELECT v.id, v.content_sha256, v.based_on_id,
                (SELECT coalesce(jsonb_agg(person_id), '[]') FROM desk.version_contributor WHERE version_id = v.id) AS contributors,
                (SELECT coalesce(jsonb_agg(jsonb_build_object('expertise', n.expertise, 'count', n.count)), '[]')
                   FROM desk.review_round r JOIN desk.round_need n ON n.round_id = r.id WHERE r.version_id = v.id) AS needs,
                (SELECT coalesce(jsonb_agg(jsonb_build_object('ran_at', ${moment("c.ran_at")}, 'blocks',
                     EXISTS (SELECT FROM desk.finding f WHERE f.run_id = c.id AND f.severity = 'blocks')) ORDER BY c.seq), '[]')
                   FROM desk.check_run c WHERE c.version_id = v.id) AS runs
           FROM desk.version v`,
      ),
    ),
    publications: byId(
      await rows<Publication>(
        `SELECT id, replaces_id, reinstates_id, ${moment("published_at")} AS published_at, last_reviewed_on::text FROM desk.publication`,
      ),
    ),
    decisions: byId(
      await rows<Decision>(
        `SELECT id, person_id, verdict, expertise, content_sha256, ${moment("signed_at")} AS signed_at,
                (signed_at AT TIME ZONE 'Europe/London')::date::text AS signed_on FROM desk.decision`,
      ),
    ),
    offAt: new Map(
      (
        await rows<{ id: string; at: string }>(
          `SELECT id, ${moment("deactivated_at")} AS at FROM desk.person WHERE deactivated_at IS NOT NULL`,
        )
      ).map(({ id, at }) => [id, at]),
    ),
    liveRows: await rows(
      "SELECT page_id, count(*)::int AS n FROM desk.publication WHERE ended_at IS NULL GROUP BY page_id",
    ),
    moments: await rows(momentsInOrder),
  };
}

/** Each act's own moment beside its place in the chain. */
const momentsInOrder = `
  WITH said AS (SELECT seq, act, page_id, payload::jsonb AS said FROM desk.audit_event)
  SELECT page_id::text AS key, ${moment("at")} AS at, act || ' ' || seq AS what FROM (
    SELECT s.seq, s.act, s.page_id, d.signed_at AS at FROM said s JOIN desk.decision d ON d.id::text = s.said ->> 'decision' WHERE s.act IN ('approve', 'request_changes')
    UNION ALL SELECT s.seq, s.act, s.page_id, r.revoked_at FROM said s JOIN desk.revocation r ON r.decision_id::text = s.said ->> 'decision' WHERE s.act = 'revoke_approval'
    UNION ALL SELECT s.seq, s.act, s.page_id, p.published_at FROM said s JOIN desk.publication p ON p.id::text = s.said ->> 'publication' WHERE s.act IN ('publish', 'reinstate')
    UNION ALL SELECT s.seq, s.act, s.page_id, w.withdrawn_at FROM said s JOIN desk.withdrawal w ON w.publication_id::text = s.said ->> 'publication' WHERE s.act = 'withdraw'
    UNION ALL SELECT s.seq, s.act, s.page_id, v.submitted_at FROM said s JOIN desk.version v ON v.id::text = s.said ->> 'version' WHERE s.act IN ('submit_for_review', 'open_rereview')
    UNION ALL SELECT s.seq, s.act, s.page_id, c.raised_at FROM said s JOIN desk.comment c ON c.id::text = s.said ->> 'comment' WHERE s.act = 'raise_comment'
    UNION ALL SELECT s.seq, s.act, s.page_id, a.answered_at FROM said s JOIN desk.interest_answer a ON a.id::text = s.said ->> 'answer' WHERE s.act = 'answer_interests'
  ) acts ORDER BY page_id, seq`;
