import type { RequestEnd } from "~/domain/ended-requests";
import type { AssignmentState, RoundKind } from "~/domain/words";
import { appPool } from "./pools.server";

/** A request to review that asks nothing any more, and what became of it. */
export type EndedRequest = {
  assignmentId: string;
  slug: string;
  title: string;
  genes: string[];
  versionId: string;
  versionNumber: number;
  roundKind: RoundKind;
  expertise: string;
  state: AssignmentState;
  how: RequestEnd;
  endedAt: Date;
  endedOn: string;
  /** Who ended it; null where the desk did, or nobody in particular. */
  by: string | null;
  /** Who was asked in their place, by the same act. */
  toName: string | null;
  /** Of a lapsed request: whether its seat is free, so that it can still be taken up. */
  mayStillAccept: boolean;
};

/**
 * Who ended a request and when stands in the record of acts; what the passing
 * of days ended, in the record of the desk. Only requests that have ended are
 * asked about (see `hasEnded`).
 */
const ended = (only: string, shown = "true") => `
  WITH asked AS MATERIALIZED (
    SELECT a.*, r.page_id, r.version_id, v.draft_id, r.kind AS round_kind, r.closed_at, r.closed_because,
           n.id AS newest_id, n.submitted_at AS newest_at, n.submitted_by AS newest_by
      FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id JOIN desk.version v ON v.id = r.version_id
      JOIN LATERAL (SELECT x.id, x.submitted_at, x.submitted_by FROM desk.version x WHERE x.draft_id = v.draft_id ORDER BY x.number DESC LIMIT 1) n ON true
     WHERE a.reviewer_id = $1 AND a.state <> 'done' AND ${only}
       AND (a.state NOT IN ('invited', 'accepted') OR r.closed_at IS NOT NULL OR n.id <> r.version_id)
  ), told AS (
    SELECT a.*, e.act, e.at AS act_at, e.actor_id,
           CASE WHEN a.handed_over_to IS NOT NULL THEN 'handed_over'
                WHEN a.state IN ('declined', 'lapsed') THEN a.state
                WHEN e.act = 'dismiss' THEN 'dismissed'
                WHEN e.act = 'archive' THEN 'archived'
                WHEN a.closed_because IS NOT NULL THEN a.closed_because
                WHEN a.state = 'dismissed' THEN 'left'
                ELSE 'superseded' END AS how
      FROM asked a LEFT JOIN LATERAL (
        SELECT x.act, x.at, x.actor_id FROM desk.audit_event x
         WHERE x.page_id = a.page_id AND CASE
           WHEN x.act IN ('dismiss', 'lapse') THEN x.payload::jsonb ->> 'assignment' = a.id::text
           WHEN x.act = 'take_back' THEN x.payload::jsonb ->> 'version' = a.version_id::text
           WHEN x.act = 'drop_correction' THEN x.payload::jsonb ->> 'draft' = a.draft_id::text
           WHEN x.act = 'archive' THEN a.closed_because = 'taken_back' AND x.at >= a.closed_at ELSE false END
         -- What was done to the request itself before what was done to its round.
         ORDER BY x.act = CASE a.state WHEN 'lapsed' THEN 'lapse' WHEN 'dismissed' THEN 'dismiss' END DESC NULLS LAST, x.act <> 'archive' DESC, x.seq LIMIT 1) e ON true
  )
  SELECT t.id AS "assignmentId", p.slug, v.title, v.genes, v.id AS "versionId", v.number AS "versionNumber",
         t.round_kind AS "roundKind", t.expertise, t.state, t.how, m.at AS "endedAt", desk.day_of(m.at) AS "endedOn",
         w.name AS by, btrim(h.prefix || ' ' || h.name) AS "toName",
         t.how = 'lapsed' AND t.closed_at IS NULL AND t.newest_id = t.version_id AND (
           SELECT count(*) FROM desk.assignment o WHERE o.round_id = t.round_id AND o.expertise = t.expertise
              AND o.state IN ('invited', 'accepted', 'done') AND o.answers_decision_id IS NULL) < (
           SELECT count FROM desk.round_need WHERE round_id = t.round_id AND expertise = t.expertise) AS "mayStillAccept"
    FROM told t JOIN desk.page p ON p.id = t.page_id JOIN desk.version v ON v.id = t.version_id
    CROSS JOIN LATERAL (SELECT CASE t.how WHEN 'superseded' THEN coalesce(t.closed_at, t.newest_at) WHEN 'lapsed' THEN coalesce(t.act_at, t.respond_by::timestamptz)
      WHEN 'published' THEN t.closed_at ELSE coalesce(t.responded_at, t.closed_at, t.act_at) END AS at) m
    LEFT JOIN desk.person w ON w.id = CASE t.how WHEN 'superseded' THEN t.newest_by
      WHEN 'published' THEN (SELECT published_by FROM desk.publication WHERE round_id = t.round_id ORDER BY published_at DESC, id LIMIT 1)
      WHEN 'handed_over' THEN NULL WHEN 'declined' THEN NULL WHEN 'left' THEN NULL ELSE t.actor_id END
    LEFT JOIN desk.assignment x ON x.id = coalesce(t.handed_over_to, (SELECT (s.payload::jsonb ->> 'assignment')::uuid FROM desk.audit_event s
      WHERE t.how = 'dismissed' AND s.page_id = t.page_id AND s.act = 'stand_in' AND s.payload::jsonb ->> 'for' = t.id::text LIMIT 1))
    LEFT JOIN desk.person h ON h.id = x.reviewer_id
   WHERE ${shown}
   ORDER BY m.at DESC, t.id LIMIT 50`;

/** What became of one request of a person; null when it has not ended, or is not theirs. */
export async function findEndedRequest(
  assignmentId: string,
  personId: string,
): Promise<EndedRequest | null> {
  const { rows } = await appPool().query<EndedRequest>(
    ended("a.id::text = $2"),
    [personId, assignmentId],
  );
  return rows[0] ?? null;
}

/**
 * What ended of a person's requests in the last thirty days, the newest first;
 * nothing about a page that they may not know of any more.
 */
export async function listEndedRequests(
  personId: string,
): Promise<EndedRequest[]> {
  const { rows } = await appPool().query<EndedRequest>(
    ended(
      `greatest(a.responded_at, r.closed_at, n.submitted_at, a.respond_by::timestamptz) >= (SELECT desk.clock()) - interval '60 days'`,
      `desk.day_of(m.at) >= (SELECT desk.today()) - 30 AND desk.may_know_of(t.page_id, $1)`,
    ),
    [personId],
  );
  return rows;
}

/** Whether a reviewer knows of a request: its mail left, or they accepted it. */
export async function wasToldOfRequest(assignmentId: string): Promise<boolean> {
  const { rows } = await appPool().query<{ wasTold: boolean }>(
    `SELECT EXISTS (SELECT FROM desk.alert l JOIN desk.mail m ON m.id = l.mail_id
              WHERE l.reason_key = 'requested:' || a.id || ':' || a.reviewer_id AND m.state IN ('sent', 'kept'))
         OR EXISTS (SELECT FROM desk.audit_event e
              WHERE e.page_id = r.page_id AND e.act = 'accept' AND e.payload::jsonb ->> 'assignment' = a.id::text) AS "wasTold"
       FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id WHERE a.id = $1`,
    [assignmentId],
  );
  return rows[0]?.wasTold ?? false;
}
