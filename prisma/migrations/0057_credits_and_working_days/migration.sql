-- Everybody whom a text credits is found in one pass where a text is submitted or
-- looked at; and a working day is counted in one place.
SET LOCAL ROLE desk_owner;

-- As before.
CREATE OR REPLACE FUNCTION desk.draft_blockers(p_page uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  pg page;
  d draft;
  missing text[];
BEGIN
  SELECT * INTO pg FROM page WHERE id = p_page;
  SELECT * INTO d FROM draft WHERE page_id = p_page AND line = 'main' AND closed_at IS NULL;
  IF d.id IS NULL THEN
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT FROM version WHERE page_id = p_page) THEN
    RETURN QUERY SELECT 'nothing_submitted', 'author', '{}'::jsonb;
  END IF;
  RETURN QUERY
    SELECT 'approvals_missing', 'reviewer', jsonb_build_object('expertise', n.expertise, 'lacking', n.count)
      FROM asked_by_rules((SELECT id FROM review_rules WHERE page_kind = pg.kind ORDER BY number DESC LIMIT 1),
        'full_review', d.content, '{}') n
     ORDER BY n.step, n.expertise;
  RETURN QUERY
    SELECT 'interests', 'author', jsonb_build_object('person', p.name, 'standing', interest_standing(p.id, p_page))
      FROM credited_people(d.content) credited JOIN person p ON p.id = credited
     WHERE interest_standing(p.id, p_page) IN ('undeclared', 'declaration_expired', 'unanswered')
     ORDER BY p.name;
  RETURN QUERY
    SELECT 'comments_open', 'reviewer', jsonb_build_object('count', o.count)
      FROM count_open_must_fixes(p_page, d.line, d.id) o(count) WHERE o.count > 0;
  -- Its own statement, and no date of ours; a full review answers it.
  RETURN QUERY
    SELECT 'overdue', 'reviewer', jsonb_build_object('due', e.stated_next_due, 'stated', true)
      FROM page_elsewhere e
     WHERE e.page_id = p_page AND is_overdue(e.stated_next_due, today())
       AND NOT EXISTS (SELECT FROM publication WHERE page_id = p_page);
  missing := missing_metadata(d.content::jsonb, pg);
  IF cardinality(missing) > 0 THEN
    RETURN QUERY SELECT 'metadata_missing', 'author', jsonb_build_object('missing', to_jsonb(missing));
  END IF;
  RETURN QUERY SELECT * FROM page_blockers(pg);
END
$$;

-- As before.
CREATE OR REPLACE FUNCTION desk.submit_version(p_session text, p_page uuid, p_line text, p_base_revision integer, p_kind text,
  p_scope text[], p_reason text, p_expertise text, p_confirm boolean DEFAULT false,
  p_carries boolean DEFAULT true) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d draft;
  pg page;
  doc jsonb;
  new_version uuid;
  next_number integer;
  outside text[];
  missing text[];
  supersedes uuid;
BEGIN
  PERFORM require_writer(p_page, me.id);
  SELECT * INTO pg FROM page WHERE id = p_page FOR NO KEY UPDATE;
  SELECT * INTO d FROM draft WHERE page_id = p_page AND line = p_line AND closed_at IS NULL FOR UPDATE;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF d.revision IS DISTINCT FROM p_base_revision THEN
    PERFORM refuse('409', 'stale_save', jsonb_build_object('revision', d.revision));
  END IF;
  IF pg.archived_at IS NOT NULL THEN
    PERFORM refuse('409', 'archived');
  END IF;
  IF (p_line = 'correction') <> (p_kind = 'safety_correction') OR p_kind IS NULL OR p_kind NOT IN ('full_review', 'update', 'safety_correction', 'copy_fix') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  doc := d.content::jsonb;
  -- Rules P1 and P2 hold at submission too.
  missing := array_remove(ARRAY[
    CASE WHEN btrim(coalesce(doc ->> 'title', '')) = '' THEN 'title' END,
    CASE WHEN jsonb_array_length(doc -> 'body' -> 'content') = 0 THEN 'text' END,
    CASE WHEN NOT EXISTS (SELECT FROM person WHERE id = pg.owner_id AND is_active) THEN 'owner' END,
    CASE WHEN doc ->> 'kind' IS DISTINCT FROM pg.kind THEN 'kind' END,
    CASE WHEN coalesce(doc ->> 'audience', '') NOT IN ('clinicians', 'patients', 'public') THEN 'audience' END,
    CASE WHEN jsonb_array_length(coalesce(doc -> 'jurisdictions', '[]')) = 0 THEN 'jurisdiction' END,
    CASE WHEN btrim(coalesce(doc ->> 'changeNote', '')) = '' THEN 'change_note' END,
    CASE WHEN NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(doc -> 'credits', '[]')) c JOIN person p ON p.id::text = c ->> 'personId'
                           WHERE c ->> 'role' = 'author') THEN 'human_author' END], NULL);
  IF cardinality(missing) > 0 THEN
    PERFORM refuse('422', 'draft_incomplete', jsonb_build_object('missing', to_jsonb(missing)));
  END IF;
  IF p_line = 'correction' THEN
    p_scope := d.scope;
    p_reason := d.reason;
  END IF;
  IF p_kind <> 'full_review' THEN
    IF live_publication(p_page) IS NULL OR d.based_on_id IS DISTINCT FROM live_publication(p_page) THEN
      PERFORM refuse('409', 'base_moved');
    END IF;
    IF coalesce(cardinality(p_scope), 0) = 0 THEN
      PERFORM refuse('422', 'scope_missing');
    END IF;
    SELECT array_agg(b) INTO outside FROM unnest(changed_blocks(
      (SELECT v.content FROM publication p JOIN version v ON v.id = p.version_id WHERE p.id = d.based_on_id), d.content)) b
     WHERE b <> ALL (p_scope) OR b LIKE '(%';
    IF outside IS NOT NULL THEN
      PERFORM refuse('422', 'scope_exceeded', jsonb_build_object('blocks', to_jsonb(outside)));
    END IF;
  END IF;
  IF EXISTS (SELECT FROM version WHERE draft_id = d.id AND draft_revision = d.revision AND number = (SELECT max(number) FROM version WHERE draft_id = d.id)
               AND NOT EXISTS (SELECT FROM review_round r WHERE r.version_id = version.id AND r.closed_because IN ('taken_back', 'superseded'))) THEN
    PERFORM refuse('409', 'nothing_changed');
  END IF;

  -- A version in front of reviewers, approved or scheduled gives way.
  SELECT v.id INTO supersedes FROM version v JOIN review_round r ON r.version_id = v.id
   WHERE v.page_id = p_page AND v.line = p_line AND r.closed_at IS NULL LIMIT 1;
  IF supersedes IS NOT NULL AND (is_fully_approved(supersedes)
       OR EXISTS (SELECT FROM schedule WHERE version_id = supersedes AND cancelled_at IS NULL AND carried_out_at IS NULL)) THEN
    IF NOT (p_confirm AND (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead'))) THEN
      PERFORM refuse('409', 'cancels_approved');
    END IF;
    UPDATE schedule SET cancelled_at = clock(), cancelled_by = me.id
     WHERE version_id = supersedes AND cancelled_at IS NULL AND carried_out_at IS NULL;
  END IF;
  UPDATE review_round SET closed_at = clock(), closed_because = 'superseded'
   WHERE page_id = p_page AND closed_at IS NULL AND version_id IN (SELECT id FROM version WHERE page_id = p_page AND line = p_line);

  SELECT coalesce(max(number), 0) + 1 INTO next_number FROM version WHERE page_id = p_page;
  INSERT INTO version (page_id, number, line, draft_id, draft_revision, based_on_id, submitted_by, content)
  VALUES (p_page, next_number, p_line, d.id, d.revision, d.based_on_id, me.id, d.content) RETURNING id INTO new_version;
  INSERT INTO version_contributor (version_id, person_id, because)
    SELECT new_version, me.id, 'submitted'
    UNION SELECT new_version, s.saved_by, 'wrote' FROM draft_save s
     WHERE s.draft_id = d.id AND s.is_authorship AND s.saved_by IS NOT NULL AND s.revision > published_revision(d.id)
    UNION SELECT new_version, credited, 'credited' FROM credited_people(d.content) credited
    UNION SELECT new_version, p.id, 'ai_drafter' FROM person p WHERE p.id::text = doc -> 'aiUse' ->> 'drafterId'
    UNION SELECT new_version, p.id, 'ai_verifier' FROM person p WHERE p.id::text = doc -> 'aiUse' ->> 'verifierId';
  PERFORM open_round(p_page, new_version, p_kind, p_scope, p_reason, p_expertise, me.id);
  IF p_carries THEN
    PERFORM carry_signoffs(new_version);
  END IF;
  PERFORM record_audit('submit_for_review', me.id, p_page, jsonb_build_object('version', new_version, 'number', next_number,
    'sha256', content_hash(d.content), 'kind', p_kind, 'supersedes', supersedes));
  PERFORM raise_alert_to_editors('version_submitted', p_page, 'submitted:' || new_version,
    jsonb_build_object('versionId', new_version, 'personId', me.id));
  RETURN new_version;
END
$$;

-- The p_count-th working day after a day; none after no day.
CREATE OR REPLACE FUNCTION desk.working_days_past(p_day date, p_count integer) RETURNS date
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = desk, pg_temp AS $$
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

-- When the desk reminds by itself: two days before the day, on a working day,
-- and on the first working day after it.
CREATE OR REPLACE FUNCTION desk.reminder_step_on(p_step text, p_day date) RETURNS date
LANGUAGE sql STABLE SET search_path = desk, pg_temp AS $$
  SELECT CASE p_step WHEN 'before' THEN previous_working_day(p_day - 2) ELSE working_days_past(p_day, 1) END
$$;

-- The next thing that happens by itself to an open assignment, and its day;
-- null when the desk waits for an editor.
CREATE OR REPLACE FUNCTION desk.next_automatic_step(p_assignment uuid, OUT step text, OUT step_on date)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment;
  day date;
BEGIN
  SELECT * INTO a FROM assignment WHERE id = p_assignment AND state IN ('invited', 'accepted');
  day := binding_day(a);
  SELECT s.step, s.step_on INTO step, step_on FROM (
      SELECT w.step, greatest(reminder_step_on(w.step, day), today()) AS step_on FROM unnest(ARRAY['before', 'late']) w(step)
       WHERE a.id IS NOT NULL
         AND NOT EXISTS (SELECT FROM assignment_reminder r WHERE r.assignment_id = a.id AND r.step = w.step AND r.about_day = day)
         -- Once late, the step before it is past.
         AND NOT (w.step = 'before' AND (today() > day OR reminder_step_on('before', day) <= day_of(a.invited_at)))
      UNION ALL
      SELECT 'lapse', lapses_on(a.respond_by) WHERE a.state = 'invited') s
   ORDER BY s.step_on, s.step DESC LIMIT 1;
END
$$;

DROP FUNCTION desk.working_day_after(date, integer);
