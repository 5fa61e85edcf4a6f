-- Taking back: rename with addresses kept for ever, mails of reinstating and
-- archiving. Going out: rehearsals of the gate before a scheduled hour, and an
-- embargo that only named readers see through.
SET LOCAL ROLE desk_owner;

-- Addresses ----------------------------------------------------------------------

-- Every address that a page ever had, the present one among them. None is ever
-- given to another page, nor to the same page again.
CREATE TABLE desk.page_address (
  slug text PRIMARY KEY,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  taken_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX page_address_page_idx ON desk.page_address (page_id);
INSERT INTO desk.page_address (slug, page_id, taken_at) SELECT slug, id, created_at FROM desk.page;
SELECT desk.make_immutable('desk.page_address');

-- Whoever gives a page an address, by whatever path, takes it for ever.
CREATE FUNCTION desk.keep_address() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO page_address (slug, page_id) VALUES (NEW.slug, NEW.id) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'slug_taken');
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER page_address_new AFTER INSERT ON desk.page FOR EACH ROW EXECUTE FUNCTION desk.keep_address();
CREATE TRIGGER page_address_changed AFTER UPDATE OF slug ON desk.page FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION desk.keep_address();

-- Owner, authors and those whose approvals the page last rested on.
CREATE FUNCTION desk.people_of(p_page uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = desk, pg_temp AS $$
  SELECT owner_id FROM page WHERE id = p_page AND owner_id IS NOT NULL
  UNION SELECT person_id FROM page_author WHERE page_id = p_page
  UNION SELECT d.person_id FROM publication_approval pa JOIN decision d ON d.id = pa.decision_id
   WHERE pa.publication_id = (SELECT id FROM publication WHERE page_id = p_page ORDER BY (ended_at IS NULL) DESC, published_at DESC, id LIMIT 1)
$$;

CREATE FUNCTION desk.rename_page(p_session text, p_page uuid, p_slug text, p_reason text) RETURNS void
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

-- Where a page stands now that once stood at another address; only for pages
-- that readers may know of.
CREATE VIEW desk.public_address WITH (security_barrier) AS
SELECT a.slug AS old_slug, s.slug
  FROM desk.page_address a JOIN desk.page_standing s ON s.page_id = a.page_id
 WHERE a.slug <> s.slug AND s.public_state IN ('live', 'due_soon', 'overdue', 'withheld', 'withdrawn', 'archived');

-- Embargo --------------------------------------------------------------------------

-- Editors who were named for a page that is confidential until a day.
CREATE TABLE desk.confidential_reader (
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  named_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  named_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (page_id, person_id)
);
CREATE INDEX confidential_reader_person_idx ON desk.confidential_reader (person_id);

-- May this person know of this page? Of a confidential one its owner, authors,
-- assigned reviewers and the editors named by act; of any other everybody whom
-- the desk's own rules let in.
CREATE FUNCTION desk.may_know_of(p_page uuid, p_person uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN NOT EXISTS (SELECT FROM page WHERE id = p_page AND confidential_until > today())
      OR EXISTS (SELECT FROM page WHERE id = p_page AND owner_id = p_person)
      OR EXISTS (SELECT FROM page_author WHERE page_id = p_page AND person_id = p_person)
      OR EXISTS (SELECT FROM confidential_reader WHERE page_id = p_page AND person_id = p_person)
      OR EXISTS (SELECT FROM review_round r JOIN assignment a ON a.round_id = r.id
                  WHERE r.page_id = p_page AND a.reviewer_id = p_person AND a.state IN ('invited', 'accepted', 'lapsed', 'done'));
END
$$;

-- Whoever sets the embargo is named by that; ending it ends the list of names.
CREATE OR REPLACE FUNCTION desk.set_confidential_until(p_session text, p_page uuid, p_until date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  before date;
BEGIN
  SELECT confidential_until INTO before FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT may_know_of(p_page, me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  UPDATE page SET confidential_until = p_until WHERE id = p_page;
  IF p_until > today() THEN
    INSERT INTO confidential_reader (page_id, person_id, named_by) VALUES (p_page, me.id, me.id) ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM confidential_reader WHERE page_id = p_page;
  END IF;
  PERFORM record_audit('set_confidential_until', me.id, p_page, jsonb_build_object('before', before, 'until', p_until));
END
$$;

CREATE FUNCTION desk.name_confidential_reader(p_session text, p_page uuid, p_person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
BEGIN
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT may_know_of(p_page, me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF NOT EXISTS (SELECT FROM page WHERE id = p_page AND confidential_until > today()) THEN
    PERFORM refuse('409', 'not_confidential');
  END IF;
  PERFORM FROM person WHERE id = p_person FOR SHARE;
  IF NOT holds(p_person, 'editor') THEN
    PERFORM refuse('409', 'not_an_editor');
  END IF;
  INSERT INTO confidential_reader (page_id, person_id, named_by) VALUES (p_page, p_person, me.id) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('name_confidential_reader', me.id, p_page, jsonb_build_object('person', p_person));
END
$$;

-- An alert about a confidential page reaches nobody who may not know of it.
CREATE OR REPLACE FUNCTION desk.raise_alert(p_kind text, p_recipient uuid, p_page uuid, p_reason_key text, p_props jsonb DEFAULT '{}')
RETURNS void LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  new_alert uuid;
BEGIN
  IF p_recipient IS NULL OR NOT EXISTS (SELECT FROM person WHERE id = p_recipient AND is_active)
     OR (p_page IS NOT NULL AND NOT may_know_of(p_page, p_recipient)) THEN
    RETURN;
  END IF;
  INSERT INTO alert (kind, recipient_id, page_id, reason_key, props)
  VALUES (p_kind, p_recipient, p_page, p_reason_key || ':' || p_recipient, p_props)
  ON CONFLICT (reason_key) DO NOTHING RETURNING id INTO new_alert;
  IF new_alert IS NOT NULL THEN
    UPDATE alert SET mail_id = queue_mail(p_kind, p_recipient, p_page, p_props || jsonb_build_object('alertId', new_alert), NULL)
     WHERE id = new_alert;
  END IF;
END
$$;

-- Rehearsals ---------------------------------------------------------------------------

-- What the gate said at a step before a scheduled hour; at most once a step.
CREATE TABLE desk.rehearsal (
  schedule_id uuid NOT NULL REFERENCES desk.schedule ON DELETE RESTRICT,
  step text NOT NULL CHECK (step IN ('7 days', '24 hours', '1 hour')),
  blockers jsonb NOT NULL,
  rehearsed_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (schedule_id, step)
);
SELECT desk.make_immutable('desk.rehearsal');

-- What the gate would say at the hour of a schedule, as far as it can be known
-- now: what holds now and will not pass by itself, and what runs out till then.
CREATE FUNCTION desk.forecast_blockers(p_schedule uuid) RETURNS TABLE (code text, who text, detail jsonb)
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
   WHERE d.next_review_due < hour_on AND NOT EXISTS (SELECT FROM now_held WHERE code = 'overdue');
END
$$;

-- The rehearsals whose step has come: of each schedule the latest step only,
-- and none that lay before it was signed.
CREATE FUNCTION desk.due_rehearsals() RETURNS TABLE (schedule_id uuid, version_id uuid, step text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT s.id, s.version_id, latest.step FROM schedule s
   CROSS JOIN LATERAL (SELECT w.step FROM (VALUES ('7 days'), ('24 hours'), ('1 hour')) w(step)
     WHERE clock() >= s.publish_at - w.step::interval AND s.scheduled_at < s.publish_at - w.step::interval
     ORDER BY w.step::interval LIMIT 1) latest
   WHERE s.cancelled_at IS NULL AND s.carried_out_at IS NULL AND s.publish_at > clock() AND s.publish_at <= clock() + interval '7 days'
     AND NOT EXISTS (SELECT FROM rehearsal r WHERE r.schedule_id = s.id AND r.step = latest.step)
   ORDER BY s.publish_at, s.id LIMIT 50
$$;

-- Runs one rehearsal, once: the owner and whoever scheduled are told what the
-- gate would say, early enough to clear it. Gives how many reasons there are;
-- null when it ran already or the schedule is gone.
CREATE FUNCTION desk.rehearse(p_schedule uuid, p_step text) RETURNS integer
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
    PERFORM raise_alert('rehearsal_refused', who, s.page_id, 'rehearsal:' || s.id || ':' || p_step,
      jsonb_build_object('scheduleId', s.id, 'step', p_step))
      FROM (SELECT s.scheduled_by AS who UNION SELECT owner_id FROM page WHERE id = s.page_id) told;
  END IF;
  RETURN jsonb_array_length(reasons);
END
$$;

-- Mails of taking back ---------------------------------------------------------------

-- The same hash, its approvals standing, in date, by another editor than the
-- one who withdrew it, with a reason. The gate looks at the rest. Whoever was
-- told of the withdrawal is told that the page is back.
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

CREATE OR REPLACE FUNCTION desk.archive_page(p_session text, p_page uuid, p_reason text) RETURNS void
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
  PERFORM raise_alert('page_archived', who, p_page, 'archived:' || p_page, jsonb_build_object('by', me.name))
    FROM people_of(p_page) who WHERE who <> me.id;
END
$$;

GRANT SELECT ON desk.page_address, desk.confidential_reader, desk.rehearsal TO desk_app;
GRANT SELECT ON desk.public_address TO desk_public;
GRANT EXECUTE ON FUNCTION desk.rename_page(text, uuid, text, text), desk.may_know_of(uuid, uuid), desk.name_confidential_reader(text, uuid, uuid),
  desk.forecast_blockers(uuid), desk.due_rehearsals(), desk.rehearse(uuid, text) TO desk_app;
