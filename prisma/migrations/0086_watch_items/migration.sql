-- Watch items: an event outside the desk that may make a page wrong, the pages
-- that it touches, and what a person decided about each. No machine moves a
-- date: only a person's triage does, through the acts that there are.
SET LOCAL ROLE desk_owner;

-- raised_by is empty where newly loaded reference data raised it.
CREATE TABLE desk.watch_item (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('guideline_superseded', 'retraction', 'gene_renamed', 'therapy_status', 'safety_notice', 'reader_report')),
  subject_kind text NOT NULL CHECK (subject_kind IN ('pmid', 'doi', 'nct', 'guideline', 'url', 'gene', 'variant', 'therapy', 'page')),
  subject_key text NOT NULL CHECK (subject_key <> ''),
  subject_label text NOT NULL CHECK (subject_label <> ''),
  what text NOT NULL CHECK (btrim(what) <> '' AND length(what) <= 2000),
  address text CHECK (address ~ '^https?://[^[:space:][:cntrl:]]+$' AND length(address) <= 500),
  happened_on date,
  via text NOT NULL CHECK (via IN ('screen', 'api', 'reference')),
  once_key text UNIQUE CHECK (length(once_key) <= 300),
  raised_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  raised_at timestamptz NOT NULL DEFAULT desk.clock(),
  raised_on date NOT NULL DEFAULT desk.today(),
  CHECK ((via = 'reference') = (raised_by IS NULL))
);
CREATE INDEX watch_item_raised_idx ON desk.watch_item (raised_at DESC);
SELECT desk.make_immutable('desk.watch_item');

-- The pages whose texts rested on it when it was raised, and what was live then.
CREATE TABLE desk.watch_touch (
  item_id uuid NOT NULL REFERENCES desk.watch_item ON DELETE RESTRICT,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  live_version_id uuid REFERENCES desk.version ON DELETE RESTRICT,
  PRIMARY KEY (item_id, page_id)
);
CREATE INDEX watch_touch_page_idx ON desk.watch_touch (page_id);
SELECT desk.make_immutable('desk.watch_touch');

-- What a person decided about one page that an item touches, on the text that
-- was live: once, and what followed from it.
CREATE TABLE desk.watch_triage (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  item_id uuid NOT NULL,
  page_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('no_effect', 'review_brought_forward', 'safety_correction', 'withheld', 'withdrawn')),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  publication_id uuid NOT NULL REFERENCES desk.publication ON DELETE RESTRICT,
  content_sha256 text NOT NULL,
  triaged_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  triaged_at timestamptz NOT NULL DEFAULT desk.clock(),
  expertise text,
  method text,
  signed_name text,
  brought_forward_id uuid REFERENCES desk.due_brought_forward ON DELETE RESTRICT,
  draft_id uuid REFERENCES desk.draft ON DELETE RESTRICT,
  block_ids text[] NOT NULL DEFAULT '{}',
  FOREIGN KEY (item_id, page_id) REFERENCES desk.watch_touch ON DELETE RESTRICT,
  UNIQUE (item_id, page_id),
  CHECK ((outcome = 'no_effect') = (num_nonnulls(expertise, method, signed_name) = 3)),
  CHECK ((outcome = 'review_brought_forward') = (brought_forward_id IS NOT NULL)),
  CHECK ((outcome = 'safety_correction') = (draft_id IS NOT NULL)),
  CHECK ((outcome IN ('safety_correction', 'withheld')) = (block_ids <> '{}'))
);
CREATE INDEX watch_triage_page_idx ON desk.watch_triage (page_id);
SELECT desk.make_immutable('desk.watch_triage');

ALTER TABLE desk.signing_grant DROP CONSTRAINT signing_grant_act_check;
ALTER TABLE desk.signing_grant ADD CONSTRAINT signing_grant_act_check
  CHECK (act IN ('sign_decision', 'reaffirm', 'revoke_approval', 'schedule', 'triage_watch_item'));

-- Where each page that an item touches stands today: worked out, never stored.
-- It waits while it is live, its live text rests on the source still, and
-- nobody has triaged it; by one working day after it was raised, or after the
-- text went out where only a draft rested on it then.
CREATE VIEW desk.watch_standing AS
SELECT t.item_id, t.page_id, p.id AS publication_id, p.version_id, tr.id AS triage_id,
       coalesce(w.waits, false) AS waits,
       CASE WHEN w.waits THEN desk.working_days_past(CASE WHEN t.live_version_id IS NULL THEN greatest(i.raised_on, p.published_on) ELSE i.raised_on END, 1) END AS triage_by
  FROM desk.watch_touch t JOIN desk.watch_item i ON i.id = t.item_id
  LEFT JOIN desk.watch_triage tr ON tr.item_id = t.item_id AND tr.page_id = t.page_id
  LEFT JOIN desk.publication p ON p.page_id = t.page_id AND p.ended_at IS NULL
  LEFT JOIN LATERAL (
    SELECT tr.id IS NULL AND (i.subject_kind = 'page' OR EXISTS (
      SELECT FROM desk.source_use u WHERE u.version_id = p.version_id AND u.kind = i.subject_kind AND desk.is_source(u.kind, u.key, i.subject_key))) AS waits
  ) w ON p.id IS NOT NULL;

-- Raising -----------------------------------------------------------------------

-- Who is told of an item, and of which page: editors who may know of one that
-- waits, and where there is none its owner. No page where it is about several.
CREATE FUNCTION desk.triagers_of(p_item uuid) RETURNS TABLE (person_id uuid, page_id uuid)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH waiting AS MATERIALIZED (SELECT page_id FROM watch_standing WHERE item_id = p_item AND waits),
  known AS MATERIALIZED (
    SELECT DISTINCT w.page_id, p.id FROM waiting w CROSS JOIN person p JOIN person_role r ON r.person_id = p.id AND r.role IN ('editor', 'clinical_lead')
     WHERE p.is_active AND may_know_of(w.page_id, p.id)
  )
  SELECT id, CASE WHEN count(*) = 1 THEN (array_agg(page_id))[1] END FROM known GROUP BY id
  UNION ALL
  SELECT pg.owner_id, (array_agg(pg.id ORDER BY pg.id))[1] FROM waiting w JOIN page pg ON pg.id = w.page_id
   WHERE pg.owner_id IS NOT NULL AND NOT EXISTS (SELECT FROM known k WHERE k.page_id = w.page_id) GROUP BY pg.owner_id
  ORDER BY 1;
END
$$;

CREATE FUNCTION desk.open_watch_item(p_actor uuid, p_via text, p_kind text, p_subject_kind text, p_subject text, p_label text, p_what text,
  p_address text, p_happened_on date, p_once_key text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  new_id uuid;
  about_page uuid;
BEGIN
  IF p_kind IS NULL OR p_kind NOT IN ('guideline_superseded', 'retraction', 'gene_renamed', 'therapy_status', 'safety_notice', 'reader_report')
     OR p_subject_kind IS NULL OR p_subject_kind NOT IN ('pmid', 'doi', 'nct', 'guideline', 'url', 'gene', 'variant', 'therapy', 'page') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  PERFORM require_text(p_subject, 'subject_missing', 300);
  PERFORM require_text(p_what, 'what_missing', 2000);
  IF p_happened_on > today() OR p_happened_on < '1900-01-01' THEN
    PERFORM refuse('422', 'day_not_past');
  END IF;
  IF p_address !~ '^https?://[^[:space:][:cntrl:]]+$' OR length(p_address) > 500 THEN
    PERFORM refuse('422', 'address_not_web');
  END IF;
  IF p_once_key IS NOT NULL THEN
    -- Told twice, raised once.
    PERFORM pg_advisory_xact_lock(hashtextextended('desk.watch_item ' || p_once_key, 0));
    SELECT id INTO new_id FROM watch_item WHERE once_key = p_once_key AND raised_by IS NOT DISTINCT FROM p_actor;
    IF new_id IS NOT NULL THEN
      RETURN new_id;
    END IF;
    IF EXISTS (SELECT FROM watch_item WHERE once_key = p_once_key) OR length(p_once_key) > 300 THEN
      PERFORM refuse('422', 'invalid_form');
    END IF;
  END IF;
  IF p_subject_kind = 'page' THEN
    SELECT id INTO about_page FROM page WHERE slug = btrim(p_subject) AND archived_at IS NULL;
    IF about_page IS NULL OR NOT may_know_of(about_page, p_actor) THEN
      PERFORM refuse('422', 'subject_unknown');
    END IF;
  ELSIF source_key(p_subject_kind, p_subject) = '' OR (p_subject_kind = 'guideline' AND length(source_key(p_subject_kind, p_subject)) < 3) THEN
    PERFORM refuse('422', 'subject_missing');
  END IF;
  INSERT INTO watch_item (kind, subject_kind, subject_key, subject_label, what, address, happened_on, via, once_key, raised_by)
  VALUES (p_kind, p_subject_kind, coalesce(about_page::text, source_key(p_subject_kind, p_subject)), btrim(coalesce(p_label, p_subject)), btrim(p_what),
    p_address, p_happened_on, p_via, p_once_key, p_actor) RETURNING id INTO new_id;
  INSERT INTO watch_touch (item_id, page_id, live_version_id)
    SELECT new_id, about_page, (SELECT version_id FROM publication WHERE page_id = about_page AND ended_at IS NULL) WHERE about_page IS NOT NULL
    UNION ALL
    SELECT new_id, t.page_id, t.live_version_id FROM pages_resting_on(p_subject_kind, p_subject) t WHERE about_page IS NULL;
  PERFORM raise_alert('watch_item', t.person_id, t.page_id, 'watch:' || new_id, jsonb_build_object('itemId', new_id)) FROM triagers_of(new_id) t;
  PERFORM record_audit('raise_watch_item', p_actor, about_page, jsonb_build_object('item', new_id, 'kind', p_kind, 'subject_kind', p_subject_kind,
    'via', p_via, 'what_sha256', content_hash(btrim(p_what)), 'pages', (SELECT count(*) FROM watch_touch WHERE item_id = new_id)),
    CASE WHEN p_actor IS NULL THEN session_user::text END);
  RETURN new_id;
END
$$;

-- Whoever works on pages may say what happened outside the desk.
CREATE FUNCTION desk.require_desk_role(p_person uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM person_role WHERE person_id = p_person AND role IN ('author', 'reviewer', 'editor', 'clinical_lead')) THEN
    PERFORM refuse('403', 'forbidden');
  END IF;
END
$$;

CREATE FUNCTION desk.raise_watch_item(p_session text, p_kind text, p_subject_kind text, p_subject text, p_what text,
  p_address text DEFAULT NULL, p_happened_on date DEFAULT NULL, p_once_key text DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  PERFORM require_desk_role(me.id);
  RETURN open_watch_item(me.id, 'screen', p_kind, p_subject_kind, p_subject, NULL, p_what, p_address, p_happened_on, p_once_key);
END
$$;

-- By another program: a token acts for one person, within its scope.
CREATE TABLE desk.api_token (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  scope text NOT NULL CHECK (scope IN ('read', 'write', 'sign')),
  made_at timestamptz NOT NULL DEFAULT desk.clock(),
  expires_at timestamptz NOT NULL DEFAULT desk.clock() + interval '365 days',
  ended_at timestamptz
);
CREATE INDEX api_token_person_idx ON desk.api_token (person_id);

CREATE FUNCTION desk.operator_make_token(p_email text, p_scope text, p_token_hash text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  holder person;
  new_id uuid;
BEGIN
  SELECT * INTO holder FROM person WHERE lower(email) = lower(btrim(p_email)) FOR SHARE;
  IF holder.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  ELSIF NOT holder.is_active THEN
    PERFORM refuse('409', 'person_inactive');
  END IF;
  INSERT INTO api_token (token_hash, person_id, scope) VALUES (p_token_hash, holder.id, p_scope) RETURNING id INTO new_id;
  PERFORM record_audit('make_token', NULL, NULL, jsonb_build_object('token', new_id, 'person', holder.id, 'scope', p_scope), 'operator');
  RETURN new_id;
END
$$;

CREATE FUNCTION desk.operator_end_token(p_token uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  PERFORM FROM api_token WHERE id = p_token FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  UPDATE api_token SET ended_at = clock() WHERE id = p_token AND ended_at IS NULL;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_ended');
  END IF;
  PERFORM record_audit('end_token', NULL, NULL, jsonb_build_object('token', p_token), 'operator');
END
$$;

-- Whose token this is; what may be read may not be written with it.
CREATE FUNCTION desk.token_holder(p_token_hash text, p_scopes text[]) RETURNS desk.person
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  held api_token;
  holder person;
BEGIN
  SELECT * INTO held FROM api_token WHERE token_hash = p_token_hash AND ended_at IS NULL AND expires_at > clock();
  SELECT * INTO holder FROM person WHERE id = held.person_id AND is_active;
  IF holder.id IS NULL THEN
    PERFORM refuse('401', 'not_signed_in');
  ELSIF held.scope <> ALL (p_scopes) THEN
    PERFORM refuse('403', 'forbidden');
  END IF;
  RETURN holder;
END
$$;

CREATE FUNCTION desk.raise_watch_item_by_token(p_token_hash text, p_kind text, p_subject_kind text, p_subject text, p_what text,
  p_address text, p_happened_on date, p_once_key text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := token_holder(p_token_hash, ARRAY['write', 'sign']);
BEGIN
  PERFORM require_desk_role(me.id);
  RETURN open_watch_item(me.id, 'api', p_kind, p_subject_kind, p_subject, NULL, p_what, p_address, p_happened_on, p_once_key);
END
$$;

-- Newly loaded reference data against what texts use today: genes that are
-- approved no more under the symbol that a text has, papers retracted or under
-- concern, treatments that the list of before had and this one has not. Each
-- event is raised once, however often a set is loaded.
CREATE FUNCTION desk.raise_reference_watch_items(p_set uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  loaded reference_set;
  previous uuid;
  event record;
  raised integer := 0;
BEGIN
  SELECT * INTO loaded FROM reference_set WHERE id = p_set;
  SELECT id INTO previous FROM reference_set WHERE kind = loaded.kind AND finished_at IS NOT NULL AND id <> p_set ORDER BY finished_at DESC, id LIMIT 1;
  FOR event IN
    WITH used AS MATERIALIZED (
      SELECT DISTINCT u.kind, u.key, u.label, u.code FROM source_use u
       WHERE u.version_id IN (SELECT version_id FROM publication WHERE ended_at IS NULL)
          OR u.version_id IN (SELECT v.id FROM version v JOIN draft d ON d.id = v.draft_id AND d.closed_at IS NULL)
      UNION
      SELECT s.kind, s.key, s.label, s.code FROM draft d CROSS JOIN LATERAL named_sources(d.content) s WHERE d.closed_at IS NULL
    ), gene AS (
      SELECT DISTINCT ON (u.key) u.key, u.label AS symbol, coalesce(same.symbol, renamed.symbol) AS now_symbol
        FROM used u
        LEFT JOIN reference_gene same ON same.set_id = p_set AND same.hgnc_id = u.code AND same.status = 'approved'
        LEFT JOIN LATERAL (SELECT g.symbol FROM reference_gene g WHERE g.set_id = p_set AND g.status = 'approved' AND g.previous_symbols @> ARRAY[u.label]
                            ORDER BY g.symbol LIMIT 1) renamed ON true
       WHERE loaded.kind = 'genes' AND u.kind = 'gene'
         AND NOT EXISTS (SELECT FROM reference_gene g WHERE g.set_id = p_set AND upper(g.symbol) = u.key AND g.status = 'approved')
         -- A symbol without its id counts where the set of before approved it.
         AND (same.hgnc_id IS NOT NULL OR EXISTS (SELECT FROM reference_gene g WHERE g.set_id = previous AND upper(g.symbol) = u.key AND g.status = 'approved'))
       ORDER BY u.key, same.symbol NULLS LAST
    ), notice AS (
      SELECT DISTINCT ON (u.kind, u.key) u.kind, u.key, u.label, r.nature, r.noticed_on, r.title
        FROM used u JOIN reference_retraction r ON r.set_id = p_set AND ((u.kind = 'pmid' AND r.pmid = u.key) OR (u.kind = 'doi' AND lower(r.doi) = u.key))
       WHERE loaded.kind = 'retractions'
       ORDER BY u.kind, u.key, r.noticed_on DESC NULLS LAST, r.position DESC
    ), gone AS (
      SELECT DISTINCT ON (u.key) u.key, u.label FROM used u JOIN reference_drug d ON d.set_id = previous AND therapy_key(d.name) = u.key
       WHERE loaded.kind = 'drugs' AND u.kind = 'therapy' AND NOT EXISTS (SELECT FROM reference_drug n WHERE n.set_id = p_set AND therapy_key(n.name) = u.key)
       ORDER BY u.key, u.label
    )
    SELECT 'gene_renamed' AS kind, 'gene' AS subject_kind, g.symbol AS subject, concat_ws(':', 'reference', 'gene', g.key, coalesce(g.now_symbol, 'withdrawn')) AS once_key,
           CASE WHEN g.now_symbol IS NULL THEN format('%s is no longer an approved gene symbol.', g.symbol)
                ELSE format('The approved symbol of %s is now %s.', g.symbol, g.now_symbol) END AS what, NULL::date AS happened_on
      FROM gene g
    UNION ALL
    SELECT 'retraction', n.kind, n.key, concat_ws(':', 'reference', n.kind, n.key, n.nature, n.noticed_on),
           concat_ws(' ', CASE n.nature WHEN 'retraction' THEN 'This paper was retracted.' ELSE 'An expression of concern was published about this paper.' END, nullif(left(n.title, 300), '')),
           n.noticed_on
      FROM notice n WHERE n.nature IN ('retraction', 'expression_of_concern')
    UNION ALL
    SELECT 'therapy_status', 'therapy', t.label, concat_ws(':', 'reference', 'therapy', t.key, loaded.version),
           format('%s is no longer in the list of medicines.', t.label), NULL FROM gone t
    ORDER BY 1, 2, 3
  LOOP
    CONTINUE WHEN EXISTS (SELECT FROM watch_item WHERE once_key = event.once_key);
    PERFORM open_watch_item(NULL, 'reference', event.kind, event.subject_kind, event.subject, NULL,
      event.what || format(' Found in %s, version %s.', loaded.source_file, loaded.version), NULL,
      CASE WHEN event.happened_on <= today() THEN event.happened_on END, event.once_key);
    raised := raised + 1;
  END LOOP;
  RETURN raised;
END
$$;

-- Triage ------------------------------------------------------------------------

-- The expertise in which a person may sign that an event has no effect on a
-- page: one that its review rules ask for, in which they are eligible as for a
-- review of the live text. Refuses with the reason.
CREATE FUNCTION desk.expertise_to_triage(p_person uuid, p_page uuid, p_version uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
DECLARE
  as_expert text;
  standing text := interest_standing(p_person, p_page);
BEGIN
  SELECT n.expertise INTO as_expert FROM page pg
    JOIN review_rules r ON r.page_kind = pg.kind AND r.number = (SELECT max(number) FROM review_rules WHERE page_kind = pg.kind)
    JOIN review_rules_need n ON n.rules_id = r.id
   WHERE pg.id = p_page AND n.expertise NOT IN ('editor', 'colleague') AND holds(p_person, n.expertise) ORDER BY n.step, n.expertise LIMIT 1;
  IF as_expert IS NULL THEN
    PERFORM refuse('403', 'lacks_expertise');
  ELSIF has_words_in(p_version, p_person) THEN
    PERFORM refuse('403', 'own_work');
  ELSIF standing IN ('undeclared', 'declaration_expired', 'unanswered') THEN
    PERFORM refuse('409', 'interests_missing');
  ELSIF standing NOT IN ('none', 'institutional_accepted') THEN
    PERFORM refuse('403', 'interests_exclude');
  END IF;
  RETURN as_expert;
END
$$;

-- One page of one item, once. p_sha is the hash of the live text that the person
-- saw. The consequence is the existing act with all its own rules, performed
-- for the same person in the same transaction.
CREATE FUNCTION desk.triage_watch_item(p_session text, p_grant text, p_item uuid, p_page uuid, p_sha text, p_outcome text, p_reason text,
  p_due date DEFAULT NULL, p_blocks text[] DEFAULT '{}', p_type text DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  live publication;
  done watch_triage;
  block text;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  IF p_outcome IS NULL OR p_outcome NOT IN ('no_effect', 'review_brought_forward', 'safety_correction', 'withheld', 'withdrawn') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM require_knowing(p_page, me.id);
  PERFORM FROM watch_touch WHERE item_id = p_item AND page_id = p_page FOR KEY SHARE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM person WHERE id = me.id FOR SHARE;
  IF EXISTS (SELECT FROM watch_triage WHERE item_id = p_item AND page_id = p_page) THEN
    PERFORM refuse('409', 'already_triaged');
  END IF;
  SELECT * INTO live FROM publication WHERE page_id = p_page AND ended_at IS NULL;
  IF live.id IS NULL THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  IF live.content_sha256 IS DISTINCT FROM p_sha OR NOT (SELECT waits FROM watch_standing WHERE item_id = p_item AND page_id = p_page) THEN
    PERFORM refuse('409', 'text_moved_on');
  END IF;
  IF p_outcome IN ('safety_correction', 'withheld') AND coalesce(cardinality(p_blocks), 0) = 0 THEN
    PERFORM refuse('422', 'scope_missing');
  END IF;
  CASE p_outcome
    WHEN 'no_effect' THEN
      done.expertise := expertise_to_triage(me.id, p_page, live.version_id);
      done.method := use_grant(p_grant, p_session, me.id, 'triage_watch_item', content_hash(p_item || ' ' || p_sha));
      done.signed_name := btrim(me.prefix || ' ' || me.name);
    WHEN 'review_brought_forward' THEN
      done.brought_forward_id := bring_date_forward(p_session, p_page, p_due, p_reason);
    WHEN 'safety_correction' THEN
      -- One that is open already for these blocks takes this in too.
      SELECT id INTO done.draft_id FROM draft WHERE page_id = p_page AND line = 'correction' AND closed_at IS NULL AND scope @> p_blocks;
      IF done.draft_id IS NULL THEN
        done.draft_id := open_correction(p_session, p_page, p_blocks, p_reason);
      ELSE
        PERFORM require_writer(p_page, me.id);
      END IF;
    WHEN 'withheld' THEN
      FOREACH block IN ARRAY ARRAY(SELECT DISTINCT b FROM unnest(p_blocks) b ORDER BY b) LOOP
        PERFORM withhold_block(p_session, p_page, block, p_reason);
      END LOOP;
    WHEN 'withdrawn' THEN
      PERFORM withdraw(p_session, p_page, p_type, false, p_reason);
  END CASE;
  INSERT INTO watch_triage (item_id, page_id, outcome, reason, publication_id, content_sha256, triaged_by, expertise, method, signed_name,
    brought_forward_id, draft_id, block_ids)
  VALUES (p_item, p_page, p_outcome, p_reason, live.id, p_sha, me.id, done.expertise, done.method, done.signed_name, done.brought_forward_id, done.draft_id,
    CASE WHEN p_outcome IN ('safety_correction', 'withheld') THEN p_blocks ELSE '{}' END) RETURNING id INTO done.id;
  PERFORM record_audit('triage_watch_item', me.id, p_page, jsonb_build_object('triage', done.id, 'item', p_item, 'outcome', p_outcome, 'sha256', p_sha,
    'publication', live.id, 'expertise', done.expertise, 'method', done.method, 'reason_sha256', content_hash(p_reason)));
  RETURN done.id;
END
$$;

-- What nobody triaged in its working day is told again: on the first late day,
-- and every seventh day after. Once each, however many engines run.
CREATE FUNCTION desk.raise_late_triage() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  today_is date := today();
  late record;
  who record;
  raised integer := 0;
BEGIN
  FOR late IN SELECT item_id, concat_ws(':', 'watch_late', item_id, (today_is - min(triage_by) - 1) / 7) AS key
                FROM watch_standing WHERE waits GROUP BY item_id HAVING min(triage_by) < today_is ORDER BY item_id LOOP
    FOR who IN SELECT * FROM triagers_of(late.item_id) LOOP
      CONTINUE WHEN EXISTS (SELECT FROM alert WHERE reason_key = late.key || ':' || who.person_id);
      PERFORM raise_alert('watch_item', who.person_id, who.page_id, late.key, jsonb_build_object('itemId', late.item_id));
      raised := raised + 1;
    END LOOP;
  END LOOP;
  RETURN raised;
END
$$;

GRANT SELECT ON desk.watch_item, desk.watch_touch, desk.watch_triage, desk.watch_standing TO desk_app;
GRANT EXECUTE ON FUNCTION desk.is_source(text, text, text), desk.raise_watch_item(text, text, text, text, text, text, date, text),
  desk.triage_watch_item(text, text, uuid, uuid, text, text, text, date, text[], text), desk.raise_late_triage() TO desk_app;
GRANT EXECUTE ON FUNCTION desk.raise_reference_watch_items(uuid) TO desk_checks;
GRANT EXECUTE ON FUNCTION desk.raise_watch_item_by_token(text, text, text, text, text, text, date, text) TO desk_app;
GRANT EXECUTE ON FUNCTION desk.operator_make_token(text, text, text), desk.operator_end_token(uuid) TO desk_auth;
