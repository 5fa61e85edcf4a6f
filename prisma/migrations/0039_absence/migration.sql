-- Absence and departure. What somebody is asked for goes to their deputy of the
-- same expertise while they are away; who leaves hands over all they hold. What
-- nobody can take falls to the lead of the page's collection, who is told.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.absence (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  from_day date NOT NULL,
  until_day date NOT NULL CHECK (until_day >= from_day AND until_day - from_day <= 730),
  recorded_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  recorded_at timestamptz NOT NULL DEFAULT desk.clock(),
  ended_at timestamptz
);
CREATE INDEX absence_person_idx ON desk.absence (person_id, until_day);
CREATE INDEX absence_open_idx ON desk.absence (from_day, until_day) WHERE ended_at IS NULL;

-- One deputy for each expertise that somebody is asked for.
CREATE TABLE desk.absence_deputy (
  absence_id uuid NOT NULL REFERENCES desk.absence ON DELETE RESTRICT,
  expertise text NOT NULL,
  deputy_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  PRIMARY KEY (absence_id, expertise)
);
CREATE INDEX absence_deputy_person_idx ON desk.absence_deputy (deputy_id);
SELECT desk.make_immutable('desk.absence_deputy');

-- Where a request went, and for whom somebody stands in.
ALTER TABLE desk.assignment
  ADD COLUMN handed_over_to uuid REFERENCES desk.assignment ON DELETE RESTRICT,
  ADD COLUMN stands_for uuid REFERENCES desk.person ON DELETE RESTRICT;

-- Deputies -------------------------------------------------------------------

-- The absence that somebody is in today; none for who is here.
CREATE FUNCTION desk.absence_today(p_person uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT id FROM absence WHERE person_id = p_person AND ended_at IS NULL AND today() BETWEEN from_day AND until_day
   ORDER BY recorded_at DESC, id LIMIT 1
  );
END
$$;

-- Why may this person not be asked for this expertise in this round, whether
-- they are here or not?
CREATE FUNCTION desk.seat_blockers(p_round uuid, p_expertise text, p_reviewer uuid)
RETURNS TABLE (code text) LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round;
  standing text;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = p_round;
  IF rnd.id IS NULL THEN
    RETURN QUERY SELECT 'not_found';
    RETURN;
  END IF;
  IF rnd.closed_at IS NOT NULL THEN
    RETURN QUERY SELECT 'round_closed';
  END IF;
  IF NOT EXISTS (SELECT FROM round_need WHERE round_id = p_round AND expertise = p_expertise) THEN
    RETURN QUERY SELECT 'not_needed';
  END IF;
  IF NOT EXISTS (SELECT FROM person WHERE id = p_reviewer AND is_active) THEN
    RETURN QUERY SELECT 'person_inactive';
  ELSIF NOT holds(p_reviewer, p_expertise) THEN
    RETURN QUERY SELECT 'lacks_expertise';
  END IF;
  IF is_own_work(rnd.version_id, p_reviewer) THEN
    RETURN QUERY SELECT 'own_work';
  END IF;
  IF EXISTS (SELECT FROM assignment WHERE round_id = p_round AND reviewer_id = p_reviewer AND state IN ('invited', 'accepted', 'done')) THEN
    RETURN QUERY SELECT 'duplicate_assignment';
  END IF;
  standing := interest_standing(p_reviewer, rnd.page_id);
  IF standing IN ('personal', 'institutional_refused') THEN
    RETURN QUERY SELECT 'interests_exclude';
  END IF;
END
$$;

-- A deputy takes a seat who could be asked for it, is here, and has a
-- declaration of interests in force.
CREATE FUNCTION desk.may_deputise(p_round uuid, p_expertise text, p_deputy uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN p_deputy IS NOT NULL AND absence_today(p_deputy) IS NULL
     AND NOT EXISTS (SELECT FROM seat_blockers(p_round, p_expertise, p_deputy))
     AND EXISTS (SELECT FROM interest_declaration WHERE person_id = p_deputy AND valid_until >= today());
END
$$;

-- Who is asked for this instead of somebody away: their deputy, or the deputy's
-- deputy when that one is away too. Null when nobody may.
CREATE FUNCTION desk.deputy_for(p_round uuid, p_expertise text, p_person uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
DECLARE
  who uuid := p_person;
  seen uuid[] := '{}';
  away uuid := absence_today(p_person);
BEGIN
  WHILE away IS NOT NULL AND NOT who = ANY (seen) LOOP
    seen := seen || who;
    who := (SELECT deputy_id FROM absence_deputy WHERE absence_id = away AND expertise = p_expertise);
    away := absence_today(who);
  END LOOP;
  RETURN CASE WHEN who <> ALL (seen) AND may_deputise(p_round, p_expertise, who) THEN who END;
END
$$;

-- Why may this person not be asked for this expertise in this round? Who is
-- away can be asked as long as their deputy can.
CREATE OR REPLACE FUNCTION desk.assign_blockers(p_round uuid, p_expertise text, p_reviewer uuid)
RETURNS TABLE (code text) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT b.code FROM seat_blockers(p_round, p_expertise, p_reviewer) b;
  IF absence_today(p_reviewer) IS NOT NULL AND deputy_for(p_round, p_expertise, p_reviewer) IS NULL THEN
    RETURN QUERY SELECT 'absent';
  END IF;
END
$$;

-- Asking ---------------------------------------------------------------------

DROP FUNCTION desk.ask_for_review(desk.review_round, text, uuid, uuid, uuid, date, date, uuid);

-- Writes the request down and sends it, to the deputy of whoever is away. Days
-- left alone come from the rules.
CREATE FUNCTION desk.ask_for_review(p_round desk.review_round, p_expertise text, p_reviewer uuid, p_assigned_by uuid, p_actor uuid,
  p_respond_by date DEFAULT NULL, p_review_by date DEFAULT NULL, p_answers uuid DEFAULT NULL, p_stands_for uuid DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rules review_rules;
  asked uuid := p_reviewer;
  new_id uuid;
BEGIN
  SELECT * INTO rules FROM review_rules WHERE id = p_round.rules_id;
  p_respond_by := coalesce(p_respond_by, today() + rules.respond_days);
  p_review_by := coalesce(p_review_by, greatest(today() + rules.review_days, p_respond_by));
  IF p_respond_by < today() OR p_review_by < p_respond_by THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  IF absence_today(p_reviewer) IS NOT NULL THEN
    asked := deputy_for(p_round.id, p_expertise, p_reviewer);
    p_stands_for := p_reviewer;
    PERFORM FROM person WHERE id = asked FOR SHARE;
    IF NOT may_deputise(p_round.id, p_expertise, asked) THEN
      PERFORM refuse('409', 'absent');
    END IF;
  END IF;
  INSERT INTO assignment (round_id, expertise, reviewer_id, assigned_by, respond_by, review_by, answers_decision_id, stands_for)
  VALUES (p_round.id, p_expertise, asked, p_assigned_by, p_respond_by, p_review_by, p_answers, p_stands_for) RETURNING id INTO new_id;
  PERFORM record_audit('assign', p_actor, p_round.page_id, jsonb_build_object('assignment', new_id, 'reviewer', asked,
    'expertise', p_expertise, 'respond_by', p_respond_by, 'review_by', p_review_by)
    || CASE WHEN p_stands_for IS NULL THEN '{}' ELSE jsonb_build_object('stands_for', p_stands_for) END);
  PERFORM raise_alert('review_requested', asked, p_round.page_id, 'requested:' || new_id, jsonb_build_object('assignmentId', new_id));
  RETURN new_id;
END
$$;

-- What nobody holds any more goes to the lead of the page's collection; where
-- there is none, to the editors. p_what: review | page | schedule
CREATE FUNCTION desk.fall_to_lead(p_page uuid, p_what text, p_reason_key text, p_props jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  lead uuid := (SELECT p.id FROM page pg JOIN collection c ON c.id = pg.collection_id JOIN person p ON p.id = c.lead_id
                 WHERE pg.id = p_page AND p.is_active);
BEGIN
  IF lead IS NULL THEN
    PERFORM raise_alert_to_editors('no_holder', p_page, p_reason_key, p_props || jsonb_build_object('what', p_what));
  ELSE
    PERFORM raise_alert('no_holder', lead, p_page, p_reason_key, p_props || jsonb_build_object('what', p_what));
  END IF;
END
$$;

-- Moves one request: the old one closes, a new one is sent. Both people and the
-- editor are told. The caller holds the page.
CREATE FUNCTION desk.hand_over_review(p_assignment desk.assignment, p_to uuid, p_actor uuid, p_because text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round;
  new_id uuid;
  told jsonb;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = p_assignment.round_id;
  UPDATE assignment SET state = 'dismissed', responded_at = clock() WHERE id = p_assignment.id;
  new_id := ask_for_review(rnd, p_assignment.expertise, p_to, p_assignment.assigned_by, p_actor, NULL,
    (SELECT greatest(p_assignment.review_by, today() + r.respond_days) FROM review_rules r WHERE r.id = rnd.rules_id),
    p_assignment.answers_decision_id, p_assignment.reviewer_id);
  UPDATE assignment SET handed_over_to = new_id WHERE id = p_assignment.id;
  PERFORM record_audit('hand_over_review', p_actor, rnd.page_id, jsonb_build_object('assignment', p_assignment.id, 'to', new_id, 'because', p_because));
  told := jsonb_build_object('assignmentId', p_assignment.id, 'toId', new_id, 'because', p_because);
  PERFORM raise_alert('review_handed_over', p_assignment.reviewer_id, rnd.page_id, 'handed_over:' || p_assignment.id, told);
  PERFORM tell_editor('review_handed_over', p_assignment, rnd.page_id, 'handed_over:' || p_assignment.id, told);
  RETURN new_id;
END
$$;

-- Absence ----------------------------------------------------------------------

-- p_deputies: for each expertise the deputy's id. An open request whose words
-- are a deputy's own is a reason to choose another deputy.
CREATE FUNCTION desk.record_absence(p_session text, p_person uuid, p_from date, p_until date, p_deputies jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d record;
  own record;
  new_id uuid;
  reached uuid;
  seen uuid[];
BEGIN
  IF me.id <> p_person AND NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead') OR has_role(me.id, 'admin')) THEN
    PERFORM refuse('403', 'not_an_editor');
  END IF;
  PERFORM FROM person WHERE id = p_person AND is_active FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF p_from IS NULL OR p_until IS NULL OR p_until < p_from OR p_until < today() OR p_until - p_from > 730 THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  IF EXISTS (SELECT FROM absence WHERE person_id = p_person AND ended_at IS NULL AND from_day <= p_until AND until_day >= p_from) THEN
    PERFORM refuse('409', 'absence_overlaps');
  END IF;
  FOR d IN SELECT key AS expertise, value::uuid AS deputy FROM jsonb_each_text(p_deputies) ORDER BY key LOOP
    PERFORM FROM person WHERE id = d.deputy AND is_active FOR SHARE;
    IF NOT FOUND THEN
      PERFORM refuse('422', 'deputy_inactive', jsonb_build_object('expertise', d.expertise));
    END IF;
    IF NOT holds(d.deputy, d.expertise) OR NOT holds(p_person, d.expertise) THEN
      PERFORM refuse('422', 'deputy_lacks_expertise', jsonb_build_object('expertise', d.expertise));
    END IF;
    IF NOT EXISTS (SELECT FROM interest_declaration WHERE person_id = d.deputy AND valid_until >= today()) THEN
      PERFORM refuse('422', 'deputy_undeclared', jsonb_build_object('expertise', d.expertise));
    END IF;
    -- Whoever the deputy's own absences lead to must not be this person again.
    reached := d.deputy;
    seen := ARRAY[p_person];
    WHILE reached IS NOT NULL LOOP
      IF reached = ANY (seen) THEN
        PERFORM refuse('422', 'deputy_loop', jsonb_build_object('expertise', d.expertise));
      END IF;
      seen := seen || reached;
      reached := (SELECT ad.deputy_id FROM absence a JOIN absence_deputy ad ON ad.absence_id = a.id AND ad.expertise = d.expertise
                   WHERE a.person_id = reached AND a.ended_at IS NULL AND a.from_day <= p_until AND a.until_day >= p_from
                   ORDER BY a.from_day, a.id LIMIT 1);
    END LOOP;
    SELECT pg.slug INTO own FROM assignment a JOIN review_round r ON r.id = a.round_id AND r.closed_at IS NULL JOIN page pg ON pg.id = r.page_id
     WHERE a.reviewer_id = p_person AND a.expertise = d.expertise AND a.state IN ('invited', 'accepted') AND is_own_work(r.version_id, d.deputy) LIMIT 1;
    IF FOUND THEN
      PERFORM refuse('422', 'deputy_is_author', jsonb_build_object('expertise', d.expertise, 'page', own.slug));
    END IF;
  END LOOP;
  INSERT INTO absence (person_id, from_day, until_day, recorded_by) VALUES (p_person, p_from, p_until, me.id) RETURNING id INTO new_id;
  INSERT INTO absence_deputy (absence_id, expertise, deputy_id) SELECT new_id, key, value::uuid FROM jsonb_each_text(p_deputies);
  PERFORM record_audit('record_absence', me.id, NULL, jsonb_build_object('absence', new_id, 'person', p_person, 'from', p_from, 'until', p_until,
    'deputies', p_deputies));
  RETURN new_id;
END
$$;

-- Back early, or not away after all. What was handed over stays there.
CREATE FUNCTION desk.end_absence(p_session text, p_absence uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  a absence;
BEGIN
  SELECT * INTO a FROM absence WHERE id = p_absence FOR UPDATE;
  IF a.id IS NULL OR (a.person_id <> me.id AND NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead') OR has_role(me.id, 'admin'))) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF a.ended_at IS NOT NULL THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  UPDATE absence SET ended_at = clock() WHERE id = p_absence;
  PERFORM record_audit('end_absence', me.id, NULL, jsonb_build_object('absence', a.id, 'person', a.person_id));
END
$$;

-- Open requests of people who are away today and who named somebody, or of whom
-- it was not yet said that nobody can take them.
CREATE FUNCTION desk.due_hand_overs() RETURNS TABLE (assignment_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT a.id FROM absence away JOIN assignment a ON a.reviewer_id = away.person_id AND a.state IN ('invited', 'accepted')
    JOIN review_round r ON r.id = a.round_id AND r.closed_at IS NULL
   WHERE away.ended_at IS NULL AND (SELECT today()) BETWEEN away.from_day AND away.until_day
     AND (deputy_for(a.round_id, a.expertise, a.reviewer_id) IS NOT NULL
          OR NOT EXISTS (SELECT FROM alert t WHERE t.kind = 'no_holder' AND t.page_id = r.page_id
                            AND t.props ->> 'assignmentId' = a.id::text))
   ORDER BY away.from_day, a.id LIMIT 200
$$;

-- Anybody may call it for a request whose reviewer is away; it looks for itself.
-- Gives handed_over | nobody | gone.
CREATE FUNCTION desk.hand_over_absent(p_assignment uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round := lock_round((SELECT round_id FROM assignment WHERE id = p_assignment));
  a assignment;
  deputy uuid;
BEGIN
  PERFORM FROM person WHERE id = (SELECT reviewer_id FROM assignment WHERE id = p_assignment) FOR SHARE;
  SELECT * INTO a FROM assignment WHERE id = p_assignment FOR UPDATE;
  IF a.id IS NULL OR a.state NOT IN ('invited', 'accepted') OR rnd.closed_at IS NOT NULL OR absence_today(a.reviewer_id) IS NULL THEN
    RETURN 'gone';
  END IF;
  deputy := deputy_for(a.round_id, a.expertise, a.reviewer_id);
  PERFORM FROM person WHERE id = deputy FOR SHARE;
  IF may_deputise(a.round_id, a.expertise, deputy) THEN
    PERFORM hand_over_review(a, deputy, NULL, 'absence');
    RETURN 'handed_over';
  END IF;
  PERFORM fall_to_lead(rnd.page_id, 'review', 'no_deputy:' || a.id, jsonb_build_object('assignmentId', a.id));
  RETURN 'nobody';
END
$$;

-- Departure --------------------------------------------------------------------

-- Who takes a review over from somebody who leaves: the one named for its
-- expertise, else the deputy of their absence. Null: nobody may.
CREATE FUNCTION desk.heir_of_review(p_assignment uuid, p_deputies jsonb) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment;
  heir uuid;
BEGIN
  SELECT * INTO a FROM assignment WHERE id = p_assignment;
  FOR heir IN
    SELECT nullif(p_deputies ->> a.expertise, '')::uuid
    UNION ALL (SELECT ad.deputy_id FROM absence aw JOIN absence_deputy ad ON ad.absence_id = aw.id AND ad.expertise = a.expertise
                WHERE aw.person_id = a.reviewer_id AND aw.ended_at IS NULL AND aw.until_day >= today() ORDER BY aw.from_day, aw.id LIMIT 1)
  LOOP
    IF heir <> a.reviewer_id AND may_deputise(a.round_id, a.expertise, heir) THEN
      RETURN heir;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

DROP FUNCTION desk.deactivate_person(text, uuid, uuid);
DROP FUNCTION desk.operator_deactivate_person(uuid, uuid);
DROP FUNCTION desk.switch_off_person(uuid, uuid, uuid, text);

-- At once, and with all they hold: pages and collections to the one named,
-- reviews to those named for their expertise, else to the next alternate. What
-- nobody takes falls to the collection lead.
CREATE FUNCTION desk.switch_off_person(p_person uuid, p_hand_over_to uuid, p_by uuid, p_real_actor text, p_deputies jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment;
  pg page;
  s schedule;
  heir uuid;
BEGIN
  IF p_hand_over_to IS NOT NULL AND (p_hand_over_to = p_person
       OR NOT EXISTS (SELECT FROM person WHERE id = p_hand_over_to AND is_active)) THEN
    PERFORM refuse('422', 'person_inactive');
  END IF;
  -- Pages before people, as everywhere.
  PERFORM FROM page WHERE owner_id = p_person OR id IN (
      SELECT r.page_id FROM assignment o JOIN review_round r ON r.id = o.round_id
       WHERE o.reviewer_id = p_person AND o.state IN ('invited', 'accepted')) ORDER BY id FOR NO KEY UPDATE;
  PERFORM FROM person WHERE id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND THEN
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
    PERFORM FROM person WHERE id = heir FOR SHARE;
    IF may_deputise(a.round_id, a.expertise, heir) THEN
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

CREATE FUNCTION desk.deactivate_person(p_session text, p_person uuid, p_hand_over_to uuid, p_deputies jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  IF NOT has_role(me.id, 'admin') THEN
    PERFORM refuse('403', 'not_an_admin');
  END IF;
  PERFORM switch_off_person(p_person, p_hand_over_to, me.id, NULL, p_deputies);
END
$$;

CREATE FUNCTION desk.operator_deactivate_person(p_person uuid, p_hand_over_to uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT switch_off_person(p_person, p_hand_over_to, NULL, 'operator')
$$;

GRANT SELECT ON desk.absence, desk.absence_deputy TO desk_app;
GRANT EXECUTE ON FUNCTION desk.absence_today(uuid), desk.record_absence(text, uuid, date, date, jsonb), desk.end_absence(text, uuid),
  desk.due_hand_overs(), desk.hand_over_absent(uuid), desk.heir_of_review(uuid, jsonb), desk.deactivate_person(text, uuid, uuid, jsonb) TO desk_app;
GRANT EXECUTE ON FUNCTION desk.operator_deactivate_person(uuid, uuid) TO desk_auth;
