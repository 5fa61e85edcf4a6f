-- A page that is kept confidential is for named readers only: no link to it is
-- sent to anybody else, and one that was sent before opens nothing meanwhile.
SET LOCAL ROLE desk_owner;

CREATE OR REPLACE FUNCTION desk.invite_outside_expert(p_session text, p_version uuid, p_email text, p_name text, p_credentials text,
  p_affiliation text, p_days integer, p_token_hash text, p_link text) RETURNS uuid
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
  INSERT INTO outside_link (token_hash, page_id, version_id, person_id, invited_by, expires_at)
  VALUES (p_token_hash, v.page_id, v.id, expert.id, me.id, clock() + make_interval(days => p_days)) RETURNING id INTO new_id;
  PERFORM queue_mail('outside_invitation', expert.id, v.page_id, jsonb_build_object('link', p_link, 'outsideLinkId', new_id), NULL);
  PERFORM record_audit('invite_outside_expert', me.id, v.page_id, jsonb_build_object('link', new_id, 'person', expert.id, 'version', v.id, 'days', p_days));
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.check_outside_link(l desk.outside_link) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF l.id IS NULL OR NOT may_know_of(l.page_id, l.person_id) THEN
    PERFORM refuse('404', 'not_found');
  ELSIF l.revoked_at IS NOT NULL OR NOT EXISTS (SELECT FROM person WHERE id = l.person_id AND is_active) THEN
    PERFORM refuse('409', 'link_revoked');
  ELSIF l.expires_at <= clock() THEN
    PERFORM refuse('409', 'link_expired');
  END IF;
END
$$;
