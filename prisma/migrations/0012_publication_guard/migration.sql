-- The gate itself. Whoever inserts a publication, by whatever path, meets the
-- list of blockers; and again at commit.
SET LOCAL ROLE desk_owner;

CREATE FUNCTION desk.guard_publication() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  v version;
  live uuid;
  dates record;
  blockers jsonb;
BEGIN
  -- With an older snapshot the list below would be read from the past.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    PERFORM refuse('409', 'wrong_isolation');
  END IF;
  -- Locked so that no decision, revocation, withdrawal or second publication
  -- of this page can happen between the look and the insert.
  PERFORM FROM page WHERE id = NEW.page_id FOR NO KEY UPDATE;
  -- Locked so that nobody loses a role, an expertise or their access meanwhile.
  PERFORM FROM person WHERE id IN (
      SELECT person_id FROM decision WHERE version_id = NEW.version_id
      UNION SELECT NEW.published_by
      UNION SELECT owner_id FROM page WHERE id = NEW.page_id)
    ORDER BY id FOR SHARE;
  SELECT * INTO v FROM version WHERE id = NEW.version_id AND page_id = NEW.page_id;
  IF v.id IS NULL OR v.content_sha256 IS DISTINCT FROM NEW.content_sha256 THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  IF NOT holds(NEW.published_by, 'editor') THEN
    PERFORM refuse('403', 'not_an_editor');
  END IF;
  IF NEW.ended_at IS NOT NULL THEN
    PERFORM refuse('422', 'already_ended');
  END IF;
  IF NEW.reinstates_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM publication p JOIN withdrawal w ON w.publication_id = p.id
        WHERE p.id = NEW.reinstates_id AND p.version_id = NEW.version_id AND NOT w.is_permanent
          AND w.withdrawn_by <> NEW.published_by
          AND p.id = (SELECT q.id FROM publication q WHERE q.page_id = NEW.page_id ORDER BY q.published_at DESC, q.id LIMIT 1)) THEN
    PERFORM refuse('409', 'not_withdrawn');
  END IF;
  live := live_publication(NEW.page_id);
  IF NEW.reinstates_id IS NOT NULL AND live IS NOT NULL THEN
    PERFORM refuse('409', 'already_live');
  END IF;

  SELECT jsonb_agg(jsonb_build_object('code', b.code, 'who', b.who, 'detail', b.detail)) INTO blockers
    FROM list_blockers(NEW.version_id, NULL, NEW.reinstates_id) b;
  IF blockers IS NOT NULL THEN
    PERFORM refuse('409', 'blocked', jsonb_build_object('blockers', blockers));
  END IF;

  NEW.published_at := clock();
  NEW.published_on := day_of(NEW.published_at);
  NEW.replaces_id := live;
  SELECT id, kind INTO NEW.round_id, NEW.round_kind FROM review_round WHERE version_id = NEW.version_id;
  SELECT * INTO dates FROM publication_dates(NEW.version_id, live, NEW.reinstates_id, NEW.published_on);
  IF (NEW.last_reviewed_on IS NOT NULL AND NEW.last_reviewed_on <> dates.last_reviewed_on)
     OR (NEW.next_review_due IS NOT NULL AND NEW.next_review_due <> dates.next_review_due)
     OR (NEW.evidence_checked_to IS NOT NULL AND NEW.evidence_checked_to <> dates.evidence_checked_to)
     OR (NEW.grace_days IS NOT NULL AND NEW.grace_days <> dates.grace_days) THEN
    PERFORM refuse('409', 'blocked', jsonb_build_object('blockers', jsonb_build_array(
      jsonb_build_object('code', 'due_mismatch', 'who', 'desk', 'detail', to_jsonb(dates)))));
  END IF;
  NEW.last_reviewed_on := dates.last_reviewed_on;
  NEW.evidence_checked_to := dates.evidence_checked_to;
  NEW.next_review_due := dates.next_review_due;
  NEW.grace_days := dates.grace_days;

  UPDATE publication SET ended_at = NEW.published_at, ended_because = 'replaced' WHERE id = live;
  RETURN NEW;
END
$$;
CREATE TRIGGER publication_gate BEFORE INSERT ON desk.publication
  FOR EACH ROW EXECUTE FUNCTION desk.guard_publication();

-- What goes with a publication, whoever inserted it.
CREATE FUNCTION desk.follow_publication() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  v version;
  old version;
BEGIN
  SELECT * INTO v FROM version WHERE id = NEW.version_id;
  INSERT INTO publication_approval (publication_id, decision_id)
    SELECT NEW.id, decision_id FROM counted_approvals(NEW.version_id, NEW.reinstates_id IS NOT NULL);
  UPDATE review_round SET closed_at = NEW.published_at, closed_because = 'published'
   WHERE id = NEW.round_id AND closed_at IS NULL;
  UPDATE schedule SET carried_out_at = NEW.published_at
   WHERE version_id = NEW.version_id AND cancelled_at IS NULL AND carried_out_at IS NULL;
  IF v.line = 'correction' THEN
    UPDATE draft SET closed_at = NEW.published_at WHERE id = v.draft_id AND closed_at IS NULL;
  END IF;
  -- The main draft follows by itself where it holds nothing of its own: its
  -- text is that of the version that was live, or it is what was published.
  SELECT ov.* INTO old FROM publication op JOIN version ov ON ov.id = op.version_id WHERE op.id = NEW.replaces_id;
  IF v.line = 'main' AND NEW.reinstates_id IS NULL AND (old.id IS NULL OR old.content_sha256 <> v.content_sha256) THEN
    UPDATE draft SET based_on_id = NEW.id WHERE id = v.draft_id;
  ELSE
    UPDATE draft d SET based_on_id = NEW.id
     WHERE d.page_id = NEW.page_id AND d.line = 'main' AND d.closed_at IS NULL
       AND d.based_on_id IS NOT DISTINCT FROM NEW.replaces_id AND old.content_sha256 = v.content_sha256;
    IF old.content_sha256 IS DISTINCT FROM v.content_sha256 THEN
      WITH followed AS (
        UPDATE draft d SET based_on_id = NEW.id, content = v.content, revision = d.revision + 1, updated_at = clock(), updated_by = NULL
         WHERE d.page_id = NEW.page_id AND d.line = 'main' AND d.closed_at IS NULL
           AND d.based_on_id IS NOT DISTINCT FROM NEW.replaces_id AND content_hash(d.content) = old.content_sha256
        RETURNING d.id, d.revision, d.content
      )
      INSERT INTO draft_save (draft_id, revision, content, saved_by, via, is_authorship)
        SELECT id, revision, content, NULL, 'desk', false FROM followed;
    END IF;
  END IF;
  IF NEW.reinstates_id IS NOT NULL THEN
    UPDATE draft SET based_on_id = NEW.id WHERE page_id = NEW.page_id AND line = 'main' AND based_on_id = NEW.reinstates_id;
  END IF;
  PERFORM record_audit(CASE WHEN NEW.reinstates_id IS NULL THEN 'publish' ELSE 'reinstate' END, NEW.published_by, NEW.page_id,
    jsonb_build_object('publication', NEW.id, 'version', NEW.version_id, 'number', v.number, 'sha256', NEW.content_sha256,
      'kind', NEW.round_kind, 'last_reviewed_on', NEW.last_reviewed_on, 'next_review_due', NEW.next_review_due,
      'replaces', NEW.replaces_id, 'reinstates', NEW.reinstates_id,
      'approvals', (SELECT coalesce(jsonb_agg(decision_id ORDER BY decision_id), '[]') FROM publication_approval WHERE publication_id = NEW.id)));
  RETURN NULL;
END
$$;
CREATE TRIGGER publication_follow AFTER INSERT ON desk.publication
  FOR EACH ROW EXECUTE FUNCTION desk.follow_publication();

CREATE FUNCTION desk.recheck_publication() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  blockers jsonb;
BEGIN
  SELECT jsonb_agg(jsonb_build_object('code', b.code, 'who', b.who, 'detail', b.detail)) INTO blockers
    FROM list_blockers(NEW.version_id, NEW.id, NEW.reinstates_id) b;
  IF blockers IS NOT NULL THEN
    PERFORM refuse('409', 'blocked', jsonb_build_object('blockers', blockers));
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER publication_recheck AFTER INSERT ON desk.publication
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.recheck_publication();
