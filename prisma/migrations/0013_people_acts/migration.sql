-- Acts on people: add, invite, roles, expertise, deactivate, interests.
SET LOCAL ROLE desk_owner;

CREATE FUNCTION desk.require_text(p_text text, p_code text, p_max integer DEFAULT 5000) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF btrim(coalesce(p_text, '')) = '' OR length(p_text) > p_max THEN
    PERFORM refuse('422', p_code);
  END IF;
END
$$;

CREATE FUNCTION desk.set_roles_and_expertise(p_person uuid, p_roles text[], p_expertise text[], p_by uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  DELETE FROM person_role WHERE person_id = p_person AND role <> ALL (p_roles);
  INSERT INTO person_role (person_id, role) SELECT p_person, unnest(p_roles) ON CONFLICT DO NOTHING;
  DELETE FROM person_expertise WHERE person_id = p_person AND expertise <> ALL (p_expertise);
  INSERT INTO person_expertise (person_id, expertise, verified_by)
    SELECT p_person, unnest(p_expertise), p_by ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION desk.insert_person(p_email text, p_name text, p_prefix text, p_credentials text, p_affiliation text,
  p_orcid text, p_roles text[], p_expertise text[], p_by uuid, p_real_actor text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  new_id uuid;
BEGIN
  IF EXISTS (SELECT FROM person WHERE lower(email) = lower(p_email)) THEN
    PERFORM refuse('409', 'email_taken');
  END IF;
  INSERT INTO person (email, name, prefix, credentials, affiliation, orcid)
  VALUES (p_email, btrim(p_name), coalesce(p_prefix, ''), coalesce(p_credentials, ''), coalesce(p_affiliation, ''), nullif(p_orcid, ''))
  RETURNING id INTO new_id;
  PERFORM set_roles_and_expertise(new_id, p_roles, p_expertise, p_by);
  PERFORM record_audit('add_person', p_by, NULL, jsonb_build_object('person', new_id, 'roles', to_jsonb(p_roles), 'expertise', to_jsonb(p_expertise)), p_real_actor);
  RETURN new_id;
END
$$;

-- An admin or editor invites; the link's token hash is written by the auth role
-- through record_invitation, because whoever sets a password is that person.
CREATE FUNCTION desk.invite_person(p_session text, p_email text, p_name text, p_prefix text, p_credentials text,
  p_affiliation text, p_orcid text, p_roles text[], p_expertise text[]) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  IF NOT has_role(me.id, 'admin') AND NOT (has_role(me.id, 'editor') AND p_roles <@ ARRAY['author', 'reviewer']) THEN
    PERFORM refuse('403', 'not_an_admin');
  END IF;
  RETURN insert_person(p_email, p_name, p_prefix, p_credentials, p_affiliation, p_orcid, p_roles, p_expertise, me.id, NULL);
END
$$;

-- The operator at the command line, who holds the auth login.
CREATE FUNCTION desk.operator_add_person(p_email text, p_name text, p_prefix text, p_credentials text,
  p_affiliation text, p_orcid text, p_roles text[], p_expertise text[]) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT insert_person(p_email, p_name, p_prefix, p_credentials, p_affiliation, p_orcid, p_roles, p_expertise, NULL, 'operator')
$$;

CREATE FUNCTION desk.record_invitation(p_session text, p_person uuid, p_token_hash text, p_link text) RETURNS void
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
  INSERT INTO invitation (id, person_id, invited_by) VALUES (p_token_hash, p_person, me.id);
  PERFORM queue_mail('invitation_to_desk', p_person, NULL, jsonb_build_object('link', p_link, 'invitedBy', me.name), NULL);
  PERFORM record_audit('invite', me.id, NULL, jsonb_build_object('person', p_person), CASE WHEN me.id IS NULL THEN 'operator' END);
END
$$;

CREATE FUNCTION desk.set_roles(p_session text, p_person uuid, p_roles text[], p_expertise text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  before jsonb;
BEGIN
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

CREATE FUNCTION desk.switch_off_person(p_person uuid, p_hand_over_to uuid, p_by uuid, p_real_actor text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF p_hand_over_to IS NOT NULL AND (p_hand_over_to = p_person
       OR NOT EXISTS (SELECT FROM person WHERE id = p_hand_over_to AND is_active)) THEN
    PERFORM refuse('422', 'person_inactive');
  END IF;
  -- Pages before people, as everywhere.
  PERFORM FROM page WHERE owner_id = p_person ORDER BY id FOR NO KEY UPDATE;
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
  IF p_hand_over_to IS NOT NULL THEN
    UPDATE page SET owner_id = p_hand_over_to WHERE owner_id = p_person;
  END IF;
  UPDATE assignment SET state = 'dismissed', responded_at = clock() WHERE reviewer_id = p_person AND state IN ('invited', 'accepted');
  PERFORM record_audit('deactivate_person', p_by, NULL, jsonb_build_object('person', p_person, 'hand_over_to', p_hand_over_to), p_real_actor);
END
$$;

CREATE FUNCTION desk.deactivate_person(p_session text, p_person uuid, p_hand_over_to uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  IF NOT has_role(me.id, 'admin') THEN
    PERFORM refuse('403', 'not_an_admin');
  END IF;
  PERFORM switch_off_person(p_person, p_hand_over_to, me.id, NULL);
END
$$;

CREATE FUNCTION desk.operator_deactivate_person(p_person uuid, p_hand_over_to uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT switch_off_person(p_person, p_hand_over_to, NULL, 'operator')
$$;

-- A declaration holds for a year.
CREATE FUNCTION desk.declare_interests(p_session text, p_has_none boolean, p_statement text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  new_id uuid;
BEGIN
  IF NOT p_has_none THEN
    PERFORM require_text(p_statement, 'statement_missing');
  END IF;
  PERFORM FROM person WHERE id = me.id FOR NO KEY UPDATE;
  INSERT INTO interest_declaration (person_id, has_none, statement, valid_until)
  VALUES (me.id, p_has_none, coalesce(p_statement, ''), (today() + interval '1 year')::date) RETURNING id INTO new_id;
  PERFORM record_audit('declare_interests', me.id, NULL, jsonb_build_object('declaration', new_id, 'has_none', p_has_none,
    'statement_sha256', content_hash(coalesce(p_statement, ''))));
  RETURN new_id;
END
$$;

CREATE FUNCTION desk.answer_interests(p_session text, p_page uuid, p_level text, p_details text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  new_id uuid;
BEGIN
  IF p_level IS NULL OR p_level NOT IN ('none', 'institutional', 'personal') THEN
    PERFORM refuse('422', 'interests_missing');
  END IF;
  IF p_level <> 'none' THEN
    PERFORM require_text(p_details, 'statement_missing', 2000);
  END IF;
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM person WHERE id = me.id FOR NO KEY UPDATE;
  INSERT INTO interest_answer (person_id, page_id, level, details) VALUES (me.id, p_page, p_level, coalesce(p_details, '')) RETURNING id INTO new_id;
  PERFORM record_audit('answer_interests', me.id, p_page, jsonb_build_object('answer', new_id, 'level', p_level));
  RETURN new_id;
END
$$;

-- The editor decides on an institutional interest, never on their own.
CREATE FUNCTION desk.rule_on_interests(p_session text, p_answer uuid, p_is_accepted boolean, p_public_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  answer interest_answer;
BEGIN
  PERFORM require_text(p_public_reason, 'reason_missing', 500);
  SELECT * INTO answer FROM interest_answer WHERE id = p_answer;
  IF answer.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = answer.page_id FOR NO KEY UPDATE;
  IF answer.person_id = me.id THEN
    PERFORM refuse('403', 'own_work');
  END IF;
  IF answer.level <> 'institutional' OR EXISTS (SELECT FROM interest_ruling WHERE answer_id = p_answer) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  INSERT INTO interest_ruling (answer_id, is_accepted, public_reason, ruled_by) VALUES (p_answer, p_is_accepted, p_public_reason, me.id);
  PERFORM record_audit('rule_on_interests', me.id, answer.page_id, jsonb_build_object('answer', p_answer, 'is_accepted', p_is_accepted,
    'reason_sha256', content_hash(p_public_reason)));
END
$$;

CREATE FUNCTION desk.change_settings(p_session text, p_desk_name text, p_time_zone text, p_date_order text, p_sender_address text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  before desk_setting;
BEGIN
  IF NOT has_role(me.id, 'admin') THEN
    PERFORM refuse('403', 'not_an_admin');
  END IF;
  IF NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = p_time_zone) THEN
    PERFORM refuse('422', 'unknown_time_zone');
  END IF;
  SELECT * INTO before FROM desk_setting FOR UPDATE;
  UPDATE desk_setting SET desk_name = p_desk_name, time_zone = p_time_zone, date_order = p_date_order, sender_address = p_sender_address;
  PERFORM record_audit('change_settings', me.id, NULL, jsonb_build_object('before', to_jsonb(before),
    'after', (SELECT to_jsonb(s) FROM desk_setting s)));
END
$$;

-- An empty desk has no account: its first admin comes by a token printed once.
CREATE FUNCTION desk.create_setup_token(p_token_hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  LOCK TABLE setup_token IN EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM person) OR EXISTS (SELECT FROM setup_token) THEN
    RETURN false;
  END IF;
  INSERT INTO setup_token (id) VALUES (p_token_hash);
  RETURN true;
END
$$;

CREATE FUNCTION desk.set_up_first_admin(p_token_hash text, p_email text, p_name text, p_credentials text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  LOCK TABLE setup_token IN EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM person) OR NOT EXISTS (SELECT FROM setup_token WHERE id = p_token_hash AND used_at IS NULL) THEN
    PERFORM refuse('403', 'link_used');
  END IF;
  UPDATE setup_token SET used_at = clock() WHERE id = p_token_hash;
  RETURN insert_person(p_email, p_name, '', p_credentials, '', NULL, ARRAY['admin', 'editor'], '{}', NULL, 'set-up');
END
$$;
