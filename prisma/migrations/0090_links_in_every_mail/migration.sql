-- Whoever is asked from outside has no account, so every mail to them carries a
-- way in of their own. A link may have several keys: each mail makes one as it
-- leaves, and the mail before it keeps working.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.outside_key (
  token_hash text PRIMARY KEY,
  link_id uuid NOT NULL REFERENCES desk.outside_link ON DELETE RESTRICT,
  made_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX outside_key_link_idx ON desk.outside_key (link_id);
SELECT desk.make_immutable('desk.outside_key');

INSERT INTO desk.outside_key (token_hash, link_id, made_at)
  SELECT token_hash, id, created_at FROM desk.outside_link WHERE token_hash IS NOT NULL;
ALTER TABLE desk.outside_link DROP COLUMN token_hash;

-- The link behind a key, by its hash.
CREATE FUNCTION desk.link_of_key(p_token_hash text) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (SELECT link_id FROM outside_key WHERE token_hash = p_token_hash);
END
$$;

-- As before, beside the keys that went out already.
CREATE OR REPLACE FUNCTION desk.record_outside_key(p_link uuid, p_token_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  l outside_link;
BEGIN
  SELECT * INTO l FROM outside_link WHERE id = p_link FOR UPDATE;
  PERFORM check_outside_link(l);
  INSERT INTO outside_key (token_hash, link_id) VALUES (p_token_hash, l.id);
END
$$;

-- As before.
CREATE OR REPLACE FUNCTION desk.outside_invitation(p_token_hash text)
RETURNS TABLE (name text, title text, invited_by text, expires_on date)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  l outside_link;
BEGIN
  SELECT * INTO l FROM outside_link WHERE id = link_of_key(p_token_hash);
  PERFORM check_outside_link(l);
  RETURN QUERY SELECT p.name, v.title, e.name, day_of(l.expires_at)
    FROM person p, person e, version v WHERE p.id = l.person_id AND e.id = l.invited_by AND v.id = l.version_id;
END
$$;

-- As before.
CREATE OR REPLACE FUNCTION desk.open_outside_link(p_token_hash text, p_session text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  l outside_link;
BEGIN
  SELECT * INTO l FROM outside_link WHERE id = link_of_key(p_token_hash) FOR UPDATE;
  PERFORM check_outside_link(l);
  UPDATE outside_link SET opened_at = coalesce(opened_at, clock()) WHERE id = l.id;
  DELETE FROM outside_session WHERE expires_at < clock();
  INSERT INTO outside_session (id, link_id) VALUES (p_session, l.id);
  RETURN l.id;
END
$$;

-- As before, and the key of a reminder is kept nowhere: the invitation that an
-- admin hands over where there is no mail server is enough.
CREATE OR REPLACE FUNCTION desk.without_keys(p_text text, p_mail desk.mail, p_outcome text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT CASE
    WHEN p_mail.kind = 'review_requested'
      THEN regexp_replace(p_text, '/review-request/[A-Za-z0-9_-]{20,}', '/desk/reviews/' || coalesce(p_mail.props ->> 'assignmentId', ''), 'g')
    WHEN p_mail.kind = 'outside_code' AND p_outcome <> 'kept' THEN regexp_replace(p_text, '\m[0-9]{3} [0-9]{3}\M', '… …', 'g')
    WHEN p_outcome <> 'kept' OR p_mail.kind NOT IN ('invitation_to_desk', 'outside_invitation', 'outside_code')
      THEN regexp_replace(p_text, '/(invitation|outside)/[A-Za-z0-9_-]{20,}', '/\1/…', 'g')
    ELSE p_text END
$$;

-- May what is asked by a link be told by mail? It opens something, and of a
-- signature: it was given, or is asked for and its person still holds the
-- expertise, by role or by an editor's verification.
CREATE FUNCTION desk.outside_link_stands(p_link uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM outside_link l JOIN person p ON p.id = l.person_id AND p.is_active LEFT JOIN assignment a ON a.id = l.assignment_id
     WHERE l.id = p_link AND l.revoked_at IS NULL AND l.expires_at > clock()
       AND (a.id IS NULL OR a.state = 'done' OR (a.state IN ('invited', 'accepted') AND holds(a.reviewer_id, a.expertise))));
END
$$;

-- The link by which somebody without an account does what they are asked; null
-- where they have one, and where theirs leads nowhere any more.
CREATE FUNCTION desk.signing_link(p_assignment uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT l.id FROM outside_link l
   WHERE l.assignment_id = p_assignment AND outside_link_stands(l.id)
     AND NOT EXISTS (SELECT FROM credential WHERE person_id = l.person_id)
   ORDER BY l.expires_at DESC, l.id LIMIT 1
  );
END
$$;

-- Is this person asked to review this page, not released, and do they still hold
-- what they are asked for?
CREATE FUNCTION desk.asked_and_able(p_person uuid, p_page uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM review_round r JOIN assignment a ON a.round_id = r.id
     WHERE r.page_id = p_page AND a.reviewer_id = p_person AND a.state IN ('invited', 'accepted', 'done') AND holds(p_person, a.expertise));
END
$$;

-- Keeps a way open for somebody who is asked from outside: their link works this
-- many days more. It never lives longer than sixty days, so a new one takes its
-- place where it would; one that was taken back stays so.
CREATE FUNCTION desk.keep_link_open(a desk.assignment, p_by uuid, p_days integer) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  l outside_link;
  until timestamptz := clock() + make_interval(days => least(p_days, 60));
  new_id uuid;
BEGIN
  SELECT * INTO l FROM outside_link WHERE assignment_id = a.id ORDER BY expires_at DESC, id LIMIT 1 FOR UPDATE;
  IF l.id IS NULL OR l.revoked_at IS NOT NULL OR l.expires_at >= until
     OR EXISTS (SELECT FROM credential WHERE person_id = l.person_id) OR NOT may_know_of(l.page_id, l.person_id) THEN
    RETURN;
  END IF;
  IF until <= l.created_at + interval '60 days' THEN
    UPDATE outside_link SET expires_at = until WHERE id = l.id;
  ELSE
    UPDATE outside_link SET expires_at = least(expires_at, clock()) WHERE id = l.id;
    INSERT INTO outside_link (page_id, version_id, person_id, invited_by, expires_at, assignment_id)
    VALUES (l.page_id, l.version_id, l.person_id, p_by, until, l.assignment_id) RETURNING id INTO new_id;
    -- Whoever is reading at this moment reads on.
    UPDATE outside_session SET link_id = new_id WHERE link_id = l.id;
  END IF;
  PERFORM record_audit('renew_outside_link', p_by, l.page_id, jsonb_build_object('link', coalesce(new_id, l.id), 'person', l.person_id, 'days', least(p_days, 60))
    || CASE WHEN new_id IS NULL THEN '{}' ELSE jsonb_build_object('instead_of', l.id) END);
END
$$;

-- As before, and whoever is reminded from outside can open what they are reminded of.
CREATE OR REPLACE FUNCTION desk.remind(p_session text, p_assignment uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  a assignment := lock_waiting(p_assignment);
  page_of uuid;
  new_id uuid;
BEGIN
  PERFORM require_knowing((SELECT page_id FROM review_round WHERE id = a.round_id), me.id);
  IF NOT EXISTS (SELECT FROM person WHERE id = a.reviewer_id AND is_active FOR SHARE) THEN
    PERFORM refuse('409', 'person_inactive');
  END IF;
  INSERT INTO assignment_reminder (assignment_id, step, about_day, reminded_by) VALUES (a.id, 'by_editor', binding_day(a), me.id)
  ON CONFLICT DO NOTHING RETURNING id INTO new_id;
  IF new_id IS NULL THEN
    PERFORM refuse('409', 'reminded_today');
  END IF;
  SELECT page_id INTO page_of FROM review_round WHERE id = a.round_id;
  PERFORM keep_link_open(a, me.id, 7);
  PERFORM record_audit('remind', me.id, page_of, jsonb_build_object('assignment', a.id, 'reviewer', a.reviewer_id, 'reminder', new_id));
  PERFORM raise_alert('review_reminder', a.reviewer_id, page_of, 'reminder:' || new_id,
    jsonb_build_object('assignmentId', a.id, 'remindedBy', me.name));
  RETURN new_id;
END
$$;

-- As before, and the link of whoever is asked from outside works a fortnight longer than that.
CREATE OR REPLACE FUNCTION desk.extend_review_by(p_session text, p_assignment uuid, p_review_by date, p_reason text) RETURNS uuid
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
  PERFORM require_knowing((SELECT page_id FROM review_round WHERE id = a.round_id), me.id);
  IF p_review_by IS NULL OR p_review_by <= a.review_by OR p_review_by <= today() OR p_review_by > today() + 365 THEN
    PERFORM refuse('422', 'day_out_of_range', jsonb_build_object('after', greatest(a.review_by, today())));
  END IF;
  SELECT r.page_id, rules.respond_days INTO page_of, answer_days FROM review_round r JOIN review_rules rules ON rules.id = r.rules_id WHERE r.id = a.round_id;
  INSERT INTO review_by_extension (assignment_id, before, review_by, reason, extended_by)
  VALUES (a.id, a.review_by, p_review_by, p_reason, me.id) RETURNING id INTO new_id;
  UPDATE assignment SET review_by = p_review_by,
         respond_by = CASE state WHEN 'invited' THEN greatest(respond_by, least(today() + answer_days, p_review_by)) ELSE respond_by END
   WHERE id = a.id;
  PERFORM keep_link_open(a, me.id, p_review_by - today() + 14);
  PERFORM record_audit('extend_review_by', me.id, page_of, jsonb_build_object('assignment', a.id, 'reviewer', a.reviewer_id,
    'before', a.review_by, 'review_by', p_review_by, 'reason_sha256', content_hash(p_reason)));
  PERFORM raise_alert('review_by_extended', a.reviewer_id, page_of, 'extended:' || new_id, jsonb_build_object('assignmentId', a.id, 'extensionId', new_id));
  RETURN new_id;
END
$$;

GRANT EXECUTE ON FUNCTION desk.outside_link_stands(uuid), desk.signing_link(uuid), desk.asked_and_able(uuid, uuid) TO desk_app;
