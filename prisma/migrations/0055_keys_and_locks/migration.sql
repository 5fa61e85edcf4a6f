-- Keys are not kept where they are not needed, and people are locked before the
-- audit is: whoever waits for a person must not hold the audit, for which the
-- one who holds that person waits.
SET LOCAL ROLE desk_owner;

-- What a mail keeps once it was tried. A link that works as a key is not kept:
-- of a request the words lead to the review, for which one signs in; of an
-- invitation, and of a link to an outside expert, they keep the key only where
-- there is no mail server to send it.
CREATE OR REPLACE FUNCTION desk.without_keys(p_text text, p_mail desk.mail, p_outcome text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT CASE
    WHEN p_mail.kind = 'review_requested'
      THEN regexp_replace(p_text, '/review-request/[A-Za-z0-9_-]{20,}', '/desk/reviews/' || coalesce(p_mail.props ->> 'assignmentId', ''), 'g')
    WHEN p_outcome <> 'kept' THEN regexp_replace(p_text, '/(invitation|outside)/[A-Za-z0-9_-]{20,}', '/\1/…', 'g')
    ELSE p_text END
$$;

-- Those that left before this rule.
UPDATE desk.mail SET props = props - 'link', html = desk.without_keys(html, mail, state), plain_text = desk.without_keys(plain_text, mail, state)
 WHERE kind = 'outside_invitation' AND state IN ('sent', 'kept', 'failed', 'skipped');

-- Locks ------------------------------------------------------------------------

-- What was read before a lock no longer holds under it: the act is begun anew by
-- whoever called it, as after any serialization failure.
CREATE FUNCTION desk.try_again() RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'changed_meanwhile' USING ERRCODE = 'serialization_failure';
END
$$;

-- These people and whom they named to stand in for them, theirs too, in the
-- order in which people are locked.
CREATE FUNCTION desk.with_deputies(p_people uuid[]) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  WITH RECURSIVE concerned(id) AS (
    SELECT who FROM unnest(p_people) who WHERE who IS NOT NULL
    UNION
    SELECT ad.deputy_id FROM concerned c JOIN absence aw ON aw.person_id = c.id AND aw.ended_at IS NULL AND aw.until_day >= today()
      JOIN absence_deputy ad ON ad.absence_id = aw.id)
  SELECT coalesce(array_agg(id ORDER BY id), '{}') FROM concerned
  );
END
$$;

-- One after the other in their order: who leaves for this act alone, the others
-- against being switched off and against new absences.
CREATE FUNCTION desk.lock_people(p_people uuid[], p_leaving uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  who uuid;
BEGIN
  FOREACH who IN ARRAY p_people LOOP
    IF who = p_leaving THEN
      PERFORM FROM person WHERE id = who FOR NO KEY UPDATE;
    ELSE
      PERFORM FROM person WHERE id = who FOR SHARE;
    END IF;
  END LOOP;
END
$$;

-- Everybody who may be asked for a seat by itself, beside these people. The
-- caller holds the page, so that the alternates stay as they are.
CREATE FUNCTION desk.lock_seat(p_round uuid, p_expertise text, p_people uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  named uuid[] := p_people || ARRAY(SELECT person_id FROM assignment_alternate
    WHERE round_id = p_round AND expertise = p_expertise AND asked_at IS NULL AND passed_over IS NULL);
  people uuid[] := with_deputies(named);
BEGIN
  PERFORM lock_people(people);
  IF NOT with_deputies(named) <@ people THEN
    PERFORM try_again();
  END IF;
END
$$;

-- The pages that somebody owns or is asked to review.
CREATE FUNCTION desk.pages_held_by(p_person uuid) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN ARRAY(
  SELECT id FROM page WHERE owner_id = p_person
  UNION
  SELECT r.page_id FROM assignment o JOIN review_round r ON r.id = o.round_id
   WHERE o.reviewer_id = p_person AND o.state IN ('invited', 'accepted'));
END
$$;

-- Somebody who leaves, and everybody to whom what they hold may go.
CREATE FUNCTION desk.people_around(p_person uuid, p_hand_over_to uuid, p_deputies jsonb) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN with_deputies(ARRAY[p_person, p_hand_over_to] || ARRAY(
    WITH seat AS (
      SELECT o.round_id, o.expertise FROM assignment o JOIN review_round r ON r.id = o.round_id AND r.closed_at IS NULL
       WHERE o.reviewer_id = p_person AND o.state IN ('invited', 'accepted'))
    SELECT nullif(p_deputies ->> seat.expertise, '')::uuid FROM seat
    UNION
    SELECT n.person_id FROM assignment_alternate n JOIN seat USING (round_id, expertise)
     WHERE n.asked_at IS NULL AND n.passed_over IS NULL));
END
$$;

-- Declining needs no reason. The editor is told at once, and the next
-- alternate, where there is one, is asked at once.
CREATE OR REPLACE FUNCTION desk.decline_as(p_person uuid, p_assignment desk.assignment, p_reason text, p_by text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  page_is uuid := (SELECT page_id FROM review_round WHERE id = p_assignment.round_id);
  next_id uuid;
BEGIN
  IF p_assignment.state NOT IN ('invited', 'accepted', 'lapsed') THEN
    PERFORM refuse('409', 'not_invited');
  END IF;
  IF p_assignment.answers_decision_id IS NULL THEN
    PERFORM lock_seat(p_assignment.round_id, p_assignment.expertise, ARRAY[p_assignment.reviewer_id]);
  END IF;
  UPDATE assignment SET state = 'declined', responded_at = clock(), decline_reason = left(coalesce(p_reason, ''), 2000)
   WHERE id = p_assignment.id;
  PERFORM record_audit('decline', p_person, page_is, jsonb_build_object('assignment', p_assignment.id,
    'reason_sha256', content_hash(coalesce(p_reason, ''))) || CASE WHEN p_by IS NULL THEN '{}' ELSE jsonb_build_object('by', p_by) END);
  IF p_assignment.answers_decision_id IS NULL THEN
    next_id := ask_next_alternate(p_assignment.round_id, p_assignment.expertise);
  END IF;
  PERFORM tell_editor('assignment_declined', p_assignment, page_is, 'declined:' || p_assignment.id,
    jsonb_build_object('assignmentId', p_assignment.id, 'nextId', next_id));
END
$$;

-- The editor gets name and address, and decides; nothing is sent to the colleague.
CREATE OR REPLACE FUNCTION desk.propose_as(p_person uuid, p_assignment desk.assignment, p_name text, p_email text, p_note text, p_declines boolean, p_by text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round;
  new_id uuid;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = p_assignment.round_id;
  IF rnd.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  IF p_assignment.state NOT IN ('invited', 'accepted', 'lapsed', 'declined') THEN
    PERFORM refuse('409', 'not_invited');
  END IF;
  PERFORM require_text(p_name, 'name_missing', 200);
  IF p_email IS NULL OR p_email !~ '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$' OR length(p_email) > 254 THEN
    PERFORM refuse('422', 'invalid_address');
  END IF;
  IF (SELECT count(*) FROM proposed_colleague WHERE assignment_id = p_assignment.id) >= 3 OR EXISTS (
       SELECT FROM proposed_colleague WHERE assignment_id = p_assignment.id AND lower(email) = lower(p_email)) THEN
    PERFORM refuse('409', 'already_proposed');
  END IF;
  IF p_declines AND p_assignment.state <> 'declined' AND p_assignment.answers_decision_id IS NULL THEN
    PERFORM lock_seat(p_assignment.round_id, p_assignment.expertise, ARRAY[p_assignment.reviewer_id]);
  END IF;
  INSERT INTO proposed_colleague (assignment_id, name, email, note)
  VALUES (p_assignment.id, btrim(p_name), p_email, left(coalesce(p_note, ''), 2000)) RETURNING id INTO new_id;
  PERFORM record_audit('propose_colleague', p_person, rnd.page_id, jsonb_build_object('assignment', p_assignment.id, 'colleague', new_id)
    || CASE WHEN p_by IS NULL THEN '{}' ELSE jsonb_build_object('by', p_by) END);
  PERFORM tell_editor('colleague_proposed', p_assignment, rnd.page_id, 'proposed:' || new_id, jsonb_build_object('colleagueId', new_id));
  IF p_declines AND p_assignment.state <> 'declined' THEN
    PERFORM decline_as(p_person, p_assignment, '', p_by);
  END IF;
  RETURN new_id;
END
$$;

-- Anybody may call it for a request whose day has come; it looks for itself.
CREATE OR REPLACE FUNCTION desk.lapse_assignment(p_assignment uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round := lock_round((SELECT round_id FROM assignment WHERE id = p_assignment));
  a assignment;
  next_id uuid;
BEGIN
  SELECT * INTO a FROM assignment WHERE id = p_assignment;
  PERFORM lock_seat(a.round_id, a.expertise, ARRAY[a.reviewer_id]);
  SELECT * INTO a FROM assignment WHERE id = p_assignment FOR UPDATE;
  IF a.id IS NULL OR a.state <> 'invited' OR rnd.closed_at IS NOT NULL OR lapses_on(a.respond_by) > today() THEN
    RETURN false;
  END IF;
  UPDATE assignment SET state = 'lapsed' WHERE id = a.id;
  PERFORM record_audit('lapse', NULL, rnd.page_id, jsonb_build_object('assignment', a.id, 'respond_by', a.respond_by));
  IF a.answers_decision_id IS NULL THEN
    next_id := ask_next_alternate(a.round_id, a.expertise);
  END IF;
  PERFORM tell_editor('assignment_lapsed', a, rnd.page_id, 'lapsed:' || a.id, jsonb_build_object('assignmentId', a.id, 'nextId', next_id));
  RETURN true;
END
$$;

-- At once, and with all they hold: pages and collections to the one named,
-- reviews to those named for their expertise, else to the next alternate. What
-- nobody takes falls to the collection lead.
CREATE OR REPLACE FUNCTION desk.switch_off_person(p_person uuid, p_hand_over_to uuid, p_by uuid, p_real_actor text, p_deputies jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment;
  pg page;
  s schedule;
  heir uuid;
  pages uuid[] := pages_held_by(p_person);
  people uuid[];
BEGIN
  -- Pages before people, as everywhere, and all of both before the first word of the audit.
  PERFORM FROM page WHERE id = ANY (pages) ORDER BY id FOR NO KEY UPDATE;
  people := people_around(p_person, p_hand_over_to, p_deputies);
  PERFORM lock_people(people, p_person);
  -- From here on nothing more is asked of them; what was in between is not held.
  IF NOT pages_held_by(p_person) <@ pages OR NOT people_around(p_person, p_hand_over_to, p_deputies) <@ people THEN
    PERFORM try_again();
  END IF;
  IF p_hand_over_to IS NOT NULL AND (p_hand_over_to = p_person
       OR NOT EXISTS (SELECT FROM person WHERE id = p_hand_over_to AND is_active)) THEN
    PERFORM refuse('422', 'person_inactive');
  END IF;
  IF NOT EXISTS (SELECT FROM person WHERE id = p_person) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF has_role(p_person, 'admin') AND NOT EXISTS (
       SELECT FROM person_role r JOIN person p ON p.id = r.person_id WHERE r.role = 'admin' AND p.is_active AND p.id <> p_person) THEN
    PERFORM refuse('409', 'last_admin');
  END IF;
  UPDATE person SET is_active = false, deactivated_at = clock() WHERE id = p_person AND is_active;
  DELETE FROM session WHERE user_id = p_person;
  DELETE FROM pen WHERE held_by = p_person;
  UPDATE pen SET asked_by = NULL, asked_at = NULL WHERE asked_by = p_person;
  IF p_hand_over_to IS NOT NULL THEN
    UPDATE page SET owner_id = p_hand_over_to WHERE owner_id = p_person;
    UPDATE collection SET lead_id = p_hand_over_to WHERE lead_id = p_person;
  END IF;
  FOR a IN SELECT o.* FROM assignment o JOIN review_round r ON r.id = o.round_id AND r.closed_at IS NULL
            WHERE o.reviewer_id = p_person AND o.state IN ('invited', 'accepted') ORDER BY o.invited_at, o.id
  LOOP
    heir := heir_of_review(a.id, p_deputies);
    IF heir IS NOT NULL THEN
      PERFORM hand_over_review(a, heir, p_by, 'departure');
    ELSE
      UPDATE assignment SET state = 'dismissed', responded_at = clock() WHERE id = a.id;
      IF a.answers_decision_id IS NOT NULL OR ask_next_alternate(a.round_id, a.expertise) IS NULL THEN
        PERFORM fall_to_lead((SELECT page_id FROM review_round WHERE id = a.round_id), 'review', 'no_deputy:' || a.id,
          jsonb_build_object('assignmentId', a.id));
      END IF;
    END IF;
  END LOOP;
  UPDATE assignment SET state = 'dismissed', responded_at = clock() WHERE reviewer_id = p_person AND state IN ('invited', 'accepted');
  FOR pg IN SELECT * FROM page WHERE owner_id = p_person AND archived_at IS NULL ORDER BY id LOOP
    PERFORM fall_to_lead(pg.id, 'page', 'no_owner:' || pg.id || ':' || p_person, jsonb_build_object('personId', p_person));
  END LOOP;
  -- A signature is nobody else's to give: an editor schedules again.
  FOR s IN SELECT * FROM schedule WHERE scheduled_by = p_person AND cancelled_at IS NULL AND carried_out_at IS NULL ORDER BY id LOOP
    PERFORM fall_to_lead(s.page_id, 'schedule', 'no_signer:' || s.id, jsonb_build_object('personId', p_person));
  END LOOP;
  PERFORM record_audit('deactivate_person', p_by, NULL, jsonb_build_object('person', p_person, 'hand_over_to', p_hand_over_to)
    || CASE WHEN p_deputies = '{}' THEN '{}' ELSE jsonb_build_object('deputies', p_deputies) END, p_real_actor);
END
$$;

-- Another reviewer in place of one who is late: the one is released and the
-- other asked, or neither.
CREATE OR REPLACE FUNCTION desk.stand_in(p_session text, p_assignment uuid, p_reviewer uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  a assignment := lock_waiting(p_assignment);
  new_id uuid;
BEGIN
  IF NOT may_know_of((SELECT page_id FROM review_round WHERE id = a.round_id), me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF a.reviewer_id = p_reviewer THEN
    PERFORM refuse('409', 'duplicate_assignment');
  END IF;
  PERFORM lock_seat(a.round_id, a.expertise, ARRAY[a.reviewer_id, p_reviewer]);
  PERFORM dismiss_assignment(p_session, a.id);
  new_id := assign(p_session, a.round_id, a.expertise, p_reviewer, NULL, NULL, a.answers_decision_id);
  PERFORM record_audit('stand_in', me.id, (SELECT page_id FROM review_round WHERE id = a.round_id),
    jsonb_build_object('for', a.id, 'assignment', new_id, 'reviewer', p_reviewer));
  RETURN new_id;
END
$$;
