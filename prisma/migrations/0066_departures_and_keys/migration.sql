-- Somebody who leaves takes their signature along: what they had scheduled is
-- cancelled, and whoever leads the page's collection is told. An editor can be
-- taken off the names of a confidential page. Keys of invitations are made as
-- their mail leaves. Admins are locked one at a time.
SET LOCAL ROLE desk_owner;

-- Departure --------------------------------------------------------------------

-- The pages that somebody owns, is asked to review, or has scheduled.
CREATE OR REPLACE FUNCTION desk.pages_held_by(p_person uuid) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN ARRAY(
  SELECT id FROM page WHERE owner_id = p_person
  UNION
  SELECT page_id FROM schedule WHERE scheduled_by = p_person AND cancelled_at IS NULL AND carried_out_at IS NULL
  UNION
  SELECT r.page_id FROM assignment o JOIN review_round r ON r.id = o.round_id
   WHERE o.reviewer_id = p_person AND o.state IN ('invited', 'accepted'));
END
$$;

-- Two admins who take each other's place away at once would both be the other's
-- "there is one left": one of them waits and sees. Before the people, after the pages.
CREATE FUNCTION desk.lock_admins() RETURNS void
LANGUAGE sql SET search_path = desk, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('desk.admins', 0))
$$;

-- As before; and what they had scheduled is cancelled: a signature is nobody
-- else's to give, so an editor schedules again.
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
  PERFORM lock_admins();
  IF p_by IS NOT NULL AND NOT (has_role(p_by, 'admin') AND EXISTS (SELECT FROM person WHERE id = p_by AND is_active)) THEN
    PERFORM refuse('403', 'not_an_admin');
  END IF;
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
  FOR s IN UPDATE schedule SET cancelled_at = clock(), cancelled_by = p_by
            WHERE scheduled_by = p_person AND cancelled_at IS NULL AND carried_out_at IS NULL RETURNING * LOOP
    PERFORM record_audit('cancel_schedule', p_by, s.page_id, jsonb_build_object('schedule', s.id, 'because', 'departure'), p_real_actor);
    PERFORM fall_to_lead(s.page_id, 'schedule', 'no_signer:' || s.id, jsonb_build_object('personId', p_person));
  END LOOP;
  PERFORM record_audit('deactivate_person', p_by, NULL, jsonb_build_object('person', p_person, 'hand_over_to', p_hand_over_to)
    || CASE WHEN p_deputies = '{}' THEN '{}' ELSE jsonb_build_object('deputies', p_deputies) END, p_real_actor);
END
$$;

-- As before, one admin at a time.
CREATE OR REPLACE FUNCTION desk.set_roles(p_session text, p_person uuid, p_roles text[], p_expertise text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  before jsonb;
BEGIN
  IF NOT has_role(me.id, 'admin') THEN
    PERFORM refuse('403', 'not_an_admin');
  END IF;
  PERFORM lock_admins();
  -- They may have been switched off while they waited.
  me := actor(p_session);
  IF NOT has_role(me.id, 'admin') THEN
    PERFORM refuse('403', 'not_an_admin');
  END IF;
  PERFORM FROM person WHERE id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  SELECT jsonb_build_object('roles', (SELECT jsonb_agg(role ORDER BY role) FROM person_role WHERE person_id = p_person),
    'expertise', (SELECT jsonb_agg(expertise ORDER BY expertise) FROM person_expertise WHERE person_id = p_person)) INTO before;
  IF has_role(p_person, 'admin') AND NOT 'admin' = ANY (p_roles)
     AND NOT EXISTS (SELECT FROM person_role r JOIN person p ON p.id = r.person_id WHERE r.role = 'admin' AND p.is_active AND p.id <> p_person) THEN
    PERFORM refuse('409', 'last_admin');
  END IF;
  PERFORM set_roles_and_expertise(p_person, p_roles, p_expertise, me.id);
  PERFORM record_audit('set_roles', me.id, NULL, jsonb_build_object('person', p_person, 'before', before,
    'roles', to_jsonb(p_roles), 'expertise', to_jsonb(p_expertise)));
END
$$;

-- Confidential pages ------------------------------------------------------------

-- Takes an editor off the names of a confidential page. One name stays, so that
-- somebody can end the embargo; whoever signed its open schedule stays too, for
-- the rehearsals reach them.
CREATE FUNCTION desk.unname_confidential_reader(p_session text, p_page uuid, p_person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
BEGIN
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM require_knowing(p_page, me.id);
  IF NOT EXISTS (SELECT FROM page WHERE id = p_page AND confidential_until > today()) THEN
    PERFORM refuse('409', 'not_confidential');
  END IF;
  IF NOT EXISTS (SELECT FROM confidential_reader WHERE page_id = p_page AND person_id = p_person) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  IF NOT EXISTS (SELECT FROM confidential_reader n JOIN person p ON p.id = n.person_id
                  WHERE n.page_id = p_page AND n.person_id <> p_person AND p.is_active AND holds(p.id, 'editor')) THEN
    PERFORM refuse('409', 'last_reader');
  END IF;
  IF EXISTS (SELECT FROM schedule WHERE page_id = p_page AND scheduled_by = p_person AND cancelled_at IS NULL AND carried_out_at IS NULL) THEN
    PERFORM refuse('409', 'reader_scheduled');
  END IF;
  DELETE FROM confidential_reader WHERE page_id = p_page AND person_id = p_person;
  PERFORM record_audit('unname_confidential_reader', me.id, p_page, jsonb_build_object('person', p_person));
END
$$;
GRANT EXECUTE ON FUNCTION desk.unname_confidential_reader(text, uuid, uuid) TO desk_app;

-- Keys ----------------------------------------------------------------------------

DROP FUNCTION desk.record_invitation(text, uuid, text, text);

-- The mail makes its own key as it leaves, so that the outbox holds none; a hash
-- given here is that of a link which the operator hands over themselves.
CREATE FUNCTION desk.record_invitation(p_session text, p_person uuid, p_token_hash text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person;
BEGIN
  IF p_session IS NOT NULL THEN
    me := actor(p_session);
    IF NOT (has_role(me.id, 'admin') OR has_role(me.id, 'editor')) THEN
      PERFORM refuse('403', 'not_an_admin');
    END IF;
  END IF;
  -- A link never replaces a password that its owner has set.
  IF EXISTS (SELECT FROM credential WHERE person_id = p_person) THEN
    PERFORM refuse('409', 'already_joined');
  END IF;
  IF p_token_hash IS NOT NULL THEN
    INSERT INTO invitation (id, person_id, invited_by) VALUES (p_token_hash, p_person, me.id);
  END IF;
  PERFORM queue_mail('invitation_to_desk', p_person, NULL, jsonb_build_object('invitedBy', me.name, 'invitedById', me.id), NULL);
  PERFORM record_audit('invite', me.id, NULL, jsonb_build_object('person', p_person), CASE WHEN me.id IS NULL THEN 'operator' END);
END
$$;

-- For the mail that leaves now: only the hash is kept. Refused once the person
-- has a password or was switched off.
CREATE FUNCTION desk.record_invitation_key(p_person uuid, p_invited_by uuid, p_token_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM credential WHERE person_id = p_person) THEN
    PERFORM refuse('409', 'already_joined');
  END IF;
  IF NOT EXISTS (SELECT FROM person WHERE id = p_person AND is_active) THEN
    PERFORM refuse('409', 'person_inactive');
  END IF;
  INSERT INTO invitation (id, person_id, invited_by) VALUES (p_token_hash, p_person, p_invited_by);
END
$$;

-- A link has no key until its mail leaves, and then the newest one only.
ALTER TABLE desk.outside_link ALTER COLUMN token_hash DROP NOT NULL;

CREATE FUNCTION desk.record_outside_key(p_link uuid, p_token_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  l outside_link;
BEGIN
  SELECT * INTO l FROM outside_link WHERE id = p_link FOR UPDATE;
  PERFORM check_outside_link(l);
  UPDATE outside_link SET token_hash = p_token_hash WHERE id = p_link;
END
$$;

DROP FUNCTION desk.invite_outside_expert(text, uuid, text, text, text, text, integer, text, text);

CREATE FUNCTION desk.invite_outside_expert(p_session text, p_version uuid, p_email text, p_name text, p_credentials text,
  p_affiliation text, p_days integer) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  v version;
  expert person;
  new_id uuid;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  IF v.id IS NULL OR NOT may_know_of(v.page_id, me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = v.page_id FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM review_round WHERE version_id = v.id AND closed_at IS NULL) THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  PERFORM require_text(p_name, 'name_missing', 200);
  IF p_days IS NULL OR p_days NOT BETWEEN 1 AND 60 THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  SELECT * INTO expert FROM person WHERE lower(email) = lower(p_email);
  IF expert.id IS NULL THEN
    new_id := insert_person(p_email, p_name, '', p_credentials, p_affiliation, NULL, '{}', '{}', me.id, NULL);
    SELECT * INTO expert FROM person WHERE id = new_id;
  ELSIF EXISTS (SELECT FROM credential WHERE person_id = expert.id) OR NOT expert.is_active
     OR EXISTS (SELECT FROM person_role WHERE person_id = expert.id AND role <> 'reviewer') THEN
    PERFORM refuse('409', 'has_account');
  END IF;
  IF NOT may_know_of(v.page_id, expert.id) THEN
    PERFORM refuse('409', 'forbidden');
  END IF;
  IF is_own_work(v.id, expert.id) THEN
    PERFORM refuse('403', 'own_work');
  END IF;
  INSERT INTO outside_link (page_id, version_id, person_id, invited_by, expires_at)
  VALUES (v.page_id, v.id, expert.id, me.id, clock() + make_interval(days => p_days)) RETURNING id INTO new_id;
  PERFORM queue_mail('outside_invitation', expert.id, v.page_id, jsonb_build_object('outsideLinkId', new_id), NULL);
  PERFORM record_audit('invite_outside_expert', me.id, v.page_id, jsonb_build_object('link', new_id, 'person', expert.id, 'version', v.id, 'days', p_days));
  RETURN new_id;
END
$$;

-- Keys that stood in the outbox: those of mails that have not left are made anew
-- when they do, and the old ones open nothing.
UPDATE desk.invitation SET expires_at = least(expires_at, desk.clock())
 WHERE used_at IS NULL AND person_id IN (SELECT recipient_id FROM desk.mail
   WHERE kind = 'invitation_to_desk' AND state IN ('queued', 'sending') AND props ? 'link');
UPDATE desk.mail SET props = props - 'link' WHERE kind IN ('invitation_to_desk', 'outside_invitation') AND props ? 'link';

GRANT EXECUTE ON FUNCTION desk.record_invitation(text, uuid, text), desk.record_invitation_key(uuid, uuid, text),
  desk.invite_outside_expert(text, uuid, text, text, text, text, integer), desk.record_outside_key(uuid, text) TO desk_auth;
