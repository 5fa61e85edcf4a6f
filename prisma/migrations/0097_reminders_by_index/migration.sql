-- Who signed the few pages that are due is found by an index for each of them.
-- On a desk with a long history all approvals that ever were had been read for
-- it: a publication rests on two or three others, not on a thousand.
SET LOCAL ROLE desk_owner;

ALTER FUNCTION desk.publication_line(uuid) ROWS 2;

-- As before.
CREATE OR REPLACE FUNCTION desk.reminders_of(p_publications uuid[])
RETURNS TABLE (page_id uuid, recipient_id uuid, step text, step_on date, due_on date, is_escalation boolean)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH day AS MATERIALIZED (SELECT today() AS today),
  editors AS MATERIALIZED (
    SELECT p.id FROM person p JOIN person_role r ON r.person_id = p.id AND r.role = 'editor' WHERE p.is_active
  ),
  clinical_leads AS MATERIALIZED (SELECT r.person_id AS id FROM person_role r WHERE r.role = 'clinical_lead'),
  live AS MATERIALIZED (
    SELECT p.id AS publication_id, p.page_id, pg.owner_id, pg.collection_id, r.reminder_schedule, c.due_on,
           coalesce(pg.confidential_until > day.today, false) AS is_confidential, day.today
      FROM day, reminder_clock c JOIN publication p ON p.id = c.publication_id JOIN page pg ON pg.id = p.page_id
      JOIN review_round rr ON rr.id = p.round_id JOIN review_rules r ON r.id = rr.rules_id
     WHERE c.publication_id = ANY (p_publications) AND p.ended_at IS NULL
  ),
  occurring AS MATERIALIZED (
    SELECT live.publication_id, live.page_id, live.owner_id, live.collection_id, live.due_on, live.is_confidential, live.today,
           s.step, s.after_days, s.every, s.addressees, CASE
        WHEN s.every IS NULL AND s.after_days <= 0 THEN previous_working_day(live.due_on + s.after_days)
        WHEN s.every IS NULL THEN live.due_on + s.after_days
        WHEN live.today >= live.due_on + s.after_days
          THEN live.due_on + s.after_days + s.every * ((live.today - live.due_on - s.after_days) / s.every)
      END AS step_on
      FROM live CROSS JOIN LATERAL (
        SELECT s ->> 'step' AS step, (s ->> 'afterDays')::integer AS after_days, (s ->> 'repeatsEvery')::integer AS every, s -> 'to' AS addressees
          FROM jsonb_array_elements(live.reminder_schedule) s) s
     -- A working day before is on no later day; what has not come is not worked out.
     WHERE s.after_days <= 0 OR live.today >= live.due_on + s.after_days
  ),
  addressed AS MATERIALIZED (
    SELECT o.publication_id, o.page_id, o.owner_id, o.collection_id, o.due_on, o.is_confidential, o.step_on, a.addressee,
           o.step || CASE WHEN o.every IS NULL THEN '' ELSE ':' || ((o.step_on - o.due_on - o.after_days) / o.every + 1) END AS step_name,
           a.addressee = 'editors' OR (a.addressee = 'owner' AND (NOT EXISTS (SELECT FROM person w WHERE w.id = o.owner_id AND w.is_active)
             OR EXISTS (SELECT FROM absence x WHERE x.person_id = o.owner_id AND x.ended_at IS NULL AND o.step_on BETWEEN x.from_day AND x.until_day)))
             AS is_for_editors
      FROM occurring o CROSS JOIN LATERAL jsonb_array_elements_text(o.addressees) a(addressee) WHERE o.step_on <= o.today
  ),
  approver AS MATERIALIZED (
    SELECT DISTINCT a.publication_id, d.person_id
      FROM (SELECT DISTINCT publication_id FROM addressed WHERE addressee = 'last_reviewers') a
     CROSS JOIN LATERAL publication_line(a.publication_id) l
     CROSS JOIN LATERAL (SELECT x.decision_id FROM publication_approval x WHERE x.publication_id = l.publication_id OFFSET 0) pa
     CROSS JOIN LATERAL (SELECT x.person_id FROM decision x WHERE x.id = pa.decision_id OFFSET 0) d
  ),
  told AS (
    SELECT a.*, a.owner_id AS recipient FROM addressed a WHERE a.addressee = 'owner'
    UNION ALL
    SELECT a.*, e.id FROM addressed a CROSS JOIN editors e WHERE a.is_for_editors
    UNION ALL
    SELECT a.*, v.person_id FROM addressed a JOIN approver v ON v.publication_id = a.publication_id WHERE a.addressee = 'last_reviewers'
    UNION ALL
    SELECT a.*, c.lead_id FROM addressed a JOIN collection c ON c.id = a.collection_id WHERE a.addressee = 'collection_lead'
    UNION ALL
    SELECT a.*, l.id FROM addressed a CROSS JOIN clinical_leads l WHERE a.addressee = 'clinical_lead'
  )
  SELECT DISTINCT ON (t.page_id, t.recipient) t.page_id, t.recipient, t.step_name, t.step_on, t.due_on,
         t.addressee IN ('collection_lead', 'clinical_lead')
    FROM told t JOIN person p ON p.id = t.recipient AND p.is_active
   WHERE NOT t.is_confidential OR may_know_of(t.page_id, t.recipient)
   ORDER BY t.page_id, t.recipient, t.step_on DESC, t.step_name, t.addressee IN ('collection_lead', 'clinical_lead') DESC;
END
$$;
