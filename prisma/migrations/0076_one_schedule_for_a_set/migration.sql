-- A set of pages is scheduled once and carried out whole, and whoever is told of
-- it is told once: not of its page, its leaflet and its translation one by one.
SET LOCAL ROLE desk_owner;

-- What an editor signed for a set: the texts by one hash over theirs, the hour.
CREATE TABLE desk.set_schedule (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  set_id uuid NOT NULL REFERENCES desk.page_set ON DELETE RESTRICT,
  content_sha256 text NOT NULL,
  publish_at timestamptz NOT NULL,
  scheduled_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  method text NOT NULL,
  scheduled_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX set_schedule_set_idx ON desk.set_schedule (set_id);
SELECT desk.make_immutable('desk.set_schedule');

-- Each page of it keeps a row of its own, so that every list shows it there.
ALTER TABLE desk.schedule ADD COLUMN set_schedule_id uuid REFERENCES desk.set_schedule ON DELETE RESTRICT;
CREATE INDEX schedule_set_idx ON desk.schedule (set_schedule_id) WHERE set_schedule_id IS NOT NULL;

-- One hash over the texts that would go out with a set, in the order of its pages.
CREATE FUNCTION desk.set_hash(p_set uuid) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT content_hash(string_agg(v.content_sha256, ' ' ORDER BY s.page_id))
    FROM set_versions(p_set) s JOIN version v ON v.id = s.version_id
  );
END
$$;

-- A schedule with those that were signed together with it; alone, itself.
CREATE FUNCTION desk.scheduled_together(p_schedule uuid) RETURNS SETOF desk.schedule
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT o.* FROM schedule s JOIN schedule o ON o.id = s.id OR o.set_schedule_id = s.set_schedule_id
     WHERE s.id = p_schedule ORDER BY o.page_id;
END
$$;

-- What the pages of a set that are not among p_going have against it: each has
-- to be live, standing and not in review.
CREATE FUNCTION desk.left_behind(p_set uuid, p_going uuid[]) RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT 'set_incomplete', 'editor', CASE WHEN pg.confidential_until > today() THEN jsonb_build_object('because', 'confidential')
           ELSE jsonb_build_object('because', x.because, 'slug', pg.slug, 'page',
             (SELECT n.title FROM version n WHERE n.page_id = pg.id ORDER BY n.number DESC LIMIT 1)) END
      FROM set_versions(p_set) s JOIN page pg ON pg.id = s.page_id
     CROSS JOIN LATERAL (SELECT CASE WHEN s.version_id IS NOT NULL THEN 'in_review'
       WHEN live_publication(s.page_id) IS NULL THEN coalesce(own_fall(s.page_id), 'not_live') ELSE own_fall(s.page_id) END AS because) x
     WHERE s.page_id <> ALL (p_going) AND x.because IS NOT NULL ORDER BY s.page_id;
END
$$;

-- Acts ------------------------------------------------------------------------------

-- Signs that all of a set that is in review goes out at one hour. p_sha: the hash
-- over the texts that the editor saw.
CREATE FUNCTION desk.schedule_set(p_session text, p_grant text, p_set uuid, p_sha text, p_at timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  going uuid[];
  confirmed text;
  new_id uuid;
  blockers jsonb;
BEGIN
  PERFORM FROM page WHERE id IN (SELECT m.page_id FROM page_set_member m WHERE m.set_id = p_set AND m.removed_at IS NULL)
    ORDER BY id FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM page_set WHERE id = p_set)
     OR EXISTS (SELECT FROM page_set_member m WHERE m.set_id = p_set AND m.removed_at IS NULL AND NOT may_know_of(m.page_id, me.id)) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  going := ARRAY(SELECT s.version_id FROM set_versions(p_set) s WHERE s.version_id IS NOT NULL ORDER BY s.page_id);
  IF cardinality(going) = 0 THEN
    PERFORM refuse('409', 'nothing_submitted');
  END IF;
  IF set_hash(p_set) IS DISTINCT FROM p_sha THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  IF p_at IS NULL OR p_at <= clock() THEN
    PERFORM refuse('422', 'schedule_past');
  END IF;
  -- One that its hour refused is still open: cancel it first.
  IF EXISTS (SELECT FROM schedule WHERE version_id = ANY (going) AND cancelled_at IS NULL AND carried_out_at IS NULL) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  SELECT jsonb_agg(jsonb_build_object('code', b.code, 'who', b.who, 'detail', b.detail)) INTO blockers
    FROM (SELECT DISTINCT l.code, l.who, l.detail FROM unnest(going) g CROSS JOIN LATERAL own_blockers(g, NULL, NULL) l WHERE l.code <> 'confidential_until'
          UNION ALL SELECT * FROM left_behind(p_set, ARRAY(SELECT page_id FROM version WHERE id = ANY (going)))) b;
  IF blockers IS NOT NULL THEN
    PERFORM refuse('409', 'blocked', jsonb_build_object('blockers', blockers));
  END IF;
  confirmed := use_grant(p_grant, p_session, me.id, 'schedule', p_sha);
  INSERT INTO set_schedule (set_id, content_sha256, publish_at, scheduled_by, method) VALUES (p_set, p_sha, p_at, me.id, confirmed) RETURNING id INTO new_id;
  INSERT INTO schedule (page_id, version_id, content_sha256, publish_at, scheduled_by, method, set_schedule_id)
    SELECT v.page_id, v.id, v.content_sha256, p_at, me.id, confirmed, new_id FROM version v WHERE v.id = ANY (going) ORDER BY v.page_id;
  PERFORM record_audit('schedule', me.id, s.page_id, jsonb_build_object('schedule', s.id, 'set_schedule', new_id, 'version', s.version_id,
    'sha256', s.content_sha256, 'at', p_at, 'method', confirmed)) FROM schedule s WHERE s.set_schedule_id = new_id ORDER BY s.page_id;
  RETURN new_id;
END
$$;

-- As before, and what was signed for a set is cancelled whole.
CREATE OR REPLACE FUNCTION desk.cancel_schedule(p_session text, p_schedule uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  gone uuid[];
BEGIN
  PERFORM FROM page WHERE id IN (SELECT page_id FROM scheduled_together(p_schedule)) ORDER BY id FOR NO KEY UPDATE;
  PERFORM require_knowing(page_id, me.id) FROM schedule WHERE id = p_schedule;
  IF NOT EXISTS (SELECT FROM schedule WHERE id = p_schedule AND cancelled_at IS NULL AND carried_out_at IS NULL) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  WITH cancelled AS (
    UPDATE schedule SET cancelled_at = clock(), cancelled_by = me.id
     WHERE id IN (SELECT id FROM scheduled_together(p_schedule)) AND cancelled_at IS NULL AND carried_out_at IS NULL RETURNING id)
  SELECT array_agg(id) INTO gone FROM cancelled;
  PERFORM record_audit('cancel_schedule', me.id, s.page_id, jsonb_build_object('schedule', s.id))
    FROM schedule s WHERE s.id = ANY (gone) ORDER BY s.page_id;
END
$$;

-- Tells everybody once of what went out in one act, about the page that they are
-- nearest to: their own, then the first by its address.
CREATE FUNCTION desk.announce_publications(p_publications uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  first_one uuid := p_publications[1];
BEGIN
  IF cardinality(p_publications) = 1 THEN
    PERFORM announce_publication(first_one);
    RETURN;
  END IF;
  PERFORM raise_alert('published', t.person_id, t.page_id, 'published_together:' || first_one,
      jsonb_build_object('publicationId', t.publication_id, 'together', to_jsonb(p_publications)))
    FROM (SELECT DISTINCT ON (r.person_id) r.person_id, p.page_id, p.id AS publication_id
            FROM publication p JOIN page pg ON pg.id = p.page_id CROSS JOIN LATERAL (
                   SELECT pg.owner_id AS person_id, 0 AS place
                   UNION ALL SELECT person_id, 1 FROM page_author WHERE page_id = p.page_id
                   UNION ALL SELECT d.person_id, 2 FROM publication_approval pa JOIN decision d ON d.id = pa.decision_id WHERE pa.publication_id = p.id) r
           WHERE p.id = ANY (p_publications) AND r.person_id IS NOT NULL AND r.person_id <> p.published_by
           ORDER BY r.person_id, r.place, pg.slug) t;
END
$$;

-- As before, and everybody is told once.
CREATE OR REPLACE FUNCTION desk.publish_set(p_session text, p_set uuid, p_versions uuid[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  going uuid[];
  published uuid[] := '{}';
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
  PERFORM lock_people_of(going, me.id);
  FOR v IN SELECT * FROM version WHERE id = ANY (going) ORDER BY page_id LOOP
    INSERT INTO publication (page_id, version_id, content_sha256, published_by) VALUES (v.page_id, v.id, v.content_sha256, me.id)
    RETURNING id INTO new_id;
    published := published || new_id;
  END LOOP;
  PERFORM announce_publications(published);
  -- Here, so that whoever calls is told by this act and not by the commit.
  SET CONSTRAINTS ALL IMMEDIATE;
  PERFORM record_audit('publish_set', me.id, NULL, jsonb_build_object('set', p_set, 'versions', to_jsonb(going)));
  RETURN cardinality(going);
END
$$;

-- Everybody whom the gates of these versions will hold, before the audit is held
-- by the first of them.
CREATE FUNCTION desk.lock_people_of(p_versions uuid[], p_by uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  PERFORM FROM person WHERE id IN (
      SELECT d.person_id FROM decision d WHERE d.version_id = ANY (p_versions)
      UNION SELECT p_by
      UNION SELECT pg.owner_id FROM version n JOIN page pg ON pg.id = n.page_id WHERE n.id = ANY (p_versions))
    ORDER BY id FOR SHARE;
END
$$;

-- At its hour --------------------------------------------------------------------------

-- As before; of a set one row stands for all.
CREATE OR REPLACE FUNCTION desk.due_schedules() RETURNS TABLE (schedule_id uuid, version_id uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT id, version_id FROM (
    SELECT DISTINCT ON (coalesce(set_schedule_id, id)) id, version_id, publish_at FROM schedule
     WHERE cancelled_at IS NULL AND carried_out_at IS NULL AND publish_at <= clock()
       AND (refused_at IS NULL OR refused_at < clock() - interval '15 minutes')
     ORDER BY coalesce(set_schedule_id, id), page_id) due
   ORDER BY publish_at, id LIMIT 50
$$;

-- As before, and what was signed for a set goes out whole or not at all: one page
-- of it that was cancelled, or has gone out since, keeps the others back.
CREATE OR REPLACE FUNCTION desk.publish_due(p_schedule uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  s schedule;
  one schedule;
  new_id uuid;
  published uuid[] := '{}';
  why text;
BEGIN
  PERFORM FROM page WHERE id IN (SELECT page_id FROM scheduled_together(p_schedule)) ORDER BY id FOR NO KEY UPDATE;
  SELECT * INTO s FROM schedule WHERE id = p_schedule AND cancelled_at IS NULL AND carried_out_at IS NULL AND publish_at <= clock();
  IF s.id IS NULL THEN
    RETURN 'gone';
  END IF;
  BEGIN
    IF EXISTS (SELECT FROM broken_off(s.id)) THEN
      PERFORM refuse('409', 'blocked', jsonb_build_object('blockers',
        (SELECT jsonb_agg(jsonb_build_object('code', b.code, 'who', b.who, 'detail', b.detail)) FROM broken_off(s.id) b)));
    END IF;
    IF s.set_schedule_id IS NOT NULL THEN
      PERFORM lock_people_of(ARRAY(SELECT version_id FROM scheduled_together(s.id)), s.scheduled_by);
    END IF;
    FOR one IN SELECT * FROM scheduled_together(s.id) LOOP
      UPDATE schedule SET carried_out_at = clock() WHERE id = one.id;
      INSERT INTO publication (page_id, version_id, content_sha256, published_by)
      VALUES (one.page_id, one.version_id, one.content_sha256, one.scheduled_by) RETURNING id INTO new_id;
      published := published || new_id;
    END LOOP;
    PERFORM announce_publications(published);
    SET CONSTRAINTS ALL IMMEDIATE;
    RETURN 'published';
  EXCEPTION WHEN SQLSTATE 'DK409' OR SQLSTATE 'DK403' THEN
    GET STACKED DIAGNOSTICS why = PG_EXCEPTION_DETAIL;
    UPDATE schedule SET refused_at = clock(), refused_because = why::jsonb
     WHERE id IN (SELECT id FROM scheduled_together(s.id)) AND cancelled_at IS NULL AND carried_out_at IS NULL;
    PERFORM raise_alert('schedule_refused', s.scheduled_by, s.page_id, 'refused:' || coalesce(s.set_schedule_id, s.id) || ':' || today(),
      jsonb_build_object('scheduleId', s.id));
    RETURN 'refused';
  END;
END
$$;

-- The pages of a set's schedule that no longer go out with it.
CREATE FUNCTION desk.broken_off(p_schedule uuid) RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT 'set_incomplete', 'editor', CASE WHEN pg.confidential_until > today() THEN jsonb_build_object('because', 'confidential')
           ELSE jsonb_build_object('because', 'unscheduled', 'slug', pg.slug, 'page', v.title) END
      FROM scheduled_together(p_schedule) t JOIN page pg ON pg.id = t.page_id JOIN version v ON v.id = t.version_id
     WHERE t.cancelled_at IS NOT NULL OR t.carried_out_at IS NOT NULL;
END
$$;

-- Before it ----------------------------------------------------------------------------

-- What the gate would say of one page at the hour of its schedule, whatever the
-- set that it stands in.
CREATE FUNCTION desk.own_forecast(s desk.schedule) RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  hour_on date := day_of(s.publish_at);
BEGIN
  RETURN QUERY
  WITH now_held AS MATERIALIZED (
    SELECT b.code, b.who, b.detail FROM own_blockers(s.version_id, NULL, NULL) b
     WHERE b.code <> 'scheduled_later'
       AND NOT (b.code = 'confidential_until' AND (SELECT confidential_until FROM page WHERE id = s.page_id) <= hour_on)
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
   WHERE is_overdue(d.next_review_due, hour_on) AND NOT EXISTS (SELECT FROM now_held WHERE code = 'overdue');
END
$$;

-- As before; of what was signed for a set, what keeps any page of it back.
CREATE OR REPLACE FUNCTION desk.forecast_blockers(p_schedule uuid) RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  s schedule;
BEGIN
  SELECT * INTO s FROM schedule WHERE id = p_schedule AND cancelled_at IS NULL AND carried_out_at IS NULL;
  IF s.id IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT * FROM own_forecast(s);
  IF s.set_schedule_id IS NULL THEN
    RETURN QUERY SELECT * FROM alone_in_set_blockers(s.version_id);
    RETURN;
  END IF;
  RETURN QUERY SELECT * FROM broken_off(s.id);
  RETURN QUERY
    SELECT 'set_incomplete', 'editor', CASE WHEN pg.confidential_until > day_of(s.publish_at) THEN jsonb_build_object('because', 'confidential')
           ELSE jsonb_build_object('because', 'not_ready', 'slug', pg.slug, 'page', v.title) END
      FROM scheduled_together(s.id) t JOIN page pg ON pg.id = t.page_id JOIN version v ON v.id = t.version_id
     WHERE t.id <> s.id AND t.cancelled_at IS NULL AND t.carried_out_at IS NULL
       AND EXISTS (SELECT FROM own_forecast((SELECT x FROM schedule x WHERE x.id = t.id)));
  RETURN QUERY SELECT * FROM left_behind(set_of(s.page_id), ARRAY(SELECT t.page_id FROM scheduled_together(s.id) t));
END
$$;

-- As before; whoever is told of a set is told of it once.
CREATE OR REPLACE FUNCTION desk.rehearse(p_schedule uuid, p_step text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  s schedule;
  reasons jsonb;
BEGIN
  PERFORM FROM page WHERE id = (SELECT page_id FROM schedule WHERE id = p_schedule) FOR NO KEY UPDATE;
  SELECT * INTO s FROM schedule WHERE id = p_schedule AND cancelled_at IS NULL AND carried_out_at IS NULL AND publish_at > clock();
  IF s.id IS NULL OR p_step IS NULL OR p_step NOT IN ('7 days', '24 hours', '1 hour') OR clock() < s.publish_at - p_step::interval
     OR EXISTS (SELECT FROM rehearsal WHERE schedule_id = p_schedule AND step = p_step) THEN
    RETURN NULL;
  END IF;
  SELECT coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'who', b.who, 'detail', b.detail)), '[]') INTO reasons FROM forecast_blockers(s.id) b;
  INSERT INTO rehearsal (schedule_id, step, blockers) VALUES (s.id, p_step, reasons) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF jsonb_array_length(reasons) > 0 THEN
    PERFORM raise_alert('rehearsal_refused', who, s.page_id, 'rehearsal:' || coalesce(s.set_schedule_id, s.id) || ':' || p_step,
      jsonb_build_object('scheduleId', s.id, 'step', p_step))
      FROM (SELECT s.scheduled_by AS who UNION SELECT owner_id FROM page WHERE id = s.page_id) told;
  END IF;
  RETURN jsonb_array_length(reasons);
END
$$;

GRANT SELECT ON desk.set_schedule TO desk_app;
GRANT EXECUTE ON FUNCTION desk.schedule_set(text, text, uuid, text, timestamptz), desk.set_hash(uuid) TO desk_app;
