-- What falls due when and who would read it, how many reviews a week bears, and
-- how the dates were kept month by month. Reads only: nothing here moves a date.
SET LOCAL ROLE desk_owner;

CREATE INDEX page_listing_due_idx ON desk.page_listing (next_review_due) WHERE is_standing;

-- Who holds what a review can ask for, while they are at the desk.
CREATE VIEW desk.expertise_holder AS
SELECT e.person_id, e.expertise FROM desk.person_expertise e
  JOIN desk.person p ON p.id = e.person_id AND p.is_active
  JOIN desk.person_role r ON r.person_id = e.person_id AND r.role = 'reviewer'
UNION
SELECT p.id, 'editor' FROM desk.person p JOIN desk.person_role r ON r.person_id = p.id AND r.role IN ('editor', 'clinical_lead') WHERE p.is_active
UNION
SELECT p.id, 'colleague' FROM desk.person p JOIN desk.person_role r ON r.person_id = p.id AND r.role <> 'admin' WHERE p.is_active;

-- Every review that is to come up to a day, one row a seat: those that somebody
-- was asked for, on the day they are to be done; those of pages whose next
-- review falls due, on that day (it may have passed); and those that follow
-- after the interval, as if each were done on its day and what is overdue
-- today. Who signed the same seat of the last full review is taken to be asked
-- again while they can be; null is a seat for which nobody is named yet. A full
-- review that is open already counts by its own seats. p_viewer knows of these
-- pages; null is the desk itself.
CREATE FUNCTION desk.review_load(p_viewer uuid, p_until date)
RETURNS TABLE (what text, page_id uuid, on_day date, expertise text, person_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  day date := today();
BEGIN
  RETURN QUERY
  WITH known AS MATERIALIZED (
    SELECT l.page_id, l.kind, l.is_standing, l.publication_id, l.next_review_due AS due FROM page_listing l
     WHERE NOT l.is_archived
       AND CASE WHEN p_viewer IS NULL OR l.confidential_until IS NULL OR l.confidential_until <= day THEN true ELSE may_know_of(l.page_id, p_viewer) END
  ),
  open_round AS MATERIALIZED (
    SELECT r.id AS round_id, r.page_id, r.kind FROM review_round r JOIN known k ON k.page_id = r.page_id WHERE r.closed_at IS NULL
  ),
  asked AS MATERIALIZED (
    SELECT o.page_id, o.round_id, a.expertise, a.reviewer_id, a.review_by, a.state FROM open_round o
      JOIN assignment a ON a.round_id = o.round_id AND a.state IN ('invited', 'accepted', 'done')
  ),
  rules AS MATERIALIZED (
    SELECT DISTINCT ON (page_kind) id, page_kind, interval_months, adds_pharmacist, adds_lived_experience
      FROM review_rules ORDER BY page_kind, number DESC
  ),
  standing AS MATERIALIZED (
    SELECT k.page_id, k.due, r.id AS rules_id, r.interval_months, r.adds_pharmacist, r.adds_lived_experience, f.id AS full_id, f.round_id AS full_round_id,
           (SELECT o.round_id FROM open_round o WHERE o.page_id = k.page_id AND o.kind = 'full_review' LIMIT 1) AS open_id
      FROM known k LEFT JOIN rules r ON r.page_kind = k.kind
      LEFT JOIN LATERAL (SELECT p.id, p.round_id FROM publication p WHERE p.page_id = k.page_id AND p.round_kind = 'full_review'
                          ORDER BY p.published_at DESC, p.id LIMIT 1) f ON true
     WHERE k.is_standing AND k.due <= p_until
  ),
  holder AS MATERIALIZED (SELECT * FROM expertise_holder),
  -- What the rules ask for now, and what the last full review was asked for besides.
  seat AS (
    SELECT s.page_id, n.expertise, place FROM standing s JOIN review_rules_need n ON n.rules_id = s.rules_id
     CROSS JOIN LATERAL generate_series(1, n.count) place
    UNION ALL
    SELECT s.page_id, n.expertise, 1 FROM standing s JOIN round_need n ON n.round_id = s.full_round_id
     WHERE (s.adds_pharmacist AND n.expertise = 'pharmacist' OR s.adds_lived_experience AND n.expertise = 'lived_experience')
       AND NOT EXISTS (SELECT FROM review_rules_need r WHERE r.rules_id = s.rules_id AND r.expertise = n.expertise)
  ),
  approver AS (
    SELECT s.page_id, d.expertise, d.person_id, row_number() OVER (PARTITION BY s.page_id, d.expertise ORDER BY d.seq) AS place
      FROM standing s JOIN publication_approval pa ON pa.publication_id = s.full_id JOIN decision d ON d.id = pa.decision_id
      JOIN holder h ON h.person_id = d.person_id AND h.expertise = d.expertise
     WHERE NOT EXISTS (SELECT FROM page_author a WHERE a.page_id = s.page_id AND a.person_id = d.person_id)
  ),
  expected AS MATERIALIZED (
    SELECT seat.page_id, s.due, s.interval_months, s.open_id, seat.expertise, a.person_id
      FROM seat JOIN standing s ON s.page_id = seat.page_id
      LEFT JOIN approver a ON a.page_id = seat.page_id AND a.expertise = seat.expertise AND a.place = seat.place
  )
  SELECT 'asked', a.page_id, a.review_by, a.expertise, a.reviewer_id FROM asked a WHERE a.state <> 'done' AND a.review_by <= p_until
  UNION ALL
  SELECT 'due', e.page_id, e.due, e.expertise, e.person_id FROM expected e WHERE e.open_id IS NULL
  UNION ALL
  SELECT 'due', s.page_id, s.due, n.expertise, NULL FROM standing s JOIN round_need n ON n.round_id = s.open_id
   CROSS JOIN LATERAL generate_series(1, n.count - (SELECT count(*)::integer FROM asked a WHERE a.round_id = n.round_id AND a.expertise = n.expertise)) place
  UNION ALL
  SELECT 'again', e.page_id, n.on_day, e.expertise, e.person_id FROM expected e
   CROSS JOIN LATERAL (
     SELECT (greatest(e.due, day) + make_interval(months => e.interval_months * turn))::date AS on_day
       FROM generate_series(1, 1 + (p_until - greatest(e.due, day)) / (28 * e.interval_months)) turn
      WHERE (greatest(e.due, day) + make_interval(months => e.interval_months * turn))::date <= p_until) n;
END
$$;

-- How many reviews each person takes in each week from p_from to p_until: what
-- they take at a time, less for the working days of the week on which they are
-- away or the desk is closed, to the nearest whole: a week with one holiday in
-- it still has room for the one review that somebody takes. Weeks begin on Monday.
CREATE FUNCTION desk.weekly_capacity(p_from date, p_until date)
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
  week AS MATERIALIZED (
    SELECT w::date AS week_start FROM generate_series(date_trunc('week', p_from), date_trunc('week', p_until), interval '7 days') w
  ),
  who AS (SELECT p.id, p.review_capacity FROM person p WHERE p.id IN (SELECT h.person_id FROM expertise_holder h)),
  away AS (
    SELECT x.person_id, w.week_start, count(DISTINCT w.day)::integer AS days FROM absence x JOIN working w ON w.day BETWEEN x.from_day AND x.until_day
     WHERE x.ended_at IS NULL GROUP BY x.person_id, w.week_start
  )
  SELECT week.week_start, who.id,
         round(who.review_capacity * ((SELECT count(*) FROM working w WHERE w.week_start = week.week_start) - coalesce(away.days, 0)) / 5.0)::integer
    FROM week CROSS JOIN who LEFT JOIN away ON away.person_id = who.id AND away.week_start = week.week_start;
END
$$;

-- The next day after today on which the reminder schedule tells somebody of a
-- live page, and whom.
CREATE FUNCTION desk.next_reminder(p_publication uuid) RETURNS TABLE (on_day date, addressees text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  due date := effective_due(p_publication);
BEGIN
  RETURN QUERY
  SELECT s.on_day, array_agg(DISTINCT a.addressee) FROM (
      SELECT step, next_step_on(jsonb_build_array(step), due, today()) AS on_day
        FROM jsonb_array_elements(schedule_of(p_publication)) step) s
    CROSS JOIN LATERAL jsonb_array_elements_text(s.step -> 'to') a(addressee)
   WHERE s.on_day IS NOT NULL GROUP BY s.on_day ORDER BY s.on_day LIMIT 1;
END
$$;

-- How the dates were kept at the end of each of the last months, today for this
-- one, from what went out, ended and was brought forward by then: pages with
-- text before readers, those of them in date, the median of the days by which
-- the others were overdue; and of the full reviews that went out in the month
-- how many found nothing to change. p_viewer knows of these pages.
CREATE FUNCTION desk.dates_kept(p_viewer uuid, p_months integer)
RETURNS TABLE (month date, on_day date, live integer, in_date integer, median_days_overdue numeric, full_reviews integer, unchanged integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  today_is date := today();
  zone text := (SELECT time_zone FROM desk_setting);
BEGIN
  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT m::date AS month, least((m + interval '1 month' - interval '1 day')::date, today_is) AS on_day
      FROM generate_series(date_trunc('month', today_is::timestamp) - make_interval(months => p_months - 1), date_trunc('month', today_is::timestamp), interval '1 month') m
  ),
  gone_out AS MATERIALIZED (
    SELECT p.id, p.page_id, p.round_kind, p.reinstates_id, p.replaces_id, p.content_sha256, p.published_on, p.next_review_due,
           coalesce((p.ended_at AT TIME ZONE zone)::date, 'infinity') AS ended_on
      FROM publication p JOIN page_listing l ON l.page_id = p.page_id
     WHERE CASE WHEN p_viewer IS NULL OR l.confidential_until IS NULL OR l.confidential_until <= today_is THEN true ELSE may_know_of(l.page_id, p_viewer) END
  ),
  standing AS (
    SELECT a.month, o.id, o.page_id, a.on_day, least(o.next_review_due,
             (SELECT min(b.due_on) FROM due_brought_forward b WHERE b.publication_id = o.id AND (b.brought_at AT TIME ZONE zone)::date <= a.on_day)) AS due
      FROM asked a JOIN gone_out o ON o.published_on <= a.on_day AND o.ended_on > a.on_day
  ),
  kept AS (
    SELECT s.month, count(*)::integer AS live, count(*) FILTER (WHERE NOT is_overdue(s.due, s.on_day))::integer AS in_date,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY s.on_day - s.due) FILTER (WHERE is_overdue(s.due, s.on_day)) AS median
      FROM standing s GROUP BY s.month
  ),
  reviewed AS (
    SELECT date_trunc('month', o.published_on::timestamp)::date AS month, count(*)::integer AS reviews,
           count(*) FILTER (WHERE o.content_sha256 = before.content_sha256)::integer AS unchanged
      FROM gone_out o LEFT JOIN publication before ON before.id = o.replaces_id
     WHERE o.round_kind = 'full_review' AND o.reinstates_id IS NULL GROUP BY 1
  )
  SELECT a.month, a.on_day, coalesce(k.live, 0), coalesce(k.in_date, 0), k.median::numeric, coalesce(r.reviews, 0), coalesce(r.unchanged, 0)
    FROM asked a LEFT JOIN kept k ON k.month = a.month LEFT JOIN reviewed r ON r.month = a.month ORDER BY a.month;
END
$$;

GRANT SELECT ON desk.expertise_holder TO desk_app;
GRANT EXECUTE ON FUNCTION desk.review_load(uuid, date), desk.weekly_capacity(date, date), desk.next_reminder(uuid), desk.dates_kept(uuid, integer) TO desk_app;
