-- The same reminders for less work: a step's day is worked out once for each
-- due day and schedule and not for each page, and a publication's reviewers are
-- looked up once and not for each step.
SET LOCAL ROLE desk_owner;

-- Planned once; and each step's day is asked of the holidays once.
CREATE OR REPLACE FUNCTION desk.next_step_on(p_schedule jsonb, p_due date, p_after date) RETURNS date
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (SELECT min(d.step_on) FROM (
    SELECT CASE
        WHEN n.every IS NULL AND n.after_days <= 0 THEN previous_working_day(p_due + n.after_days)
        WHEN n.every IS NULL OR p_after < p_due + n.after_days THEN p_due + n.after_days
        ELSE p_due + n.after_days + n.every * ((p_after - p_due - n.after_days) / n.every + 1) END AS step_on
      FROM jsonb_array_elements(p_schedule) s
     CROSS JOIN LATERAL (SELECT (s ->> 'afterDays')::integer AS after_days, (s ->> 'repeatsEvery')::integer AS every) n
    OFFSET 0) d WHERE d.step_on > p_after);
END
$$;

-- Who signed the few pages that are due is found by an index for each of them.
-- On a desk with a long history all approvals that ever were had been read for
-- it: a publication rests on two or three others, not on a thousand.
ALTER FUNCTION desk.publication_line(uuid) ROWS 2;

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

CREATE OR REPLACE FUNCTION desk.look_over_reminders() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  today_is date := today();
  run uuid;
  left_over integer;
  wrong integer;
  untold integer;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('desk.look_over_reminders', 0))
     OR EXISTS (SELECT FROM job_run WHERE job = 'reminder_clock' AND succeeded AND day_of(finished_at) = today_is) THEN
    RETURN NULL;
  END IF;
  run := start_job('reminder_clock');

  DELETE FROM reminder_clock c USING publication p WHERE p.id = c.publication_id AND p.ended_at IS NOT NULL;
  GET DIAGNOSTICS left_over = ROW_COUNT;

  WITH live AS MATERIALIZED (
    SELECT p.id, effective_due(p.id) AS due, rr.rules_id, CASE WHEN pg.confidential_until > today_is THEN pg.confidential_until END AS open_on
      FROM publication p JOIN page pg ON pg.id = p.page_id JOIN review_round rr ON rr.id = p.round_id
     WHERE p.ended_at IS NULL
  ),
  steps AS MATERIALIZED (
    SELECT d.rules_id, d.due, next_step_on(r.reminder_schedule, d.due, d.due - 1000) AS first_on, next_step_on(r.reminder_schedule, d.due, today_is) AS next_on
      FROM (SELECT DISTINCT rules_id, due FROM live) d JOIN review_rules r ON r.id = d.rules_id
  ),
  facts AS (
    SELECT l.id, l.due, s.first_on, least(s.next_on, l.open_on) AS next_on
      FROM live l JOIN steps s ON s.rules_id = l.rules_id AND s.due = l.due
  )
  INSERT INTO reminder_clock (publication_id, due_on, first_on, next_on)
    SELECT f.id, f.due, coalesce(f.first_on, f.due), today_is FROM facts f LEFT JOIN reminder_clock c ON c.publication_id = f.id
     WHERE c.publication_id IS NULL OR c.due_on <> f.due OR c.next_on > f.next_on OR (c.next_on IS NULL AND f.next_on IS NOT NULL)
        -- Holidays move the first step by some days without being wrong.
        OR c.first_on > f.first_on + 14
     ORDER BY f.id
  ON CONFLICT (publication_id) DO UPDATE SET due_on = excluded.due_on, first_on = excluded.first_on, next_on = excluded.next_on;
  GET DIAGNOSTICS wrong = ROW_COUNT;

  UPDATE reminder_clock SET next_on = today_is WHERE publication_id IN (
    SELECT p.id FROM reminders_of(ARRAY(SELECT c.publication_id FROM reminder_clock c
              WHERE c.first_on <= today_is + 14 AND (c.next_on > today_is OR c.next_on IS NULL))) r
      JOIN publication p ON p.page_id = r.page_id AND p.ended_at IS NULL
     WHERE NOT EXISTS (SELECT FROM alert a WHERE a.reason_key = concat_ws(':', 'due', r.page_id, r.due_on, r.step, r.recipient_id)));
  GET DIAGNOSTICS untold = ROW_COUNT;

  PERFORM finish_job(run, true, left_over + wrong + untold, 0, 0, NULL);
  RETURN left_over + wrong + untold;
END
$$;

-- The working days of a week are counted once, not for each person in it.
CREATE OR REPLACE FUNCTION desk.weekly_capacity(p_from date, p_until date)
RETURNS TABLE (week_start date, person_id uuid, reviews integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH working AS MATERIALIZED (
    SELECT d::date AS day, date_trunc('week', d)::date AS week_start
      FROM generate_series(date_trunc('week', p_from), date_trunc('week', p_until) + interval '6 days', interval '1 day') d
     WHERE extract(isodow FROM d) <= 5 AND NOT EXISTS (SELECT FROM holiday h WHERE h.day = d::date)
  ),
  counted AS (SELECT w.week_start, count(*)::integer AS days FROM working w GROUP BY w.week_start),
  week AS MATERIALIZED (
    SELECT w::date AS week_start, coalesce(counted.days, 0) AS days
      FROM generate_series(date_trunc('week', p_from), date_trunc('week', p_until), interval '7 days') w LEFT JOIN counted ON counted.week_start = w::date
  ),
  who AS MATERIALIZED (SELECT p.id, p.review_capacity FROM person p WHERE p.id IN (SELECT h.person_id FROM expertise_holder h)),
  away AS (
    SELECT x.person_id, w.week_start, count(DISTINCT w.day)::integer AS days FROM absence x JOIN working w ON w.day BETWEEN x.from_day AND x.until_day
     WHERE x.ended_at IS NULL GROUP BY x.person_id, w.week_start
  )
  SELECT week.week_start, who.id, round(who.review_capacity * (week.days - coalesce(away.days, 0)) / 5.0)::integer
    FROM week CROSS JOIN who LEFT JOIN away ON away.person_id = who.id AND away.week_start = week.week_start;
END
$$;
