-- Acts of review: assign, accept, decline, dismiss, sign, reaffirm, revoke,
-- comment, close a comment, set a finding aside.
SET LOCAL ROLE desk_owner;

-- Locks the page of a round, then reads the round again: every act on a round
-- waits for its page, so that two of them cannot pass each other.
CREATE FUNCTION desk.lock_round(p_round uuid) RETURNS desk.review_round
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round;
BEGIN
  PERFORM FROM page WHERE id = (SELECT page_id FROM review_round WHERE id = p_round) FOR NO KEY UPDATE;
  SELECT * INTO rnd FROM review_round WHERE id = p_round;
  RETURN rnd;
END
$$;

-- Why may this person not be asked for this expertise in this round?
CREATE FUNCTION desk.assign_blockers(p_round uuid, p_expertise text, p_reviewer uuid)
RETURNS TABLE (code text) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
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

-- p_answers: where reviewers disagree, the request for changes that this third
-- named reviewer is asked to adjudicate. Days left alone come from the rules.
CREATE FUNCTION desk.assign(p_session text, p_round uuid, p_expertise text, p_reviewer uuid,
  p_respond_by date, p_review_by date, p_answers uuid DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  rnd review_round := lock_round(p_round);
  rules review_rules;
  refusal text;
  new_id uuid;
BEGIN
  IF rnd.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM person WHERE id = p_reviewer FOR SHARE;
  SELECT code INTO refusal FROM assign_blockers(p_round, p_expertise, p_reviewer) LIMIT 1;
  IF refusal IS NOT NULL THEN
    PERFORM refuse(CASE WHEN refusal IN ('own_work', 'interests_exclude') THEN '403' ELSE '409' END, refusal);
  END IF;
  IF p_answers IS NOT NULL AND NOT EXISTS (
       SELECT FROM decision d WHERE d.id = p_answers AND d.version_id = rnd.version_id AND d.verdict = 'request_changes'
         AND d.expertise = p_expertise AND d.person_id <> p_reviewer) THEN
    PERFORM refuse('409', 'nothing_to_adjudicate');
  END IF;
  SELECT * INTO rules FROM review_rules WHERE id = rnd.rules_id;
  p_respond_by := coalesce(p_respond_by, today() + rules.respond_days);
  p_review_by := coalesce(p_review_by, greatest(today() + rules.review_days, p_respond_by));
  IF p_respond_by < today() OR p_review_by < p_respond_by THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  INSERT INTO assignment (round_id, expertise, reviewer_id, assigned_by, respond_by, review_by, answers_decision_id)
  VALUES (p_round, p_expertise, p_reviewer, me.id, p_respond_by, p_review_by, p_answers) RETURNING id INTO new_id;
  PERFORM record_audit('assign', me.id, rnd.page_id, jsonb_build_object('assignment', new_id, 'reviewer', p_reviewer,
    'expertise', p_expertise, 'respond_by', p_respond_by, 'review_by', p_review_by));
  PERFORM raise_alert('review_requested', p_reviewer, rnd.page_id, 'requested:' || new_id, jsonb_build_object('assignmentId', new_id));
  RETURN new_id;
END
$$;

-- The reviewer's own assignment, locked; for anybody else it is not there.
CREATE FUNCTION desk.lock_own_assignment(p_assignment uuid, p_person uuid) RETURNS desk.assignment
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment;
BEGIN
  PERFORM lock_round((SELECT round_id FROM assignment WHERE id = p_assignment));
  -- The person before their assignment, as when somebody is switched off.
  PERFORM FROM person WHERE id = p_person FOR SHARE;
  SELECT * INTO a FROM assignment WHERE id = p_assignment AND reviewer_id = p_person FOR UPDATE;
  IF a.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  RETURN a;
END
$$;

CREATE FUNCTION desk.accept_assignment(p_session text, p_assignment uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  a assignment := lock_own_assignment(p_assignment, me.id);
  rnd review_round;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = a.round_id;
  IF rnd.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  IF a.state NOT IN ('invited', 'lapsed') THEN
    PERFORM refuse('409', 'not_invited');
  END IF;
  UPDATE assignment SET state = 'accepted', responded_at = clock() WHERE id = a.id;
  PERFORM record_audit('accept', me.id, rnd.page_id, jsonb_build_object('assignment', a.id));
  PERFORM raise_alert('assignment_accepted', a.assigned_by, rnd.page_id, 'accepted:' || a.id, jsonb_build_object('assignmentId', a.id));
END
$$;

-- Declining needs no reason.
CREATE FUNCTION desk.decline_assignment(p_session text, p_assignment uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  a assignment := lock_own_assignment(p_assignment, me.id);
  rnd review_round;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = a.round_id;
  IF a.state NOT IN ('invited', 'accepted', 'lapsed') THEN
    PERFORM refuse('409', 'not_invited');
  END IF;
  UPDATE assignment SET state = 'declined', responded_at = clock(), decline_reason = left(coalesce(p_reason, ''), 2000) WHERE id = a.id;
  PERFORM record_audit('decline', me.id, rnd.page_id, jsonb_build_object('assignment', a.id, 'reason_sha256', content_hash(coalesce(p_reason, ''))));
  PERFORM raise_alert('assignment_declined', a.assigned_by, rnd.page_id, 'declined:' || a.id, jsonb_build_object('assignmentId', a.id));
END
$$;

CREATE FUNCTION desk.dismiss_assignment(p_session text, p_assignment uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  rnd review_round := lock_round((SELECT round_id FROM assignment WHERE id = p_assignment));
BEGIN
  UPDATE assignment SET state = 'dismissed', responded_at = clock() WHERE id = p_assignment AND state IN ('invited', 'accepted', 'lapsed');
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('dismiss', me.id, rnd.page_id, jsonb_build_object('assignment', p_assignment));
END
$$;

-- A reviewer's signed verdict on one version and its hash. The hash is the one
-- that the reviewer saw. A next review due left alone signs "the interval";
-- an earlier day is signed for, a later one refused.
CREATE FUNCTION desk.sign_decision(p_session text, p_grant text, p_assignment uuid, p_sha text, p_verdict text,
  p_meaning text, p_comment text, p_evidence_checked_to date, p_next_review_due date) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  a assignment := lock_own_assignment(p_assignment, me.id);
  rnd review_round;
  v version;
  rules review_rules;
  refusal record;
  method text;
  new_id uuid;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = a.round_id;
  SELECT * INTO v FROM version WHERE id = rnd.version_id;
  SELECT * INTO rules FROM review_rules WHERE id = rnd.rules_id;
  IF p_verdict IS NULL OR p_verdict NOT IN ('approve', 'request_changes') THEN
    PERFORM refuse('422', 'verdict_missing');
  END IF;
  -- A request for changes may be signed before an earlier step is through.
  SELECT b.code, b.detail INTO refusal FROM sign_blockers(p_assignment, p_sha) b
   WHERE p_verdict = 'approve' OR b.code NOT IN ('step_not_reached', 'interests_missing') LIMIT 1;
  IF refusal.code IS NOT NULL THEN
    PERFORM refuse(CASE WHEN refusal.code IN ('own_work', 'lacks_expertise', 'person_inactive', 'interests_exclude') THEN '403' ELSE '409' END,
      refusal.code, refusal.detail || jsonb_build_object('blockers',
        (SELECT jsonb_agg(jsonb_build_object('code', b.code, 'detail', b.detail)) FROM sign_blockers(p_assignment, p_sha) b)));
  END IF;
  PERFORM require_text(p_meaning, 'meaning_missing', 1000);
  IF p_verdict = 'request_changes' THEN
    PERFORM require_text(p_comment, 'reason_missing', 20000);
  ELSIF p_evidence_checked_to IS NULL THEN
    PERFORM refuse('422', 'evidence_day_missing');
  END IF;
  IF p_evidence_checked_to > today() OR p_evidence_checked_to < today() - 365
     OR p_next_review_due <= today() OR p_next_review_due > (today() + make_interval(months => rules.interval_months))::date THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  method := use_grant(p_grant, p_session, me.id, 'sign_decision', p_sha);
  INSERT INTO decision (page_id, version_id, content_sha256, assignment_id, person_id, expertise, verdict, meaning, comment,
    evidence_checked_to, next_review_due, method, signed_name, signed_credentials, signed_at, answers_decision_id)
  VALUES (v.page_id, v.id, p_sha, a.id, me.id, a.expertise, p_verdict, p_meaning, coalesce(p_comment, ''),
    p_evidence_checked_to, p_next_review_due, method, btrim(me.prefix || ' ' || me.name), me.credentials, clock(), a.answers_decision_id)
  RETURNING id INTO new_id;
  UPDATE assignment SET state = 'done' WHERE id = a.id;
  PERFORM record_audit(CASE p_verdict WHEN 'approve' THEN 'approve' ELSE 'request_changes' END, me.id, v.page_id,
    jsonb_build_object('decision', new_id, 'assignment', a.id, 'version', v.id, 'sha256', p_sha, 'expertise', a.expertise,
      'meaning_sha256', content_hash(p_meaning), 'comment_sha256', content_hash(coalesce(p_comment, '')),
      'evidence_checked_to', p_evidence_checked_to, 'next_review_due', p_next_review_due, 'method', method,
      'answers', a.answers_decision_id));
  IF p_verdict = 'request_changes' THEN
    PERFORM raise_alert('changes_requested', r.person_id, v.page_id, 'changes:' || new_id, jsonb_build_object('decisionId', new_id))
      FROM (SELECT owner_id AS person_id FROM page WHERE id = v.page_id
            UNION SELECT person_id FROM page_author WHERE page_id = v.page_id
            UNION SELECT a.assigned_by) r WHERE r.person_id IS NOT NULL AND r.person_id <> me.id;
  ELSIF is_fully_approved(v.id) THEN
    PERFORM raise_alert_to_editors('approved_by_all', v.page_id, 'approved:' || v.id, jsonb_build_object('versionId', v.id));
  END IF;
  RETURN new_id;
END
$$;

-- One tap keeps a signature good for the same hash; it moves no date.
CREATE FUNCTION desk.reaffirm(p_session text, p_grant text, p_decision uuid, p_sha text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d decision;
  method text;
BEGIN
  SELECT * INTO d FROM decision WHERE id = p_decision AND person_id = me.id;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = d.page_id FOR NO KEY UPDATE;
  IF d.verdict <> 'approve' OR d.content_sha256 IS DISTINCT FROM p_sha
     OR d.id <> (SELECT id FROM decision WHERE version_id = d.version_id AND person_id = me.id ORDER BY seq DESC LIMIT 1)
     OR EXISTS (SELECT FROM revocation WHERE decision_id = d.id)
     OR EXISTS (SELECT FROM review_round WHERE version_id = d.version_id AND closed_at IS NOT NULL) THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  method := use_grant(p_grant, p_session, me.id, 'reaffirm', p_sha);
  INSERT INTO reaffirmation (decision_id, method, signed_at) VALUES (d.id, method, clock());
  PERFORM record_audit('reaffirm', me.id, d.page_id, jsonb_build_object('decision', d.id, 'sha256', p_sha, 'method', method));
END
$$;

-- "unsafe" hides the page at once; the other two put up a notice and hide after
-- 14 days if what is left does not satisfy the rules.
CREATE FUNCTION desk.revoke_approval(p_session text, p_grant text, p_decision uuid, p_kind text, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d decision;
  method text;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  IF p_kind IS NULL OR p_kind NOT IN ('unsafe', 'no_longer_stand_behind', 'remove_my_name') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  SELECT * INTO d FROM decision WHERE id = p_decision AND person_id = me.id AND verdict = 'approve';
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = d.page_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM revocation WHERE decision_id = d.id) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  method := use_grant(p_grant, p_session, me.id, 'revoke_approval', d.content_sha256);
  INSERT INTO revocation (decision_id, kind, reason, method, revoked_at, revoked_on) VALUES (d.id, p_kind, p_reason, method, clock(), today());
  PERFORM record_audit('revoke_approval', me.id, d.page_id, jsonb_build_object('decision', d.id, 'kind', p_kind,
    'reason_sha256', content_hash(p_reason), 'method', method));
  IF EXISTS (SELECT FROM publication_line(live_publication(d.page_id)) l
               JOIN publication_approval pa ON pa.publication_id = l.publication_id WHERE pa.decision_id = d.id)
     AND p_kind <> 'unsafe' THEN
    INSERT INTO notice (page_id, type, reason, put_up_by, put_up_on)
    VALUES (d.page_id, 'name_removed', 'A reviewer took their approval back.', NULL, today());
  END IF;
  PERFORM raise_alert_to_editors('approval_revoked', d.page_id, 'revoked:' || d.id, jsonb_build_object('decisionId', d.id, 'kind', p_kind));
END
$$;

-- Assigned reviewers, editors and the page's team comment on a version.
CREATE FUNCTION desk.raise_comment(p_session text, p_version uuid, p_kind text, p_block text, p_quotation text, p_body text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  v version;
  asked text;
  new_id uuid;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  SELECT a.expertise INTO asked FROM assignment a JOIN review_round r ON r.id = a.round_id
   WHERE r.version_id = p_version AND a.reviewer_id = me.id AND a.state IN ('invited', 'accepted', 'done') LIMIT 1;
  IF v.id IS NULL OR (asked IS NULL AND NOT is_on_team(v.page_id, me.id) AND NOT has_role(me.id, 'editor') AND NOT has_role(me.id, 'clinical_lead')) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_text(p_body, 'comment_missing', 20000);
  IF p_kind IS NULL OR p_kind NOT IN ('question', 'must_fix', 'consider', 'praise') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  IF p_kind = 'must_fix' AND asked IS NULL AND NOT has_role(me.id, 'editor') AND NOT has_role(me.id, 'clinical_lead') THEN
    PERFORM refuse('403', 'not_a_reviewer');
  END IF;
  PERFORM FROM page WHERE id = v.page_id FOR NO KEY UPDATE;
  INSERT INTO comment (page_id, version_id, kind, block_id, quotation, body, raised_by, expertise)
  VALUES (v.page_id, v.id, p_kind, nullif(p_block, ''), left(coalesce(p_quotation, ''), 2000), p_body, me.id, asked) RETURNING id INTO new_id;
  PERFORM record_audit('raise_comment', me.id, v.page_id, jsonb_build_object('comment', new_id, 'kind', p_kind, 'body_sha256', content_hash(p_body)));
  RETURN new_id;
END
$$;

-- A must-fix is closed by its raiser, by another reviewer of that expertise, or
-- by two editors who wrote none of it. Other kinds also by the page's team.
CREATE FUNCTION desk.close_comment(p_session text, p_comment uuid, p_reason text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  c comment;
  latest uuid;
  capacity text;
BEGIN
  SELECT * INTO c FROM comment WHERE id = p_comment;
  IF c.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = c.page_id FOR NO KEY UPDATE;
  PERFORM FROM person WHERE id = me.id FOR SHARE;
  IF is_comment_closed(c.id) THEN
    PERFORM refuse('409', 'already_closed');
  END IF;
  SELECT n.id INTO latest FROM version n JOIN version cv ON cv.id = c.version_id
   WHERE n.draft_id = cv.draft_id ORDER BY n.number DESC LIMIT 1;
  capacity := CASE
    WHEN c.raised_by = me.id THEN 'raiser'
    WHEN c.kind <> 'must_fix' AND is_on_team(c.page_id, me.id) THEN 'team'
    WHEN is_own_work(c.version_id, me.id) OR is_own_work(latest, me.id) THEN NULL
    WHEN c.expertise IS NOT NULL AND c.expertise NOT IN ('editor', 'colleague') AND holds(me.id, c.expertise) THEN 'expertise'
    WHEN holds(me.id, 'editor') THEN 'editor' END;
  IF capacity IS NULL THEN
    PERFORM refuse('403', 'forbidden');
  END IF;
  IF capacity <> 'raiser' THEN
    PERFORM require_text(p_reason, 'reason_missing');
  END IF;
  INSERT INTO comment_closing (comment_id, closed_by, capacity, reason) VALUES (c.id, me.id, capacity, coalesce(p_reason, ''))
    ON CONFLICT DO NOTHING;
  PERFORM record_audit('close_comment', me.id, c.page_id, jsonb_build_object('comment', c.id, 'capacity', capacity,
    'reason_sha256', content_hash(coalesce(p_reason, ''))));
  PERFORM raise_alert('comment_closed', c.raised_by, c.page_id, 'closed:' || c.id || ':' || me.id, jsonb_build_object('commentId', c.id))
    WHERE c.raised_by <> me.id;
  RETURN is_comment_closed(c.id);
END
$$;

-- One reviewer of the matching expertise who did not write the text.
CREATE FUNCTION desk.set_aside_finding(p_session text, p_finding uuid, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  f finding;
  v version;
  as_expert text;
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  SELECT * INTO f FROM finding WHERE id = p_finding;
  SELECT ver.* INTO v FROM check_run r JOIN version ver ON ver.id = r.version_id WHERE r.id = f.run_id;
  IF v.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = v.page_id FOR NO KEY UPDATE;
  PERFORM FROM person WHERE id = me.id FOR SHARE;
  IF NOT EXISTS (SELECT FROM settable_rule WHERE rule_prefix = regexp_replace(f.rule, '[0-9]+$', '')) THEN
    PERFORM refuse('403', 'never_set_aside');
  END IF;
  SELECT s.expertise INTO as_expert FROM settable_rule s
   WHERE s.rule_prefix = regexp_replace(f.rule, '[0-9]+$', '') AND holds(me.id, s.expertise) ORDER BY s.expertise LIMIT 1;
  IF as_expert IS NULL THEN
    PERFORM refuse('403', 'lacks_expertise');
  END IF;
  IF is_own_work(v.id, me.id) THEN
    PERFORM refuse('403', 'own_work');
  END IF;
  INSERT INTO finding_set_aside (page_id, version_id, rule, excerpt, covers_sha256, set_aside_by, expertise, reason)
  VALUES (v.page_id, v.id, f.rule, f.excerpt, f.covers_sha256, me.id, as_expert, p_reason) RETURNING id INTO new_id;
  PERFORM record_audit('set_aside_finding', me.id, v.page_id, jsonb_build_object('set_aside', new_id, 'rule', f.rule,
    'covers_sha256', f.covers_sha256, 'expertise', as_expert, 'reason_sha256', content_hash(p_reason)));
  RETURN new_id;
END
$$;

-- A clinical lead sets new rules; open rounds keep theirs, live pages keep
-- their dates. p_needs: [{expertise, count, step}].
CREATE FUNCTION desk.set_review_rules(p_session text, p_kind text, p_interval integer, p_max integer, p_respond integer,
  p_review integer, p_signature integer, p_grace integer, p_reminders jsonb, p_needs jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  before review_rules;
  new_id uuid;
BEGIN
  IF NOT has_role(me.id, 'clinical_lead') THEN
    PERFORM refuse('403', 'not_a_clinical_lead');
  END IF;
  LOCK TABLE review_rules IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO before FROM review_rules WHERE page_kind = p_kind ORDER BY number DESC LIMIT 1;
  IF jsonb_array_length(coalesce(p_needs, '[]')) = 0 THEN
    PERFORM refuse('422', 'rules_missing');
  END IF;
  BEGIN
    INSERT INTO review_rules (page_kind, number, interval_months, max_interval_months, respond_days, review_days, signature_days, grace_days, reminder_schedule, set_by)
    VALUES (p_kind, coalesce(before.number, 0) + 1, p_interval, p_max, p_respond, p_review, p_signature, p_grace,
      coalesce(p_reminders, before.reminder_schedule), me.id) RETURNING id INTO new_id;
    INSERT INTO review_rules_need (rules_id, expertise, count, step)
      SELECT new_id, n ->> 'expertise', (n ->> 'count')::integer, (n ->> 'step')::integer FROM jsonb_array_elements(p_needs) n;
  EXCEPTION WHEN check_violation OR not_null_violation OR unique_violation OR invalid_text_representation THEN
    PERFORM refuse('422', 'rules_invalid');
  END;
  PERFORM record_audit('set_review_rules', me.id, NULL, jsonb_build_object('kind', p_kind, 'before', to_jsonb(before), 'after',
    (SELECT to_jsonb(r) FROM review_rules r WHERE r.id = new_id), 'needs', p_needs));
  RETURN new_id;
END
$$;
