-- Acts on what is public: publish, schedule, withdraw, reinstate, withhold a
-- block, put up a notice, bring a date forward, archive.
SET LOCAL ROLE desk_owner;

-- The owner, the authors and those it rests on learn that a page is public,
-- whether an editor published it now or the clock did, as signed before.
CREATE FUNCTION desk.announce_publication(p_publication uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT raise_alert('published', r.person_id, p.page_id, 'published:' || p.id, jsonb_build_object('publicationId', p.id))
    FROM publication p CROSS JOIN LATERAL (
           SELECT owner_id AS person_id FROM page WHERE id = p.page_id
           UNION SELECT person_id FROM page_author WHERE page_id = p.page_id
           UNION SELECT d.person_id FROM publication_approval pa JOIN decision d ON d.id = pa.decision_id WHERE pa.publication_id = p.id) r
   WHERE p.id = p_publication AND r.person_id IS NOT NULL AND r.person_id <> p.published_by
$$;

CREATE FUNCTION desk.publish(p_session text, p_version uuid) RETURNS uuid
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
  INSERT INTO publication (page_id, version_id, content_sha256, published_by) VALUES (v.page_id, v.id, v.content_sha256, me.id)
  RETURNING id INTO new_id;
  PERFORM announce_publication(new_id);
  RETURN new_id;
END
$$;

-- Scheduling freezes a hash; at its hour the same gate runs.
CREATE FUNCTION desk.schedule_publication(p_session text, p_grant text, p_version uuid, p_sha text, p_at timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  v version;
  method text;
  new_id uuid;
  blockers jsonb;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  IF v.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = v.page_id FOR NO KEY UPDATE;
  IF v.content_sha256 IS DISTINCT FROM p_sha THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  IF p_at IS NULL OR p_at <= clock() THEN
    PERFORM refuse('422', 'schedule_past');
  END IF;
  -- One that its hour refused is still open: cancel it first.
  IF EXISTS (SELECT FROM schedule WHERE version_id = p_version AND cancelled_at IS NULL AND carried_out_at IS NULL) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  SELECT jsonb_agg(jsonb_build_object('code', b.code, 'who', b.who, 'detail', b.detail)) INTO blockers
    FROM list_blockers(p_version, NULL, NULL) b WHERE b.code <> 'confidential_until';
  IF blockers IS NOT NULL THEN
    PERFORM refuse('409', 'blocked', jsonb_build_object('blockers', blockers));
  END IF;
  method := use_grant(p_grant, p_session, me.id, 'schedule', p_sha);
  INSERT INTO schedule (page_id, version_id, content_sha256, publish_at, scheduled_by, method)
  VALUES (v.page_id, v.id, p_sha, p_at, me.id, method) RETURNING id INTO new_id;
  PERFORM record_audit('schedule', me.id, v.page_id, jsonb_build_object('schedule', new_id, 'version', v.id, 'sha256', p_sha, 'at', p_at, 'method', method));
  RETURN new_id;
END
$$;

CREATE FUNCTION desk.cancel_schedule(p_session text, p_schedule uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  s schedule;
BEGIN
  PERFORM FROM page WHERE id = (SELECT page_id FROM schedule WHERE id = p_schedule) FOR NO KEY UPDATE;
  UPDATE schedule SET cancelled_at = clock(), cancelled_by = me.id
   WHERE id = p_schedule AND cancelled_at IS NULL AND carried_out_at IS NULL RETURNING * INTO s;
  IF s.id IS NULL THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('cancel_schedule', me.id, s.page_id, jsonb_build_object('schedule', s.id));
END
$$;

-- Versions whose hour has come; the worker runs their checks, then publish_due.
CREATE FUNCTION desk.due_schedules() RETURNS TABLE (schedule_id uuid, version_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT id, version_id FROM schedule
   WHERE cancelled_at IS NULL AND carried_out_at IS NULL AND publish_at <= clock()
     AND (refused_at IS NULL OR refused_at < clock() - interval '15 minutes')
   ORDER BY publish_at LIMIT 50
$$;

-- Acts for the person whose signed schedule it carries out. Takes no actor: a
-- schedule that nobody signed does not exist. What the gate refuses stays
-- scheduled, with the reasons, and its editor is told.
CREATE FUNCTION desk.publish_due(p_schedule uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  s schedule;
  new_id uuid;
  why text;
BEGIN
  PERFORM FROM page WHERE id = (SELECT page_id FROM schedule WHERE id = p_schedule) FOR NO KEY UPDATE;
  SELECT * INTO s FROM schedule WHERE id = p_schedule AND cancelled_at IS NULL AND carried_out_at IS NULL AND publish_at <= clock();
  IF s.id IS NULL THEN
    RETURN 'gone';
  END IF;
  BEGIN
    UPDATE schedule SET carried_out_at = clock() WHERE id = s.id;
    INSERT INTO publication (page_id, version_id, content_sha256, published_by) VALUES (s.page_id, s.version_id, s.content_sha256, s.scheduled_by) RETURNING id INTO new_id;
    PERFORM announce_publication(new_id);
    SET CONSTRAINTS ALL IMMEDIATE;
    RETURN 'published';
  EXCEPTION WHEN SQLSTATE 'DK409' OR SQLSTATE 'DK403' THEN
    GET STACKED DIAGNOSTICS why = PG_EXCEPTION_DETAIL;
    UPDATE schedule SET refused_at = clock(), refused_because = why::jsonb WHERE id = s.id;
    PERFORM raise_alert('schedule_refused', s.scheduled_by, s.page_id, 'refused:' || s.id || ':' || today(), jsonb_build_object('scheduleId', s.id));
    RETURN 'refused';
  END;
END
$$;

-- Needs one editor and a reason, and is never blocked.
CREATE FUNCTION desk.withdraw(p_session text, p_page uuid, p_type text, p_is_permanent boolean, p_reason text) RETURNS void
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

-- The same hash, its approvals standing, in date, by another editor than the
-- one who withdrew it, with a reason. The gate looks at the rest.
CREATE FUNCTION desk.reinstate(p_session text, p_page uuid, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  last publication;
  gone withdrawal;
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
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
  RETURN new_id;
END
$$;

-- A fixed sentence stands where the block was. One editor, a reason, never blocked.
CREATE FUNCTION desk.withhold_block(p_session text, p_page uuid, p_block text, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  live publication;
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
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

-- Giving the block back shows approved words again: a second editor, a reason.
CREATE FUNCTION desk.return_block(p_session text, p_withheld uuid, p_reason text) RETURNS void
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

CREATE FUNCTION desk.withheld_block_ids(p_publication uuid) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  -- A correction that brought the block again with other words ends the
  -- withholding; a new publication with the same words inherits it.
  WITH RECURSIVE line AS (
    SELECT p.id, p.version_id, p.replaces_id, p.reinstates_id FROM publication p WHERE p.id = p_publication
    UNION
    SELECT p.id, p.version_id, p.replaces_id, p.reinstates_id FROM publication p JOIN line ON p.id IN (line.replaces_id, line.reinstates_id)
  )
  SELECT coalesce(array_agg(DISTINCT w.block_id), '{}')
    FROM withheld_block w JOIN line ON line.id = w.publication_id
    JOIN version wv ON wv.id = line.version_id
    JOIN publication now_live ON now_live.id = p_publication
    JOIN version nv ON nv.id = now_live.version_id
   WHERE NOT EXISTS (SELECT FROM withheld_block_return r WHERE r.withheld_block_id = w.id)
     AND block_by_id(nv.content, w.block_id) = block_by_id(wv.content, w.block_id)
  );
END
$$;

CREATE FUNCTION desk.put_up_notice(p_session text, p_page uuid, p_type text, p_reason text) RETURNS uuid
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
  IF NOT EXISTS (SELECT FROM publication WHERE page_id = p_page) THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  INSERT INTO notice (page_id, type, reason, put_up_by, put_up_on) VALUES (p_page, p_type, p_reason, me.id, today()) RETURNING id INTO new_id;
  PERFORM record_audit('put_up_notice', me.id, p_page, jsonb_build_object('notice', new_id, 'type', p_type, 'reason_sha256', content_hash(p_reason)));
  RETURN new_id;
END
$$;

CREATE FUNCTION desk.take_down_notice(p_session text, p_notice uuid, p_reason text) RETURNS void
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
  INSERT INTO notice_taken_down (notice_id, reason, taken_down_by) VALUES (n.id, p_reason, me.id) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('take_down_notice', me.id, n.page_id, jsonb_build_object('notice', n.id, 'reason_sha256', content_hash(p_reason)));
END
$$;

-- Earlier, never later, and not closer than 14 days.
CREATE FUNCTION desk.bring_date_forward(p_session text, p_page uuid, p_due date, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  live publication;
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
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

CREATE FUNCTION desk.archive_page(p_session text, p_page uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  UPDATE page SET archived_at = clock() WHERE id = p_page AND archived_at IS NULL;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  UPDATE publication SET ended_at = clock(), ended_because = 'archived' WHERE page_id = p_page AND ended_at IS NULL;
  UPDATE review_round SET closed_at = clock(), closed_because = 'taken_back' WHERE page_id = p_page AND closed_at IS NULL;
  UPDATE schedule SET cancelled_at = clock(), cancelled_by = me.id WHERE page_id = p_page AND cancelled_at IS NULL AND carried_out_at IS NULL;
  PERFORM record_audit('archive', me.id, p_page, jsonb_build_object('reason_sha256', content_hash(p_reason)));
END
$$;

CREATE FUNCTION desk.set_confidential_until(p_session text, p_page uuid, p_until date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  before date;
BEGIN
  SELECT confidential_until INTO before FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  UPDATE page SET confidential_until = p_until WHERE id = p_page;
  PERFORM record_audit('set_confidential_until', me.id, p_page, jsonb_build_object('before', before, 'until', p_until));
END
$$;
