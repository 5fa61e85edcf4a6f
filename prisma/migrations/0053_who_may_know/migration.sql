-- Who may know of a confidential page holds in the acts too, not only on the
-- screens: an editor who was not named for it is answered as if it were not
-- there. A reviewer of such a page chooses nobody else who gets to see it.
SET LOCAL ROLE desk_owner;

-- 404 where the page is not there, or is confidential and this person is none of
-- its people. Called with the page locked, before anything else is told of it.
CREATE FUNCTION desk.require_knowing(p_page uuid, p_person uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM page WHERE id = p_page) OR NOT may_know_of(p_page, p_person) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
END
$$;

-- The doors that many acts go through -------------------------------------------------

CREATE OR REPLACE FUNCTION desk.require_writer(p_page uuid, p_person uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT (is_on_team(p_page, p_person) OR has_role(p_person, 'editor') OR has_role(p_person, 'clinical_lead')) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_knowing(p_page, p_person);
END
$$;

CREATE OR REPLACE FUNCTION desk.may_read_draft(p_draft uuid, p_person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM draft d JOIN person p ON p.id = p_person AND p.is_active
                  WHERE d.id = p_draft AND may_know_of(d.page_id, p.id)
                    AND (is_on_team(d.page_id, p.id) OR has_role(p.id, 'editor') OR has_role(p.id, 'clinical_lead')
                         OR asked_on_draft(d.id, p.id) IS NOT NULL))
  );
END
$$;

-- Acts on the page --------------------------------------------------------------------

CREATE OR REPLACE FUNCTION desk.hand_over_page(p_session text, p_page uuid, p_owner uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  before uuid;
BEGIN
  SELECT owner_id INTO before FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_knowing(p_page, me.id);
  IF me.id IS DISTINCT FROM before AND NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead')) THEN
    PERFORM refuse('403', 'not_your_page');
  END IF;
  IF NOT EXISTS (SELECT FROM person WHERE id = p_owner AND is_active) THEN
    PERFORM refuse('422', 'owner_required');
  END IF;
  UPDATE page SET owner_id = p_owner WHERE id = p_page;
  PERFORM record_audit('hand_over_page', me.id, p_page, jsonb_build_object('before', before, 'after', p_owner));
END
$$;

CREATE OR REPLACE FUNCTION desk.rename_page(p_session text, p_page uuid, p_slug text, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  pg page;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  SELECT * INTO pg FROM page WHERE id = p_page FOR UPDATE;
  IF pg.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_knowing(p_page, me.id);
  IF p_slug IS NULL OR p_slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$' OR length(p_slug) > 120 THEN
    PERFORM refuse('422', 'invalid_slug');
  END IF;
  IF EXISTS (SELECT FROM page_address WHERE slug = p_slug) THEN
    PERFORM refuse('409', 'slug_taken');
  END IF;
  BEGIN
    UPDATE page SET slug = p_slug WHERE id = pg.id;
  EXCEPTION WHEN unique_violation THEN
    PERFORM refuse('409', 'slug_taken');
  END;
  PERFORM record_audit('rename', me.id, pg.id, jsonb_build_object('from', pg.slug, 'to', p_slug, 'reason_sha256', content_hash(p_reason)));
  PERFORM raise_alert('page_renamed', who, pg.id, 'renamed:' || p_slug, jsonb_build_object('from', pg.slug, 'to', p_slug, 'by', me.name))
    FROM people_of(pg.id) who WHERE who <> me.id;
END
$$;

CREATE OR REPLACE FUNCTION desk.open_rereview(p_session text, p_page uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  live publication;
  old version;
  new_version uuid;
  next_number integer;
BEGIN
  IF NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead') OR is_on_team(p_page, me.id)) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM require_knowing(p_page, me.id);
  SELECT * INTO live FROM publication WHERE page_id = p_page AND ended_at IS NULL;
  IF live.id IS NULL THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  IF EXISTS (SELECT FROM review_round r JOIN version v ON v.id = r.version_id WHERE r.page_id = p_page AND v.line = 'main' AND r.closed_at IS NULL) THEN
    PERFORM refuse('409', 'round_open');
  END IF;
  SELECT * INTO old FROM version WHERE id = live.version_id;
  SELECT coalesce(max(number), 0) + 1 INTO next_number FROM version WHERE page_id = p_page;
  INSERT INTO version (page_id, number, line, draft_id, draft_revision, based_on_id, submitted_by, content)
    SELECT p_page, next_number, 'main', d.id, published_revision(d.id), live.id, NULL, old.content
      FROM draft d WHERE d.page_id = p_page AND d.line = 'main' AND d.closed_at IS NULL
  RETURNING id INTO new_version;
  INSERT INTO version_contributor (version_id, person_id, because)
    SELECT new_version, credited, 'credited' FROM credited_people(old.content) credited;
  PERFORM open_round(p_page, new_version, 'full_review', '{}', '', NULL, NULL);
  PERFORM record_audit('open_rereview', me.id, p_page, jsonb_build_object('version', new_version, 'number', next_number, 'sha256', old.content_sha256));
  RETURN new_version;
END
$$;

-- Publishing and taking back -----------------------------------------------------------

CREATE OR REPLACE FUNCTION desk.publish(p_session text, p_version uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  v version;
  new_id uuid;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  IF v.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = v.page_id FOR NO KEY UPDATE;
  PERFORM require_knowing(v.page_id, me.id);
  INSERT INTO publication (page_id, version_id, content_sha256, published_by) VALUES (v.page_id, v.id, v.content_sha256, me.id)
  RETURNING id INTO new_id;
  PERFORM announce_publication(new_id);
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.cancel_schedule(p_session text, p_schedule uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  s schedule;
BEGIN
  PERFORM FROM page WHERE id = (SELECT page_id FROM schedule WHERE id = p_schedule) FOR NO KEY UPDATE;
  PERFORM require_knowing(page_id, me.id) FROM schedule WHERE id = p_schedule;
  UPDATE schedule SET cancelled_at = clock(), cancelled_by = me.id
   WHERE id = p_schedule AND cancelled_at IS NULL AND carried_out_at IS NULL RETURNING * INTO s;
  IF s.id IS NULL THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('cancel_schedule', me.id, s.page_id, jsonb_build_object('schedule', s.id));
END
$$;

CREATE OR REPLACE FUNCTION desk.withdraw(p_session text, p_page uuid, p_type text, p_is_permanent boolean, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  live publication;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  IF p_type IS NULL OR p_type NOT IN ('unsafe', 'error', 'out_of_date', 'replaced', 'merged', 'legal') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM require_knowing(p_page, me.id);
  UPDATE publication SET ended_at = clock(), ended_because = 'withdrawn' WHERE page_id = p_page AND ended_at IS NULL RETURNING * INTO live;
  IF live.id IS NULL THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  INSERT INTO withdrawal (publication_id, page_id, type, is_permanent, reason, withdrawn_by, withdrawn_on)
  VALUES (live.id, p_page, p_type, coalesce(p_is_permanent, false), p_reason, me.id, today());
  PERFORM record_audit('withdraw', me.id, p_page, jsonb_build_object('publication', live.id, 'type', p_type,
    'is_permanent', coalesce(p_is_permanent, false), 'reason_sha256', content_hash(p_reason)));
  PERFORM raise_alert('withdrawn', r.person_id, p_page, 'withdrawn:' || live.id, jsonb_build_object('publicationId', live.id, 'type', p_type))
    FROM (SELECT owner_id AS person_id FROM page WHERE id = p_page
          UNION SELECT person_id FROM page_author WHERE page_id = p_page
          UNION SELECT d.person_id FROM publication_approval pa JOIN decision d ON d.id = pa.decision_id WHERE pa.publication_id = live.id) r
   WHERE r.person_id IS NOT NULL AND r.person_id <> me.id;
END
$$;

CREATE OR REPLACE FUNCTION desk.reinstate(p_session text, p_page uuid, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  last publication;
  gone withdrawal;
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM require_knowing(p_page, me.id);
  SELECT * INTO last FROM publication WHERE page_id = p_page ORDER BY published_at DESC, id LIMIT 1;
  SELECT * INTO gone FROM withdrawal WHERE publication_id = last.id;
  IF gone.publication_id IS NULL THEN
    PERFORM refuse('409', 'not_withdrawn');
  END IF;
  IF gone.is_permanent THEN
    PERFORM refuse('409', 'withdrawn_for_good');
  END IF;
  IF gone.withdrawn_by = me.id THEN
    PERFORM refuse('403', 'same_editor');
  END IF;
  INSERT INTO publication (page_id, version_id, content_sha256, published_by, reinstates_id)
  VALUES (p_page, last.version_id, last.content_sha256, me.id, last.id) RETURNING id INTO new_id;
  PERFORM record_audit('reinstate_reason', me.id, p_page, jsonb_build_object('publication', new_id, 'reason_sha256', content_hash(p_reason)));
  PERFORM raise_alert('reinstated', who, p_page, 'reinstated:' || new_id, jsonb_build_object('publicationId', new_id))
    FROM people_of(p_page) who WHERE who <> me.id;
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.withhold_block(p_session text, p_page uuid, p_block text, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  live publication;
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM require_knowing(p_page, me.id);
  SELECT * INTO live FROM publication WHERE page_id = p_page AND ended_at IS NULL;
  IF live.id IS NULL THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  IF (SELECT block_by_id(content, p_block) FROM version WHERE id = live.version_id) IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF p_block = ANY (withheld_block_ids(live.id)) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  INSERT INTO withheld_block (page_id, publication_id, block_id, reason, withheld_by) VALUES (p_page, live.id, p_block, p_reason, me.id) RETURNING id INTO new_id;
  PERFORM record_audit('withhold_block', me.id, p_page, jsonb_build_object('withheld', new_id, 'publication', live.id, 'block', p_block, 'reason_sha256', content_hash(p_reason)));
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.put_up_notice(p_session text, p_page uuid, p_type text, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  IF p_type IS NULL OR p_type NOT IN ('under_correction', 'evidence_changed', 'funding_changed', 'safety_notice') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM require_knowing(p_page, me.id);
  IF NOT EXISTS (SELECT FROM publication WHERE page_id = p_page) THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  INSERT INTO notice (page_id, type, reason, put_up_by, put_up_on) VALUES (p_page, p_type, p_reason, me.id, today()) RETURNING id INTO new_id;
  PERFORM record_audit('put_up_notice', me.id, p_page, jsonb_build_object('notice', new_id, 'type', p_type, 'reason_sha256', content_hash(p_reason)));
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.bring_date_forward(p_session text, p_page uuid, p_due date, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  live publication;
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM require_knowing(p_page, me.id);
  SELECT * INTO live FROM publication WHERE page_id = p_page AND ended_at IS NULL;
  IF live.id IS NULL THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  IF NOT (is_on_team(p_page, me.id) OR has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead')
       OR EXISTS (SELECT FROM publication_approval pa JOIN decision d ON d.id = pa.decision_id WHERE pa.publication_id = live.id AND d.person_id = me.id)) THEN
    PERFORM refuse('403', 'not_your_page');
  END IF;
  IF p_due IS NULL OR p_due < today() + 14 OR p_due >= effective_due(live.id) THEN
    PERFORM refuse('422', 'day_out_of_range', jsonb_build_object('earliest', today() + 14, 'before', effective_due(live.id)));
  END IF;
  INSERT INTO due_brought_forward (publication_id, due_on, brought_by, reason) VALUES (live.id, p_due, me.id, p_reason) RETURNING id INTO new_id;
  PERFORM record_audit('bring_date_forward', me.id, p_page, jsonb_build_object('publication', live.id, 'due', p_due, 'reason_sha256', content_hash(p_reason)));
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.return_block(p_session text, p_withheld uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  w withheld_block;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  SELECT * INTO w FROM withheld_block WHERE id = p_withheld;
  IF w.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = w.page_id FOR NO KEY UPDATE;
  PERFORM require_knowing(w.page_id, me.id);
  IF w.withheld_by = me.id THEN
    PERFORM refuse('403', 'same_editor');
  END IF;
  IF EXISTS (SELECT FROM withheld_block_return WHERE withheld_block_id = w.id) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  INSERT INTO withheld_block_return (withheld_block_id, reason, returned_by) VALUES (w.id, p_reason, me.id);
  PERFORM record_audit('return_block', me.id, w.page_id, jsonb_build_object('withheld', w.id, 'reason_sha256', content_hash(p_reason)));
END
$$;

CREATE OR REPLACE FUNCTION desk.take_down_notice(p_session text, p_notice uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  n notice;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  SELECT * INTO n FROM notice WHERE id = p_notice;
  IF n.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = n.page_id FOR NO KEY UPDATE;
  PERFORM require_knowing(n.page_id, me.id);
  INSERT INTO notice_taken_down (notice_id, reason, taken_down_by) VALUES (n.id, p_reason, me.id) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('take_down_notice', me.id, n.page_id, jsonb_build_object('notice', n.id, 'reason_sha256', content_hash(p_reason)));
END
$$;

CREATE OR REPLACE FUNCTION desk.rule_on_interests(p_session text, p_answer uuid, p_is_accepted boolean, p_public_reason text) RETURNS void
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
  PERFORM require_knowing(answer.page_id, me.id);
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

-- Reviews and comments -----------------------------------------------------------------

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
  PERFORM require_knowing(rnd.page_id, me.id);
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

CREATE OR REPLACE FUNCTION desk.name_alternates(p_session text, p_round uuid, p_expertise text, p_people uuid[]) RETURNS void
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
  PERFORM require_knowing(rnd.page_id, me.id);
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

CREATE OR REPLACE FUNCTION desk.settle_colleague(p_session text, p_colleague uuid, p_outcome text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  rnd review_round := lock_round((SELECT a.round_id FROM proposed_colleague c JOIN assignment a ON a.id = c.assignment_id WHERE c.id = p_colleague));
BEGIN
  IF rnd.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_knowing(rnd.page_id, me.id);
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

CREATE OR REPLACE FUNCTION desk.dismiss_assignment(p_session text, p_assignment uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  rnd review_round := lock_round((SELECT round_id FROM assignment WHERE id = p_assignment));
BEGIN
  PERFORM require_knowing(rnd.page_id, me.id);
  UPDATE assignment SET state = 'dismissed', responded_at = clock() WHERE id = p_assignment AND state IN ('invited', 'accepted', 'lapsed');
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('dismiss', me.id, rnd.page_id, jsonb_build_object('assignment', p_assignment));
END
$$;

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
  PERFORM record_audit('remind', me.id, page_of, jsonb_build_object('assignment', a.id, 'reviewer', a.reviewer_id, 'reminder', new_id));
  PERFORM raise_alert('review_reminder', a.reviewer_id, page_of, 'reminder:' || new_id,
    jsonb_build_object('assignmentId', a.id, 'remindedBy', me.name));
  RETURN new_id;
END
$$;

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
  PERFORM record_audit('extend_review_by', me.id, page_of, jsonb_build_object('assignment', a.id, 'reviewer', a.reviewer_id,
    'before', a.review_by, 'review_by', p_review_by, 'reason_sha256', content_hash(p_reason)));
  PERFORM raise_alert('review_by_extended', a.reviewer_id, page_of, 'extended:' || new_id, jsonb_build_object('assignmentId', a.id, 'extensionId', new_id));
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.set_aside_finding(p_session text, p_finding uuid, p_reason text) RETURNS uuid
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
  PERFORM require_knowing(v.page_id, me.id);
  PERFORM FROM person WHERE id = me.id FOR SHARE;
  IF NOT EXISTS (SELECT FROM settable_rule WHERE rule_prefix = regexp_replace(f.rule, '[0-9]+$', '')) THEN
    PERFORM refuse('403', 'never_set_aside');
  END IF;
  SELECT s.expertise INTO as_expert FROM settable_rule s
   WHERE s.rule_prefix = regexp_replace(f.rule, '[0-9]+$', '') AND holds(me.id, s.expertise) ORDER BY s.expertise LIMIT 1;
  IF as_expert IS NULL THEN
    PERFORM refuse('403', 'lacks_expertise');
  END IF;
  IF has_words_in(v.id, me.id) THEN
    PERFORM refuse('403', 'own_work');
  END IF;
  INSERT INTO finding_set_aside (page_id, version_id, rule, excerpt, covers_sha256, set_aside_by, expertise, reason)
  VALUES (v.page_id, v.id, f.rule, f.excerpt, f.covers_sha256, me.id, as_expert, p_reason) RETURNING id INTO new_id;
  PERFORM record_audit('set_aside_finding', me.id, v.page_id, jsonb_build_object('set_aside', new_id, 'rule', f.rule,
    'covers_sha256', f.covers_sha256, 'expertise', as_expert, 'reason_sha256', content_hash(p_reason)));
  RETURN new_id;
END
$$;

CREATE OR REPLACE FUNCTION desk.raise_comment(p_session text, p_version uuid, p_kind text, p_block text, p_quotation text, p_body text,
  p_start integer DEFAULT NULL, p_end integer DEFAULT NULL, p_prefix text DEFAULT '', p_suffix text DEFAULT '', p_mentions uuid[] DEFAULT '{}') RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  v version;
  asked text;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  SELECT a.expertise INTO asked FROM assignment a JOIN review_round r ON r.id = a.round_id
   WHERE r.version_id = p_version AND a.reviewer_id = me.id AND a.state IN ('invited', 'accepted', 'done') LIMIT 1;
  IF v.id IS NULL OR NOT may_know_of(v.page_id, me.id) OR (asked IS NULL AND NOT is_on_team(v.page_id, me.id) AND NOT has_role(me.id, 'editor') AND NOT has_role(me.id, 'clinical_lead')) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  RETURN insert_comment(me, v.page_id, v.id, NULL, NULL, asked, p_kind, p_block, p_quotation, p_body, p_start, p_end, p_prefix, p_suffix, p_mentions);
END
$$;

CREATE OR REPLACE FUNCTION desk.close_comment(p_session text, p_comment uuid, p_reason text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  c comment;
  latest uuid;
  now_open integer;
  capacity text;
BEGIN
  SELECT * INTO c FROM comment WHERE id = p_comment;
  IF c.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = c.page_id FOR NO KEY UPDATE;
  PERFORM require_knowing(c.page_id, me.id);
  PERFORM FROM person WHERE id = me.id FOR SHARE;
  IF is_comment_closed(c.id) THEN
    PERFORM refuse('409', 'already_closed');
  END IF;
  now_open := opening_of(c.id);
  SELECT n.id INTO latest FROM version n WHERE n.draft_id = draft_of_comment(c) ORDER BY n.number DESC LIMIT 1;
  capacity := CASE
    WHEN c.raised_by = me.id THEN 'raiser'
    WHEN c.kind <> 'must_fix' AND is_on_team(c.page_id, me.id) THEN 'team'
    WHEN has_words_in(c.version_id, me.id) OR has_words_in(latest, me.id) THEN NULL
    WHEN c.draft_id IS NOT NULL AND is_own_draft(c.draft_id, me.id, c.draft_revision) THEN NULL
    WHEN c.expertise IS NOT NULL AND c.expertise NOT IN ('editor', 'colleague') AND holds(me.id, c.expertise) THEN 'expertise'
    WHEN holds(me.id, 'editor') THEN 'editor' END;
  IF capacity IS NULL THEN
    PERFORM refuse('403', 'forbidden');
  END IF;
  IF capacity <> 'raiser' THEN
    PERFORM require_text(p_reason, 'reason_missing');
  END IF;
  INSERT INTO comment_closing (comment_id, closed_by, capacity, reason, opening)
  VALUES (c.id, me.id, capacity, left(coalesce(p_reason, ''), 5000), now_open) ON CONFLICT DO NOTHING;
  PERFORM record_audit('close_comment', me.id, c.page_id, jsonb_build_object('comment', c.id, 'capacity', capacity,
    'reason_sha256', content_hash(coalesce(p_reason, ''))));
  PERFORM raise_alert('comment_closed', c.raised_by, c.page_id,
      concat_ws(':', 'closed', c.id, me.id, nullif(now_open, 0)), jsonb_build_object('commentId', c.id))
    WHERE c.raised_by <> me.id;
  RETURN is_comment_closed(c.id);
END
$$;

CREATE OR REPLACE FUNCTION desk.record_look(p_session text, p_version uuid, p_draft uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  v version;
  d draft;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  SELECT * INTO d FROM draft WHERE id = coalesce(p_draft, v.draft_id);
  IF num_nonnulls(p_version, p_draft) <> 1 OR d.id IS NULL OR NOT may_know_of(d.page_id, me.id) OR NOT (
       may_read_draft(d.id, me.id) OR has_role(me.id, 'admin')
       OR EXISTS (SELECT FROM assignment a JOIN review_round r ON r.id = a.round_id WHERE r.version_id = v.id AND a.reviewer_id = me.id)) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF v.id IS NOT NULL THEN
    INSERT INTO look (person_id, page_id, version_id) VALUES (me.id, v.page_id, v.id)
      ON CONFLICT (person_id, version_id) DO UPDATE SET looked_at = clock();
  ELSE
    INSERT INTO look (person_id, page_id, draft_id, draft_revision, content) VALUES (me.id, d.page_id, d.id, d.revision, d.content)
      ON CONFLICT (person_id, draft_id, draft_revision) DO UPDATE SET looked_at = clock();
    DELETE FROM look WHERE person_id = me.id AND draft_id = d.id AND id NOT IN (
      SELECT id FROM look WHERE person_id = me.id AND draft_id = d.id ORDER BY looked_at DESC, id LIMIT 3);
  END IF;
END
$$;

-- Who stands in for a reviewer --------------------------------------------------------------

-- A confidential page goes by itself only to somebody who knows of it already,
-- or whom one of its editors named as an alternate: no reviewer chooses who else
-- gets to see it.
CREATE FUNCTION desk.may_be_shown(p_round uuid, p_expertise text, p_person uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
DECLARE
  page_of uuid := (SELECT page_id FROM review_round WHERE id = p_round);
BEGIN
  RETURN may_know_of(page_of, p_person)
      OR EXISTS (SELECT FROM assignment_alternate n WHERE n.round_id = p_round AND n.expertise = p_expertise
                    AND n.person_id = p_person AND may_know_of(page_of, n.named_by));
END
$$;

CREATE OR REPLACE FUNCTION desk.may_deputise(p_round uuid, p_expertise text, p_deputy uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN p_deputy IS NOT NULL AND absence_today(p_deputy) IS NULL
     AND NOT EXISTS (SELECT FROM seat_blockers(p_round, p_expertise, p_deputy))
     AND EXISTS (SELECT FROM interest_declaration WHERE person_id = p_deputy AND valid_until >= today())
     AND may_be_shown(p_round, p_expertise, p_deputy);
END
$$;

CREATE OR REPLACE FUNCTION desk.ask_next_alternate(p_round uuid, p_expertise text) RETURNS uuid
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
    IF why IS NULL AND NOT may_be_shown(p_round, p_expertise, next.person_id) THEN
      why := 'confidential_until';
    END IF;
    UPDATE assignment_alternate SET asked_at = CASE WHEN why IS NULL THEN clock() END, passed_over = why
     WHERE round_id = p_round AND expertise = p_expertise AND person_id = next.person_id;
    IF why IS NULL THEN
      RETURN ask_for_review(rnd, p_expertise, next.person_id, next.named_by, NULL);
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- Whoever asked is told, while they edit and may know of the page; or else all
-- editors are.

CREATE OR REPLACE FUNCTION desk.tell_editor(p_kind text, p_assignment desk.assignment, p_page uuid, p_reason_key text, p_props jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF p_assignment.assigned_by IS NOT NULL AND holds(p_assignment.assigned_by, 'editor')
     AND may_know_of(p_page, p_assignment.assigned_by) THEN
    PERFORM raise_alert(p_kind, p_assignment.assigned_by, p_page, p_reason_key, p_props);
  ELSE
    PERFORM raise_alert_to_editors(p_kind, p_page, p_reason_key, p_props);
  END IF;
END
$$;

-- What a refusal and a link say of a page ---------------------------------------------------

-- The title, only while the request stands open and its reviewer may know of the page.

CREATE OR REPLACE FUNCTION desk.find_review_request(p_link text)
RETURNS TABLE (assignment_id uuid, reviewer_id uuid, reviewer_name text, has_joined boolean, title text, page_kind text, round_kind text,
               version_number integer, expertise text, respond_by date, review_by date, requested_by text, state text, standing text, today date)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT a.id, p.id, btrim(p.prefix || ' ' || p.name), EXISTS (SELECT FROM credential c WHERE c.person_id = p.id),
         CASE WHEN l.revoked_at IS NULL AND a.state <> 'dismissed' AND r.closed_at IS NULL AND p.is_active AND l.expires_at > clock()
                   AND may_know_of(pg.id, p.id) THEN v.title END, pg.kind, r.kind,
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
