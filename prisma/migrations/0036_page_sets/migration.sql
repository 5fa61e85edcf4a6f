-- Sets of pages: a clinician page, its patient leaflet, their translations. They
-- are published together, and where one falls the others fall with it.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.page_set (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL CHECK (btrim(name) <> ''),
  made_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  made_at timestamptz NOT NULL DEFAULT desk.clock()
);
SELECT desk.make_immutable('desk.page_set');

CREATE TABLE desk.page_set_member (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  set_id uuid NOT NULL REFERENCES desk.page_set ON DELETE RESTRICT,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  added_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  added_at timestamptz NOT NULL DEFAULT desk.clock(),
  removed_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  removed_at timestamptz,
  reason text,
  CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (reason IS NULL))
);
-- A page stands in one set at a time.
CREATE UNIQUE INDEX page_set_member_key ON desk.page_set_member (page_id) WHERE removed_at IS NULL;
CREATE INDEX page_set_member_set_idx ON desk.page_set_member (set_id);

-- The one change a membership ever knows: it ends, once.
CREATE FUNCTION desk.guard_set_member() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL
     AND (to_jsonb(OLD) - 'removed_at' - 'removed_by' - 'reason') = (to_jsonb(NEW) - 'removed_at' - 'removed_by' - 'reason') THEN
    RETURN NEW;
  END IF;
  PERFORM refuse('403', 'immutable', jsonb_build_object('table', TG_TABLE_NAME, 'verb', TG_OP));
  RETURN NULL;
END
$$;
CREATE TRIGGER page_set_member_change BEFORE UPDATE ON desk.page_set_member
  FOR EACH ROW EXECUTE FUNCTION desk.guard_set_member();
CREATE TRIGGER page_set_member_kept BEFORE DELETE ON desk.page_set_member
  FOR EACH ROW EXECUTE FUNCTION desk.refuse_change();
CREATE TRIGGER page_set_member_kept_truncate BEFORE TRUNCATE ON desk.page_set_member
  FOR EACH STATEMENT EXECUTE FUNCTION desk.refuse_change();

CREATE FUNCTION desk.set_of(p_page uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (SELECT set_id FROM page_set_member WHERE page_id = p_page AND removed_at IS NULL);
END
$$;

-- The other pages of a page's set.
CREATE FUNCTION desk.others_of_set(p_page uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT o.page_id FROM page_set_member m JOIN page_set_member o ON o.set_id = m.set_id AND o.removed_at IS NULL AND o.page_id <> m.page_id
    WHERE m.page_id = p_page AND m.removed_at IS NULL ORDER BY o.page_id;
END
$$;

-- Has this page fallen of itself? What its set does is not asked, so that two
-- pages of a set cannot hold each other down.
CREATE FUNCTION desk.own_fall(p_page uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
DECLARE
  latest publication;
  day date := today();
BEGIN
  SELECT * INTO latest FROM publication WHERE id = latest_publication(p_page);
  RETURN CASE
    WHEN latest.id IS NULL THEN NULL
    WHEN latest.ended_at IS NOT NULL THEN 'withdrawn'
    WHEN hidden_by_revocation(latest.id, day) IS NOT NULL OR day > effective_due(latest.id) + latest.grace_days THEN 'withheld' END;
END
$$;

-- Does another page of the set take this one down with it? 'withdrawn' or
-- 'withheld'; null where all others that were ever public still stand.
CREATE FUNCTION desk.set_falls(p_page uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (SELECT min(own_fall(o)) FROM others_of_set(p_page) o);
END
$$;

-- Why may a member not go out alone? Each other member has to be live, standing
-- and not in review; or, before the act (p_self is null), in front of nothing
-- but this very question, so that both go out in one act. A safety correction
-- waits for nobody, and a text that comes back was together with them before.
CREATE FUNCTION desk.set_blockers(v desk.version, rnd desk.review_round, p_self uuid, p_reinstates uuid)
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
    CONTINUE WHEN p_self IS NULL AND theirs IS NOT NULL AND NOT EXISTS (SELECT FROM own_blockers(theirs, NULL, NULL));
    RETURN QUERY SELECT 'set_incomplete', 'editor', jsonb_build_object('because', because, 'page',
      (SELECT n.title FROM version n WHERE n.page_id = other ORDER BY n.number DESC LIMIT 1), 'slug', (SELECT slug FROM page WHERE id = other));
  END LOOP;
END
$$;

-- Every blocker of a version by itself, whatever set its page stands in: the
-- list as it was.
CREATE FUNCTION desk.own_blockers(p_version uuid, p_self uuid, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v version;
  pg page;
  rnd review_round;
  self publication;
  live_id uuid;
  missing text[];
  run check_run;
  last_event timestamptz;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  IF v.id IS NULL THEN
    RETURN QUERY SELECT 'nothing_submitted', 'author', '{}'::jsonb;
    RETURN;
  END IF;
  SELECT * INTO pg FROM page WHERE id = v.page_id;
  SELECT * INTO rnd FROM review_round WHERE version_id = v.id;
  SELECT * INTO self FROM publication WHERE id = p_self;
  -- At commit: the publication that this one took the place of.
  live_id := CASE WHEN p_self IS NULL THEN live_publication(v.page_id) ELSE self.replaces_id END;
  run := current_check_run(v);

  IF p_reinstates IS NULL THEN
    RETURN QUERY SELECT * FROM line_blockers(v, rnd, live_id, p_self);
  END IF;
  RETURN QUERY SELECT * FROM approval_blockers(v, rnd, live_id, p_reinstates);
  RETURN QUERY SELECT * FROM author_interest_blockers(v);
  RETURN QUERY
    SELECT 'comments_open', 'reviewer', jsonb_build_object('count', o.count)
      FROM count_open_must_fixes(v.page_id, v.line, v.draft_id) o(count) WHERE o.count > 0;
  RETURN QUERY SELECT * FROM finding_blockers(v, run);
  IF rnd.kind <> 'full_review' AND p_reinstates IS NULL THEN
    RETURN QUERY SELECT * FROM scope_blockers(v, rnd, run.id);
  END IF;
  RETURN QUERY SELECT * FROM date_blockers(v, rnd, live_id, self, p_reinstates);
  missing := missing_metadata(v.content::jsonb, pg);
  IF cardinality(missing) > 0 THEN
    RETURN QUERY SELECT 'metadata_missing', 'author', jsonb_build_object('missing', to_jsonb(missing));
  END IF;
  RETURN QUERY SELECT * FROM page_blockers(pg);
  RETURN QUERY SELECT * FROM withdrawal_blockers(v, p_self, p_reinstates);
  SELECT e.at INTO last_event FROM audit_event e ORDER BY e.seq DESC LIMIT 1;
  IF clock() < last_event - interval '5 minutes' THEN
    RETURN QUERY SELECT 'clock_behind', 'admin', jsonb_build_object('last_event', last_event);
  END IF;
END
$$;

-- Every blocker of a version. p_self: the publication being looked at again at
-- commit; p_reinstates: the withdrawn publication this one would bring back.
CREATE OR REPLACE FUNCTION desk.list_blockers(p_version uuid, p_self uuid, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v version;
  rnd review_round;
BEGIN
  RETURN QUERY SELECT * FROM own_blockers(p_version, p_self, p_reinstates);
  SELECT * INTO v FROM version WHERE id = p_version;
  IF v.id IS NOT NULL AND set_of(v.page_id) IS NOT NULL THEN
    SELECT * INTO rnd FROM review_round WHERE version_id = v.id;
    RETURN QUERY SELECT * FROM set_blockers(v, rnd, p_self, p_reinstates);
  END IF;
END
$$;

-- Acts ------------------------------------------------------------------------------

-- An editor makes a set of at least two pages.
CREATE FUNCTION desk.make_page_set(p_session text, p_name text, p_pages uuid[]) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  new_set uuid;
  each_page uuid;
BEGIN
  PERFORM require_text(p_name, 'name_missing', 120);
  p_pages := ARRAY(SELECT DISTINCT p FROM unnest(p_pages) p WHERE p IS NOT NULL ORDER BY p);
  IF cardinality(p_pages) < 2 THEN
    PERFORM refuse('422', 'set_too_small');
  END IF;
  INSERT INTO page_set (name, made_by) VALUES (btrim(p_name), me.id) RETURNING id INTO new_set;
  PERFORM FROM page WHERE id = ANY (p_pages) ORDER BY id FOR NO KEY UPDATE;
  FOREACH each_page IN ARRAY p_pages LOOP
    PERFORM join_set(new_set, each_page, me.id);
  END LOOP;
  RETURN new_set;
END
$$;

CREATE FUNCTION desk.join_set(p_set uuid, p_page uuid, p_by uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM page WHERE id = p_page) OR NOT EXISTS (SELECT FROM page_set WHERE id = p_set) THEN
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

CREATE FUNCTION desk.add_to_set(p_session text, p_set uuid, p_page uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
BEGIN
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM join_set(p_set, p_page, me.id);
END
$$;

-- Taking a page out can bring the others back to readers, so whoever withdrew
-- it does not do that alone; as with a text that comes back.
CREATE FUNCTION desk.remove_from_set(p_session text, p_page uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  m page_set_member;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM withdrawal WHERE publication_id = latest_publication(p_page) AND withdrawn_by = me.id) THEN
    PERFORM refuse('403', 'same_editor');
  END IF;
  UPDATE page_set_member SET removed_at = clock(), removed_by = me.id, reason = p_reason WHERE page_id = p_page AND removed_at IS NULL RETURNING * INTO m;
  IF m.id IS NULL THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('remove_from_set', me.id, p_page, jsonb_build_object('set', m.set_id, 'reason_sha256', content_hash(p_reason)));
END
$$;

-- What would go out with a set: of each member the newest version in review.
CREATE FUNCTION desk.set_versions(p_set uuid) RETURNS TABLE (page_id uuid, version_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT m.page_id, (SELECT n.id FROM version n JOIN review_round r ON r.version_id = n.id
                        WHERE n.page_id = m.page_id AND n.line = 'main' AND r.closed_at IS NULL ORDER BY n.number DESC LIMIT 1)
      FROM page_set_member m WHERE m.set_id = p_set AND m.removed_at IS NULL ORDER BY m.page_id;
END
$$;

-- All of a set in one act, or nothing. p_versions: those that the editor saw.
CREATE FUNCTION desk.publish_set(p_session text, p_set uuid, p_versions uuid[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  going uuid[];
  v version;
  new_id uuid;
BEGIN
  PERFORM FROM page WHERE id IN (SELECT m.page_id FROM page_set_member m WHERE m.set_id = p_set AND m.removed_at IS NULL)
    ORDER BY id FOR NO KEY UPDATE;
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

-- As before, and a page whose set fell is withheld with it.
CREATE OR REPLACE VIEW desk.page_standing AS
WITH day AS MATERIALIZED (SELECT desk.today() AS today),
latest AS (
  SELECT DISTINCT ON (page_id) * FROM desk.publication ORDER BY page_id, (ended_at IS NULL) DESC, published_at DESC, id
),
facts AS (
  SELECT pg.id AS page_id, pg.slug, pg.kind, pg.language, pg.archived_at, pg.confidential_until, l.id AS publication_id, l.version_id, l.content_sha256,
         l.round_kind, l.last_reviewed_on, l.evidence_checked_to, l.published_on, l.ended_at, l.ended_because, day.today,
         least(l.next_review_due, (SELECT min(b.due_on) FROM desk.due_brought_forward b WHERE b.publication_id = l.id)) AS next_review_due,
         l.grace_days,
         w.type AS withdrawal_type, w.withdrawn_on, w.is_permanent, w.reason AS withdrawal_reason,
         coalesce(gone.because = 'unsafe', false) AS is_revoked_unsafe, coalesce(gone.because = 'short', false) AS is_revoked_short,
         EXISTS (SELECT FROM desk.page_elsewhere e WHERE e.page_id = pg.id) AS is_elsewhere
    FROM day CROSS JOIN desk.page pg
    LEFT JOIN latest l ON l.page_id = pg.id
    LEFT JOIN desk.withdrawal w ON w.publication_id = l.id
    -- Asked only of pages on which anybody ever took an approval back.
    CROSS JOIN LATERAL (SELECT CASE WHEN pg.id IN (SELECT d.page_id FROM desk.revocation r JOIN desk.decision d ON d.id = r.decision_id)
                                    THEN desk.hidden_by_revocation(l.id, day.today) END AS because) gone
)
SELECT facts.*,
       next_review_due + grace_days AS grace_ends_on,
       CASE WHEN ended_at IS NULL AND next_review_due < today THEN today - next_review_due END AS days_overdue,
       CASE
         WHEN today IS NULL THEN 'none'
         WHEN archived_at IS NOT NULL THEN 'archived'
         WHEN publication_id IS NULL AND is_elsewhere THEN 'elsewhere'
         WHEN publication_id IS NULL OR confidential_until > today THEN 'none'
         WHEN ended_because = 'withdrawn' THEN 'withdrawn'
         WHEN ended_at IS NOT NULL THEN 'none'
         WHEN is_revoked_unsafe OR is_revoked_short THEN 'withheld'
         WHEN fell.because IS NOT NULL THEN 'withheld'
         WHEN today > next_review_due + grace_days THEN 'withheld'
         WHEN today > next_review_due THEN 'overdue'
         WHEN next_review_due - 60 <= today THEN 'due_soon'
         ELSE 'live'
       END AS public_state,
       CASE WHEN is_revoked_unsafe OR is_revoked_short THEN 'approval_revoked'
            WHEN ended_at IS NULL AND today > next_review_due + grace_days THEN 'past_grace'
            WHEN ended_at IS NULL AND fell.because IS NOT NULL THEN 'set_fell' END AS withheld_because
  FROM facts
  -- Asked only of pages that stand in a set.
  CROSS JOIN LATERAL (SELECT CASE WHEN facts.page_id IN (SELECT m.page_id FROM desk.page_set_member m WHERE m.removed_at IS NULL)
                                  THEN desk.set_falls(facts.page_id) END AS because) fell;

GRANT SELECT ON desk.page_set, desk.page_set_member TO desk_app;
GRANT EXECUTE ON FUNCTION desk.make_page_set(text, text, uuid[]), desk.add_to_set(text, uuid, uuid), desk.remove_from_set(text, uuid, text),
  desk.set_versions(uuid), desk.publish_set(text, uuid, uuid[]), desk.set_falls(uuid) TO desk_app;
GRANT EXECUTE ON FUNCTION desk.set_falls(uuid) TO desk_public;
