-- How every page stands today: one definition of due soon, overdue, withheld
-- and withdrawn, used by the desk, the public views, the command line and the
-- feeds. Nothing waits for a job: the day alone does it.
SET LOCAL ROLE desk_owner;

CREATE VIEW desk.page_standing AS
WITH day AS MATERIALIZED (SELECT desk.today() AS today),
latest AS (
  SELECT DISTINCT ON (page_id) * FROM desk.publication ORDER BY page_id, (ended_at IS NULL) DESC, published_at DESC, id
),
facts AS (
  SELECT pg.id AS page_id, pg.slug, pg.kind, pg.language, pg.archived_at, pg.confidential_until, l.id AS publication_id, l.version_id, l.content_sha256,
         l.round_kind, l.last_reviewed_on, l.evidence_checked_to, l.published_on, l.ended_at, l.ended_because, day.today,
         least(l.next_review_due, (SELECT min(b.due_on) FROM desk.due_brought_forward b WHERE b.publication_id = l.id)) AS next_review_due,
         l.grace_days,
         w.type AS withdrawal_type, w.withdrawn_on, w.is_permanent, w.reason AS withdrawal_reason,
         coalesce(gone.because = 'unsafe', false) AS is_revoked_unsafe, coalesce(gone.because = 'short', false) AS is_revoked_short,
         EXISTS (SELECT FROM desk.page_elsewhere e WHERE e.page_id = pg.id) AS is_elsewhere
    FROM day CROSS JOIN desk.page pg
    LEFT JOIN latest l ON l.page_id = pg.id
    LEFT JOIN desk.withdrawal w ON w.publication_id = l.id
    -- Asked only of pages on which anybody ever took an approval back.
    CROSS JOIN LATERAL (SELECT CASE WHEN pg.id IN (SELECT d.page_id FROM desk.revocation r JOIN desk.decision d ON d.id = r.decision_id)
                                    THEN desk.hidden_by_revocation(l.id, day.today) END AS because) gone
)
SELECT facts.*,
       next_review_due + grace_days AS grace_ends_on,
       CASE WHEN ended_at IS NULL AND next_review_due < today THEN today - next_review_due END AS days_overdue,
       CASE
         WHEN today IS NULL THEN 'none'
         WHEN archived_at IS NOT NULL THEN 'archived'
         WHEN publication_id IS NULL AND is_elsewhere THEN 'elsewhere'
         WHEN publication_id IS NULL OR confidential_until > today THEN 'none'
         WHEN ended_because = 'withdrawn' THEN 'withdrawn'
         WHEN ended_at IS NOT NULL THEN 'none'
         WHEN is_revoked_unsafe OR is_revoked_short THEN 'withheld'
         WHEN today > next_review_due + grace_days THEN 'withheld'
         WHEN today > next_review_due THEN 'overdue'
         WHEN next_review_due - 60 <= today THEN 'due_soon'
         ELSE 'live'
       END AS public_state,
       CASE WHEN is_revoked_unsafe OR is_revoked_short THEN 'approval_revoked'
            WHEN ended_at IS NULL AND today > next_review_due + grace_days THEN 'past_grace' END AS withheld_because
  FROM facts;

-- The desk state of the newest work on the main line.
CREATE FUNCTION desk.version_state(p_version uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT CASE
    WHEN r.closed_because IN ('taken_back', 'superseded') THEN 'draft'
    WHEN r.closed_because = 'published' THEN 'none'
    WHEN EXISTS (SELECT FROM schedule s WHERE s.version_id = p_version AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL) THEN 'scheduled'
    WHEN EXISTS (SELECT FROM standing_requests(p_version)) THEN 'changes_requested'
    WHEN is_fully_approved(p_version) THEN 'approved'
    ELSE 'in_review' END
    FROM review_round r WHERE r.version_id = p_version
  );
END
$$;

CREATE VIEW desk.page_overview AS
SELECT s.page_id, s.slug, s.kind, s.language, coalesce(d.title, v.title, s.slug) AS title, pg.owner_id, o.name AS owner_name,
       o.is_active AS is_owner_active, pg.collection_id, col.name AS collection_name, pg.created_at, pg.archived_at,
       d.id AS draft_id, d.revision AS draft_revision, d.updated_at AS draft_updated_at, d.updated_by AS draft_updated_by,
       v.id AS newest_version_id, v.number AS newest_number, v.submitted_at, r.id AS round_id, r.kind AS round_kind,
       CASE
         WHEN v.id IS NULL THEN CASE WHEN d.id IS NULL THEN 'none' ELSE 'draft' END
         WHEN vs.state = 'none' THEN CASE WHEN desk.content_hash(d.content) IS DISTINCT FROM v.content_sha256
              AND desk.content_hash(d.content) IS DISTINCT FROM s.content_sha256 THEN 'draft' ELSE 'none' END
         ELSE vs.state END AS desk_state,
       s.public_state, s.withheld_because, s.publication_id, s.version_id AS public_version_id, s.last_reviewed_on, s.evidence_checked_to, s.next_review_due,
       s.grace_ends_on, s.days_overdue, s.published_on, s.withdrawal_type, s.withdrawn_on,
       cd.id AS correction_draft_id, cv.id AS correction_version_id, cvs.state AS correction_state,
       (SELECT coalesce(array_agg(t ->> 'label' ORDER BY n), '{}') FROM jsonb_array_elements(coalesce(d.content::jsonb -> 'topics', '[]')) WITH ORDINALITY x(t, n)
         WHERE t ->> 'type' = 'gene') AS genes
  FROM desk.page_standing s
  JOIN desk.page pg ON pg.id = s.page_id
  LEFT JOIN desk.person o ON o.id = pg.owner_id
  LEFT JOIN desk.collection col ON col.id = pg.collection_id
  LEFT JOIN desk.draft d ON d.page_id = s.page_id AND d.line = 'main' AND d.closed_at IS NULL
  LEFT JOIN LATERAL (SELECT * FROM desk.version WHERE page_id = s.page_id AND line = 'main' ORDER BY number DESC LIMIT 1) v ON true
  LEFT JOIN desk.review_round r ON r.version_id = v.id
  LEFT JOIN LATERAL (SELECT desk.version_state(v.id) AS state) vs ON v.id IS NOT NULL
  LEFT JOIN desk.draft cd ON cd.page_id = s.page_id AND cd.line = 'correction' AND cd.closed_at IS NULL
  LEFT JOIN LATERAL (SELECT * FROM desk.version WHERE draft_id = cd.id ORDER BY number DESC LIMIT 1) cv ON true
  LEFT JOIN LATERAL (SELECT desk.version_state(cv.id) AS state) cvs ON cv.id IS NOT NULL;
