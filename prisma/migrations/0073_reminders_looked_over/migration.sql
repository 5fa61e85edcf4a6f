-- The clock of reminders is worked out beforehand, so something that does not
-- rest on it looks it over: a wrong row would be a page nobody is reminded of.
SET LOCAL ROLE desk_owner;

-- Once a day, after the reminders of the pass are raised: compares the clock of
-- each live publication with the facts, puts right what is wrong, and writes
-- down as `raised` of a run of its own how many there were. Wrong is a row that
-- is missing, or left over from what ended; another due day than the effective
-- one; a next day later than the next step; and a step that came of which
-- somebody was not told. What is put right is due today, so that raising again
-- tells it. Gives null when it was done today.
CREATE FUNCTION desk.look_over_reminders() RETURNS integer
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

  WITH facts AS (
    SELECT p.id, d.due, next_step_on(d.schedule, d.due, d.due - 1000) AS first_on,
           least(next_step_on(d.schedule, d.due, today_is), CASE WHEN pg.confidential_until > today_is THEN pg.confidential_until END) AS next_on
      FROM publication p JOIN page pg ON pg.id = p.page_id
      CROSS JOIN LATERAL (SELECT effective_due(p.id) AS due, schedule_of(p.id) AS schedule OFFSET 0) d
     WHERE p.ended_at IS NULL
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

REVOKE ALL ON FUNCTION desk.look_over_reminders() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk.look_over_reminders() TO desk_app;

