import type pg from "pg";

/** What a racer sees of a page when it looks; by the time it acts, all may differ. */
export type Seen = {
  live: string | null;
  withdrawn_by: string | null;
  last_version: string | null;
  last_sha: string | null;
  draft_revision: number;
  version: string | null;
  round: string | null;
  sha: string | null;
  based_on: string | null;
  is_checked: boolean;
  assignments: {
    id: string;
    expertise: string;
    reviewer: string;
    state: string;
    decision: string | null;
    verdict: string | null;
    is_revoked: boolean;
  }[];
  comments: { id: string; by: string }[];
};

const look = `
  SELECT l.id AS live, w.withdrawn_by, last.version_id AS last_version, last.content_sha256 AS last_sha, dr.revision AS draft_revision,
         v.id AS version, r.id AS round, v.content_sha256 AS sha, v.based_on_id AS based_on,
         EXISTS (SELECT FROM desk.check_run c WHERE c.version_id = v.id) AS is_checked,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'expertise', a.expertise, 'reviewer', a.reviewer_id, 'state', a.state,
              'decision', d.id, 'verdict', d.verdict, 'is_revoked', EXISTS (SELECT FROM desk.revocation x WHERE x.decision_id = d.id))), '[]')
            FROM desk.assignment a LEFT JOIN LATERAL (SELECT id, verdict FROM desk.decision WHERE assignment_id = a.id ORDER BY seq DESC LIMIT 1) d ON true
           WHERE a.round_id = r.id AND a.state IN ('invited', 'accepted', 'done')) AS assignments,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'by', c.raised_by)), '[]') FROM desk.comment c
           WHERE c.page_id = pg.id AND c.kind = 'must_fix' AND NOT EXISTS (SELECT FROM desk.comment_closing k WHERE k.comment_id = c.id AND k.capacity <> 'editor')) AS comments
    FROM desk.page pg
    JOIN desk.draft dr ON dr.page_id = pg.id AND dr.line = 'main'
    LEFT JOIN desk.publication l ON l.page_id = pg.id AND l.ended_at IS NULL
    LEFT JOIN LATERAL (SELECT * FROM desk.publication p WHERE p.page_id = pg.id ORDER BY published_at DESC LIMIT 1) last ON true
    LEFT JOIN desk.withdrawal w ON w.publication_id = last.id
    LEFT JOIN desk.review_round r ON r.page_id = pg.id AND r.closed_at IS NULL
    LEFT JOIN desk.version v ON v.id = r.version_id
   WHERE pg.id = $1 LIMIT 1`;

export async function lookAt(client: pg.Client, page: string): Promise<Seen> {
  const { rows } = await client.query<Seen>(look, [page]);
  const seen = rows[0];
  if (!seen) throw new Error("the page is gone");
  return seen;
}
