-- Sets hold: nobody frees the set-mates of a page that they withdrew, no member
-- is scheduled without its mates, an archived page leaves its set, and a
-- confidential mate is known only to those who may know of it.
SET LOCAL ROLE desk_owner;

-- As before; of a ready mate a member that stands alone hears that they go out
-- together, and a confidential mate is never named here: a list of blockers
-- does not know who reads it.
CREATE OR REPLACE FUNCTION desk.set_blockers(v desk.version, rnd desk.review_round, p_self uuid, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  other uuid;
  theirs uuid;
  because text;
BEGIN
  IF p_reinstates IS NOT NULL OR rnd.kind = 'safety_correction' THEN
    RETURN;
  END IF;
  FOR other IN SELECT * FROM others_of_set(v.page_id) LOOP
    theirs := (SELECT n.id FROM version n JOIN review_round r ON r.version_id = n.id
                WHERE n.page_id = other AND n.line = 'main' AND r.closed_at IS NULL ORDER BY n.number DESC LIMIT 1);
    because := CASE WHEN theirs IS NOT NULL THEN 'in_review'
                    WHEN live_publication(other) IS NULL THEN coalesce(own_fall(other), 'not_live')
                    ELSE own_fall(other) END;
    CONTINUE WHEN because IS NULL;
    IF theirs IS NOT NULL AND NOT EXISTS (SELECT FROM own_blockers(theirs, NULL, NULL)) THEN
      CONTINUE WHEN p_self IS NULL;
      because := 'together';
    END IF;
    IF EXISTS (SELECT FROM page WHERE id = other AND confidential_until > today()) THEN
      RETURN QUERY SELECT 'set_incomplete', 'editor', jsonb_build_object('because', 'confidential');
    ELSE
      RETURN QUERY SELECT 'set_incomplete', 'editor', jsonb_build_object('because', because, 'page',
        (SELECT n.title FROM version n WHERE n.page_id = other ORDER BY n.number DESC LIMIT 1), 'slug', (SELECT slug FROM page WHERE id = other));
    END IF;
  END LOOP;
END
$$;

-- What a member that goes out by the clock, and so by itself, meets in its set:
-- the question of the commit, asked before.
CREATE FUNCTION desk.alone_in_set_blockers(p_version uuid) RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
DECLARE
  v version;
  rnd review_round;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  SELECT * INTO rnd FROM review_round WHERE version_id = p_version;
  IF v.id IS NOT NULL AND set_of(v.page_id) IS NOT NULL THEN
    RETURN QUERY SELECT * FROM set_blockers(v, rnd, v.id, NULL);
  END IF;
END
$$;

-- As before, and a member of a set is scheduled only where its mates are live:
-- at its hour it would be refused without them.
CREATE OR REPLACE FUNCTION desk.schedule_publication(p_session text, p_grant text, p_version uuid, p_sha text, p_at timestamptz) RETURNS uuid
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
  IF NOT may_know_of(v.page_id, me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
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
    FROM (SELECT * FROM list_blockers(p_version, NULL, NULL) l WHERE l.code NOT IN ('confidential_until', 'set_incomplete')
          UNION ALL SELECT * FROM alone_in_set_blockers(p_version)) b;
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

-- As before, and a member of a set is foretold what it meets alone.
CREATE OR REPLACE FUNCTION desk.forecast_blockers(p_schedule uuid) RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  s schedule;
  hour_on date;
BEGIN
  SELECT * INTO s FROM schedule WHERE id = p_schedule AND cancelled_at IS NULL AND carried_out_at IS NULL;
  IF s.id IS NULL THEN
    RETURN;
  END IF;
  hour_on := day_of(s.publish_at);
  RETURN QUERY
  WITH now_held AS MATERIALIZED (
    SELECT b.code, b.who, b.detail FROM list_blockers(s.version_id, NULL, NULL) b
     WHERE b.code NOT IN ('scheduled_later', 'set_incomplete')
       AND NOT (b.code = 'confidential_until' AND (SELECT confidential_until FROM page WHERE id = s.page_id) <= hour_on)
    UNION ALL
    SELECT a.code, a.who, a.detail FROM alone_in_set_blockers(s.version_id) a
  ), standing AS MATERIALIZED (
    SELECT d.*, p.name FROM standing_decisions(s.version_id) d JOIN person p ON p.id = d.person_id
     WHERE d.verdict = 'approve' AND d.revoked IS NULL
  )
  SELECT * FROM now_held
  UNION ALL
  SELECT 'approval_expired', 'reviewer', jsonb_build_object('person', x.name) FROM standing x
   WHERE x.good_until > clock() AND x.good_until <= s.publish_at
  UNION ALL
  SELECT 'interests', 'reviewer', jsonb_build_object('person', x.name, 'standing', 'declaration_expired') FROM standing x
   WHERE x.interests IN ('none', 'institutional_accepted')
     AND (SELECT i.valid_until FROM interest_declaration i WHERE i.person_id = x.person_id ORDER BY i.declared_at DESC, i.id LIMIT 1) < hour_on
  UNION ALL
  SELECT 'overdue', 'reviewer', jsonb_build_object('due', d.next_review_due)
    FROM publication_dates(s.version_id, live_publication(s.page_id), NULL, hour_on) d
   WHERE d.next_review_due < hour_on AND NOT EXISTS (SELECT FROM now_held WHERE code = 'overdue');
END
$$;

-- Acts ------------------------------------------------------------------------------

-- As before; a page that the editor may not know of is not there for them.
CREATE OR REPLACE FUNCTION desk.join_set(p_set uuid, p_page uuid, p_by uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM page WHERE id = p_page) OR NOT EXISTS (SELECT FROM page_set WHERE id = p_set)
     OR NOT may_know_of(p_page, p_by) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF EXISTS (SELECT FROM page WHERE id = p_page AND archived_at IS NOT NULL) THEN
    PERFORM refuse('409', 'archived');
  END IF;
  IF set_of(p_page) IS NOT NULL THEN
    PERFORM refuse('409', 'in_a_set');
  END IF;
  INSERT INTO page_set_member (set_id, page_id, added_by) VALUES (p_set, p_page, p_by);
  PERFORM record_audit('add_to_set', p_by, p_page, jsonb_build_object('set', p_set));
END
$$;

-- As before; a set of nothing but pages that the editor may not know of is not
-- there for them.
CREATE OR REPLACE FUNCTION desk.add_to_set(p_session text, p_set uuid, p_page uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
BEGIN
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT coalesce((SELECT bool_or(may_know_of(m.page_id, me.id)) FROM page_set_member m WHERE m.set_id = p_set AND m.removed_at IS NULL), true) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM join_set(p_set, p_page, me.id);
END
$$;

-- Taking any page out can bring the others back to readers, so whoever withdrew
-- a page of the set that is still withdrawn takes none out; as with a text that
-- comes back.
CREATE OR REPLACE FUNCTION desk.remove_from_set(p_session text, p_page uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  m page_set_member;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page OR id IN (SELECT others_of_set(p_page)) ORDER BY id FOR NO KEY UPDATE;
  IF NOT may_know_of(p_page, me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF EXISTS (SELECT FROM (SELECT p_page AS id UNION SELECT others_of_set(p_page)) each_page
               JOIN withdrawal w ON w.publication_id = latest_publication(each_page.id)
              WHERE w.withdrawn_by = me.id) THEN
    PERFORM refuse('403', 'same_editor');
  END IF;
  UPDATE page_set_member SET removed_at = clock(), removed_by = me.id, reason = p_reason WHERE page_id = p_page AND removed_at IS NULL RETURNING * INTO m;
  IF m.id IS NULL THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('remove_from_set', me.id, p_page, jsonb_build_object('set', m.set_id, 'reason_sha256', content_hash(p_reason)));
END
$$;

-- As before; whoever may not know of a member does not publish the set.
CREATE OR REPLACE FUNCTION desk.publish_set(p_session text, p_set uuid, p_versions uuid[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  going uuid[];
  v version;
  new_id uuid;
BEGIN
  PERFORM FROM page WHERE id IN (SELECT m.page_id FROM page_set_member m WHERE m.set_id = p_set AND m.removed_at IS NULL)
    ORDER BY id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM page_set_member m WHERE m.set_id = p_set AND m.removed_at IS NULL AND NOT may_know_of(m.page_id, me.id)) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  going := ARRAY(SELECT s.version_id FROM set_versions(p_set) s WHERE s.version_id IS NOT NULL ORDER BY s.page_id);
  IF cardinality(going) = 0 THEN
    PERFORM refuse('409', 'nothing_submitted');
  END IF;
  IF NOT (going @> coalesce(p_versions, '{}') AND going <@ coalesce(p_versions, '{}')) THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  -- Everybody whom the gates will hold, before the audit is held by the first.
  PERFORM FROM person WHERE id IN (
      SELECT d.person_id FROM decision d WHERE d.version_id = ANY (going)
      UNION SELECT me.id
      UNION SELECT pg.owner_id FROM version n JOIN page pg ON pg.id = n.page_id WHERE n.id = ANY (going))
    ORDER BY id FOR SHARE;
  FOR v IN SELECT * FROM version WHERE id = ANY (going) ORDER BY page_id LOOP
    INSERT INTO publication (page_id, version_id, content_sha256, published_by) VALUES (v.page_id, v.id, v.content_sha256, me.id)
    RETURNING id INTO new_id;
    PERFORM announce_publication(new_id);
  END LOOP;
  -- Here, so that whoever calls is told by this act and not by the commit.
  SET CONSTRAINTS ALL IMMEDIATE;
  PERFORM record_audit('publish_set', me.id, NULL, jsonb_build_object('set', p_set, 'versions', to_jsonb(going)));
  RETURN cardinality(going);
END
$$;

-- As before, and a page that stands leaves its set, so that its own end takes
-- no other page down. One that had fallen stays in it: archiving brings nothing
-- back to readers, taking it out does, by an editor who may.
CREATE OR REPLACE FUNCTION desk.archive_page(p_session text, p_page uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  fell text;
  left_set uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT may_know_of(p_page, me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  fell := own_fall(p_page);
  UPDATE page SET archived_at = clock() WHERE id = p_page AND archived_at IS NULL;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  UPDATE publication SET ended_at = clock(), ended_because = 'archived' WHERE page_id = p_page AND ended_at IS NULL;
  UPDATE review_round SET closed_at = clock(), closed_because = 'taken_back' WHERE page_id = p_page AND closed_at IS NULL;
  UPDATE schedule SET cancelled_at = clock(), cancelled_by = me.id WHERE page_id = p_page AND cancelled_at IS NULL AND carried_out_at IS NULL;
  IF fell IS NULL THEN
    UPDATE page_set_member SET removed_at = clock(), removed_by = me.id, reason = p_reason WHERE page_id = p_page AND removed_at IS NULL
      RETURNING set_id INTO left_set;
  END IF;
  PERFORM record_audit('archive', me.id, p_page, jsonb_build_object('reason_sha256', content_hash(p_reason)));
  IF left_set IS NOT NULL THEN
    PERFORM record_audit('remove_from_set', me.id, p_page, jsonb_build_object('set', left_set, 'reason_sha256', content_hash(p_reason)));
  END IF;
  PERFORM raise_alert('page_archived', who, p_page, 'archived:' || p_page, jsonb_build_object('by', me.name))
    FROM people_of(p_page) who WHERE who <> me.id;
END
$$;
