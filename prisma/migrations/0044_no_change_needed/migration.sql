-- "No change needed": a full review of the text that is live already. Each
-- sentence whose truth can expire is confirmed by itself, with its source, and
-- two such reviews in a row by one person ask for another.
SET LOCAL ROLE desk_owner;

-- "Still true as of" that day, by one reviewer, for one sentence of one text.
CREATE TABLE desk.claim_confirmation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  assignment_id uuid NOT NULL REFERENCES desk.assignment ON DELETE RESTRICT,
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  content_sha256 text NOT NULL,
  claim_id text NOT NULL,
  block_id text NOT NULL,
  sentence text NOT NULL,
  true_on date NOT NULL,
  source text NOT NULL CHECK (btrim(source) <> '' AND length(source) <= 500),
  confirmed_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX claim_confirmation_assignment_idx ON desk.claim_confirmation (assignment_id, claim_id);
CREATE INDEX claim_confirmation_page_idx ON desk.claim_confirmation (page_id, claim_id, seq DESC);
SELECT desk.make_immutable('desk.claim_confirmation');

-- The sentences of a document whose truth can expire: what is funded,
-- recommended, approved and the like, and what holds "now" or "as of" a day.
CREATE FUNCTION desk.expiring_sentences(p_content text)
RETURNS TABLE (claim_id text, block_id text, sentence text, "position" bigint)
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT left(encode(sha256(convert_to(concat_ws(' ', id, s), 'UTF8')), 'hex'), 16), id, s, min(row_number) FROM (
    SELECT b -> 'attrs' ->> 'id' AS id, btrim(s) AS s, row_number() OVER (ORDER BY bi, li, si)
      FROM jsonb_array_elements(coalesce(p_content::jsonb -> 'body' -> 'content', '[]')) WITH ORDINALITY d(b, bi)
      CROSS JOIN LATERAL lines_of(b) WITH ORDINALITY l(line, li)
      CROSS JOIN LATERAL regexp_split_to_table(line, '(?<=[.!?])\s+(?=[[:upper:]0-9("“])') WITH ORDINALITY t(s, si)
     WHERE b ->> 'type' NOT IN ('heading', 'disclaimer', 'reusable')
       AND s ~* '\m(?:funded|recommend(?:s|ed)?|approved|licensed|authori[sz]ed|reimbursed|commissioned|available|currently|presently|at present|at the moment|to date|as (?:of|at))\M') x
   GROUP BY id, s ORDER BY 4
$$;

-- Is this version the live text, word for word, in front of its reviewers again?
CREATE FUNCTION desk.is_unchanged(p_version uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM version v JOIN review_round r ON r.version_id = v.id
    JOIN publication p ON p.page_id = v.page_id AND p.ended_at IS NULL AND p.version_id <> v.id AND p.content_sha256 = v.content_sha256
   WHERE v.id = p_version AND r.kind = 'full_review');
END
$$;

-- What a reviewer of an unchanged text confirms, and whether they have; the
-- source is the one that was named last for the sentence on this page.
CREATE FUNCTION desk.claims_open(p_assignment uuid)
RETURNS TABLE (claim_id text, block_id text, sentence text, "position" bigint, is_confirmed boolean, last_source text, last_true_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT e.claim_id, e.block_id, e.sentence, e.position,
         EXISTS (SELECT FROM claim_confirmation c WHERE c.assignment_id = a.id AND c.claim_id = e.claim_id AND c.content_sha256 = v.content_sha256),
         last.source, last.true_on
    FROM assignment a JOIN review_round r ON r.id = a.round_id JOIN version v ON v.id = r.version_id
    CROSS JOIN LATERAL expiring_sentences(v.content) e
    LEFT JOIN LATERAL (SELECT c.source, c.true_on FROM claim_confirmation c WHERE c.page_id = v.page_id AND c.claim_id = e.claim_id
                        ORDER BY c.seq DESC LIMIT 1) last ON true
   WHERE a.id = p_assignment AND is_unchanged(v.id) ORDER BY e.position;
END
$$;

-- Keeps "still true as of p_day" for sentences of the text, {claim: source}.
-- It moves no date of the page: only the signed review does.
CREATE FUNCTION desk.confirm_claims(p_session text, p_assignment uuid, p_sha text, p_day date, p_sources jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  a assignment := lock_own_assignment(p_assignment, me.id);
  rnd review_round;
  v version;
  kept integer;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = a.round_id;
  SELECT * INTO v FROM version WHERE id = rnd.version_id;
  IF v.content_sha256 IS DISTINCT FROM p_sha THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  IF rnd.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  IF a.state NOT IN ('accepted', 'done') THEN
    PERFORM refuse('409', 'not_accepted');
  END IF;
  IF p_day IS NULL THEN
    PERFORM refuse('422', 'evidence_day_missing');
  END IF;
  IF p_day > today() OR p_day < today() - 365 THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  INSERT INTO claim_confirmation (page_id, assignment_id, version_id, content_sha256, claim_id, block_id, sentence, true_on, source)
    SELECT v.page_id, a.id, v.id, p_sha, c.claim_id, c.block_id, c.sentence, p_day, left(btrim(s.value), 500)
      FROM claims_open(a.id) c JOIN jsonb_each_text(coalesce(p_sources, '{}')) s ON s.key = c.claim_id
     WHERE btrim(s.value) <> '' ORDER BY c.position;
  GET DIAGNOSTICS kept = ROW_COUNT;
  PERFORM record_audit('confirm_claims', me.id, v.page_id, jsonb_build_object('assignment', a.id, 'sha256', p_sha, 'day', p_day, 'claims', kept));
  RETURN kept;
END
$$;

-- Would this be the third "no change needed" in a row that the same person
-- signs for the same expertise? The last two full reviews of the page that went
-- out are looked at; each has to have left the text as it was.
CREATE FUNCTION desk.same_reviewer_again(p_round uuid, p_expertise text, p_person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = p_round;
  IF NOT is_unchanged(rnd.version_id) THEN
    RETURN false;
  END IF;
  RETURN (SELECT count(*) = 2 FROM (
      SELECT p.id, p.content_sha256, p.replaces_id FROM publication p
       WHERE p.page_id = rnd.page_id AND p.round_kind = 'full_review' AND p.reinstates_id IS NULL
       ORDER BY p.published_at DESC, p.id LIMIT 2) last
    WHERE last.content_sha256 = (SELECT content_sha256 FROM publication WHERE id = last.replaces_id)
      AND EXISTS (SELECT FROM publication_approval pa JOIN decision d ON d.id = pa.decision_id
                   WHERE pa.publication_id = last.id AND d.person_id = p_person AND d.expertise = p_expertise));
END
$$;

-- Why may this assignment not be signed with an approval of this hash now?
CREATE OR REPLACE FUNCTION desk.sign_blockers(p_assignment uuid, p_sha text)
RETURNS TABLE (code text, detail jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment;
  rnd review_round;
  v version;
  standing text;
  my_step integer;
  open_values bigint;
BEGIN
  SELECT * INTO a FROM assignment WHERE id = p_assignment;
  IF a.id IS NULL THEN
    RETURN QUERY SELECT 'gone', '{}'::jsonb;
    RETURN;
  END IF;
  SELECT * INTO rnd FROM review_round WHERE id = a.round_id;
  SELECT * INTO v FROM version WHERE id = rnd.version_id;
  IF v.content_sha256 IS DISTINCT FROM p_sha OR EXISTS (
       SELECT FROM version n WHERE n.draft_id = v.draft_id AND n.line = v.line AND n.number > v.number) THEN
    RETURN QUERY SELECT 'stale_version', jsonb_build_object('newest',
      (SELECT max(n.number) FROM version n WHERE n.draft_id = v.draft_id AND n.line = v.line));
  END IF;
  IF rnd.closed_at IS NOT NULL THEN
    RETURN QUERY SELECT 'round_closed', jsonb_build_object('because', rnd.closed_because);
  END IF;
  IF a.state NOT IN ('accepted', 'done') THEN
    RETURN QUERY SELECT 'not_accepted', jsonb_build_object('state', a.state);
  END IF;
  IF NOT EXISTS (SELECT FROM person WHERE id = a.reviewer_id AND is_active) THEN
    RETURN QUERY SELECT 'person_inactive', '{}'::jsonb;
  ELSIF NOT holds(a.reviewer_id, a.expertise) THEN
    RETURN QUERY SELECT 'lacks_expertise', jsonb_build_object('expertise', a.expertise);
  END IF;
  IF is_own_work(v.id, a.reviewer_id) THEN
    RETURN QUERY SELECT 'own_work', '{}'::jsonb;
  END IF;
  standing := interest_standing(a.reviewer_id, v.page_id);
  IF standing IN ('undeclared', 'declaration_expired', 'unanswered') THEN
    RETURN QUERY SELECT 'interests_missing', jsonb_build_object('standing', standing);
  ELSIF standing IN ('personal', 'institutional_refused') THEN
    RETURN QUERY SELECT 'interests_exclude', jsonb_build_object('standing', standing);
  END IF;
  SELECT step INTO my_step FROM round_need WHERE round_id = rnd.id AND expertise = a.expertise;
  IF EXISTS (SELECT FROM round_need n WHERE n.round_id = rnd.id AND n.step < my_step
       AND n.count > (SELECT count(*) FROM counted_approvals(v.id) c WHERE c.expertise = n.expertise)) THEN
    RETURN QUERY SELECT 'step_not_reached', jsonb_build_object('waiting_for',
      (SELECT jsonb_agg(n.expertise ORDER BY n.step, n.expertise) FROM round_need n WHERE n.round_id = rnd.id AND n.step < my_step
         AND n.count > (SELECT count(*) FROM counted_approvals(v.id) c WHERE c.expertise = n.expertise)));
  END IF;
  SELECT count(*) INTO open_values FROM key_again_open(a.id) k WHERE NOT k.is_keyed;
  IF open_values > 0 THEN
    RETURN QUERY SELECT 'key_again', jsonb_build_object('count', open_values);
  END IF;
  SELECT count(*) INTO open_values FROM claims_open(a.id) c WHERE NOT c.is_confirmed;
  IF open_values > 0 THEN
    RETURN QUERY SELECT 'claims_unconfirmed', jsonb_build_object('count', open_values);
  END IF;
  IF same_reviewer_again(rnd.id, a.expertise, a.reviewer_id) THEN
    RETURN QUERY SELECT 'same_reviewer_again', '{}'::jsonb;
  END IF;
END
$$;

-- A reviewer's signed verdict on one version and its hash. The hash is the one
-- that the reviewer saw. A next review due left alone signs "the interval"; an
-- earlier day is signed for, a later one refused. Their unsent remarks become
-- comments in the same transaction. p_answers: the short form, {question:
-- answer}; whoever answers, answers every question, and an approval that says
-- no somewhere says why. An adjudicator says why.
CREATE OR REPLACE FUNCTION desk.sign_decision(p_session text, p_grant text, p_assignment uuid, p_sha text, p_verdict text,
  p_meaning text, p_comment text, p_evidence_checked_to date, p_next_review_due date, p_answers jsonb DEFAULT NULL) RETURNS uuid
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
  -- A request for changes may be signed before an earlier step is through, needs
  -- nothing keyed or confirmed, and anybody may find that a text must change.
  SELECT b.code, b.detail INTO refusal FROM sign_blockers(p_assignment, p_sha) b
   WHERE p_verdict = 'approve' OR b.code NOT IN ('step_not_reached', 'interests_missing', 'key_again', 'claims_unconfirmed', 'same_reviewer_again') LIMIT 1;
  IF refusal.code IS NOT NULL THEN
    PERFORM refuse(CASE WHEN refusal.code IN ('own_work', 'lacks_expertise', 'person_inactive', 'interests_exclude') THEN '403' ELSE '409' END,
      refusal.code, refusal.detail || jsonb_build_object('blockers',
        (SELECT jsonb_agg(jsonb_build_object('code', b.code, 'detail', b.detail)) FROM sign_blockers(p_assignment, p_sha) b)));
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
  IF p_answers IS NOT NULL AND p_verdict = 'approve' AND (
       EXISTS (SELECT FROM questions_for(v.id) q WHERE coalesce(p_answers ->> q.id, '') NOT IN ('yes', 'no', 'not_my_field'))
       OR EXISTS (SELECT FROM jsonb_object_keys(p_answers) k WHERE k NOT IN (SELECT q.id FROM questions_for(v.id) q))) THEN
    PERFORM refuse('422', 'answers_missing');
  END IF;
  IF p_verdict = 'approve' AND btrim(coalesce(p_comment, '')) = '' AND EXISTS (SELECT FROM jsonb_each_text(p_answers) t WHERE t.value = 'no') THEN
    PERFORM refuse('422', 'answer_unexplained');
  END IF;
  method := use_grant(p_grant, p_session, me.id, 'sign_decision', p_sha);
  INSERT INTO decision (page_id, version_id, content_sha256, assignment_id, person_id, expertise, verdict, meaning, comment,
    evidence_checked_to, next_review_due, method, signed_name, signed_credentials, signed_at, answers_decision_id)
  VALUES (v.page_id, v.id, p_sha, a.id, me.id, a.expertise, p_verdict, p_meaning, coalesce(p_comment, ''),
    p_evidence_checked_to, p_next_review_due, method, btrim(me.prefix || ' ' || me.name), me.credentials, clock(), a.answers_decision_id)
  RETURNING id INTO new_id;
  INSERT INTO decision_answer (decision_id, question_id, answer)
    SELECT new_id, q.id, p_answers ->> q.id FROM questions_for(v.id) q WHERE p_answers ->> q.id IN ('yes', 'no', 'not_my_field');
  UPDATE assignment SET state = 'done' WHERE id = a.id;
  PERFORM send_private_remarks(me, v.draft_id, NULL);
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

GRANT SELECT ON desk.claim_confirmation TO desk_app;
GRANT EXECUTE ON FUNCTION desk.is_unchanged(uuid), desk.claims_open(uuid), desk.confirm_claims(text, uuid, text, date, jsonb),
  desk.same_reviewer_again(uuid, text, uuid) TO desk_app;
