-- Outside experts: a person without an account reads one version through a
-- link that ends and can be revoked, comments, and recommends. What they say is
-- a fact of its own kind and never an approval.
SET LOCAL ROLE desk_owner;

-- Of the token only its hash is kept. A link is for one person and one version.
CREATE TABLE desk.outside_link (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash text NOT NULL UNIQUE,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  invited_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  created_at timestamptz NOT NULL DEFAULT desk.clock(),
  expires_at timestamptz NOT NULL CHECK (expires_at <= created_at + interval '60 days 1 second'),
  opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid REFERENCES desk.person ON DELETE RESTRICT
);
CREATE INDEX outside_link_page_idx ON desk.outside_link (page_id, created_at DESC);

-- What the button behind a link opens: a key to that link and to nothing else.
CREATE TABLE desk.outside_session (
  id text PRIMARY KEY,
  link_id uuid NOT NULL REFERENCES desk.outside_link ON DELETE RESTRICT,
  created_at timestamptz NOT NULL DEFAULT desk.clock(),
  expires_at timestamptz NOT NULL DEFAULT desk.clock() + interval '12 hours'
);
CREATE INDEX outside_session_link_idx ON desk.outside_session (link_id);

CREATE TABLE desk.outside_comment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  link_id uuid NOT NULL REFERENCES desk.outside_link ON DELETE RESTRICT,
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  quotation text NOT NULL DEFAULT '' CHECK (length(quotation) <= 500),
  body text NOT NULL CHECK (btrim(body) <> '' AND length(body) <= 5000),
  raised_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX outside_comment_version_idx ON desk.outside_comment (version_id, raised_at);
SELECT desk.make_immutable('desk.outside_comment');

CREATE TABLE desk.outside_recommendation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  link_id uuid NOT NULL REFERENCES desk.outside_link ON DELETE RESTRICT,
  page_id uuid NOT NULL,
  version_id uuid NOT NULL,
  content_sha256 text NOT NULL,
  recommendation text NOT NULL CHECK (recommendation IN ('publish', 'publish_after_changes', 'do_not_publish')),
  comment text NOT NULL DEFAULT '' CHECK (length(comment) <= 20000),
  named text NOT NULL,
  recommended_at timestamptz NOT NULL DEFAULT desk.clock(),
  FOREIGN KEY (page_id, version_id, content_sha256) REFERENCES desk.version (page_id, id, content_sha256) ON DELETE RESTRICT,
  CHECK (recommendation = 'publish' OR btrim(comment) <> '')
);
CREATE INDEX outside_recommendation_version_idx ON desk.outside_recommendation (version_id, recommended_at DESC);
SELECT desk.make_immutable('desk.outside_recommendation');

-- An editor sends somebody a link. They get a record, no role and no account;
-- who has an account is asked as a reviewer instead. The hash comes from the
-- auth role, which alone may open a link.
CREATE FUNCTION desk.invite_outside_expert(p_session text, p_version uuid, p_email text, p_name text, p_credentials text,
  p_affiliation text, p_days integer, p_token_hash text, p_link text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  v version;
  expert person;
  new_id uuid;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  IF v.id IS NULL THEN
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

CREATE FUNCTION desk.revoke_outside_link(p_session text, p_link uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  l outside_link;
BEGIN
  PERFORM FROM page WHERE id = (SELECT page_id FROM outside_link WHERE id = p_link) FOR NO KEY UPDATE;
  SELECT * INTO l FROM outside_link WHERE id = p_link FOR UPDATE;
  IF l.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF l.revoked_at IS NOT NULL THEN
    PERFORM refuse('409', 'already_revoked');
  END IF;
  UPDATE outside_link SET revoked_at = clock(), revoked_by = me.id WHERE id = l.id;
  PERFORM record_audit('revoke_outside_link', me.id, l.page_id, jsonb_build_object('link', l.id, 'person', l.person_id));
END
$$;

-- Does this link still lead anywhere? Raises why not.
CREATE FUNCTION desk.check_outside_link(l desk.outside_link) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF l.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  ELSIF l.revoked_at IS NOT NULL OR NOT EXISTS (SELECT FROM person WHERE id = l.person_id AND is_active) THEN
    PERFORM refuse('409', 'link_revoked');
  ELSIF l.expires_at <= clock() THEN
    PERFORM refuse('409', 'link_expired');
  END IF;
END
$$;

-- What stands before the button: whom it is for and what it is about, no text.
CREATE FUNCTION desk.outside_invitation(p_token_hash text)
RETURNS TABLE (name text, title text, invited_by text, expires_on date)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  l outside_link;
BEGIN
  SELECT * INTO l FROM outside_link WHERE token_hash = p_token_hash;
  PERFORM check_outside_link(l);
  RETURN QUERY SELECT p.name, v.title, e.name, day_of(l.expires_at)
    FROM person p, person e, version v WHERE p.id = l.person_id AND e.id = l.invited_by AND v.id = l.version_id;
END
$$;

-- The button: a session for this link alone, known by its hash.
CREATE FUNCTION desk.open_outside_link(p_token_hash text, p_session text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  l outside_link;
BEGIN
  SELECT * INTO l FROM outside_link WHERE token_hash = p_token_hash FOR UPDATE;
  PERFORM check_outside_link(l);
  UPDATE outside_link SET opened_at = coalesce(opened_at, clock()) WHERE id = l.id;
  DELETE FROM outside_session WHERE expires_at < clock();
  INSERT INTO outside_session (id, link_id) VALUES (p_session, l.id);
  RETURN l.id;
END
$$;

-- Who asks from outside? Their link, from the hash of their session alone.
CREATE FUNCTION desk.outside_actor(p_session text) RETURNS desk.outside_link
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  l outside_link;
BEGIN
  SELECT k.* INTO l FROM outside_session s JOIN outside_link k ON k.id = s.link_id WHERE s.id = p_session AND s.expires_at > clock();
  IF l.id IS NULL THEN
    PERFORM refuse('401', 'not_signed_in');
  END IF;
  PERFORM check_outside_link(l);
  RETURN l;
END
$$;

-- The one version that a session may read.
CREATE FUNCTION desk.outside_reading(p_session text)
RETURNS TABLE (link_id uuid, person_id uuid, person_name text, page_id uuid, version_id uuid, version_number integer, title text,
               content text, content_sha256 text, invited_by text, invited_on date, expires_on date, is_open boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  l outside_link := outside_actor(p_session);
BEGIN
  RETURN QUERY
  SELECT l.id, p.id, p.name, v.page_id, v.id, v.number, v.title, v.content, v.content_sha256, e.name, day_of(l.created_at), day_of(l.expires_at),
         EXISTS (SELECT FROM review_round r WHERE r.version_id = v.id AND r.closed_at IS NULL)
    FROM version v JOIN person p ON p.id = l.person_id JOIN person e ON e.id = l.invited_by
   WHERE v.id = l.version_id;
END
$$;

CREATE FUNCTION desk.outside_comment(p_session text, p_quotation text, p_body text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  l outside_link := outside_actor(p_session);
  new_id uuid;
BEGIN
  PERFORM require_text(p_body, 'comment_missing');
  PERFORM FROM page WHERE id = l.page_id FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM review_round WHERE version_id = l.version_id AND closed_at IS NULL) THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  INSERT INTO outside_comment (link_id, version_id, quotation, body)
  VALUES (l.id, l.version_id, left(btrim(coalesce(p_quotation, '')), 500), btrim(p_body)) RETURNING id INTO new_id;
  PERFORM record_audit('outside_comment', l.person_id, l.page_id, jsonb_build_object('comment', new_id, 'link', l.id, 'version', l.version_id));
  RETURN new_id;
END
$$;

-- What they would do with the text they read, by its hash. The newest counts
-- as their word; it is shown to editor and reviewers, and no rule counts it.
CREATE FUNCTION desk.outside_recommend(p_session text, p_sha text, p_recommendation text, p_comment text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  l outside_link := outside_actor(p_session);
  v version;
  expert person;
  new_id uuid;
BEGIN
  IF p_recommendation IS NULL OR p_recommendation NOT IN ('publish', 'publish_after_changes', 'do_not_publish') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  IF p_recommendation <> 'publish' THEN
    PERFORM require_text(p_comment, 'reason_missing', 20000);
  END IF;
  PERFORM FROM page WHERE id = l.page_id FOR NO KEY UPDATE;
  SELECT * INTO v FROM version WHERE id = l.version_id;
  IF v.content_sha256 IS DISTINCT FROM p_sha THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  IF NOT EXISTS (SELECT FROM review_round WHERE version_id = v.id AND closed_at IS NULL) THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  SELECT * INTO expert FROM person WHERE id = l.person_id;
  INSERT INTO outside_recommendation (link_id, page_id, version_id, content_sha256, recommendation, comment, named)
  VALUES (l.id, v.page_id, v.id, v.content_sha256, p_recommendation, btrim(coalesce(p_comment, '')), concat_ws(', ', expert.name, nullif(expert.credentials, '')))
  RETURNING id INTO new_id;
  PERFORM record_audit('outside_recommend', expert.id, l.page_id, jsonb_build_object('recommendation', new_id, 'link', l.id, 'version', v.id,
    'sha256', v.content_sha256, 'says', p_recommendation, 'comment_sha256', content_hash(btrim(coalesce(p_comment, '')))));
  PERFORM raise_alert('outside_recommended', l.invited_by, l.page_id, 'outside:' || new_id, jsonb_build_object('recommendationId', new_id));
  RETURN new_id;
END
$$;

GRANT SELECT ON desk.outside_link, desk.outside_comment, desk.outside_recommendation TO desk_app;
GRANT EXECUTE ON FUNCTION desk.invite_outside_expert(text, uuid, text, text, text, text, integer, text, text),
  desk.outside_invitation(text), desk.open_outside_link(text, text) TO desk_auth;
GRANT EXECUTE ON FUNCTION desk.revoke_outside_link(text, uuid), desk.outside_reading(text), desk.outside_comment(text, text, text),
  desk.outside_recommend(text, text, text, text) TO desk_app;
