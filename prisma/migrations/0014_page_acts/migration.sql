-- Acts on pages and drafts: create, import, save, rebase, hand over, correct,
-- submit, take back, open a re-review.
SET LOCAL ROLE desk_owner;

CREATE FUNCTION desk.is_on_team(p_page uuid, p_person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM page WHERE id = p_page AND owner_id = p_person)
      OR EXISTS (SELECT FROM page_author WHERE page_id = p_page AND person_id = p_person)
  );
END
$$;

-- Owner, authors and editors may write; for anybody else the draft is not there.
CREATE FUNCTION desk.require_writer(p_page uuid, p_person uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT (is_on_team(p_page, p_person) OR has_role(p_person, 'editor') OR has_role(p_person, 'clinical_lead')) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
END
$$;

-- Enough for the rules of this database; the schema of the document is checked by the server.
CREATE FUNCTION desk.require_document(p_content text) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  doc jsonb;
BEGIN
  IF p_content IS NULL OR octet_length(p_content) > 4194304 THEN
    PERFORM refuse('422', 'invalid_content');
  END IF;
  BEGIN
    doc := p_content::jsonb;
  EXCEPTION WHEN others THEN
    PERFORM refuse('422', 'invalid_content');
  END;
  IF jsonb_typeof(doc) <> 'object' OR jsonb_typeof(doc -> 'body' -> 'content') IS DISTINCT FROM 'array'
     OR EXISTS (SELECT FROM jsonb_array_elements(doc -> 'body' -> 'content') b
                 WHERE jsonb_typeof(b) <> 'object' OR coalesce(b -> 'attrs' ->> 'id', '') = '')
     OR (SELECT count(*) <> count(DISTINCT b -> 'attrs' ->> 'id') FROM jsonb_array_elements(doc -> 'body' -> 'content') b)
     OR jsonb_typeof(coalesce(doc -> 'credits', '[]')) <> 'array'
     OR jsonb_typeof(coalesce(doc -> 'topics', '[]')) <> 'array'
     OR jsonb_typeof(coalesce(doc -> 'jurisdictions', '[]')) <> 'array' THEN
    PERFORM refuse('422', 'invalid_content');
  END IF;
END
$$;

CREATE FUNCTION desk.insert_page(p_slug text, p_kind text, p_owner uuid, p_collection uuid, p_content text, p_by uuid, p_via text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  new_page uuid;
  new_draft uuid;
BEGIN
  PERFORM require_document(p_content);
  IF p_slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$' OR length(p_slug) > 120 THEN
    PERFORM refuse('422', 'invalid_slug');
  END IF;
  IF EXISTS (SELECT FROM page WHERE slug = p_slug) THEN
    PERFORM refuse('409', 'slug_taken');
  END IF;
  IF p_owner IS NOT NULL AND NOT EXISTS (SELECT FROM person WHERE id = p_owner AND is_active) THEN
    PERFORM refuse('422', 'owner_required');
  END IF;
  INSERT INTO page (slug, kind, language, owner_id, collection_id, created_by)
  VALUES (p_slug, p_kind, p_content::jsonb ->> 'language', p_owner, p_collection, p_by) RETURNING id INTO new_page;
  INSERT INTO draft (page_id, line, content, opened_by, updated_by) VALUES (new_page, 'main', p_content, p_by, p_by) RETURNING id INTO new_draft;
  INSERT INTO draft_save (draft_id, revision, content, saved_by, via, is_authorship) VALUES (new_draft, 1, p_content, p_by, p_via,
    p_via = 'create' AND jsonb_array_length(p_content::jsonb -> 'body' -> 'content') > 0);
  RETURN new_page;
END
$$;

-- Authors and editors create pages. Whoever creates one is on its team.
CREATE FUNCTION desk.create_page(p_session text, p_slug text, p_kind text, p_owner uuid, p_collection uuid, p_content text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  new_page uuid;
BEGIN
  IF NOT (has_role(me.id, 'author') OR has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead')) THEN
    PERFORM refuse('403', 'not_an_author');
  END IF;
  new_page := insert_page(p_slug, p_kind, p_owner, p_collection, p_content, me.id, 'create');
  IF has_role(me.id, 'author') THEN
    INSERT INTO page_author (page_id, person_id) VALUES (new_page, me.id);
  END IF;
  PERFORM record_audit('create_page', me.id, new_page, jsonb_build_object('slug', p_slug, 'kind', p_kind, 'owner', p_owner));
  RETURN new_page;
END
$$;

-- Importing is "entered by", not authorship. What the source stated is history.
-- p_statements: [{kind, raw, value, precision, isAmbiguous}] in the order of the source.
CREATE FUNCTION desk.import_page(p_session text, p_slug text, p_kind text, p_content text, p_statements jsonb, p_elsewhere jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  new_page uuid;
BEGIN
  IF NOT (has_role(me.id, 'author') OR has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead')) THEN
    PERFORM refuse('403', 'not_an_author');
  END IF;
  new_page := insert_page(p_slug, p_kind, me.id, NULL, p_content, me.id, 'import');
  INSERT INTO source_statement (page_id, position, kind, raw, value, precision, is_ambiguous)
    SELECT new_page, n, s ->> 'kind', s ->> 'raw', s ->> 'value', s ->> 'precision', coalesce((s ->> 'isAmbiguous')::boolean, false)
      FROM jsonb_array_elements(coalesce(p_statements, '[]')) WITH ORDINALITY t(s, n);
  IF p_elsewhere IS NOT NULL THEN
    INSERT INTO page_elsewhere (page_id, address, stated_last_reviewed, stated_next_due, entered_by)
    VALUES (new_page, p_elsewhere ->> 'address', p_elsewhere ->> 'lastReviewed', (p_elsewhere ->> 'nextDue')::date, me.id);
  END IF;
  PERFORM record_audit('import_page', me.id, new_page, jsonb_build_object('slug', p_slug, 'kind', p_kind,
    'sha256', content_hash(p_content), 'statements', jsonb_array_length(coalesce(p_statements, '[]'))));
  RETURN new_page;
END
$$;

-- A save starts from a revision; a newer one is a conflict. A save that changes
-- nothing is none. Returns the revision that holds now.
CREATE FUNCTION desk.save_draft(p_session text, p_page uuid, p_line text, p_base_revision integer, p_content text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d draft;
BEGIN
  PERFORM require_writer(p_page, me.id);
  SELECT * INTO d FROM draft WHERE page_id = p_page AND line = p_line AND closed_at IS NULL FOR UPDATE;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF d.content = p_content THEN
    RETURN d.revision;
  END IF;
  IF d.revision IS DISTINCT FROM p_base_revision THEN
    PERFORM refuse('409', 'stale_save', jsonb_build_object('revision', d.revision));
  END IF;
  PERFORM require_document(p_content);
  UPDATE draft SET content = p_content, revision = d.revision + 1, updated_by = me.id, updated_at = clock() WHERE id = d.id;
  -- One row for a person's run of saves, as long as nothing rests on it.
  UPDATE draft_save SET revision = d.revision + 1, content = p_content
   WHERE draft_id = d.id AND revision = d.revision AND saved_by = me.id AND via = 'edit'
     AND saved_at > clock() - interval '5 minutes'
     AND NOT EXISTS (SELECT FROM version WHERE draft_id = d.id AND draft_revision >= d.revision);
  IF NOT FOUND THEN
    INSERT INTO draft_save (draft_id, revision, content, saved_by, via, is_authorship)
    VALUES (d.id, d.revision + 1, p_content, me.id, 'edit', true);
  END IF;
  RETURN d.revision + 1;
END
$$;

-- What taking in the live text makes of a draft, block by block: what the draft
-- left alone follows the live version, what only the draft changed stays.
-- False where that does not decide: both changed it, or the order differs.
CREATE FUNCTION desk.is_plain_merge(p_base text, p_draft text, p_live text, p_result text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  WITH ids AS (
    SELECT DISTINCT b -> 'attrs' ->> 'id' AS id FROM unnest(ARRAY[p_base, p_draft, p_live]) t(content),
      jsonb_array_elements(content::jsonb -> 'body' -> 'content') b
  ), blocks AS (
    SELECT block_by_id(p_base, id) AS base, block_by_id(p_draft, id) AS draft, block_by_id(p_live, id) AS live,
           block_by_id(p_result, id) AS result FROM ids
  )
  SELECT NOT EXISTS (
    SELECT FROM blocks WHERE result IS DISTINCT FROM CASE WHEN draft IS NOT DISTINCT FROM base THEN live ELSE draft END
      OR (draft IS DISTINCT FROM base AND live IS DISTINCT FROM base AND draft IS DISTINCT FROM live))
    AND NOT '(order)' = ANY (changed_blocks(p_draft, p_result))
$$;

-- After a correction went live the main draft takes it in: every block must be
-- the draft's own or the live version's. Where a person had to choose, or chose
-- otherwise than a plain merge, the save counts as theirs.
CREATE FUNCTION desk.rebase_draft(p_session text, p_page uuid, p_base_revision integer, p_content text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d draft;
  live_id uuid;
  live_content text;
  base_content text;
BEGIN
  PERFORM require_writer(p_page, me.id);
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  SELECT * INTO d FROM draft WHERE page_id = p_page AND line = 'main' AND closed_at IS NULL FOR UPDATE;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF d.revision IS DISTINCT FROM p_base_revision THEN
    PERFORM refuse('409', 'stale_save', jsonb_build_object('revision', d.revision));
  END IF;
  PERFORM require_document(p_content);
  live_id := live_publication(p_page);
  SELECT v.content INTO live_content FROM publication p JOIN version v ON v.id = p.version_id WHERE p.id = live_id;
  IF live_content IS NULL THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  IF EXISTS (SELECT FROM jsonb_array_elements(p_content::jsonb -> 'body' -> 'content') b
              WHERE b IS DISTINCT FROM block_by_id(d.content, b -> 'attrs' ->> 'id')
                AND b IS DISTINCT FROM block_by_id(live_content, b -> 'attrs' ->> 'id'))
     OR (p_content::jsonb - 'body') <> (d.content::jsonb - 'body') THEN
    PERFORM refuse('422', 'not_a_rebase');
  END IF;
  SELECT v.content INTO base_content FROM publication p JOIN version v ON v.id = p.version_id WHERE p.id = d.based_on_id;
  UPDATE draft SET content = p_content, based_on_id = live_id, revision = d.revision + 1, updated_by = me.id, updated_at = clock() WHERE id = d.id;
  INSERT INTO draft_save (draft_id, revision, content, saved_by, via, is_authorship)
  VALUES (d.id, d.revision + 1, p_content, me.id, 'rebase',
    NOT is_plain_merge(coalesce(base_content, '{"body": {"content": []}}'), d.content, live_content, p_content));
  PERFORM record_audit('rebase', me.id, p_page, jsonb_build_object('onto', live_id));
  RETURN d.revision + 1;
END
$$;

-- A collection is a shelf of pages with a lead, who hears of pages long overdue.
CREATE FUNCTION desk.set_collection(p_session text, p_slug text, p_name text, p_lead uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  shelf uuid;
BEGIN
  PERFORM require_text(p_name, 'name_missing', 120);
  IF p_slug !~ '^[a-z0-9]+(-[a-z0-9]+)*$' OR length(p_slug) > 120 THEN
    PERFORM refuse('422', 'invalid_slug');
  END IF;
  IF p_lead IS NOT NULL AND NOT EXISTS (SELECT FROM person WHERE id = p_lead AND is_active) THEN
    PERFORM refuse('422', 'person_inactive');
  END IF;
  INSERT INTO collection (slug, name, lead_id) VALUES (p_slug, btrim(p_name), p_lead)
    ON CONFLICT (slug) DO UPDATE SET name = excluded.name, lead_id = excluded.lead_id RETURNING id INTO shelf;
  PERFORM record_audit('set_collection', me.id, NULL, jsonb_build_object('collection', shelf, 'slug', p_slug, 'lead', p_lead));
  RETURN shelf;
END
$$;

-- Kind, owner and collection. The kind is fixed once a page went out.
CREATE FUNCTION desk.hand_over_page(p_session text, p_page uuid, p_owner uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  before uuid;
BEGIN
  SELECT owner_id INTO before FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
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

CREATE FUNCTION desk.set_page_place(p_session text, p_page uuid, p_kind text, p_language text, p_collection uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  before page;
BEGIN
  PERFORM require_writer(p_page, me.id);
  SELECT * INTO before FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF p_kind <> before.kind AND EXISTS (SELECT FROM version WHERE page_id = p_page) THEN
    PERFORM refuse('409', 'kind_fixed');
  END IF;
  UPDATE page SET kind = p_kind, language = p_language, collection_id = p_collection WHERE id = p_page;
  PERFORM record_audit('set_page_place', me.id, p_page, jsonb_build_object('before',
    jsonb_build_object('kind', before.kind, 'language', before.language, 'collection', before.collection_id),
    'after', jsonb_build_object('kind', p_kind, 'language', p_language, 'collection', p_collection)));
END
$$;

CREATE FUNCTION desk.add_author(p_session text, p_page uuid, p_person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  PERFORM require_writer(p_page, me.id);
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM person WHERE id = p_person AND is_active) OR NOT has_role(p_person, 'author') THEN
    PERFORM refuse('422', 'not_an_author');
  END IF;
  INSERT INTO page_author (page_id, person_id) VALUES (p_page, p_person) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    PERFORM record_audit('add_author', me.id, p_page, jsonb_build_object('person', p_person));
  END IF;
END
$$;

CREATE FUNCTION desk.remove_author(p_session text, p_page uuid, p_person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  PERFORM require_writer(p_page, me.id);
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  DELETE FROM page_author WHERE page_id = p_page AND person_id = p_person;
  IF FOUND THEN
    PERFORM record_audit('remove_author', me.id, p_page, jsonb_build_object('person', p_person));
  END IF;
END
$$;

-- A safety correction works on the live version, in its own small draft; it
-- neither closes an open round nor waits for it.
CREATE FUNCTION desk.open_correction(p_session text, p_page uuid, p_scope text[], p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  live publication;
  text_now text;
  new_draft uuid;
BEGIN
  PERFORM require_writer(p_page, me.id);
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  SELECT * INTO live FROM publication WHERE page_id = p_page AND ended_at IS NULL;
  IF live.id IS NULL THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  IF EXISTS (SELECT FROM draft WHERE page_id = p_page AND line = 'correction' AND closed_at IS NULL) THEN
    PERFORM refuse('409', 'correction_open');
  END IF;
  SELECT content INTO text_now FROM version WHERE id = live.version_id;
  IF coalesce(cardinality(p_scope), 0) = 0 OR EXISTS (SELECT FROM unnest(p_scope) s WHERE block_by_id(text_now, s) IS NULL) THEN
    PERFORM refuse('422', 'scope_missing');
  END IF;
  INSERT INTO draft (page_id, line, content, based_on_id, scope, reason, opened_by, updated_by)
  VALUES (p_page, 'correction', text_now, live.id, p_scope, p_reason, me.id, me.id) RETURNING id INTO new_draft;
  INSERT INTO draft_save (draft_id, revision, content, saved_by, via, is_authorship) VALUES (new_draft, 1, text_now, me.id, 'create', false);
  PERFORM record_audit('open_correction', me.id, p_page, jsonb_build_object('draft', new_draft, 'scope', to_jsonb(p_scope),
    'reason_sha256', content_hash(p_reason)));
  RETURN new_draft;
END
$$;

CREATE FUNCTION desk.drop_correction(p_session text, p_page uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d draft;
BEGIN
  PERFORM require_writer(p_page, me.id);
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  UPDATE draft SET closed_at = clock() WHERE page_id = p_page AND line = 'correction' AND closed_at IS NULL RETURNING * INTO d;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  UPDATE review_round SET closed_at = clock(), closed_because = 'taken_back'
   WHERE closed_at IS NULL AND version_id IN (SELECT id FROM version WHERE draft_id = d.id);
  UPDATE schedule SET cancelled_at = clock(), cancelled_by = me.id
   WHERE cancelled_at IS NULL AND carried_out_at IS NULL AND version_id IN (SELECT id FROM version WHERE draft_id = d.id);
  PERFORM record_audit('drop_correction', me.id, p_page, jsonb_build_object('draft', d.id));
END
$$;

-- Opens the round of a new version with the rules in force now.
CREATE FUNCTION desk.open_round(p_page uuid, p_version uuid, p_kind text, p_scope text[], p_reason text, p_expertise text, p_by uuid) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rules review_rules;
  new_round uuid;
BEGIN
  SELECT * INTO rules FROM review_rules WHERE page_kind = (SELECT kind FROM page WHERE id = p_page) ORDER BY number DESC LIMIT 1;
  IF rules.id IS NULL THEN
    PERFORM refuse('409', 'rules_missing');
  END IF;
  INSERT INTO review_round (page_id, version_id, kind, rules_id, scope, reason, opened_by)
  VALUES (p_page, p_version, p_kind, rules.id, coalesce(p_scope, '{}'), coalesce(p_reason, ''), p_by) RETURNING id INTO new_round;
  IF p_kind IN ('full_review', 'update') THEN
    INSERT INTO round_need (round_id, expertise, count, step)
      SELECT new_round, expertise, count, step FROM review_rules_need WHERE rules_id = rules.id;
  ELSIF p_kind = 'safety_correction' THEN
    IF NOT EXISTS (SELECT FROM review_rules_need WHERE rules_id = rules.id AND expertise = p_expertise AND expertise <> 'medical_editor') THEN
      PERFORM refuse('422', 'lacks_expertise');
    END IF;
    INSERT INTO round_need VALUES (new_round, p_expertise, 1, 1), (new_round, 'editor', 1, 1);
  ELSE
    INSERT INTO round_need VALUES (new_round, 'colleague', 1, 1);
  END IF;
  RETURN new_round;
END
$$;

-- Makes the immutable version and opens its round. p_expertise: for a safety
-- correction, the expertise that its blocks need. p_confirm: an editor's yes
-- where an approved or scheduled version would be superseded.
CREATE FUNCTION desk.submit_version(p_session text, p_page uuid, p_line text, p_base_revision integer, p_kind text,
  p_scope text[], p_reason text, p_expertise text, p_confirm boolean DEFAULT false) RETURNS uuid
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
    UNION SELECT new_version, p.id, 'credited' FROM person p WHERE credits_person(d.content, p)
    UNION SELECT new_version, p.id, 'ai_drafter' FROM person p WHERE p.id::text = doc -> 'aiUse' ->> 'drafterId'
    UNION SELECT new_version, p.id, 'ai_verifier' FROM person p WHERE p.id::text = doc -> 'aiUse' ->> 'verifierId';
  PERFORM open_round(p_page, new_version, p_kind, p_scope, p_reason, p_expertise, me.id);
  PERFORM record_audit('submit_for_review', me.id, p_page, jsonb_build_object('version', new_version, 'number', next_number,
    'sha256', content_hash(d.content), 'kind', p_kind, 'supersedes', supersedes));
  PERFORM raise_alert_to_editors('version_submitted', p_page, 'submitted:' || new_version,
    jsonb_build_object('versionId', new_version, 'personId', me.id));
  RETURN new_version;
END
$$;

-- Does a version hold every approval that its round asks for?
CREATE FUNCTION desk.is_fully_approved(p_version uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT NOT EXISTS (
    SELECT FROM review_round r JOIN round_need n ON n.round_id = r.id
     WHERE r.version_id = p_version
       AND n.count > (SELECT count(*) FROM counted_approvals(p_version) c WHERE c.expertise = n.expertise))
  AND NOT EXISTS (SELECT FROM standing_requests(p_version))
  );
END
$$;

CREATE FUNCTION desk.take_back(p_session text, p_version uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  v version;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  IF v.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_writer(v.page_id, me.id);
  PERFORM FROM page WHERE id = v.page_id FOR NO KEY UPDATE;
  UPDATE review_round SET closed_at = clock(), closed_because = 'taken_back' WHERE version_id = p_version AND closed_at IS NULL;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  UPDATE assignment SET state = 'dismissed', responded_at = clock()
   WHERE state IN ('invited', 'accepted') AND round_id = (SELECT id FROM review_round WHERE version_id = p_version);
  UPDATE schedule SET cancelled_at = clock(), cancelled_by = me.id WHERE version_id = p_version AND cancelled_at IS NULL AND carried_out_at IS NULL;
  PERFORM record_audit('take_back', me.id, v.page_id, jsonb_build_object('version', p_version));
END
$$;

-- A full review of an unchanged text is a version of its own: the same
-- content, a new number, entered by the desk, so it costs nobody the right to sign.
CREATE FUNCTION desk.open_rereview(p_session text, p_page uuid) RETURNS uuid
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
    SELECT new_version, p.id, 'credited' FROM person p WHERE credits_person(old.content, p);
  PERFORM open_round(p_page, new_version, 'full_review', '{}', '', NULL, NULL);
  PERFORM record_audit('open_rereview', me.id, p_page, jsonb_build_object('version', new_version, 'number', next_number, 'sha256', old.content_sha256));
  RETURN new_version;
END
$$;
