-- Whom one asks can sign, and who approves has answered the short form: what was
-- found only at the signature is said when somebody is chosen, and a caller that
-- sends no answers is refused like one that sends half of them.
SET LOCAL ROLE desk_owner;

-- Why may this person not be asked for this expertise in this round, whether
-- they are here or not?
CREATE OR REPLACE FUNCTION desk.seat_blockers(p_round uuid, p_expertise text, p_reviewer uuid)
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
  ELSIF standing_verification(p_reviewer, p_expertise) IS NOT NULL THEN
    -- Without an account they sign by a mailed code, or not at all.
    IF NOT may_know_of(rnd.page_id, p_reviewer) THEN
      RETURN QUERY SELECT 'forbidden';
    ELSIF NOT allows_mailed_code(p_round) THEN
      RETURN QUERY SELECT 'mailed_code_not_allowed';
    ELSIF independent_verification(rnd.version_id, p_reviewer, p_expertise) IS NULL THEN
      RETURN QUERY SELECT 'expert_not_verified';
    END IF;
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
  -- Whoever could not sign is not asked first.
  IF same_reviewer_again(p_round, p_expertise, p_reviewer) THEN
    RETURN QUERY SELECT 'same_reviewer_again';
  END IF;
END
$$;

-- What every signed verdict needs, whatever confirms that it is this person: the
-- hash that they saw, nothing in the way, reasons, days in bounds, and for an
-- approval the whole short form. Refuses what is missing, and gives nothing.
CREATE FUNCTION desk.check_decision(a desk.assignment, p_sha text, p_verdict text, p_meaning text, p_comment text,
  p_evidence_checked_to date, p_next_review_due date, p_answers jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round;
  v version;
  rules review_rules;
  refusal record;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = a.round_id;
  SELECT * INTO v FROM version WHERE id = rnd.version_id;
  SELECT * INTO rules FROM review_rules WHERE id = rnd.rules_id;
  IF p_verdict IS NULL OR p_verdict NOT IN ('approve', 'request_changes') THEN
    PERFORM refuse('422', 'verdict_missing');
  END IF;
  -- A request for changes may be signed before an earlier step is through, needs
  -- nothing keyed or confirmed, and anybody may find that a text must change.
  SELECT b.code, b.detail INTO refusal FROM sign_blockers(a.id, p_sha) b
   WHERE p_verdict = 'approve' OR b.code NOT IN ('step_not_reached', 'interests_missing', 'key_again', 'claims_unconfirmed', 'same_reviewer_again') LIMIT 1;
  IF refusal.code IS NOT NULL THEN
    PERFORM refuse(CASE WHEN refusal.code IN ('own_work', 'lacks_expertise', 'person_inactive', 'interests_exclude') THEN '403' ELSE '409' END,
      refusal.code, refusal.detail || jsonb_build_object('blockers',
        (SELECT jsonb_agg(jsonb_build_object('code', b.code, 'detail', b.detail)) FROM sign_blockers(a.id, p_sha) b)));
  END IF;
  PERFORM require_text(p_meaning, 'meaning_missing', 1000);
  IF p_verdict = 'request_changes' OR a.answers_decision_id IS NOT NULL THEN
    PERFORM require_text(p_comment, 'reason_missing', 20000);
  END IF;
  IF p_verdict = 'approve' AND p_evidence_checked_to IS NULL THEN
    PERFORM refuse('422', 'evidence_day_missing');
  END IF;
  IF p_evidence_checked_to > today() OR p_evidence_checked_to < today() - 365
     OR p_next_review_due <= today() OR p_next_review_due > (today() + make_interval(months => rules.interval_months))::date THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  IF p_verdict = 'approve' AND (
       EXISTS (SELECT FROM questions_for(v.id) q WHERE coalesce(p_answers ->> q.id, '') NOT IN ('yes', 'no', 'not_my_field'))
       OR jsonb_typeof(coalesce(p_answers, '{}')) <> 'object'
       OR EXISTS (SELECT FROM jsonb_object_keys(coalesce(p_answers, '{}')) k WHERE k NOT IN (SELECT q.id FROM questions_for(v.id) q))) THEN
    PERFORM refuse('422', 'answers_missing');
  END IF;
  IF p_verdict = 'approve' AND btrim(coalesce(p_comment, '')) = '' AND EXISTS (SELECT FROM jsonb_each_text(p_answers) t WHERE t.value = 'no') THEN
    PERFORM refuse('422', 'answer_unexplained');
  END IF;
END
$$;

-- Keeps a verdict that was checked and confirmed, with all that follows from it.
CREATE FUNCTION desk.keep_decision(me desk.person, a desk.assignment, p_sha text, p_verdict text, p_meaning text, p_comment text,
  p_evidence_checked_to date, p_next_review_due date, p_answers jsonb, p_method text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  v version := (SELECT v FROM version v JOIN review_round r ON r.version_id = v.id WHERE r.id = a.round_id);
  new_id uuid;
BEGIN
  INSERT INTO decision (page_id, version_id, content_sha256, assignment_id, person_id, expertise, verdict, meaning, comment,
    evidence_checked_to, next_review_due, method, signed_name, signed_credentials, signed_at, answers_decision_id)
  VALUES (v.page_id, v.id, p_sha, a.id, me.id, a.expertise, p_verdict, p_meaning, coalesce(p_comment, ''),
    p_evidence_checked_to, p_next_review_due, p_method, btrim(me.prefix || ' ' || me.name), me.credentials, clock(), a.answers_decision_id)
  RETURNING id INTO new_id;
  INSERT INTO decision_answer (decision_id, question_id, answer)
    SELECT new_id, q.id, p_answers ->> q.id FROM questions_for(v.id) q WHERE p_answers ->> q.id IN ('yes', 'no', 'not_my_field');
  UPDATE assignment SET state = 'done' WHERE id = a.id;
  PERFORM send_private_remarks(me, v.draft_id, NULL);
  PERFORM record_audit(CASE p_verdict WHEN 'approve' THEN 'approve' ELSE 'request_changes' END, me.id, v.page_id,
    jsonb_build_object('decision', new_id, 'assignment', a.id, 'version', v.id, 'sha256', p_sha, 'expertise', a.expertise,
      'meaning_sha256', content_hash(p_meaning), 'comment_sha256', content_hash(coalesce(p_comment, '')),
      'evidence_checked_to', p_evidence_checked_to, 'next_review_due', p_next_review_due, 'method', p_method,
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

-- A reviewer's signed verdict on one version and its hash. The hash is the one
-- that the reviewer saw. A next review due left alone signs "the interval"; an
-- earlier day is signed for, a later one refused. Their unsent remarks become
-- comments in the same transaction. p_answers: the short form, {question:
-- answer}; an approval answers every question, and says why where it says no. An
-- adjudicator says why.
CREATE OR REPLACE FUNCTION desk.sign_decision(p_session text, p_grant text, p_assignment uuid, p_sha text, p_verdict text,
  p_meaning text, p_comment text, p_evidence_checked_to date, p_next_review_due date, p_answers jsonb DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  a assignment := lock_own_assignment(p_assignment, me.id);
  method text;
BEGIN
  PERFORM check_decision(a, p_sha, p_verdict, p_meaning, p_comment, p_evidence_checked_to, p_next_review_due, p_answers);
  method := use_grant(p_grant, p_session, me.id, 'sign_decision', p_sha);
  RETURN keep_decision(me, a, p_sha, p_verdict, p_meaning, p_comment, p_evidence_checked_to, p_next_review_due, p_answers, method);
END
$$;
