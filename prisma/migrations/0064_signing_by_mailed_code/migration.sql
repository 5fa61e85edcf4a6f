-- Signing by mailed code: an expert without an account approves or requests
-- changes like any reviewer, when an editor verified who they are, the rules
-- allow it, and a code mailed to the verified address confirms it. Nothing else
-- about a signature is different: the same things stand in its way.
SET LOCAL ROLE desk_owner;

-- That an editor made sure that an address is this person's, and what they are.
-- It holds for that address alone and until it is ended.
CREATE TABLE desk.expert_verification (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  email text NOT NULL,
  expertise text NOT NULL CHECK (expertise IN ('clinician', 'laboratory_scientist', 'pharmacist', 'genetic_counsellor', 'medical_editor', 'lived_experience')),
  how text NOT NULL CHECK (btrim(how) <> '' AND length(how) <= 2000),
  verified_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  verified_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX expert_verification_person_idx ON desk.expert_verification (person_id, expertise);
SELECT desk.make_immutable('desk.expert_verification');

CREATE TABLE desk.expert_verification_end (
  verification_id uuid PRIMARY KEY REFERENCES desk.expert_verification ON DELETE RESTRICT,
  reason text NOT NULL CHECK (btrim(reason) <> '' AND length(reason) <= 2000),
  ended_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  ended_at timestamptz NOT NULL DEFAULT desk.clock()
);
SELECT desk.make_immutable('desk.expert_verification_end');

-- A link may ask for a signature too: then it belongs to an assignment.
ALTER TABLE desk.outside_link ADD COLUMN assignment_id uuid REFERENCES desk.assignment ON DELETE RESTRICT;
CREATE INDEX outside_link_assignment_idx ON desk.outside_link (assignment_id);

-- One code for one act on one text, through one link. Only its hash is kept,
-- written as its mail is made; nobody but the owner of the tables reads it.
CREATE TABLE desk.signing_code (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  link_id uuid NOT NULL REFERENCES desk.outside_link ON DELETE RESTRICT,
  verification_id uuid NOT NULL REFERENCES desk.expert_verification ON DELETE RESTRICT,
  content_sha256 text NOT NULL,
  act text NOT NULL CHECK (act IN ('approve', 'request_changes', 'reaffirm', 'revoke_approval')),
  requested_at timestamptz NOT NULL DEFAULT desk.clock(),
  code_hash text,
  mailed_at timestamptz,
  tries integer NOT NULL DEFAULT 0 CHECK (tries <= 5),
  confirmed_at timestamptz,
  used_at timestamptz
);
CREATE INDEX signing_code_link_idx ON desk.signing_code (link_id, seq DESC);

-- The verification of this person in this expertise that stands; null for none.
-- Of people with an account their roles and expertise alone say what they hold.
CREATE FUNCTION desk.standing_verification(p_person uuid, p_expertise text) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT v.id FROM expert_verification v JOIN person p ON p.id = v.person_id
   WHERE v.person_id = p_person AND v.expertise = p_expertise AND lower(v.email) = lower(p.email)
     AND NOT EXISTS (SELECT FROM expert_verification_end e WHERE e.verification_id = v.id)
     AND NOT EXISTS (SELECT FROM credential WHERE person_id = p_person)
   ORDER BY v.verified_at DESC, v.id LIMIT 1
  );
END
$$;

-- The same, unless whoever verified them wrote the text: nobody vouches for who
-- approves their own work.
CREATE FUNCTION desk.independent_verification(p_version uuid, p_person uuid, p_expertise text) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT v.id FROM expert_verification v
   WHERE v.id = standing_verification(p_person, p_expertise) AND NOT is_own_work(p_version, v.verified_by)
  );
END
$$;

-- As before, and whom an editor verified from outside the desk.
CREATE OR REPLACE FUNCTION desk.holds(p_person uuid, p_expertise text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM person WHERE id = p_person AND is_active) AND CASE p_expertise
    WHEN 'editor' THEN has_role(p_person, 'editor') OR has_role(p_person, 'clinical_lead')
    WHEN 'colleague' THEN has_role(p_person, 'reviewer') OR has_role(p_person, 'editor') OR has_role(p_person, 'author') OR has_role(p_person, 'clinical_lead')
    ELSE (has_role(p_person, 'reviewer')
     AND EXISTS (SELECT FROM person_expertise WHERE person_id = p_person AND expertise = p_expertise))
     OR standing_verification(p_person, p_expertise) IS NOT NULL
  END
  );
END
$$;

-- An editor verifies a named person without an account: who they are, what they
-- are expert in, and that this address is theirs. How is for the desk alone. Not
-- for somebody who is asked to sign what one wrote: it would bring back what was
-- signed under a verification that was ended.
CREATE FUNCTION desk.verify_expert(p_session text, p_person uuid, p_expertise text, p_how text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  expert person;
  new_id uuid;
BEGIN
  SELECT * INTO expert FROM person WHERE id = p_person FOR NO KEY UPDATE;
  IF expert.id IS NULL OR NOT EXISTS (SELECT FROM outside_link WHERE person_id = p_person) THEN
    PERFORM refuse('404', 'not_found');
  ELSIF NOT expert.is_active THEN
    PERFORM refuse('409', 'person_inactive');
  ELSIF EXISTS (SELECT FROM credential WHERE person_id = expert.id) THEN
    PERFORM refuse('409', 'has_account');
  END IF;
  IF p_expertise IS NULL OR p_expertise NOT IN ('clinician', 'laboratory_scientist', 'pharmacist', 'genetic_counsellor', 'medical_editor', 'lived_experience') THEN
    PERFORM refuse('422', 'expertise_missing');
  END IF;
  PERFORM require_text(p_how, 'how_missing', 2000);
  IF EXISTS (SELECT FROM assignment a JOIN review_round r ON r.id = a.round_id AND r.closed_at IS NULL
              WHERE a.reviewer_id = p_person AND a.expertise = p_expertise AND is_own_work(r.version_id, me.id)) THEN
    PERFORM refuse('403', 'own_work');
  END IF;
  IF standing_verification(expert.id, p_expertise) IS NOT NULL THEN
    PERFORM refuse('409', 'already_verified');
  END IF;
  INSERT INTO expert_verification (person_id, email, expertise, how, verified_by)
  VALUES (expert.id, expert.email, p_expertise, btrim(p_how), me.id) RETURNING id INTO new_id;
  PERFORM record_audit('verify_expert', me.id, NULL, jsonb_build_object('verification', new_id, 'person', expert.id, 'expertise', p_expertise,
    'how_sha256', content_hash(btrim(p_how))));
  RETURN new_id;
END
$$;

-- Any editor takes a verification back. What was signed under it and is not
-- published counts no more, as with an expertise that is withdrawn.
CREATE FUNCTION desk.end_verification(p_session text, p_verification uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  known expert_verification;
BEGIN
  SELECT * INTO known FROM expert_verification WHERE id = p_verification;
  IF known.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_text(p_reason, 'reason_missing', 2000);
  PERFORM FROM person WHERE id = known.person_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM expert_verification_end WHERE verification_id = known.id) THEN
    PERFORM refuse('409', 'already_revoked');
  END IF;
  INSERT INTO expert_verification_end (verification_id, reason, ended_by) VALUES (known.id, btrim(p_reason), me.id);
  PERFORM record_audit('end_verification', me.id, NULL, jsonb_build_object('verification', known.id, 'person', known.person_id,
    'expertise', known.expertise, 'reason_sha256', content_hash(btrim(p_reason))));
END
$$;

-- The same acts for whoever they are done: by a session, or by a link from outside.

CREATE FUNCTION desk.declare_as(me desk.person, p_has_none boolean, p_statement text, p_entries jsonb) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  entries jsonb := coalesce(p_entries, '[]');
  new_id uuid;
BEGIN
  IF p_has_none IS NULL OR jsonb_typeof(entries) <> 'array' OR jsonb_array_length(entries) > 100
     OR (p_has_none AND jsonb_array_length(entries) > 0) THEN
    PERFORM refuse('422', 'entries_invalid');
  END IF;
  IF NOT p_has_none AND jsonb_array_length(entries) = 0 THEN
    PERFORM refuse('422', 'statement_missing');
  END IF;
  IF length(coalesce(p_statement, '')) > 5000 THEN
    PERFORM refuse('422', 'statement_missing');
  END IF;
  PERFORM FROM person WHERE id = me.id FOR NO KEY UPDATE;
  INSERT INTO interest_declaration (person_id, has_none, statement, valid_until)
  VALUES (me.id, p_has_none, btrim(coalesce(p_statement, '')), (today() + interval '1 year')::date) RETURNING id INTO new_id;
  BEGIN
    INSERT INTO interest_entry (declaration_id, position, entity, kind, scope, from_month, until_month, note)
      SELECT new_id, n, btrim(e ->> 'entity'), e ->> 'kind', e ->> 'scope', e ->> 'fromMonth', nullif(e ->> 'untilMonth', ''), btrim(coalesce(e ->> 'note', ''))
        FROM jsonb_array_elements(entries) WITH ORDINALITY t(e, n);
  EXCEPTION WHEN check_violation OR not_null_violation THEN
    PERFORM refuse('422', 'entries_invalid');
  END;
  IF EXISTS (SELECT FROM interest_entry WHERE declaration_id = new_id AND from_month > to_char(today(), 'YYYY-MM')) THEN
    PERFORM refuse('422', 'entries_invalid');
  END IF;
  PERFORM record_audit('declare_interests', me.id, NULL, jsonb_build_object('declaration', new_id, 'has_none', p_has_none,
    'statement_sha256', content_hash(coalesce(p_statement, '')), 'entries', jsonb_array_length(entries), 'entries_sha256', content_hash(entries::text)));
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.declare_interests(p_session text, p_has_none boolean, p_statement text, p_entries jsonb DEFAULT '[]') RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN declare_as(actor(p_session), p_has_none, p_statement, p_entries);
END
$$;

-- "No interests" is not taken where the declaration names a maker, or a rival,
-- nor after the newest ruling was a refusal: an interest that has ended is said
-- as an institutional one, and an editor rules anew.
CREATE FUNCTION desk.answer_as(me desk.person, p_page uuid, p_level text, p_details text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  contradiction jsonb;
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
  IF p_level = 'none' AND NOT (SELECT r.is_accepted FROM interest_answer i JOIN interest_ruling r ON r.answer_id = i.id
       WHERE i.person_id = me.id AND i.page_id = p_page ORDER BY i.answered_at DESC, i.id LIMIT 1) THEN
    PERFORM refuse('409', 'interests_refused');
  END IF;
  IF p_level = 'none' THEN
    SELECT jsonb_build_object('entity', c.entity, 'company', c.company, 'therapy', c.therapy) INTO contradiction
      FROM interest_conflicts(me.id, p_page) c ORDER BY c.standing DESC, c.entity, c.therapy LIMIT 1;
    IF contradiction IS NOT NULL THEN
      PERFORM refuse('409', 'interests_found', contradiction);
    END IF;
  END IF;
  INSERT INTO interest_answer (person_id, page_id, level, details) VALUES (me.id, p_page, p_level, coalesce(p_details, '')) RETURNING id INTO new_id;
  PERFORM record_audit('answer_interests', me.id, p_page, jsonb_build_object('answer', new_id, 'level', p_level));
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.answer_interests(p_session text, p_page uuid, p_level text, p_details text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN answer_as(actor(p_session), p_page, p_level, p_details);
END
$$;

-- Keeps what a reviewer typed from the source for each value, {item: text}, and
-- tells what did not match. Both are facts: a mismatch stays in the record.
CREATE FUNCTION desk.key_again_as(me desk.person, a desk.assignment, p_sha text, p_typed jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round;
  v version;
  wrong jsonb;
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
  WITH typed AS (
    INSERT INTO keyed_value (assignment_id, version_id, content_sha256, item_id, block_id, kind, said, typed, is_equal)
      SELECT a.id, v.id, p_sha, k.item_id, k.block_id, k.kind, k.said, left(btrim(t.value), 200), plain_value(k.kind, t.value) = k.plain
        FROM key_again_due(v.id, me.id) k JOIN jsonb_each_text(coalesce(p_typed, '{}')) t ON t.key = k.item_id
       WHERE btrim(t.value) <> '' ORDER BY k.position
    RETURNING item_id, said, typed, is_equal)
  SELECT coalesce(jsonb_agg(jsonb_build_object('item', item_id, 'said', said, 'typed', typed)), '[]') INTO wrong FROM typed WHERE NOT is_equal;
  PERFORM record_audit('key_again', me.id, v.page_id, jsonb_build_object('assignment', a.id, 'sha256', p_sha, 'mismatches', jsonb_array_length(wrong)));
  RETURN wrong;
END
$$;

CREATE OR REPLACE FUNCTION desk.key_again(p_session text, p_assignment uuid, p_sha text, p_typed jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  RETURN key_again_as(me, lock_own_assignment(p_assignment, me.id), p_sha, p_typed);
END
$$;

-- Keeps "still true as of p_day" for sentences of the text, {claim: source}.
-- It moves no date of the page: only the signed review does.
CREATE FUNCTION desk.confirm_claims_as(me desk.person, a desk.assignment, p_sha text, p_day date, p_sources jsonb) RETURNS integer
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
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

CREATE OR REPLACE FUNCTION desk.confirm_claims(p_session text, p_assignment uuid, p_sha text, p_day date, p_sources jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  RETURN confirm_claims_as(me, lock_own_assignment(p_assignment, me.id), p_sha, p_day, p_sources);
END
$$;

-- Asking from outside for a signature ---------------------------------------------

-- Do the rules let somebody sign by a mailed code: those of the round, and those
-- of today, so that a lead who takes it back is obeyed at once?
CREATE FUNCTION desk.allows_mailed_code(p_round uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN coalesce((
  SELECT r.allows_mailed_code AND (SELECT n.allows_mailed_code FROM review_rules n WHERE n.page_kind = r.page_kind ORDER BY n.number DESC LIMIT 1)
    FROM review_round rnd JOIN review_rules r ON r.id = rnd.rules_id WHERE rnd.id = p_round
  ), false);
END
$$;

-- Asks somebody who read by a link for a signature too: a seat of the round, and
-- a link of its own, whose key its mail makes. Verified by somebody else than who
-- wrote the text, and of a confidential page only where they are named for it.
CREATE FUNCTION desk.ask_outside_to_sign(p_session text, p_link uuid, p_expertise text, p_days integer) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  known outside_link;
  rnd review_round;
  refusal text;
  asked uuid;
  new_id uuid;
BEGIN
  SELECT * INTO known FROM outside_link WHERE id = p_link;
  IF known.id IS NULL OR NOT may_know_of(known.page_id, me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  rnd := lock_round((SELECT id FROM review_round WHERE version_id = known.version_id));
  IF rnd.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  IF p_days IS NULL OR p_days NOT BETWEEN 1 AND 60 THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  PERFORM FROM person WHERE id = known.person_id FOR SHARE;
  IF NOT may_know_of(known.page_id, known.person_id) THEN
    PERFORM refuse('409', 'forbidden');
  ELSIF NOT allows_mailed_code(rnd.id) THEN
    PERFORM refuse('409', 'mailed_code_not_allowed');
  ELSIF EXISTS (SELECT FROM credential WHERE person_id = known.person_id) THEN
    PERFORM refuse('409', 'has_account');
  ELSIF independent_verification(known.version_id, known.person_id, p_expertise) IS NULL THEN
    PERFORM refuse('409', 'expert_not_verified');
  END IF;
  SELECT code INTO refusal FROM assign_blockers(rnd.id, p_expertise, known.person_id) LIMIT 1;
  IF refusal IS NOT NULL THEN
    PERFORM refuse(CASE WHEN refusal IN ('own_work', 'interests_exclude') THEN '403' ELSE '409' END, refusal);
  END IF;
  asked := ask_for_review(rnd, p_expertise, known.person_id, me.id, me.id);
  UPDATE outside_link SET expires_at = clock() + make_interval(days => p_days) WHERE assignment_id = asked RETURNING id INTO new_id;
  RETURN new_id;
END
$$;

-- As before, and what the link asked to be signed is asked no more.
CREATE OR REPLACE FUNCTION desk.revoke_outside_link(p_session text, p_link uuid) RETURNS void
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
  PERFORM require_knowing(l.page_id, me.id);
  IF l.revoked_at IS NOT NULL THEN
    PERFORM refuse('409', 'already_revoked');
  END IF;
  UPDATE outside_link SET revoked_at = clock(), revoked_by = me.id WHERE id = l.id;
  UPDATE assignment SET state = 'dismissed', responded_at = clock() WHERE id = l.assignment_id AND state IN ('invited', 'accepted', 'lapsed');
  IF FOUND THEN
    PERFORM record_audit('dismiss', me.id, l.page_id, jsonb_build_object('assignment', l.assignment_id));
  END IF;
  PERFORM record_audit('revoke_outside_link', me.id, l.page_id, jsonb_build_object('link', l.id, 'person', l.person_id));
END
$$;

-- The link behind a session, its page and what it asks for, locked in order.
-- Refuses where no signature is asked for.
CREATE FUNCTION desk.outside_signer(p_session text) RETURNS desk.assignment
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  l outside_link := outside_actor(p_session);
  a assignment;
BEGIN
  IF l.assignment_id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  a := lock_own_assignment(l.assignment_id, l.person_id);
  -- Under the lock: whoever took the link back meanwhile has taken it back.
  PERFORM outside_actor(p_session);
  RETURN a;
END
$$;

-- Why may nobody sign this by a mailed code? Refuses with the first reason.
CREATE FUNCTION desk.check_mailed_code(a desk.assignment) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  verified uuid := independent_verification((SELECT version_id FROM review_round WHERE id = a.round_id), a.reviewer_id, a.expertise);
BEGIN
  IF NOT allows_mailed_code(a.round_id) THEN
    PERFORM refuse('409', 'mailed_code_not_allowed');
  ELSIF verified IS NULL THEN
    PERFORM refuse('409', 'expert_not_verified');
  END IF;
  RETURN verified;
END
$$;

-- The verification that a code for this act rests on. Nobody is kept from taking
-- an approval back: that takes no more than the address once verified.
CREATE FUNCTION desk.code_rests_on(a desk.assignment, p_act text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  verified uuid;
BEGIN
  IF p_act IS DISTINCT FROM 'revoke_approval' THEN
    RETURN check_mailed_code(a);
  END IF;
  SELECT v.id INTO verified FROM expert_verification v JOIN person p ON p.id = v.person_id
   WHERE v.person_id = a.reviewer_id AND v.expertise = a.expertise AND lower(v.email) = lower(p.email)
   ORDER BY v.verified_at DESC, v.id LIMIT 1;
  IF verified IS NULL THEN
    PERFORM refuse('409', 'expert_not_verified');
  END IF;
  RETURN verified;
END
$$;

-- The approval that somebody signed from outside and that is their latest word;
-- refuses where there is none.
CREATE FUNCTION desk.outside_approval(a desk.assignment) RETURNS desk.decision
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  d decision;
BEGIN
  SELECT * INTO d FROM decision WHERE assignment_id = a.id ORDER BY seq DESC LIMIT 1;
  IF d.id IS NULL OR d.verdict <> 'approve' THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  RETURN d;
END
$$;

-- What the screen of an outside expert who is asked to sign has to know.
CREATE FUNCTION desk.outside_signing(p_session text)
RETURNS TABLE (assignment_id uuid, email text, refusal text, code_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  l outside_link := outside_actor(p_session);
BEGIN
  RETURN QUERY
  SELECT a.id, p.email,
         CASE WHEN NOT allows_mailed_code(a.round_id) THEN 'mailed_code_not_allowed'
              WHEN standing_verification(a.reviewer_id, a.expertise) IS NULL THEN 'expert_not_verified' END,
         (SELECT c.id FROM signing_code c WHERE c.link_id = l.id ORDER BY c.seq DESC LIMIT 1)
    FROM assignment a JOIN person p ON p.id = a.reviewer_id WHERE a.id = l.assignment_id;
END
$$;

-- Yes or no to what is asked.
CREATE FUNCTION desk.outside_answer(p_session text, p_accepts boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := outside_signer(p_session);
BEGIN
  IF p_accepts THEN
    PERFORM accept_as(a.reviewer_id, a, 'link');
  ELSE
    PERFORM decline_as(a.reviewer_id, a, '', 'link');
  END IF;
END
$$;

-- Their interests: the declaration of the year and the answer for this page in
-- one, since they have no other page. p_entries as in declare_interests.
CREATE FUNCTION desk.outside_interests(p_session text, p_level text, p_details text, p_entries jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := outside_signer(p_session);
  me person;
BEGIN
  SELECT * INTO me FROM person WHERE id = a.reviewer_id FOR NO KEY UPDATE;
  PERFORM declare_as(me, p_level = 'none', coalesce(p_details, ''), p_entries);
  PERFORM answer_as(me, (SELECT page_id FROM review_round WHERE id = a.round_id), p_level, p_details);
END
$$;

CREATE FUNCTION desk.outside_key_again(p_session text, p_sha text, p_typed jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := outside_signer(p_session);
BEGIN
  RETURN key_again_as((SELECT p FROM person p WHERE p.id = a.reviewer_id), a, p_sha, p_typed);
END
$$;

CREATE FUNCTION desk.outside_confirm_claims(p_session text, p_sha text, p_day date, p_sources jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := outside_signer(p_session);
BEGIN
  RETURN confirm_claims_as((SELECT p FROM person p WHERE p.id = a.reviewer_id), a, p_sha, p_day, p_sources);
END
$$;

-- The code ------------------------------------------------------------------------

-- Asks for a code to one's verified address, for this act on this text: either
-- verdict, or reaffirming or taking back the approval one signed. At most five an
-- hour; the newest is the one that works.
CREATE FUNCTION desk.outside_request_code(p_session text, p_sha text, p_act text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := outside_signer(p_session);
  l outside_link := outside_actor(p_session);
  verified uuid := code_rests_on(a, p_act);
  refusal text;
  new_id uuid;
BEGIN
  IF p_act IS NULL OR p_act NOT IN ('approve', 'request_changes', 'reaffirm', 'revoke_approval') THEN
    PERFORM refuse('422', 'verdict_missing');
  END IF;
  IF p_act = 'reaffirm' THEN
    PERFORM check_reaffirm(outside_approval(a), p_sha);
  ELSIF p_act = 'revoke_approval' THEN
    PERFORM check_own_approval(outside_approval(a), p_sha);
  ELSE
    -- What the form itself asks for is kept when it is signed.
    SELECT b.code INTO refusal FROM sign_blockers(a.id, p_sha) b
     WHERE b.code NOT IN ('key_again', 'claims_unconfirmed')
       AND (p_act = 'approve' OR b.code NOT IN ('step_not_reached', 'interests_missing', 'same_reviewer_again')) LIMIT 1;
    IF refusal IS NOT NULL THEN
      PERFORM refuse('409', refusal);
    END IF;
  END IF;
  IF (SELECT count(*) FROM signing_code c JOIN outside_link k ON k.id = c.link_id
       WHERE k.person_id = a.reviewer_id AND c.requested_at > clock() - interval '1 hour') >= 5 THEN
    PERFORM refuse('409', 'too_many_codes');
  END IF;
  INSERT INTO signing_code (link_id, verification_id, content_sha256, act) VALUES (l.id, verified, p_sha, p_act) RETURNING id INTO new_id;
  PERFORM queue_mail('outside_code', a.reviewer_id, l.page_id, jsonb_build_object('codeId', new_id, 'act', p_act,
    'versionNumber', (SELECT number FROM version WHERE id = l.version_id)), NULL);
  PERFORM record_audit('request_code', a.reviewer_id, l.page_id, jsonb_build_object('code', new_id, 'assignment', a.id, 'link', l.id,
    'sha256', p_sha, 'for', p_act));
  RETURN new_id;
END
$$;

-- Written by the auth role as the mail is made. What is mailed is nowhere in the
-- database. False once nothing may be signed with it.
CREATE FUNCTION desk.record_signing_code(p_code uuid, p_hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  c signing_code;
  l outside_link;
BEGIN
  SELECT * INTO c FROM signing_code WHERE id = p_code FOR UPDATE;
  SELECT * INTO l FROM outside_link WHERE id = c.link_id;
  IF c.id IS NULL OR c.confirmed_at IS NOT NULL OR c.requested_at <= clock() - interval '1 hour'
     OR l.revoked_at IS NOT NULL OR l.expires_at <= clock()
     OR NOT EXISTS (SELECT FROM expert_verification v JOIN person p ON p.id = v.person_id WHERE v.id = c.verification_id AND lower(v.email) = lower(p.email))
     OR (c.act <> 'revoke_approval' AND c.verification_id IS DISTINCT FROM
           (SELECT standing_verification(a.reviewer_id, a.expertise) FROM assignment a WHERE a.id = l.assignment_id))
     OR EXISTS (SELECT FROM signing_code n WHERE n.link_id = c.link_id AND n.seq > c.seq) THEN
    RETURN false;
  END IF;
  UPDATE signing_code SET code_hash = p_hash, mailed_at = clock(), tries = 0 WHERE id = c.id;
  RETURN true;
END
$$;

-- Tries a code: ten minutes after its mail, five tries, the newest alone. A wrong
-- one is counted, here and in the audit (how many, never which), so nothing is
-- raised and the caller is told in a word:
-- right | wrong | expired | spent | none.
CREATE FUNCTION desk.outside_try_code(p_session text, p_hash text, p_sha text, p_act text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := outside_signer(p_session);
  l outside_link := outside_actor(p_session);
  c signing_code;
BEGIN
  PERFORM code_rests_on(a, p_act);
  SELECT * INTO c FROM signing_code WHERE link_id = l.id ORDER BY seq DESC LIMIT 1 FOR UPDATE;
  IF c.id IS NULL OR c.code_hash IS NULL OR c.used_at IS NOT NULL OR (c.content_sha256, c.act) IS DISTINCT FROM (p_sha, p_act) THEN
    RETURN 'none';
  ELSIF c.mailed_at <= clock() - interval '10 minutes' THEN
    RETURN 'expired';
  ELSIF c.tries >= 5 THEN
    RETURN 'spent';
  END IF;
  IF c.code_hash IS DISTINCT FROM p_hash THEN
    UPDATE signing_code SET tries = tries + 1 WHERE id = c.id;
    PERFORM record_audit('wrong_code', a.reviewer_id, l.page_id, jsonb_build_object('code', c.id, 'assignment', a.id, 'tries', c.tries + 1));
    RETURN 'wrong';
  END IF;
  UPDATE signing_code SET confirmed_at = clock() WHERE id = c.id;
  RETURN 'right';
END
$$;

-- Uses the code that was confirmed for this act on this text, through this link,
-- within five minutes, once.
CREATE FUNCTION desk.use_code(p_link uuid, p_verified uuid, p_sha text, p_act text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  c signing_code;
BEGIN
  SELECT * INTO c FROM signing_code WHERE link_id = p_link ORDER BY seq DESC LIMIT 1 FOR UPDATE;
  IF c.confirmed_at IS NULL OR c.used_at IS NOT NULL OR (c.content_sha256, c.act, c.verification_id) IS DISTINCT FROM (p_sha, p_act, p_verified) THEN
    PERFORM refuse('403', 'grant_missing');
  ELSIF c.confirmed_at <= clock() - interval '5 minutes' THEN
    PERFORM refuse('403', 'grant_expired');
  END IF;
  UPDATE signing_code SET used_at = clock() WHERE id = c.id;
END
$$;

-- A verdict signed from outside, once a code was confirmed for it. It counts as
-- anybody's.
CREATE FUNCTION desk.outside_sign(p_session text, p_sha text, p_verdict text, p_meaning text, p_comment text,
  p_evidence_checked_to date, p_next_review_due date, p_answers jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := outside_signer(p_session);
  l outside_link := outside_actor(p_session);
  verified uuid := check_mailed_code(a);
BEGIN
  PERFORM check_decision(a, p_sha, p_verdict, p_meaning, p_comment, p_evidence_checked_to, p_next_review_due, p_answers);
  PERFORM use_code(l.id, verified, p_sha, p_verdict);
  RETURN keep_decision((SELECT p FROM person p WHERE p.id = a.reviewer_id), a, p_sha, p_verdict, p_meaning, p_comment,
    p_evidence_checked_to, p_next_review_due, p_answers, 'mailed_code');
END
$$;

-- As before, and of a code nothing but where there is no mail server to send it.
CREATE OR REPLACE FUNCTION desk.without_keys(p_text text, p_mail desk.mail, p_outcome text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT CASE
    WHEN p_mail.kind = 'review_requested'
      THEN regexp_replace(p_text, '/review-request/[A-Za-z0-9_-]{20,}', '/desk/reviews/' || coalesce(p_mail.props ->> 'assignmentId', ''), 'g')
    WHEN p_mail.kind = 'outside_code' AND p_outcome <> 'kept' THEN regexp_replace(p_text, '\m[0-9]{3} [0-9]{3}\M', '… …', 'g')
    WHEN p_outcome <> 'kept' THEN regexp_replace(p_text, '/(invitation|outside)/[A-Za-z0-9_-]{20,}', '/\1/…', 'g')
    ELSE p_text END
$$;

GRANT SELECT ON desk.expert_verification, desk.expert_verification_end TO desk_app;
GRANT EXECUTE ON FUNCTION desk.ask_outside_to_sign(text, uuid, text, integer), desk.record_signing_code(uuid, text) TO desk_auth;
GRANT EXECUTE ON FUNCTION desk.verify_expert(text, uuid, text, text), desk.end_verification(text, uuid, text), desk.allows_mailed_code(uuid),
  desk.outside_signing(text), desk.outside_answer(text, boolean), desk.outside_interests(text, text, text, jsonb),
  desk.outside_key_again(text, text, jsonb), desk.outside_confirm_claims(text, text, date, jsonb), desk.outside_request_code(text, text, text),
  desk.outside_try_code(text, text, text, text), desk.outside_sign(text, text, text, text, text, date, date, jsonb) TO desk_app;
