-- What an editor does from the desk about a review that is late: remind, ask a
-- stand-in, extend the review-by day; and put a matter away for some days.
SET LOCAL ROLE desk_owner;

-- A reminder to one reviewer: by an editor, or by the desk at a step of its own.
CREATE TABLE desk.assignment_reminder (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  assignment_id uuid NOT NULL REFERENCES desk.assignment ON DELETE RESTRICT,
  step text NOT NULL CHECK (step IN ('by_editor', 'before', 'late')),
  -- The day that the reminder is about: a new day starts the steps again.
  about_day date NOT NULL,
  reminded_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  reminded_at timestamptz NOT NULL DEFAULT desk.clock(),
  reminded_on date NOT NULL DEFAULT desk.today(),
  CHECK ((step = 'by_editor') = (reminded_by IS NOT NULL))
);
-- Not more than once a day, whoever asks and from however many machines.
CREATE UNIQUE INDEX assignment_reminder_day_key ON desk.assignment_reminder (assignment_id, reminded_on);
CREATE UNIQUE INDEX assignment_reminder_step_key ON desk.assignment_reminder (assignment_id, step, about_day) WHERE step <> 'by_editor';
SELECT desk.make_immutable('desk.assignment_reminder');

CREATE TABLE desk.review_by_extension (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  assignment_id uuid NOT NULL REFERENCES desk.assignment ON DELETE RESTRICT,
  before date NOT NULL,
  review_by date NOT NULL CHECK (review_by > before),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  extended_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  extended_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX review_by_extension_assignment_idx ON desk.review_by_extension (assignment_id, extended_at DESC);
SELECT desk.make_immutable('desk.review_by_extension');

-- Put away by one person for some days. It hides a card and nothing else:
-- reminders and escalation do not read it.
CREATE TABLE desk.snooze (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  need text NOT NULL,
  until date NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  snoozed_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX snooze_person_idx ON desk.snooze (person_id, until, page_id, need);
SELECT desk.make_immutable('desk.snooze');

-- The day by which an open assignment has to move: an answer, then the review.
CREATE FUNCTION desk.binding_day(p_assignment desk.assignment) RETURNS date
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT CASE p_assignment.state WHEN 'accepted' THEN p_assignment.review_by ELSE p_assignment.respond_by END
$$;

-- The n-th working day after a day.
CREATE FUNCTION desk.working_day_after(p_day date, p_count integer) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT d::date FROM generate_series(p_day + 1, p_day + 60, interval '1 day') d
   WHERE extract(isodow FROM d) < 6 AND NOT EXISTS (SELECT FROM holiday WHERE day = d::date)
   ORDER BY d OFFSET p_count - 1 LIMIT 1
  );
END
$$;

-- When the desk reminds by itself: two days before the day, on a working day,
-- and on the first working day after it.
CREATE FUNCTION desk.reminder_step_on(p_step text, p_day date) RETURNS date
LANGUAGE sql STABLE SET search_path = desk, pg_temp AS $$
  SELECT CASE p_step WHEN 'before' THEN previous_working_day(p_day - 2) ELSE working_day_after(p_day, 1) END
$$;

-- The next thing that happens by itself to an open assignment, and its day;
-- null when the desk waits for an editor.
CREATE FUNCTION desk.next_automatic_step(p_assignment uuid, OUT step text, OUT step_on date)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment;
  day date;
BEGIN
  SELECT * INTO a FROM assignment WHERE id = p_assignment AND state IN ('invited', 'accepted');
  day := binding_day(a);
  SELECT s.step, s.step_on INTO step, step_on FROM (
      SELECT w.step, greatest(reminder_step_on(w.step, day), today()) AS step_on FROM unnest(ARRAY['before', 'late']) w(step)
       WHERE a.id IS NOT NULL
         AND NOT EXISTS (SELECT FROM assignment_reminder r WHERE r.assignment_id = a.id AND r.step = w.step AND r.about_day = day)
         -- Once late, the step before it is past.
         AND NOT (w.step = 'before' AND (today() > day OR reminder_step_on('before', day) <= day_of(a.invited_at)))
      UNION ALL
      SELECT 'lapse', working_day_after(a.respond_by, 3) WHERE a.state = 'invited') s
   ORDER BY s.step_on, s.step DESC LIMIT 1;
END
$$;

-- An open assignment of an open round, its page locked; refuses any other.
CREATE FUNCTION desk.lock_waiting(p_assignment uuid) RETURNS desk.assignment
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round := lock_round((SELECT round_id FROM assignment WHERE id = p_assignment));
  a assignment;
BEGIN
  SELECT * INTO a FROM assignment WHERE id = p_assignment FOR UPDATE;
  IF a.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF rnd.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  IF a.state NOT IN ('invited', 'accepted') THEN
    PERFORM refuse('409', 'nobody_waits');
  END IF;
  RETURN a;
END
$$;

CREATE FUNCTION desk.remind(p_session text, p_assignment uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  a assignment := lock_waiting(p_assignment);
  page_of uuid;
  new_id uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM person WHERE id = a.reviewer_id AND is_active FOR SHARE) THEN
    PERFORM refuse('409', 'person_inactive');
  END IF;
  INSERT INTO assignment_reminder (assignment_id, step, about_day, reminded_by) VALUES (a.id, 'by_editor', binding_day(a), me.id)
  ON CONFLICT DO NOTHING RETURNING id INTO new_id;
  IF new_id IS NULL THEN
    PERFORM refuse('409', 'reminded_today');
  END IF;
  SELECT page_id INTO page_of FROM review_round WHERE id = a.round_id;
  PERFORM record_audit('remind', me.id, page_of, jsonb_build_object('assignment', a.id, 'reviewer', a.reviewer_id, 'reminder', new_id));
  PERFORM raise_alert('review_reminder', a.reviewer_id, page_of, 'reminder:' || new_id,
    jsonb_build_object('assignmentId', a.id, 'remindedBy', me.name));
  RETURN new_id;
END
$$;

-- The desk's own reminders: of several steps that passed while nothing ran only
-- the latest goes out, and nobody is reminded twice on one day.
CREATE FUNCTION desk.remind_by_schedule() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  due record;
  new_id uuid;
  sent integer := 0;
  today_is date := today();
BEGIN
  FOR due IN
    SELECT a.id, a.reviewer_id, r.page_id, binding_day(a) AS day, s.step
      FROM review_round r JOIN assignment a ON a.round_id = r.id AND a.state IN ('invited', 'accepted')
      JOIN person p ON p.id = a.reviewer_id AND p.is_active
      LEFT JOIN notification_setting n ON n.person_id = p.id
      CROSS JOIN LATERAL (SELECT CASE WHEN today_is > binding_day(a) THEN 'late' ELSE 'before' END AS step) s
     WHERE r.closed_at IS NULL AND coalesce(n.is_paused_until < today_is, true)
       AND today_is >= reminder_step_on(s.step, binding_day(a))
       -- Asked for so short a time that the request itself is the reminder.
       AND reminder_step_on(s.step, binding_day(a)) > day_of(a.invited_at)
       AND NOT EXISTS (SELECT FROM assignment_reminder x WHERE x.assignment_id = a.id
                        AND (x.reminded_on = today_is OR (x.step = s.step AND x.about_day = binding_day(a))))
     ORDER BY a.id
  LOOP
    PERFORM FROM page WHERE id = due.page_id FOR NO KEY UPDATE;
    -- Looked at again under the lock: the reviewer may have answered meanwhile.
    CONTINUE WHEN NOT EXISTS (SELECT FROM assignment a JOIN review_round r ON r.id = a.round_id
      WHERE a.id = due.id AND a.state IN ('invited', 'accepted') AND r.closed_at IS NULL AND binding_day(a) = due.day);
    INSERT INTO assignment_reminder (assignment_id, step, about_day) VALUES (due.id, due.step, due.day)
    ON CONFLICT DO NOTHING RETURNING id INTO new_id;
    CONTINUE WHEN new_id IS NULL;
    PERFORM raise_alert('review_reminder', due.reviewer_id, due.page_id, 'reminder:' || new_id, jsonb_build_object('assignmentId', due.id));
    sent := sent + 1;
  END LOOP;
  RETURN sent;
END
$$;

-- Another reviewer in place of one who is late: the one is released and the
-- other asked, or neither.
CREATE FUNCTION desk.stand_in(p_session text, p_assignment uuid, p_reviewer uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  a assignment := lock_waiting(p_assignment);
  new_id uuid;
BEGIN
  IF a.reviewer_id = p_reviewer THEN
    PERFORM refuse('409', 'duplicate_assignment');
  END IF;
  PERFORM dismiss_assignment(p_session, a.id);
  new_id := assign(p_session, a.round_id, a.expertise, p_reviewer, NULL, NULL, a.answers_decision_id);
  PERFORM record_audit('stand_in', me.id, (SELECT page_id FROM review_round WHERE id = a.round_id),
    jsonb_build_object('for', a.id, 'assignment', new_id, 'reviewer', p_reviewer));
  RETURN new_id;
END
$$;

-- A later review-by day, with a reason that reaches the reviewer. Whoever has
-- not answered yet gets as long to answer as the rules give, within that day.
CREATE FUNCTION desk.extend_review_by(p_session text, p_assignment uuid, p_review_by date, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  a assignment;
  page_of uuid;
  answer_days integer;
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing', 1000);
  a := lock_waiting(p_assignment);
  IF p_review_by IS NULL OR p_review_by <= a.review_by OR p_review_by <= today() OR p_review_by > today() + 365 THEN
    PERFORM refuse('422', 'day_out_of_range', jsonb_build_object('after', greatest(a.review_by, today())));
  END IF;
  SELECT r.page_id, rules.respond_days INTO page_of, answer_days FROM review_round r JOIN review_rules rules ON rules.id = r.rules_id WHERE r.id = a.round_id;
  INSERT INTO review_by_extension (assignment_id, before, review_by, reason, extended_by)
  VALUES (a.id, a.review_by, p_review_by, p_reason, me.id) RETURNING id INTO new_id;
  UPDATE assignment SET review_by = p_review_by,
         respond_by = CASE state WHEN 'invited' THEN greatest(respond_by, least(today() + answer_days, p_review_by)) ELSE respond_by END
   WHERE id = a.id;
  PERFORM record_audit('extend_review_by', me.id, page_of, jsonb_build_object('assignment', a.id, 'reviewer', a.reviewer_id,
    'before', a.review_by, 'review_by', p_review_by, 'reason_sha256', content_hash(p_reason)));
  PERFORM raise_alert('review_by_extended', a.reviewer_id, page_of, 'extended:' || new_id, jsonb_build_object('assignmentId', a.id, 'extensionId', new_id));
  RETURN new_id;
END
$$;

-- One editor puts one matter away for at most thirty days; an overdue page for
-- at most seven, as the editors are reminded of it every seventh day.
CREATE FUNCTION desk.snooze(p_session text, p_page uuid, p_need text, p_until date, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  most integer := CASE WHEN p_need IN ('overdue', 'assign_correction', 'publish_correction', 'schedule_refused') THEN 7 ELSE 30 END;
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing', 1000);
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF p_need IS NULL OR p_need !~ '^[a-z_]{1,40}$' THEN
    PERFORM refuse('422', 'invalid_form');
  END IF;
  IF p_until IS NULL OR p_until <= today() OR p_until > today() + most THEN
    PERFORM refuse('422', 'day_out_of_range', jsonb_build_object('until', today() + most));
  END IF;
  INSERT INTO snooze (person_id, page_id, need, until, reason) VALUES (me.id, p_page, p_need, p_until, p_reason) RETURNING id INTO new_id;
  PERFORM record_audit('snooze', me.id, p_page, jsonb_build_object('need', p_need, 'until', p_until, 'reason_sha256', content_hash(p_reason)));
  RETURN new_id;
END
$$;

GRANT SELECT ON desk.assignment_reminder, desk.review_by_extension, desk.snooze TO desk_app;
GRANT EXECUTE ON FUNCTION desk.next_automatic_step(uuid), desk.remind(text, uuid), desk.remind_by_schedule(), desk.stand_in(text, uuid, uuid),
  desk.extend_review_by(text, uuid, date, text), desk.snooze(text, uuid, text, date, text) TO desk_app;
