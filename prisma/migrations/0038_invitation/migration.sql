-- Asked once, by one mail with one link. Who does not answer lapses by itself,
-- and the next alternate is asked by itself; a colleague can be proposed.
SET LOCAL ROLE desk_owner;

-- Days ---------------------------------------------------------------------

-- The p_count-th working day after a day.
CREATE FUNCTION desk.working_days_past(p_day date, p_count integer) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  candidate date := p_day;
  counted integer := 0;
BEGIN
  WHILE counted < p_count LOOP
    candidate := candidate + 1;
    IF extract(isodow FROM candidate) <= 5 AND NOT EXISTS (SELECT FROM holiday WHERE day = candidate) THEN
      counted := counted + 1;
    END IF;
  END LOOP;
  RETURN candidate;
END
$$;

-- The day on which an unanswered request lapses: three working days past its
-- respond-by day.
CREATE FUNCTION desk.lapses_on(p_respond_by date) RETURNS date
LANGUAGE sql STABLE SET search_path = desk, pg_temp AS $$
  SELECT working_days_past(p_respond_by, 3)
$$;

-- Tables -------------------------------------------------------------------

-- The link of one request, by the hash of its token. Whoever has it may answer
-- for that request and nothing else; signing needs the person.
CREATE TABLE desk.assignment_link (
  id text PRIMARY KEY,
  assignment_id uuid NOT NULL REFERENCES desk.assignment ON DELETE RESTRICT,
  created_at timestamptz NOT NULL DEFAULT desk.clock(),
  expires_at timestamptz NOT NULL DEFAULT desk.clock() + interval '30 days',
  revoked_at timestamptz
);
CREATE INDEX assignment_link_assignment_idx ON desk.assignment_link (assignment_id);

-- Who is asked next for one expertise of a round, in order.
CREATE TABLE desk.assignment_alternate (
  round_id uuid NOT NULL,
  expertise text NOT NULL,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  position integer NOT NULL,
  named_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  named_at timestamptz NOT NULL DEFAULT desk.clock(),
  asked_at timestamptz,
  passed_over text,
  PRIMARY KEY (round_id, expertise, person_id),
  FOREIGN KEY (round_id, expertise) REFERENCES desk.round_need (round_id, expertise) ON DELETE RESTRICT,
  CHECK (num_nonnulls(asked_at, passed_over) < 2)
);
CREATE INDEX assignment_alternate_person_idx ON desk.assignment_alternate (person_id);

-- A colleague whom somebody proposed in their place; the editor decides.
CREATE TABLE desk.proposed_colleague (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  assignment_id uuid NOT NULL REFERENCES desk.assignment ON DELETE RESTRICT,
  name text NOT NULL CHECK (btrim(name) <> '' AND length(name) <= 200),
  email text NOT NULL CHECK (email ~ '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$' AND length(email) <= 254),
  note text NOT NULL DEFAULT '',
  proposed_at timestamptz NOT NULL DEFAULT desk.clock(),
  settled_at timestamptz,
  settled_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  outcome text CHECK (outcome IN ('taken_up', 'set_aside')),
  CHECK (num_nonnulls(settled_at, settled_by, outcome) IN (0, 3))
);
CREATE INDEX proposed_colleague_assignment_idx ON desk.proposed_colleague (assignment_id);

CREATE INDEX assignment_waiting_idx ON desk.assignment (respond_by) WHERE state = 'invited';
CREATE INDEX assignment_round_idx ON desk.assignment (round_id, expertise);

-- Who is released has no link any more, by whatever path they were released.
CREATE FUNCTION desk.revoke_links() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  UPDATE assignment_link SET revoked_at = clock() WHERE assignment_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER assignment_links_revoked AFTER UPDATE OF state ON desk.assignment FOR EACH ROW
  WHEN (NEW.state = 'dismissed' AND OLD.state <> 'dismissed') EXECUTE FUNCTION desk.revoke_links();

-- Asking -------------------------------------------------------------------

-- The editor of a review, or all editors when that one has left.
CREATE FUNCTION desk.tell_editor(p_kind text, p_assignment desk.assignment, p_page uuid, p_reason_key text, p_props jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF p_assignment.assigned_by IS NOT NULL AND holds(p_assignment.assigned_by, 'editor') THEN
    PERFORM raise_alert(p_kind, p_assignment.assigned_by, p_page, p_reason_key, p_props);
  ELSE
    PERFORM raise_alert_to_editors(p_kind, p_page, p_reason_key, p_props);
  END IF;
END
$$;

-- How many hold a seat of this expertise; an adjudicator sits beside them.
CREATE FUNCTION desk.seats_held(p_round uuid, p_expertise text) RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT count(*) FROM assignment WHERE round_id = p_round AND expertise = p_expertise
     AND state IN ('invited', 'accepted', 'done') AND answers_decision_id IS NULL
  );
END
$$;

-- Writes the request down and sends it. Days left alone come from the rules.
CREATE FUNCTION desk.ask_for_review(p_round desk.review_round, p_expertise text, p_reviewer uuid, p_assigned_by uuid, p_actor uuid,
  p_respond_by date DEFAULT NULL, p_review_by date DEFAULT NULL, p_answers uuid DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rules review_rules;
  new_id uuid;
BEGIN
  SELECT * INTO rules FROM review_rules WHERE id = p_round.rules_id;
  p_respond_by := coalesce(p_respond_by, today() + rules.respond_days);
  p_review_by := coalesce(p_review_by, greatest(today() + rules.review_days, p_respond_by));
  IF p_respond_by < today() OR p_review_by < p_respond_by THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  INSERT INTO assignment (round_id, expertise, reviewer_id, assigned_by, respond_by, review_by, answers_decision_id)
  VALUES (p_round.id, p_expertise, p_reviewer, p_assigned_by, p_respond_by, p_review_by, p_answers) RETURNING id INTO new_id;
  PERFORM record_audit('assign', p_actor, p_round.page_id, jsonb_build_object('assignment', new_id, 'reviewer', p_reviewer,
    'expertise', p_expertise, 'respond_by', p_respond_by, 'review_by', p_review_by));
  PERFORM raise_alert('review_requested', p_reviewer, p_round.page_id, 'requested:' || new_id, jsonb_build_object('assignmentId', new_id));
  RETURN new_id;
END
$$;

-- Asks the first alternate who can be asked, where a seat is empty. Who cannot
-- be asked is passed over, with the reason. The caller holds the page.
CREATE FUNCTION desk.ask_next_alternate(p_round uuid, p_expertise text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round;
  next assignment_alternate;
  why text;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = p_round;
  IF rnd.closed_at IS NOT NULL OR seats_held(p_round, p_expertise) >= (
       SELECT count FROM round_need WHERE round_id = p_round AND expertise = p_expertise) THEN
    RETURN NULL;
  END IF;
  FOR next IN SELECT * FROM assignment_alternate WHERE round_id = p_round AND expertise = p_expertise
      AND asked_at IS NULL AND passed_over IS NULL ORDER BY position, person_id
  LOOP
    PERFORM FROM person WHERE id = next.person_id FOR SHARE;
    SELECT code INTO why FROM assign_blockers(p_round, p_expertise, next.person_id) LIMIT 1;
    UPDATE assignment_alternate SET asked_at = CASE WHEN why IS NULL THEN clock() END, passed_over = why
     WHERE round_id = p_round AND expertise = p_expertise AND person_id = next.person_id;
    IF why IS NULL THEN
      RETURN ask_for_review(rnd, p_expertise, next.person_id, next.named_by, NULL);
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- p_answers: where reviewers disagree, the request for changes that this third
-- named reviewer is asked to adjudicate. Days left alone come from the rules.
CREATE OR REPLACE FUNCTION desk.assign(p_session text, p_round uuid, p_expertise text, p_reviewer uuid,
  p_respond_by date, p_review_by date, p_answers uuid DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  rnd review_round := lock_round(p_round);
  refusal text;
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
  RETURN ask_for_review(rnd, p_expertise, p_reviewer, me.id, me.id, p_respond_by, p_review_by, p_answers);
END
$$;

-- The alternates of one expertise, in order; those named before and not yet
-- asked are replaced. Who was asked once and is named again is asked again.
CREATE FUNCTION desk.name_alternates(p_session text, p_round uuid, p_expertise text, p_people uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  rnd review_round := lock_round(p_round);
  who uuid;
  why text;
BEGIN
  IF rnd.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF cardinality(p_people) > 10 OR cardinality(p_people) > (SELECT count(DISTINCT p) FROM unnest(p_people) p) THEN
    PERFORM refuse('422', 'duplicate_alternate');
  END IF;
  PERFORM FROM person WHERE id = ANY (p_people) ORDER BY id FOR SHARE;
  FOREACH who IN ARRAY p_people LOOP
    SELECT code INTO why FROM assign_blockers(p_round, p_expertise, who) LIMIT 1;
    IF why IS NOT NULL THEN
      PERFORM refuse(CASE WHEN why IN ('own_work', 'interests_exclude') THEN '403' ELSE '409' END, why,
        jsonb_build_object('person', (SELECT name FROM person WHERE id = who)));
    END IF;
  END LOOP;
  DELETE FROM assignment_alternate WHERE round_id = p_round AND expertise = p_expertise AND asked_at IS NULL;
  INSERT INTO assignment_alternate (round_id, expertise, person_id, position, named_by)
    SELECT p_round, p_expertise, p, n, me.id FROM unnest(p_people) WITH ORDINALITY x(p, n)
  ON CONFLICT (round_id, expertise, person_id) DO UPDATE SET position = excluded.position, named_by = excluded.named_by,
    named_at = clock(), asked_at = NULL, passed_over = NULL;
  PERFORM record_audit('name_alternates', me.id, rnd.page_id, jsonb_build_object('round', p_round, 'expertise', p_expertise,
    'people', to_jsonb(p_people)));
END
$$;

-- Answering ----------------------------------------------------------------

-- A late yes is welcome as long as nobody else was asked instead. p_by: 'link'
-- when it came by the link of the mail.
CREATE FUNCTION desk.accept_as(p_person uuid, p_assignment desk.assignment, p_by text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = p_assignment.round_id;
  IF rnd.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  IF p_assignment.state NOT IN ('invited', 'lapsed') THEN
    PERFORM refuse('409', 'not_invited');
  END IF;
  IF p_assignment.state = 'lapsed' AND seats_held(rnd.id, p_assignment.expertise) >= (
       SELECT count FROM round_need WHERE round_id = rnd.id AND expertise = p_assignment.expertise) THEN
    PERFORM refuse('409', 'seat_taken');
  END IF;
  UPDATE assignment SET state = 'accepted', responded_at = clock() WHERE id = p_assignment.id;
  PERFORM record_audit('accept', p_person, rnd.page_id, jsonb_build_object('assignment', p_assignment.id)
    || CASE WHEN p_by IS NULL THEN '{}' ELSE jsonb_build_object('by', p_by) END);
  PERFORM tell_editor('assignment_accepted', p_assignment, rnd.page_id, 'accepted:' || p_assignment.id,
    jsonb_build_object('assignmentId', p_assignment.id));
END
$$;

-- Declining needs no reason. The editor is told at once, and the next
-- alternate, where there is one, is asked at once.
CREATE FUNCTION desk.decline_as(p_person uuid, p_assignment desk.assignment, p_reason text, p_by text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  page_is uuid := (SELECT page_id FROM review_round WHERE id = p_assignment.round_id);
  next_id uuid;
BEGIN
  IF p_assignment.state NOT IN ('invited', 'accepted', 'lapsed') THEN
    PERFORM refuse('409', 'not_invited');
  END IF;
  UPDATE assignment SET state = 'declined', responded_at = clock(), decline_reason = left(coalesce(p_reason, ''), 2000)
   WHERE id = p_assignment.id;
  PERFORM record_audit('decline', p_person, page_is, jsonb_build_object('assignment', p_assignment.id,
    'reason_sha256', content_hash(coalesce(p_reason, ''))) || CASE WHEN p_by IS NULL THEN '{}' ELSE jsonb_build_object('by', p_by) END);
  IF p_assignment.answers_decision_id IS NULL THEN
    next_id := ask_next_alternate(p_assignment.round_id, p_assignment.expertise);
  END IF;
  PERFORM tell_editor('assignment_declined', p_assignment, page_is, 'declined:' || p_assignment.id,
    jsonb_build_object('assignmentId', p_assignment.id, 'nextId', next_id));
END
$$;

-- The editor gets name and address, and decides; nothing is sent to the colleague.
CREATE FUNCTION desk.propose_as(p_person uuid, p_assignment desk.assignment, p_name text, p_email text, p_note text, p_declines boolean, p_by text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round;
  new_id uuid;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = p_assignment.round_id;
  IF rnd.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  IF p_assignment.state NOT IN ('invited', 'accepted', 'lapsed', 'declined') THEN
    PERFORM refuse('409', 'not_invited');
  END IF;
  PERFORM require_text(p_name, 'name_missing', 200);
  IF p_email IS NULL OR p_email !~ '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$' OR length(p_email) > 254 THEN
    PERFORM refuse('422', 'invalid_address');
  END IF;
  IF (SELECT count(*) FROM proposed_colleague WHERE assignment_id = p_assignment.id) >= 3 OR EXISTS (
       SELECT FROM proposed_colleague WHERE assignment_id = p_assignment.id AND lower(email) = lower(p_email)) THEN
    PERFORM refuse('409', 'already_proposed');
  END IF;
  INSERT INTO proposed_colleague (assignment_id, name, email, note)
  VALUES (p_assignment.id, btrim(p_name), p_email, left(coalesce(p_note, ''), 2000)) RETURNING id INTO new_id;
  PERFORM record_audit('propose_colleague', p_person, rnd.page_id, jsonb_build_object('assignment', p_assignment.id, 'colleague', new_id)
    || CASE WHEN p_by IS NULL THEN '{}' ELSE jsonb_build_object('by', p_by) END);
  PERFORM tell_editor('colleague_proposed', p_assignment, rnd.page_id, 'proposed:' || new_id, jsonb_build_object('colleagueId', new_id));
  IF p_declines AND p_assignment.state <> 'declined' THEN
    PERFORM decline_as(p_person, p_assignment, '', p_by);
  END IF;
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.accept_assignment(p_session text, p_assignment uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  PERFORM accept_as(me.id, lock_own_assignment(p_assignment, me.id), NULL);
END
$$;

CREATE OR REPLACE FUNCTION desk.decline_assignment(p_session text, p_assignment uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  PERFORM decline_as(me.id, lock_own_assignment(p_assignment, me.id), p_reason, NULL);
END
$$;

CREATE FUNCTION desk.propose_colleague(p_session text, p_assignment uuid, p_name text, p_email text, p_note text, p_declines boolean) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  RETURN propose_as(me.id, lock_own_assignment(p_assignment, me.id), p_name, p_email, p_note, p_declines, NULL);
END
$$;

CREATE FUNCTION desk.settle_colleague(p_session text, p_colleague uuid, p_outcome text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  rnd review_round := lock_round((SELECT a.round_id FROM proposed_colleague c JOIN assignment a ON a.id = c.assignment_id WHERE c.id = p_colleague));
BEGIN
  IF rnd.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF p_outcome IS NULL OR p_outcome NOT IN ('taken_up', 'set_aside') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  UPDATE proposed_colleague SET settled_at = clock(), settled_by = me.id, outcome = p_outcome WHERE id = p_colleague AND settled_at IS NULL;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('settle_colleague', me.id, rnd.page_id, jsonb_build_object('colleague', p_colleague, 'outcome', p_outcome));
END
$$;

-- Answering by the link ------------------------------------------------------

-- Written by the auth role as the mail is made, because whoever holds the link
-- answers for that person. The token itself is nowhere in the database.
CREATE FUNCTION desk.record_assignment_link(p_assignment uuid, p_token_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  PERFORM lock_round((SELECT round_id FROM assignment WHERE id = p_assignment));
  IF NOT EXISTS (SELECT FROM assignment WHERE id = p_assignment AND state = 'invited') THEN
    PERFORM refuse('409', 'not_invited');
  END IF;
  INSERT INTO assignment_link (id, assignment_id) VALUES (p_token_hash, p_assignment);
END
$$;

-- What the holder of a link is shown of the request: no word of the text.
-- standing: open | expired | withdrawn | closed | off
CREATE FUNCTION desk.find_review_request(p_link text)
RETURNS TABLE (assignment_id uuid, reviewer_id uuid, reviewer_name text, has_joined boolean, title text, page_kind text, round_kind text,
               version_number integer, expertise text, respond_by date, review_by date, requested_by text, state text, standing text, today date)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT a.id, p.id, btrim(p.prefix || ' ' || p.name), EXISTS (SELECT FROM credential c WHERE c.person_id = p.id), v.title, pg.kind, r.kind,
         v.number, a.expertise, a.respond_by, a.review_by, coalesce(e.name, 'An editor'), a.state,
         CASE WHEN l.revoked_at IS NOT NULL OR a.state = 'dismissed' THEN 'withdrawn'
              WHEN r.closed_at IS NOT NULL THEN 'closed'
              WHEN NOT p.is_active THEN 'off'
              WHEN l.expires_at <= clock() THEN 'expired' ELSE 'open' END, today()
    FROM assignment_link l JOIN assignment a ON a.id = l.assignment_id JOIN person p ON p.id = a.reviewer_id
    JOIN review_round r ON r.id = a.round_id JOIN version v ON v.id = r.version_id JOIN page pg ON pg.id = r.page_id
    LEFT JOIN person e ON e.id = a.assigned_by
   WHERE l.id = p_link
$$;

-- The assignment that a link answers for, locked, or why it no longer does.
CREATE FUNCTION desk.lock_linked_assignment(p_link text) RETURNS desk.assignment
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  l assignment_link;
  a assignment;
BEGIN
  SELECT * INTO l FROM assignment_link WHERE id = p_link;
  IF l.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  a := lock_own_assignment(l.assignment_id, (SELECT reviewer_id FROM assignment WHERE id = l.assignment_id));
  IF a.state = 'dismissed' OR EXISTS (SELECT FROM assignment_link WHERE id = p_link AND revoked_at IS NOT NULL) THEN
    PERFORM refuse('409', 'request_withdrawn');
  END IF;
  IF NOT EXISTS (SELECT FROM person WHERE id = a.reviewer_id AND is_active) THEN
    PERFORM refuse('403', 'person_inactive');
  END IF;
  IF l.expires_at <= clock() THEN
    PERFORM refuse('409', 'link_expired');
  END IF;
  RETURN a;
END
$$;

CREATE FUNCTION desk.accept_by_link(p_link text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := lock_linked_assignment(p_link);
BEGIN
  PERFORM accept_as(a.reviewer_id, a, 'link');
END
$$;

CREATE FUNCTION desk.decline_by_link(p_link text, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := lock_linked_assignment(p_link);
BEGIN
  PERFORM decline_as(a.reviewer_id, a, p_reason, 'link');
END
$$;

CREATE FUNCTION desk.propose_by_link(p_link text, p_name text, p_email text, p_note text, p_declines boolean) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment := lock_linked_assignment(p_link);
BEGIN
  RETURN propose_as(a.reviewer_id, a, p_name, p_email, p_note, p_declines, 'link');
END
$$;

-- A link that has run out is replaced by a new mail to the same address, once
-- an hour, while the request stands.
CREATE FUNCTION desk.renew_review_request(p_link text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  request record;
BEGIN
  SELECT f.*, r.page_id INTO request FROM find_review_request(p_link) f
    JOIN assignment a ON a.id = f.assignment_id JOIN review_round r ON r.id = a.round_id;
  IF request.assignment_id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF request.standing <> 'expired' OR request.state <> 'invited' THEN
    PERFORM refuse('409', 'request_withdrawn');
  END IF;
  PERFORM queue_mail('review_requested', request.reviewer_id, request.page_id, jsonb_build_object('assignmentId', request.assignment_id),
    'renewed:' || request.assignment_id || ':' || to_char(clock(), 'YYYY-MM-DD HH24'));
END
$$;

-- Lapsing ------------------------------------------------------------------

CREATE FUNCTION desk.due_lapses() RETURNS TABLE (assignment_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT a.id FROM assignment a JOIN review_round r ON r.id = a.round_id AND r.closed_at IS NULL
   WHERE a.state = 'invited' AND a.respond_by <= today() - 3 AND lapses_on(a.respond_by) <= today()
   ORDER BY a.respond_by, a.id LIMIT 200
$$;

-- Anybody may call it for a request whose day has come; it looks for itself.
CREATE FUNCTION desk.lapse_assignment(p_assignment uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  rnd review_round := lock_round((SELECT round_id FROM assignment WHERE id = p_assignment));
  a assignment;
  next_id uuid;
BEGIN
  PERFORM FROM person WHERE id = (SELECT reviewer_id FROM assignment WHERE id = p_assignment) FOR SHARE;
  SELECT * INTO a FROM assignment WHERE id = p_assignment FOR UPDATE;
  IF a.id IS NULL OR a.state <> 'invited' OR rnd.closed_at IS NOT NULL OR lapses_on(a.respond_by) > today() THEN
    RETURN false;
  END IF;
  UPDATE assignment SET state = 'lapsed' WHERE id = a.id;
  PERFORM record_audit('lapse', NULL, rnd.page_id, jsonb_build_object('assignment', a.id, 'respond_by', a.respond_by));
  IF a.answers_decision_id IS NULL THEN
    next_id := ask_next_alternate(a.round_id, a.expertise);
  END IF;
  PERFORM tell_editor('assignment_lapsed', a, rnd.page_id, 'lapsed:' || a.id, jsonb_build_object('assignmentId', a.id, 'nextId', next_id));
  RETURN true;
END
$$;

-- Mails --------------------------------------------------------------------

-- What a mail keeps once it was tried. A link that works as a key is not kept:
-- of a request the words lead to the review, for which one signs in; of an
-- invitation they keep the key only where there is no mail server to send it.
CREATE FUNCTION desk.without_keys(p_text text, p_mail desk.mail, p_outcome text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT CASE
    WHEN p_mail.kind = 'review_requested'
      THEN regexp_replace(p_text, '/review-request/[A-Za-z0-9_-]{20,}', '/desk/reviews/' || coalesce(p_mail.props ->> 'assignmentId', ''), 'g')
    WHEN p_outcome <> 'kept' THEN regexp_replace(p_text, '/invitation/[A-Za-z0-9_-]{20,}', '/invitation/…', 'g')
    ELSE p_text END
$$;

-- p_outcome: sent | kept (no mail server: it stays in the desk's mailbox) |
-- retry (temporary) | failed (for good) | skipped (no longer meant for them).
CREATE OR REPLACE FUNCTION desk.finish_mail(p_mail uuid, p_outcome text, p_subject text, p_html text, p_plain_text text, p_error text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  m mail;
  outcome text := p_outcome;
BEGIN
  SELECT * INTO m FROM mail WHERE id = p_mail AND state = 'sending' FOR UPDATE;
  IF m.id IS NULL THEN
    RETURN;
  END IF;
  IF outcome = 'retry' AND m.attempts >= 8 THEN
    outcome := 'failed';
  END IF;
  UPDATE mail SET state = CASE outcome WHEN 'retry' THEN 'queued' ELSE outcome END,
         subject = coalesce(p_subject, subject),
         html = coalesce(without_keys(p_html, m, outcome), html), plain_text = coalesce(without_keys(p_plain_text, m, outcome), plain_text),
         props = CASE outcome WHEN 'retry' THEN props ELSE props - 'link' END,
         last_error = left(p_error, 2000), claimed_until = NULL,
         sent_at = CASE WHEN outcome IN ('sent', 'kept') THEN clock() END,
         next_attempt_at = CASE WHEN outcome = 'retry'
           THEN clock() + least(interval '6 hours', interval '30 seconds' * power(2, m.attempts)) * (0.75 + random() / 2) ELSE next_attempt_at END
   WHERE id = p_mail;
  IF outcome = 'failed' AND m.kind <> 'mail_bounced' THEN
    PERFORM raise_alert_to_editors('mail_bounced', m.page_id, 'bounced:' || m.id, jsonb_build_object('mailId', m.id));
  END IF;
END
$$;

-- Those that left before this rule.
UPDATE desk.mail SET props = props - 'link', html = desk.without_keys(html, mail, state), plain_text = desk.without_keys(plain_text, mail, state)
 WHERE kind = 'invitation_to_desk' AND state IN ('sent', 'kept', 'failed', 'skipped');

GRANT SELECT ON desk.assignment_alternate, desk.proposed_colleague TO desk_app;
GRANT EXECUTE ON FUNCTION desk.lapses_on(date), desk.working_days_past(date, integer), desk.name_alternates(text, uuid, text, uuid[]),
  desk.propose_colleague(text, uuid, text, text, text, boolean), desk.settle_colleague(text, uuid, text),
  desk.find_review_request(text), desk.accept_by_link(text), desk.decline_by_link(text, text),
  desk.propose_by_link(text, text, text, text, boolean), desk.renew_review_request(text),
  desk.due_lapses(), desk.lapse_assignment(uuid) TO desk_app;
GRANT EXECUTE ON FUNCTION desk.record_assignment_link(uuid, text) TO desk_auth;
