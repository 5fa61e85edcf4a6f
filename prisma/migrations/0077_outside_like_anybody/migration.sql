-- Whoever signs from outside is asked, reaffirms and takes an approval back as
-- anybody does: by the same path, with a link where others have an account and a
-- mailed code where others have a password.
SET LOCAL ROLE desk_owner;

-- As before, and whom an editor verified from outside is sent a link of their
-- own: until a fortnight after the day by which they review, sixty days at most.
CREATE OR REPLACE FUNCTION desk.ask_for_review(p_round desk.review_round, p_expertise text, p_reviewer uuid, p_assigned_by uuid, p_actor uuid,
  p_respond_by date DEFAULT NULL, p_review_by date DEFAULT NULL, p_answers uuid DEFAULT NULL, p_stands_for uuid DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rules review_rules;
  asked uuid := p_reviewer;
  new_id uuid;
  link uuid;
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
  IF standing_verification(asked, p_expertise) IS NOT NULL THEN
    INSERT INTO outside_link (page_id, version_id, person_id, invited_by, expires_at, assignment_id)
    VALUES (p_round.page_id, p_round.version_id, asked, p_assigned_by,
      clock() + make_interval(days => least(p_review_by - today() + 14, 60)), new_id) RETURNING id INTO link;
    PERFORM queue_mail('outside_invitation', asked, p_round.page_id, jsonb_build_object('outsideLinkId', link), NULL);
  END IF;
  PERFORM record_audit('assign', p_actor, p_round.page_id, jsonb_build_object('assignment', new_id, 'reviewer', asked,
    'expertise', p_expertise, 'respond_by', p_respond_by, 'review_by', p_review_by)
    || CASE WHEN p_stands_for IS NULL THEN '{}' ELSE jsonb_build_object('stands_for', p_stands_for) END
    || CASE WHEN link IS NULL THEN '{}' ELSE jsonb_build_object('outside_link', link) END);
  IF link IS NULL THEN
    PERFORM raise_alert('review_requested', asked, p_round.page_id, 'requested:' || new_id, jsonb_build_object('assignmentId', new_id));
  END IF;
  RETURN new_id;
END
$$;

-- Reaffirming and taking back: what each needs and what it leaves, whoever
-- confirms that it is this person.

-- A signature is kept good only while it is its person's latest word on a text
-- that is still before its reviewers.
CREATE FUNCTION desk.check_reaffirm(d desk.decision, p_sha text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF d.verdict <> 'approve' OR d.content_sha256 IS DISTINCT FROM p_sha
     OR d.id <> (SELECT id FROM decision WHERE version_id = d.version_id AND person_id = d.person_id ORDER BY seq DESC LIMIT 1)
     OR EXISTS (SELECT FROM revocation WHERE decision_id = d.id)
     OR EXISTS (SELECT FROM review_round WHERE version_id = d.version_id AND closed_at IS NOT NULL) THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
END
$$;

CREATE FUNCTION desk.keep_reaffirmation(d desk.decision, p_method text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO reaffirmation (decision_id, method, signed_at) VALUES (d.id, p_method, clock());
  PERFORM record_audit('reaffirm', d.person_id, d.page_id, jsonb_build_object('decision', d.id, 'sha256', d.content_sha256, 'method', p_method));
END
$$;

-- As before.
CREATE OR REPLACE FUNCTION desk.reaffirm(p_session text, p_grant text, p_decision uuid, p_sha text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d decision;
BEGIN
  SELECT * INTO d FROM decision WHERE id = p_decision AND person_id = me.id;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = d.page_id FOR NO KEY UPDATE;
  PERFORM check_reaffirm(d, p_sha);
  PERFORM keep_reaffirmation(d, use_grant(p_grant, p_session, me.id, 'reaffirm', p_sha));
END
$$;

-- An approval that its person has not taken back, of the text they name.
CREATE FUNCTION desk.check_own_approval(d desk.decision, p_sha text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM revocation WHERE decision_id = d.id) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  IF d.content_sha256 IS DISTINCT FROM p_sha THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
END
$$;

CREATE FUNCTION desk.check_revocation(p_kind text, p_reason text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  IF p_kind IS NULL OR p_kind NOT IN ('unsafe', 'no_longer_stand_behind', 'remove_my_name') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
END
$$;

CREATE FUNCTION desk.keep_revocation(d desk.decision, p_kind text, p_reason text, p_method text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO revocation (decision_id, kind, reason, method, revoked_at, revoked_on) VALUES (d.id, p_kind, p_reason, p_method, clock(), today());
  PERFORM record_audit('revoke_approval', d.person_id, d.page_id, jsonb_build_object('decision', d.id, 'kind', p_kind,
    'reason_sha256', content_hash(p_reason), 'method', p_method));
  IF EXISTS (SELECT FROM publication_line(live_publication(d.page_id)) l
               JOIN publication_approval pa ON pa.publication_id = l.publication_id WHERE pa.decision_id = d.id)
     AND p_kind <> 'unsafe' THEN
    INSERT INTO notice (page_id, type, reason, put_up_by, put_up_on)
    VALUES (d.page_id, 'name_removed', 'A reviewer took their approval back.', NULL, today());
  END IF;
  PERFORM raise_alert_to_editors('approval_revoked', d.page_id, 'revoked:' || d.id, jsonb_build_object('decisionId', d.id, 'kind', p_kind));
END
$$;

-- As before.
CREATE OR REPLACE FUNCTION desk.revoke_approval(p_session text, p_grant text, p_decision uuid, p_kind text, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d decision;
BEGIN
  PERFORM check_revocation(p_kind, p_reason);
  SELECT * INTO d FROM decision WHERE id = p_decision AND person_id = me.id AND verdict = 'approve';
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = d.page_id FOR NO KEY UPDATE;
  PERFORM check_own_approval(d, d.content_sha256);
  PERFORM keep_revocation(d, p_kind, p_reason, use_grant(p_grant, p_session, me.id, 'revoke_approval', d.content_sha256));
END
$$;

-- The same from outside, each with a code that was mailed for it.

CREATE FUNCTION desk.outside_reaffirm(p_session text, p_sha text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := outside_signer(p_session);
  l outside_link := outside_actor(p_session);
  d decision := outside_approval(a);
BEGIN
  PERFORM check_reaffirm(d, p_sha);
  PERFORM use_code(l.id, code_rests_on(a, 'reaffirm'), p_sha, 'reaffirm');
  PERFORM keep_reaffirmation(d, 'mailed_code');
END
$$;

CREATE FUNCTION desk.outside_revoke(p_session text, p_sha text, p_kind text, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := outside_signer(p_session);
  l outside_link := outside_actor(p_session);
  d decision := outside_approval(a);
BEGIN
  PERFORM check_revocation(p_kind, p_reason);
  PERFORM check_own_approval(d, p_sha);
  PERFORM use_code(l.id, code_rests_on(a, 'revoke_approval'), p_sha, 'revoke_approval');
  PERFORM keep_revocation(d, p_kind, p_reason, 'mailed_code');
END
$$;

-- A link that has ended is sent anew by an editor, to the same person for the same
-- version and the same signature: whoever signed can take it back also later.
CREATE FUNCTION desk.renew_outside_link(p_session text, p_link uuid, p_days integer) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  l outside_link;
  new_id uuid;
BEGIN
  PERFORM FROM page WHERE id = (SELECT page_id FROM outside_link WHERE id = p_link) FOR NO KEY UPDATE;
  SELECT * INTO l FROM outside_link WHERE id = p_link FOR UPDATE;
  IF l.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_knowing(l.page_id, me.id);
  IF p_days IS NULL OR p_days NOT BETWEEN 1 AND 60 THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  IF l.revoked_at IS NOT NULL OR NOT EXISTS (SELECT FROM person WHERE id = l.person_id AND is_active) THEN
    PERFORM refuse('409', 'link_revoked');
  ELSIF l.expires_at > clock() OR EXISTS (SELECT FROM outside_link n WHERE n.assignment_id = l.assignment_id AND n.id <> l.id AND n.expires_at > clock()) THEN
    PERFORM refuse('409', 'already_decided');
  ELSIF NOT may_know_of(l.page_id, l.person_id) THEN
    PERFORM refuse('409', 'forbidden');
  END IF;
  INSERT INTO outside_link (page_id, version_id, person_id, invited_by, expires_at, assignment_id)
  VALUES (l.page_id, l.version_id, l.person_id, me.id, clock() + make_interval(days => p_days), l.assignment_id) RETURNING id INTO new_id;
  PERFORM queue_mail('outside_invitation', l.person_id, l.page_id, jsonb_build_object('outsideLinkId', new_id), NULL);
  PERFORM record_audit('renew_outside_link', me.id, l.page_id, jsonb_build_object('link', new_id, 'instead_of', l.id, 'person', l.person_id, 'days', p_days));
  RETURN new_id;
END
$$;

GRANT EXECUTE ON FUNCTION desk.renew_outside_link(text, uuid, integer) TO desk_auth;
GRANT EXECUTE ON FUNCTION desk.outside_reaffirm(text, text), desk.outside_revoke(text, text, text, text) TO desk_app;
