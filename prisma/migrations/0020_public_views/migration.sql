-- The only door for readers. The views work out themselves what is current,
-- overdue, withheld or withdrawn, and hold no text when there is none to show.
SET LOCAL ROLE desk_owner;

-- Blocks withheld stand as a bare marker; their words are not in the view.
CREATE FUNCTION desk.strip_blocks(p_content text, p_blocks text[]) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT CASE WHEN cardinality(p_blocks) = 0 THEN p_content ELSE
    jsonb_set(p_content::jsonb, '{body,content}', coalesce((
      SELECT jsonb_agg(CASE WHEN b -> 'attrs' ->> 'id' = ANY (p_blocks)
        THEN jsonb_build_object('type', 'withheldBlock', 'attrs', jsonb_build_object('id', b -> 'attrs' ->> 'id')) ELSE b END ORDER BY n)
        FROM jsonb_array_elements(p_content::jsonb -> 'body' -> 'content') WITH ORDINALITY t(b, n)), '[]'))::text END
$$;

CREATE VIEW desk.public_page WITH (security_barrier) AS
SELECT s.slug, v.title, s.kind, v.content::jsonb ->> 'audience' AS audience, s.language, v.content::jsonb -> 'jurisdictions' AS jurisdictions,
       v.content::jsonb -> 'topics' AS topics, s.public_state AS state, s.withheld_because,
       CASE WHEN s.public_state IN ('live', 'due_soon', 'overdue') THEN desk.strip_blocks(v.content, wb.ids) END AS content,
       s.content_sha256, v.number AS version_number, s.round_kind, s.last_reviewed_on, s.evidence_checked_to, s.next_review_due,
       s.grace_ends_on, s.days_overdue, s.published_on, s.withdrawn_on, s.withdrawal_type,
       CASE WHEN s.is_permanent THEN s.withdrawal_reason END AS withdrawal_reason,
       CASE WHEN s.public_state IN ('live', 'due_soon', 'overdue') THEN wb.ids ELSE '{}' END AS withheld_blocks, s.today
  FROM desk.page_standing s
  JOIN desk.version v ON v.id = s.version_id
  CROSS JOIN LATERAL (SELECT desk.withheld_block_ids(s.publication_id) AS ids) wb
 WHERE s.public_state IN ('live', 'due_soon', 'overdue', 'withheld', 'withdrawn', 'archived');

-- Every version that was ever public keeps its address; its text only while
-- the page itself shows text, and never a block that was withheld.
CREATE VIEW desk.public_version WITH (security_barrier) AS
SELECT s.slug, v.number, v.title, p.content_sha256, p.round_kind, p.last_reviewed_on, p.next_review_due, p.published_on,
       desk.day_of(p.ended_at) AS ended_on, p.ended_because, s.public_state AS page_state,
       p.id = s.publication_id AND p.ended_at IS NULL AS is_current,
       CASE WHEN s.public_state IN ('live', 'due_soon', 'overdue') AND p.ended_because IS DISTINCT FROM 'withdrawn'
             AND desk.hidden_by_revocation(p.id, s.today) IS DISTINCT FROM 'unsafe'
            THEN desk.strip_blocks(v.content, (SELECT coalesce(array_agg(w.block_id), '{}') FROM desk.withheld_block w
              WHERE w.page_id = p.page_id AND NOT EXISTS (SELECT FROM desk.withheld_block_return b WHERE b.withheld_block_id = w.id))) END AS content,
       v.content::jsonb ->> 'changeNote' AS change_note,
       CASE WHEN p.round_kind = 'safety_correction' THEN r.reason END AS correction_reason
  FROM desk.publication p
  JOIN desk.page_standing s ON s.page_id = p.page_id
  JOIN desk.version v ON v.id = p.version_id
  JOIN desk.review_round r ON r.id = p.round_id
 WHERE s.public_state IN ('live', 'due_soon', 'overdue', 'withheld', 'withdrawn', 'archived');

-- Who stands behind what is public: the signers of the latest full review and
-- of every change since, with what each signed and their interests.
CREATE VIEW desk.public_reviewer WITH (security_barrier) AS
SELECT s.slug, p.round_kind, v.number AS version_number, d.expertise, d.signed_name AS name, d.signed_credentials AS credentials,
       person.affiliation, person.orcid, d.meaning, desk.day_of(d.signed_at) AS signed_on, d.evidence_checked_to, a.level AS interests,
       CASE WHEN a.level <> 'none' THEN a.details END AS interests_details, ru.public_reason AS interests_reason
  FROM desk.page_standing s
  CROSS JOIN LATERAL desk.publication_line(s.publication_id) l
  JOIN desk.publication p ON p.id = l.publication_id
  JOIN desk.version v ON v.id = p.version_id
  JOIN desk.publication_approval pa ON pa.publication_id = p.id
  JOIN desk.decision d ON d.id = pa.decision_id
  JOIN desk.person person ON person.id = d.person_id
  LEFT JOIN LATERAL (SELECT * FROM desk.interest_answer ia WHERE ia.person_id = d.person_id AND ia.page_id = p.page_id
     AND ia.answered_at <= p.published_at ORDER BY ia.answered_at DESC, ia.id LIMIT 1) a ON true
  LEFT JOIN desk.interest_ruling ru ON ru.answer_id = a.id
 WHERE s.public_state IN ('live', 'due_soon', 'overdue')
   AND NOT EXISTS (SELECT FROM desk.revocation r WHERE r.decision_id = d.id);

CREATE VIEW desk.public_notice WITH (security_barrier) AS
SELECT s.slug, n.type, n.put_up_on
  FROM desk.notice n JOIN desk.page_standing s ON s.page_id = n.page_id
 WHERE s.public_state IN ('live', 'due_soon', 'overdue', 'withheld', 'withdrawn')
   AND NOT EXISTS (SELECT FROM desk.notice_taken_down t WHERE t.notice_id = n.id)
   AND (n.type <> 'name_removed' OR EXISTS (
     SELECT FROM desk.publication_line(s.publication_id) l JOIN desk.publication_approval pa ON pa.publication_id = l.publication_id
       JOIN desk.revocation r ON r.decision_id = pa.decision_id));

-- A safety correction is shown with before and after for twelve months.
CREATE VIEW desk.public_correction WITH (security_barrier) AS
SELECT s.slug, v.number, p.published_on, r.reason, b.block_id,
       desk.block_by_id(ov.content, b.block_id) AS before, desk.block_by_id(v.content, b.block_id) AS after
  FROM desk.publication p
  JOIN desk.page_standing s ON s.page_id = p.page_id
  JOIN desk.version v ON v.id = p.version_id
  JOIN desk.review_round r ON r.id = p.round_id
  JOIN desk.publication op ON op.id = p.replaces_id
  JOIN desk.version ov ON ov.id = op.version_id
  CROSS JOIN LATERAL unnest(r.scope) b(block_id)
 WHERE p.round_kind = 'safety_correction' AND s.public_state IN ('live', 'due_soon', 'overdue')
   AND p.ended_because IS DISTINCT FROM 'withdrawn'
   AND p.published_on + interval '12 months' > s.today
   AND desk.block_by_id(ov.content, b.block_id) IS DISTINCT FROM desk.block_by_id(v.content, b.block_id)
   AND b.block_id <> ALL (desk.withheld_block_ids(s.publication_id));

CREATE VIEW desk.public_review_date WITH (security_barrier) AS
SELECT slug, title, topics, kind, state, last_reviewed_on, next_review_due, coalesce(days_overdue > 0, false) AS is_overdue, today
  FROM desk.public_page WHERE state IN ('live', 'due_soon', 'overdue', 'withheld');

CREATE VIEW desk.public_desk WITH (security_barrier) AS
SELECT desk_name, time_zone, mode, desk.today() AS today, (SELECT by_interval <> '0' FROM desk.clock_offset) AS is_clock_moved FROM desk.desk_setting;
