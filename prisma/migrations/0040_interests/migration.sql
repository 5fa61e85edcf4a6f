-- Interests whole: the yearly declaration has entries (entity, kind, whose, from
-- and until month) in the terms of the ICMJE disclosure form, and they are held
-- against the makers of the therapies that a page names, and their rivals.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.interest_entry (
  declaration_id uuid NOT NULL REFERENCES desk.interest_declaration ON DELETE RESTRICT,
  position integer NOT NULL CHECK (position > 0),
  entity text NOT NULL CHECK (btrim(entity) <> '' AND length(entity) <= 200),
  kind text NOT NULL CHECK (kind IN ('employment', 'consultancy', 'honoraria', 'grant', 'shares', 'patent', 'unpaid_role', 'other')),
  scope text NOT NULL CHECK (scope IN ('personal', 'institutional')),
  from_month text NOT NULL CHECK (from_month ~ '^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$'),
  until_month text CHECK (until_month ~ '^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$' AND until_month >= from_month),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  PRIMARY KEY (declaration_id, position)
);
SELECT desk.make_immutable('desk.interest_entry');

-- The therapies that a version names, written down when it is made.
CREATE TABLE desk.version_therapy (
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  therapy_key text NOT NULL,
  therapy text NOT NULL,
  PRIMARY KEY (version_id, therapy_key)
);
SELECT desk.make_immutable('desk.version_therapy');

-- How the interests of everybody behind a publication stood when it went out.
CREATE TABLE desk.publication_interest (
  publication_id uuid NOT NULL REFERENCES desk.publication ON DELETE RESTRICT,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  capacity text NOT NULL CHECK (capacity IN ('author', 'reviewer', 'editor')),
  standing text NOT NULL,
  details text NOT NULL DEFAULT '',
  public_reason text,
  named jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (publication_id, person_id, capacity)
);
SELECT desk.make_immutable('desk.publication_interest');

-- Makers ----------------------------------------------------------------------

-- A row says who makes a therapy, or who is its rival ('rival'); makers of
-- therapies that share one of the groups are rivals of each other.
ALTER TABLE desk.reference_maker
  ADD COLUMN role text NOT NULL DEFAULT 'maker' CHECK (role IN ('maker', 'rival')),
  ADD COLUMN rival_groups text[] NOT NULL DEFAULT '{}',
  ADD COLUMN other_names text[] NOT NULL DEFAULT '{}',
  ADD COLUMN therapy_key text GENERATED ALWAYS AS (lower(regexp_replace(btrim(drug), '\s+', ' ', 'g'))) STORED;
CREATE INDEX reference_maker_therapy_idx ON desk.reference_maker (set_id, therapy_key);

-- A therapy as it is looked up: small letters, single spaces, without its salt.
CREATE FUNCTION desk.therapy_key(p_name text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT regexp_replace(lower(regexp_replace(btrim(p_name), '\s+', ' ', 'g')),
    '(.) (hydrochloride|dihydrochloride|mesylate|mesilate|malate|maleate|tosylate|tosilate|sulfate|sulphate|phosphate|fumarate|camsylate|sodium|monohydrate)$', '\1')
$$;

-- A company as it is compared: small letters without accents and signs, and
-- without the words that only say what kind of company it is.
CREATE FUNCTION desk.company_key(p_name text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  WITH plain AS (
    SELECT btrim(regexp_replace(translate(lower(p_name), 'áàâäãåéèêëíìîïóòôöõøúùûüçñ.''’', 'aaaaaaeeeeiiiioooooouuuucn'), '[^a-z0-9]+', ' ', 'g')) AS name
  ), short AS (
    SELECT name, btrim(regexp_replace(regexp_replace(' ' || name || ' ',
      ' (?:(?:ltd|limited|inc|incorporated|plc|llc|llp|lp|corp|corporation|co|company|gmbh|ag|sa|sas|spa|srl|nv|bv|ab|as|oy|pty|kk|group|holdings?|international|global|uk|us|usa|europe|and|the|of|pharma|pharmaceuticals?) )+', ' ', 'g'), ' +', ' ', 'g')) AS key
      FROM plain
  )
  SELECT coalesce(nullif(key, ''), name) FROM short
$$;

CREATE FUNCTION desk.makers_in_use() RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (SELECT id FROM reference_set WHERE kind = 'makers' AND finished_at IS NOT NULL ORDER BY finished_at DESC, id LIMIT 1);
END
$$;

-- What a text names: its marked therapies; words with the stem of a targeted
-- medicine in the WHO's list of non-proprietary names; words that the table has.
CREATE FUNCTION desk.named_therapies(p_content text) RETURNS TABLE (therapy_key text, therapy text)
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH marked AS (
    SELECT btrim(n #>> '{}') AS therapy
      FROM jsonb_path_query(p_content::jsonb -> 'body', 'strict $.** ? (@.type == "therapy").attrs.name', '{}', true) n
  ), words AS (
    SELECT DISTINCT w FROM string_to_table(
      regexp_replace(lower(replace(replace(p_content, '\n', ' '), '\t', ' ')), '[^a-z0-9]+', ' ', 'g'), ' ') w
     WHERE length(w) BETWEEN 4 AND 60
  )
  SELECT DISTINCT ON (k.key) k.key, k.therapy FROM (
    SELECT therapy_key(m.therapy) AS key, m.therapy, 1 AS rank FROM marked m WHERE m.therapy <> ''
    UNION ALL
    SELECT w.w, w.w, 2 FROM words w
     WHERE w.w ~ '^[a-z]{4,}(nib|mab|parib|ciclib|rasib|lisib|degib|zomib|clax)$'
        OR EXISTS (SELECT FROM reference_maker m WHERE m.set_id = makers_in_use() AND m.therapy_key = w.w)
  ) k ORDER BY k.key, k.rank, k.therapy;
END
$$;

CREATE FUNCTION desk.record_version_therapies() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO version_therapy (version_id, therapy_key, therapy) SELECT NEW.id, t.therapy_key, t.therapy FROM named_therapies(NEW.content) t;
  RETURN NULL;
END
$$;
CREATE TRIGGER version_therapies AFTER INSERT ON desk.version
  FOR EACH ROW EXECUTE FUNCTION desk.record_version_therapies();

-- What a page names: the newest version of each of its open drafts, and what is
-- live; a page never submitted, its main draft. since: when it first did so.
CREATE FUNCTION desk.page_therapies(p_page uuid) RETURNS TABLE (therapy_key text, therapy text, since timestamptz)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF EXISTS (SELECT FROM version WHERE page_id = p_page) THEN
    RETURN QUERY
    SELECT DISTINCT ON (t.therapy_key) t.therapy_key, t.therapy,
           (SELECT min(w.submitted_at) FROM version w JOIN version_therapy wt ON wt.version_id = w.id
             WHERE w.page_id = p_page AND wt.therapy_key = t.therapy_key)
      FROM version_therapy t
     WHERE t.version_id IN (
       SELECT DISTINCT ON (v.draft_id) v.id FROM version v JOIN draft d ON d.id = v.draft_id
        WHERE v.page_id = p_page AND d.closed_at IS NULL ORDER BY v.draft_id, v.number DESC)
        OR t.version_id = (SELECT p.version_id FROM publication p WHERE p.page_id = p_page AND p.ended_at IS NULL)
     ORDER BY t.therapy_key, t.therapy;
  ELSE
    RETURN QUERY
    SELECT n.therapy_key, n.therapy, '-infinity'::timestamptz
      FROM draft d CROSS JOIN LATERAL named_therapies(d.content) n
     WHERE d.page_id = p_page AND d.line = 'main' AND d.closed_at IS NULL;
  END IF;
END
$$;

-- Therapies of a page whose maker the table does not have. Said wherever the
-- check is shown; nobody may take them for checked.
CREATE FUNCTION desk.unlisted_therapies(p_page uuid) RETURNS TABLE (therapy text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT t.therapy FROM page_therapies(p_page) t
   WHERE NOT EXISTS (SELECT FROM reference_maker m WHERE m.set_id = makers_in_use() AND m.therapy_key = t.therapy_key AND m.role = 'maker')
   ORDER BY t.therapy;
END
$$;

-- The check -------------------------------------------------------------------

-- What the newest declaration of a person says of the makers of the therapies
-- that a page names, and of their rivals. An interest that ended more than 36
-- months ago is no longer held against anybody (the span of the ICMJE form).
-- 'personal': a payment, shares or a patent of their own; 'institutional':
-- funding of the institution, or an unpaid role. Where one listed company's
-- name stands inside another's, the longer name is meant.
CREATE FUNCTION desk.interest_conflicts(p_person uuid, p_page uuid)
RETURNS TABLE (entity text, kind text, scope text, therapy text, company text, relation text, standing text, since timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  declared interest_declaration;
BEGIN
  SELECT * INTO declared FROM interest_declaration WHERE person_id = p_person ORDER BY declared_at DESC, id LIMIT 1;
  IF declared.id IS NULL OR NOT EXISTS (SELECT FROM interest_entry WHERE declaration_id = declared.id) THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH entries AS (
    SELECT e.*, ' ' || company_key(e.entity) || ' ' AS key FROM interest_entry e
     WHERE e.declaration_id = declared.id
       AND (e.until_month IS NULL OR e.until_month >= to_char(today() - interval '36 months', 'YYYY-MM'))
  ), listed AS (
    SELECT * FROM reference_maker WHERE set_id = makers_in_use()
  ), names AS (
    SELECT DISTINCT l.maker, ' ' || company_key(n) || ' ' AS key FROM listed l CROSS JOIN LATERAL unnest(l.maker || l.other_names) n
  ), meant AS (
    SELECT DISTINCT e.position, n.maker FROM entries e JOIN names n ON strpos(e.key, n.key) > 0
     WHERE NOT EXISTS (SELECT FROM names o WHERE o.maker <> n.maker AND length(o.key) > length(n.key)
                         AND strpos(o.key, n.key) > 0 AND strpos(e.key, o.key) > 0)
  ), held AS (
    SELECT t.therapy, t.since, l.maker, l.role AS relation, l.therapy_key, l.rival_groups
      FROM page_therapies(p_page) t JOIN listed l ON l.therapy_key = t.therapy_key
  ), against AS (
    SELECT therapy, since, maker, relation FROM held
    UNION ALL
    SELECT h.therapy, h.since, o.maker, 'rival' FROM held h
      JOIN listed o ON o.role = 'maker' AND o.rival_groups && h.rival_groups AND o.therapy_key <> h.therapy_key
     WHERE h.relation = 'maker'
  )
  SELECT DISTINCT ON (e.position, a.therapy) e.entity, e.kind, e.scope, a.therapy, a.maker, a.relation,
         CASE WHEN e.kind = 'employment' OR (e.scope = 'personal' AND e.kind <> 'unpaid_role') THEN 'personal' ELSE 'institutional' END,
         greatest(declared.declared_at, a.since)
    FROM entries e JOIN meant m ON m.position = e.position JOIN against a ON a.maker = m.maker
   ORDER BY e.position, a.therapy, a.relation, a.maker;
END
$$;

-- none | institutional_accepted | institutional_open | institutional_refused |
-- personal | undeclared | declaration_expired | unanswered
-- What the declaration says of a maker weighs more than an answer: a personal
-- interest excludes whatever was answered, and an institutional one wants an
-- answer that tells of it, and a ruling on what was found since.
CREATE OR REPLACE FUNCTION desk.interest_standing(p_person uuid, p_page uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
DECLARE
  declared interest_declaration;
  answered interest_answer;
  ruled interest_ruling;
  found_since timestamptz;
BEGIN
  SELECT * INTO declared FROM interest_declaration WHERE person_id = p_person ORDER BY declared_at DESC, id LIMIT 1;
  IF declared.id IS NULL THEN
    RETURN 'undeclared';
  ELSIF declared.valid_until < today() THEN
    RETURN 'declaration_expired';
  END IF;
  SELECT * INTO answered FROM interest_answer WHERE person_id = p_person AND page_id = p_page ORDER BY answered_at DESC, id LIMIT 1;
  IF answered.level = 'personal' THEN
    RETURN 'personal';
  END IF;
  IF EXISTS (SELECT FROM interest_entry WHERE declaration_id = declared.id) THEN
    IF EXISTS (SELECT FROM interest_conflicts(p_person, p_page) c WHERE c.standing = 'personal') THEN
      RETURN 'personal';
    END IF;
    SELECT max(c.since) INTO found_since FROM interest_conflicts(p_person, p_page) c;
  END IF;
  IF answered.id IS NULL OR (answered.level = 'none' AND found_since IS NOT NULL) THEN
    RETURN 'unanswered';
  ELSIF answered.level = 'none' THEN
    RETURN 'none';
  END IF;
  SELECT * INTO ruled FROM interest_ruling WHERE answer_id = answered.id;
  RETURN CASE
    WHEN ruled.answer_id IS NULL THEN 'institutional_open'
    WHEN ruled.ruled_at < found_since THEN 'unanswered'
    WHEN ruled.is_accepted THEN 'institutional_accepted'
    ELSE 'institutional_refused' END;
END
$$;

-- The same for screens.
CREATE FUNCTION desk.standing_of_interests(p_person uuid, p_page uuid) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT interest_standing(p_person, p_page)
$$;

-- Acts ------------------------------------------------------------------------

-- A declaration holds for a year. p_entries: [{entity, kind, scope, fromMonth,
-- untilMonth, note}]; there are some exactly when there is something to declare.
DROP FUNCTION desk.declare_interests(text, boolean, text);
CREATE FUNCTION desk.declare_interests(p_session text, p_has_none boolean, p_statement text, p_entries jsonb DEFAULT '[]') RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  entries jsonb := coalesce(p_entries, '[]');
  new_id uuid;
BEGIN
  IF p_has_none IS NULL OR jsonb_typeof(entries) <> 'array' OR jsonb_array_length(entries) > 100
     OR (p_has_none AND jsonb_array_length(entries) > 0) THEN
    PERFORM refuse('422', 'entries_invalid');
  END IF;
  IF NOT p_has_none AND jsonb_array_length(entries) = 0 THEN
    PERFORM refuse('422', 'statement_missing');
  END IF;
  IF length(coalesce(p_statement, '')) > 5000 THEN
    PERFORM refuse('422', 'statement_missing');
  END IF;
  PERFORM FROM person WHERE id = me.id FOR NO KEY UPDATE;
  INSERT INTO interest_declaration (person_id, has_none, statement, valid_until)
  VALUES (me.id, p_has_none, btrim(coalesce(p_statement, '')), (today() + interval '1 year')::date) RETURNING id INTO new_id;
  BEGIN
    INSERT INTO interest_entry (declaration_id, position, entity, kind, scope, from_month, until_month, note)
      SELECT new_id, n, btrim(e ->> 'entity'), e ->> 'kind', e ->> 'scope', e ->> 'fromMonth', nullif(e ->> 'untilMonth', ''), btrim(coalesce(e ->> 'note', ''))
        FROM jsonb_array_elements(entries) WITH ORDINALITY t(e, n);
  EXCEPTION WHEN check_violation OR not_null_violation THEN
    PERFORM refuse('422', 'entries_invalid');
  END;
  IF EXISTS (SELECT FROM interest_entry WHERE declaration_id = new_id AND from_month > to_char(today(), 'YYYY-MM')) THEN
    PERFORM refuse('422', 'entries_invalid');
  END IF;
  PERFORM record_audit('declare_interests', me.id, NULL, jsonb_build_object('declaration', new_id, 'has_none', p_has_none,
    'statement_sha256', content_hash(coalesce(p_statement, '')), 'entries', jsonb_array_length(entries), 'entries_sha256', content_hash(entries::text)));
  RETURN new_id;
END
$$;

-- "No interests" is not taken where the declaration names a maker, or a rival.
CREATE OR REPLACE FUNCTION desk.answer_interests(p_session text, p_page uuid, p_level text, p_details text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  contradiction jsonb;
  new_id uuid;
BEGIN
  IF p_level IS NULL OR p_level NOT IN ('none', 'institutional', 'personal') THEN
    PERFORM refuse('422', 'interests_missing');
  END IF;
  IF p_level <> 'none' THEN
    PERFORM require_text(p_details, 'statement_missing', 2000);
  END IF;
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM person WHERE id = me.id FOR NO KEY UPDATE;
  IF p_level = 'none' THEN
    SELECT jsonb_build_object('entity', c.entity, 'company', c.company, 'therapy', c.therapy) INTO contradiction
      FROM interest_conflicts(me.id, p_page) c ORDER BY c.standing DESC, c.entity, c.therapy LIMIT 1;
    IF contradiction IS NOT NULL THEN
      PERFORM refuse('409', 'interests_found', contradiction);
    END IF;
  END IF;
  INSERT INTO interest_answer (person_id, page_id, level, details) VALUES (me.id, p_page, p_level, coalesce(p_details, '')) RETURNING id INTO new_id;
  PERFORM record_audit('answer_interests', me.id, p_page, jsonb_build_object('answer', new_id, 'level', p_level));
  RETURN new_id;
END
$$;

-- The editor who puts a page out ------------------------------------------------

-- Why may this editor's interests not let them publish this page? Null when
-- they do. Without a finding of the check no answer of theirs is asked for.
CREATE FUNCTION desk.publisher_interests(p_person uuid, p_page uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  standing text := interest_standing(p_person, p_page);
BEGIN
  IF standing IN ('none', 'institutional_accepted')
     OR (standing = 'unanswered' AND NOT EXISTS (SELECT FROM interest_conflicts(p_person, p_page))) THEN
    RETURN NULL;
  END IF;
  RETURN standing;
END
$$;

CREATE FUNCTION desk.guard_publisher_interests() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  by_whom uuid := CASE TG_TABLE_NAME WHEN 'schedule' THEN to_jsonb(NEW) ->> 'scheduled_by' ELSE to_jsonb(NEW) ->> 'published_by' END;
  standing text;
BEGIN
  PERFORM FROM page WHERE id = NEW.page_id FOR NO KEY UPDATE;
  PERFORM FROM person WHERE id = by_whom FOR SHARE;
  standing := publisher_interests(by_whom, NEW.page_id);
  IF standing IS NOT NULL THEN
    PERFORM refuse('409', 'blocked', jsonb_build_object('blockers', jsonb_build_array(jsonb_build_object('code', 'interests', 'who', 'editor',
      'detail', jsonb_build_object('person', (SELECT name FROM person WHERE id = by_whom), 'standing', standing, 'capacity', 'publisher')))));
  END IF;
  RETURN NEW;
END
$$;
-- After the gate, so that its own list comes first.
CREATE TRIGGER publication_publisher_interests BEFORE INSERT ON desk.publication
  FOR EACH ROW EXECUTE FUNCTION desk.guard_publisher_interests();
CREATE TRIGGER schedule_publisher_interests BEFORE INSERT ON desk.schedule
  FOR EACH ROW EXECUTE FUNCTION desk.guard_publisher_interests();

-- The interests of those behind a publication, as they stand at its moment.
CREATE FUNCTION desk.record_publication_interests() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO publication_interest (publication_id, person_id, capacity, standing, details, public_reason, named)
  SELECT NEW.id, b.person_id, b.capacity, interest_standing(b.person_id, NEW.page_id), coalesce(a.details, ''), r.public_reason,
         coalesce((SELECT jsonb_agg(jsonb_build_object('entity', c.entity, 'kind', c.kind, 'scope', c.scope, 'therapy', c.therapy,
                     'company', c.company, 'relation', c.relation)) FROM interest_conflicts(b.person_id, NEW.page_id) c), '[]')
    FROM (SELECT c.person_id, 'author' AS capacity FROM version_contributor c WHERE c.version_id = NEW.version_id AND c.because = 'credited'
          UNION SELECT d.person_id, 'reviewer' FROM publication_approval pa JOIN decision d ON d.id = pa.decision_id WHERE pa.publication_id = NEW.id
          UNION SELECT NEW.published_by, 'editor') b
    LEFT JOIN LATERAL (SELECT * FROM interest_answer ia WHERE ia.person_id = b.person_id AND ia.page_id = NEW.page_id
                        ORDER BY ia.answered_at DESC, ia.id LIMIT 1) a ON true
    LEFT JOIN interest_ruling r ON r.answer_id = a.id;
  RETURN NULL;
END
$$;
-- By name after publication_follow, which writes the approvals it rests on.
CREATE TRIGGER publication_interests AFTER INSERT ON desk.publication
  FOR EACH ROW EXECUTE FUNCTION desk.record_publication_interests();

-- What readers see ----------------------------------------------------------------

-- Beside each signer of what is public, and each author of it: how their interests stood then, for one sentence. A signer goes by the
-- name and the version that public_reviewer has.
CREATE VIEW desk.public_interest WITH (security_barrier) AS
SELECT s.slug, pi.capacity, v.number AS version_number, d.signed_name AS name, NULL::uuid AS person_id, pi.standing, pi.details, pi.public_reason
  FROM desk.page_standing s
  CROSS JOIN LATERAL desk.publication_line(s.publication_id) l
  JOIN desk.publication_interest pi ON pi.publication_id = l.publication_id AND pi.capacity = 'reviewer'
  JOIN desk.publication p ON p.id = pi.publication_id
  JOIN desk.version v ON v.id = p.version_id
  JOIN desk.publication_approval pa ON pa.publication_id = p.id
  JOIN desk.decision d ON d.id = pa.decision_id AND d.person_id = pi.person_id
 WHERE s.public_state IN ('live', 'due_soon', 'overdue')
   AND NOT EXISTS (SELECT FROM desk.revocation r WHERE r.decision_id = d.id)
UNION ALL
SELECT s.slug, pi.capacity, v.number, btrim(person.prefix || ' ' || person.name), person.id, pi.standing, pi.details, pi.public_reason
  FROM desk.page_standing s
  JOIN desk.publication_interest pi ON pi.publication_id = s.publication_id AND pi.capacity = 'author'
  JOIN desk.publication p ON p.id = pi.publication_id
  JOIN desk.version v ON v.id = p.version_id
  JOIN desk.person person ON person.id = pi.person_id
 WHERE s.public_state IN ('live', 'due_soon', 'overdue');

-- What is there already --------------------------------------------------------------

INSERT INTO desk.version_therapy (version_id, therapy_key, therapy)
  SELECT v.id, t.therapy_key, t.therapy FROM desk.version v CROSS JOIN LATERAL desk.named_therapies(v.content) t;

-- The table that ships: holders named in the product information of the EMA and
-- the FDA, typed by hand (prisma/reference/makers-2026-11-21.tsv is the same). Dated
-- before anything that a desk loads, so that a desk's own table takes its place.
WITH shipped AS (
  INSERT INTO desk.reference_set (kind, version, source_file, row_count, loaded_at, finished_at)
  VALUES ('makers', '2026-11-21', 'makers-2026-11-21.tsv', 0, '2000-01-01T00:00:00Z', '2000-01-01T00:00:00Z') RETURNING id
), company (name, other_names) AS (VALUES
  ('AbbVie', '{"Pharmacyclics","ImmunoGen"}'),
  ('Amgen', '{"Onyx Pharmaceuticals"}'),
  ('Amryt', '{"Aegerion","Chiesi"}'),
  ('Astellas', '{"Astellas Pharma"}'),
  ('AstraZeneca', '{"MedImmune","Alexion","Acerta Pharma"}'),
  ('Bayer', '{"Bayer HealthCare","Bayer Schering"}'),
  ('BeiGene', '{"BeOne Medicines"}'),
  ('Blueprint Medicines', '{}'),
  ('Boehringer Ingelheim', '{}'),
  ('Bristol Myers Squibb', '{"Bristol-Myers Squibb","BMS","Celgene","Turning Point Therapeutics","Mirati Therapeutics"}'),
  ('Daiichi Sankyo', '{"Daiichi-Sankyo","Plexxikon"}'),
  ('Day One Biopharmaceuticals', '{}'),
  ('Deciphera', '{"Deciphera Pharmaceuticals","Ono Pharmaceutical"}'),
  ('Eisai', '{}'),
  ('Eli Lilly', '{"Lilly","Loxo Oncology","Loxo","ImClone Systems"}'),
  ('Exelixis', '{}'),
  ('GSK', '{"GlaxoSmithKline","Tesaro"}'),
  ('Incyte', '{}'),
  ('Ipsen', '{"Epizyme","Ipsen Biopharmaceuticals"}'),
  ('Jazz Pharmaceuticals', '{}'),
  ('Johnson & Johnson', '{"Janssen","Janssen-Cilag","Actelion"}'),
  ('MSD', '{"Merck Sharp & Dohme","Merck & Co","Schering-Plough"}'),
  ('Menarini', '{"Stemline Therapeutics"}'),
  ('Merck KGaA', '{"Merck Serono","EMD Serono","Merck Healthcare KGaA"}'),
  ('Novartis', '{"Sandoz","Advanced Accelerator Applications"}'),
  ('Nuvation Bio', '{"AnHeart Therapeutics"}'),
  ('Pfizer', '{"Wyeth","Array BioPharma","Seagen","Seattle Genetics","Medivation","Warner-Lambert"}'),
  ('Pierre Fabre', '{"Pierre Fabre Medicament"}'),
  ('Puma Biotechnology', '{}'),
  ('Regeneron', '{"Regeneron Pharmaceuticals"}'),
  ('Rigel', '{"Rigel Pharmaceuticals"}'),
  ('Roche', '{"F. Hoffmann-La Roche","Hoffmann-La Roche","Genentech","Chugai","Ignyta","Foundation Medicine"}'),
  ('Sanofi', '{"Genzyme","Sanofi-Aventis"}'),
  ('Servier', '{"Les Laboratoires Servier","Servier Laboratories"}'),
  ('SpringWorks', '{"SpringWorks Therapeutics"}'),
  ('Syndax', '{"Syndax Pharmaceuticals"}'),
  ('Taiho', '{"Taiho Oncology","Taiho Pharmaceutical"}'),
  ('Takeda', '{"Ariad Pharmaceuticals","Millennium Pharmaceuticals","Shire"}'),
  ('Ultragenyx', '{}'),
  ('Vertex', '{"Vertex Pharmaceuticals"}'),
  ('pharmaand', '{"pharma& Schweiz","zr pharma&","Clovis Oncology"}')), therapy (drug, maker, rival_groups) AS (VALUES
  ('crizotinib', 'Pfizer', '{"ALK inhibitors","ROS1 inhibitors"}'),
  ('Xalkori', 'Pfizer', '{"ALK inhibitors","ROS1 inhibitors"}'),
  ('lorlatinib', 'Pfizer', '{"ALK inhibitors","ROS1 inhibitors"}'),
  ('Lorviqua', 'Pfizer', '{"ALK inhibitors","ROS1 inhibitors"}'),
  ('Lorbrena', 'Pfizer', '{"ALK inhibitors","ROS1 inhibitors"}'),
  ('ceritinib', 'Novartis', '{"ALK inhibitors","ROS1 inhibitors"}'),
  ('Zykadia', 'Novartis', '{"ALK inhibitors","ROS1 inhibitors"}'),
  ('alectinib', 'Roche', '{"ALK inhibitors"}'),
  ('Alecensa', 'Roche', '{"ALK inhibitors"}'),
  ('brigatinib', 'Takeda', '{"ALK inhibitors","ROS1 inhibitors"}'),
  ('Alunbrig', 'Takeda', '{"ALK inhibitors","ROS1 inhibitors"}'),
  ('entrectinib', 'Roche', '{"ROS1 inhibitors","TRK inhibitors"}'),
  ('Rozlytrek', 'Roche', '{"ROS1 inhibitors","TRK inhibitors"}'),
  ('repotrectinib', 'Bristol Myers Squibb', '{"ROS1 inhibitors","TRK inhibitors"}'),
  ('Augtyro', 'Bristol Myers Squibb', '{"ROS1 inhibitors","TRK inhibitors"}'),
  ('taletrectinib', 'Nuvation Bio', '{"ROS1 inhibitors"}'),
  ('Ibtrozi', 'Nuvation Bio', '{"ROS1 inhibitors"}'),
  ('larotrectinib', 'Bayer', '{"TRK inhibitors"}'),
  ('Vitrakvi', 'Bayer', '{"TRK inhibitors"}'),
  ('selpercatinib', 'Eli Lilly', '{"RET inhibitors"}'),
  ('Retsevmo', 'Eli Lilly', '{"RET inhibitors"}'),
  ('Retevmo', 'Eli Lilly', '{"RET inhibitors"}'),
  ('pralsetinib', 'Roche', '{"RET inhibitors"}'),
  ('Gavreto', 'Roche', '{"RET inhibitors"}'),
  ('pralsetinib', 'Rigel', '{"RET inhibitors"}'),
  ('Gavreto', 'Rigel', '{"RET inhibitors"}'),
  ('pralsetinib', 'Blueprint Medicines', '{"RET inhibitors"}'),
  ('Gavreto', 'Blueprint Medicines', '{"RET inhibitors"}'),
  ('vandetanib', 'Sanofi', '{"RET inhibitors","VEGFR inhibitors"}'),
  ('Caprelsa', 'Sanofi', '{"RET inhibitors","VEGFR inhibitors"}'),
  ('cabozantinib', 'Ipsen', '{"RET inhibitors","VEGFR inhibitors"}'),
  ('Cabometyx', 'Ipsen', '{"RET inhibitors","VEGFR inhibitors"}'),
  ('Cometriq', 'Ipsen', '{"RET inhibitors","VEGFR inhibitors"}'),
  ('cabozantinib', 'Exelixis', '{"RET inhibitors","VEGFR inhibitors"}'),
  ('Cabometyx', 'Exelixis', '{"RET inhibitors","VEGFR inhibitors"}'),
  ('Cometriq', 'Exelixis', '{"RET inhibitors","VEGFR inhibitors"}'),
  ('osimertinib', 'AstraZeneca', '{"EGFR inhibitors"}'),
  ('Tagrisso', 'AstraZeneca', '{"EGFR inhibitors"}'),
  ('gefitinib', 'AstraZeneca', '{"EGFR inhibitors"}'),
  ('Iressa', 'AstraZeneca', '{"EGFR inhibitors"}'),
  ('erlotinib', 'Roche', '{"EGFR inhibitors"}'),
  ('Tarceva', 'Roche', '{"EGFR inhibitors"}'),
  ('afatinib', 'Boehringer Ingelheim', '{"EGFR inhibitors"}'),
  ('Giotrif', 'Boehringer Ingelheim', '{"EGFR inhibitors"}'),
  ('Gilotrif', 'Boehringer Ingelheim', '{"EGFR inhibitors"}'),
  ('dacomitinib', 'Pfizer', '{"EGFR inhibitors"}'),
  ('Vizimpro', 'Pfizer', '{"EGFR inhibitors"}'),
  ('lazertinib', 'Johnson & Johnson', '{"EGFR inhibitors"}'),
  ('Lazcluze', 'Johnson & Johnson', '{"EGFR inhibitors"}'),
  ('amivantamab', 'Johnson & Johnson', '{"EGFR inhibitors"}'),
  ('Rybrevant', 'Johnson & Johnson', '{"EGFR inhibitors"}'),
  ('cetuximab', 'Merck KGaA', '{"EGFR antibodies"}'),
  ('Erbitux', 'Merck KGaA', '{"EGFR antibodies"}'),
  ('cetuximab', 'Eli Lilly', '{"EGFR antibodies"}'),
  ('Erbitux', 'Eli Lilly', '{"EGFR antibodies"}'),
  ('panitumumab', 'Amgen', '{"EGFR antibodies"}'),
  ('Vectibix', 'Amgen', '{"EGFR antibodies"}'),
  ('sotorasib', 'Amgen', '{"KRAS G12C inhibitors"}'),
  ('Lumakras', 'Amgen', '{"KRAS G12C inhibitors"}'),
  ('Lumykras', 'Amgen', '{"KRAS G12C inhibitors"}'),
  ('adagrasib', 'Bristol Myers Squibb', '{"KRAS G12C inhibitors"}'),
  ('Krazati', 'Bristol Myers Squibb', '{"KRAS G12C inhibitors"}'),
  ('capmatinib', 'Novartis', '{"MET inhibitors"}'),
  ('Tabrecta', 'Novartis', '{"MET inhibitors"}'),
  ('capmatinib', 'Incyte', '{"MET inhibitors"}'),
  ('Tabrecta', 'Incyte', '{"MET inhibitors"}'),
  ('tepotinib', 'Merck KGaA', '{"MET inhibitors"}'),
  ('Tepmetko', 'Merck KGaA', '{"MET inhibitors"}'),
  ('dabrafenib', 'Novartis', '{"BRAF and MEK inhibitors"}'),
  ('Tafinlar', 'Novartis', '{"BRAF and MEK inhibitors"}'),
  ('trametinib', 'Novartis', '{"BRAF and MEK inhibitors"}'),
  ('Mekinist', 'Novartis', '{"BRAF and MEK inhibitors"}'),
  ('encorafenib', 'Pfizer', '{"BRAF and MEK inhibitors"}'),
  ('Braftovi', 'Pfizer', '{"BRAF and MEK inhibitors"}'),
  ('encorafenib', 'Pierre Fabre', '{"BRAF and MEK inhibitors"}'),
  ('Braftovi', 'Pierre Fabre', '{"BRAF and MEK inhibitors"}'),
  ('binimetinib', 'Pfizer', '{"BRAF and MEK inhibitors"}'),
  ('Mektovi', 'Pfizer', '{"BRAF and MEK inhibitors"}'),
  ('binimetinib', 'Pierre Fabre', '{"BRAF and MEK inhibitors"}'),
  ('Mektovi', 'Pierre Fabre', '{"BRAF and MEK inhibitors"}'),
  ('vemurafenib', 'Roche', '{"BRAF and MEK inhibitors"}'),
  ('Zelboraf', 'Roche', '{"BRAF and MEK inhibitors"}'),
  ('cobimetinib', 'Roche', '{"BRAF and MEK inhibitors"}'),
  ('Cotellic', 'Roche', '{"BRAF and MEK inhibitors"}'),
  ('tovorafenib', 'Day One Biopharmaceuticals', '{"BRAF and MEK inhibitors"}'),
  ('Ojemda', 'Day One Biopharmaceuticals', '{"BRAF and MEK inhibitors"}'),
  ('tovorafenib', 'Ipsen', '{"BRAF and MEK inhibitors"}'),
  ('Ojemda', 'Ipsen', '{"BRAF and MEK inhibitors"}'),
  ('selumetinib', 'AstraZeneca', '{"MEK inhibitors in neurofibromatosis"}'),
  ('Koselugo', 'AstraZeneca', '{"MEK inhibitors in neurofibromatosis"}'),
  ('selumetinib', 'MSD', '{"MEK inhibitors in neurofibromatosis"}'),
  ('Koselugo', 'MSD', '{"MEK inhibitors in neurofibromatosis"}'),
  ('mirdametinib', 'SpringWorks', '{"MEK inhibitors in neurofibromatosis"}'),
  ('Gomekli', 'SpringWorks', '{"MEK inhibitors in neurofibromatosis"}'),
  ('Ezmekly', 'SpringWorks', '{"MEK inhibitors in neurofibromatosis"}'),
  ('mirdametinib', 'Merck KGaA', '{"MEK inhibitors in neurofibromatosis"}'),
  ('Gomekli', 'Merck KGaA', '{"MEK inhibitors in neurofibromatosis"}'),
  ('Ezmekly', 'Merck KGaA', '{"MEK inhibitors in neurofibromatosis"}'),
  ('olaparib', 'AstraZeneca', '{"PARP inhibitors"}'),
  ('Lynparza', 'AstraZeneca', '{"PARP inhibitors"}'),
  ('olaparib', 'MSD', '{"PARP inhibitors"}'),
  ('Lynparza', 'MSD', '{"PARP inhibitors"}'),
  ('niraparib', 'GSK', '{"PARP inhibitors"}'),
  ('Zejula', 'GSK', '{"PARP inhibitors"}'),
  ('niraparib', 'Johnson & Johnson', '{"PARP inhibitors"}'),
  ('Zejula', 'Johnson & Johnson', '{"PARP inhibitors"}'),
  ('rucaparib', 'pharmaand', '{"PARP inhibitors"}'),
  ('Rubraca', 'pharmaand', '{"PARP inhibitors"}'),
  ('talazoparib', 'Pfizer', '{"PARP inhibitors"}'),
  ('Talzenna', 'Pfizer', '{"PARP inhibitors"}'),
  ('pembrolizumab', 'MSD', '{"immune checkpoint inhibitors"}'),
  ('Keytruda', 'MSD', '{"immune checkpoint inhibitors"}'),
  ('nivolumab', 'Bristol Myers Squibb', '{"immune checkpoint inhibitors"}'),
  ('Opdivo', 'Bristol Myers Squibb', '{"immune checkpoint inhibitors"}'),
  ('ipilimumab', 'Bristol Myers Squibb', '{"immune checkpoint inhibitors"}'),
  ('Yervoy', 'Bristol Myers Squibb', '{"immune checkpoint inhibitors"}'),
  ('atezolizumab', 'Roche', '{"immune checkpoint inhibitors"}'),
  ('Tecentriq', 'Roche', '{"immune checkpoint inhibitors"}'),
  ('durvalumab', 'AstraZeneca', '{"immune checkpoint inhibitors"}'),
  ('Imfinzi', 'AstraZeneca', '{"immune checkpoint inhibitors"}'),
  ('cemiplimab', 'Regeneron', '{"immune checkpoint inhibitors"}'),
  ('Libtayo', 'Regeneron', '{"immune checkpoint inhibitors"}'),
  ('avelumab', 'Merck KGaA', '{"immune checkpoint inhibitors"}'),
  ('Bavencio', 'Merck KGaA', '{"immune checkpoint inhibitors"}'),
  ('dostarlimab', 'GSK', '{"immune checkpoint inhibitors"}'),
  ('Jemperli', 'GSK', '{"immune checkpoint inhibitors"}'),
  ('tislelizumab', 'BeiGene', '{"immune checkpoint inhibitors"}'),
  ('Tevimbra', 'BeiGene', '{"immune checkpoint inhibitors"}'),
  ('trastuzumab', 'Roche', '{"HER2 medicines"}'),
  ('Herceptin', 'Roche', '{"HER2 medicines"}'),
  ('pertuzumab', 'Roche', '{"HER2 medicines"}'),
  ('Perjeta', 'Roche', '{"HER2 medicines"}'),
  ('trastuzumab emtansine', 'Roche', '{"HER2 medicines"}'),
  ('Kadcyla', 'Roche', '{"HER2 medicines"}'),
  ('trastuzumab deruxtecan', 'Daiichi Sankyo', '{"HER2 medicines"}'),
  ('Enhertu', 'Daiichi Sankyo', '{"HER2 medicines"}'),
  ('trastuzumab deruxtecan', 'AstraZeneca', '{"HER2 medicines"}'),
  ('Enhertu', 'AstraZeneca', '{"HER2 medicines"}'),
  ('tucatinib', 'Pfizer', '{"HER2 medicines"}'),
  ('Tukysa', 'Pfizer', '{"HER2 medicines"}'),
  ('neratinib', 'Puma Biotechnology', '{"HER2 medicines"}'),
  ('Nerlynx', 'Puma Biotechnology', '{"HER2 medicines"}'),
  ('neratinib', 'Pierre Fabre', '{"HER2 medicines"}'),
  ('Nerlynx', 'Pierre Fabre', '{"HER2 medicines"}'),
  ('lapatinib', 'Novartis', '{"HER2 medicines"}'),
  ('Tyverb', 'Novartis', '{"HER2 medicines"}'),
  ('Tykerb', 'Novartis', '{"HER2 medicines"}'),
  ('zanidatamab', 'Jazz Pharmaceuticals', '{"HER2 medicines"}'),
  ('Ziihera', 'Jazz Pharmaceuticals', '{"HER2 medicines"}'),
  ('alpelisib', 'Novartis', '{"PI3K and AKT inhibitors"}'),
  ('Piqray', 'Novartis', '{"PI3K and AKT inhibitors"}'),
  ('Vijoice', 'Novartis', '{"PI3K and AKT inhibitors"}'),
  ('inavolisib', 'Roche', '{"PI3K and AKT inhibitors"}'),
  ('Itovebi', 'Roche', '{"PI3K and AKT inhibitors"}'),
  ('capivasertib', 'AstraZeneca', '{"PI3K and AKT inhibitors"}'),
  ('Truqap', 'AstraZeneca', '{"PI3K and AKT inhibitors"}'),
  ('everolimus', 'Novartis', '{"mTOR inhibitors"}'),
  ('Afinitor', 'Novartis', '{"mTOR inhibitors"}'),
  ('Votubia', 'Novartis', '{"mTOR inhibitors"}'),
  ('elacestrant', 'Menarini', '{"ESR1 medicines"}'),
  ('Orserdu', 'Menarini', '{"ESR1 medicines"}'),
  ('fulvestrant', 'AstraZeneca', '{"ESR1 medicines"}'),
  ('Faslodex', 'AstraZeneca', '{"ESR1 medicines"}'),
  ('palbociclib', 'Pfizer', '{"CDK4/6 inhibitors"}'),
  ('Ibrance', 'Pfizer', '{"CDK4/6 inhibitors"}'),
  ('ribociclib', 'Novartis', '{"CDK4/6 inhibitors"}'),
  ('Kisqali', 'Novartis', '{"CDK4/6 inhibitors"}'),
  ('abemaciclib', 'Eli Lilly', '{"CDK4/6 inhibitors"}'),
  ('Verzenios', 'Eli Lilly', '{"CDK4/6 inhibitors"}'),
  ('Verzenio', 'Eli Lilly', '{"CDK4/6 inhibitors"}'),
  ('imatinib', 'Novartis', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Glivec', 'Novartis', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Gleevec', 'Novartis', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('sunitinib', 'Pfizer', '{"KIT and BCR::ABL1 inhibitors","VEGFR inhibitors"}'),
  ('Sutent', 'Pfizer', '{"KIT and BCR::ABL1 inhibitors","VEGFR inhibitors"}'),
  ('regorafenib', 'Bayer', '{"KIT and BCR::ABL1 inhibitors","VEGFR inhibitors"}'),
  ('Stivarga', 'Bayer', '{"KIT and BCR::ABL1 inhibitors","VEGFR inhibitors"}'),
  ('ripretinib', 'Deciphera', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Qinlock', 'Deciphera', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('avapritinib', 'Blueprint Medicines', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Ayvakyt', 'Blueprint Medicines', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Ayvakit', 'Blueprint Medicines', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('dasatinib', 'Bristol Myers Squibb', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Sprycel', 'Bristol Myers Squibb', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('nilotinib', 'Novartis', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Tasigna', 'Novartis', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('bosutinib', 'Pfizer', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Bosulif', 'Pfizer', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('ponatinib', 'Takeda', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Iclusig', 'Takeda', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('ponatinib', 'Incyte', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Iclusig', 'Incyte', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('asciminib', 'Novartis', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('Scemblix', 'Novartis', '{"KIT and BCR::ABL1 inhibitors"}'),
  ('axitinib', 'Pfizer', '{"VEGFR inhibitors"}'),
  ('Inlyta', 'Pfizer', '{"VEGFR inhibitors"}'),
  ('pazopanib', 'Novartis', '{"VEGFR inhibitors"}'),
  ('Votrient', 'Novartis', '{"VEGFR inhibitors"}'),
  ('lenvatinib', 'Eisai', '{"VEGFR inhibitors"}'),
  ('Lenvima', 'Eisai', '{"VEGFR inhibitors"}'),
  ('Kisplyx', 'Eisai', '{"VEGFR inhibitors"}'),
  ('bevacizumab', 'Roche', '{"VEGF antibodies"}'),
  ('Avastin', 'Roche', '{"VEGF antibodies"}'),
  ('belzutifan', 'MSD', '{"medicines for VHL disease"}'),
  ('Welireg', 'MSD', '{"medicines for VHL disease"}'),
  ('erdafitinib', 'Johnson & Johnson', '{"FGFR inhibitors"}'),
  ('Balversa', 'Johnson & Johnson', '{"FGFR inhibitors"}'),
  ('pemigatinib', 'Incyte', '{"FGFR inhibitors"}'),
  ('Pemazyre', 'Incyte', '{"FGFR inhibitors"}'),
  ('futibatinib', 'Taiho', '{"FGFR inhibitors"}'),
  ('Lytgobi', 'Taiho', '{"FGFR inhibitors"}'),
  ('ivosidenib', 'Servier', '{"IDH inhibitors"}'),
  ('Tibsovo', 'Servier', '{"IDH inhibitors"}'),
  ('vorasidenib', 'Servier', '{"IDH inhibitors"}'),
  ('Voranigo', 'Servier', '{"IDH inhibitors"}'),
  ('enasidenib', 'Bristol Myers Squibb', '{"IDH inhibitors"}'),
  ('Idhifa', 'Bristol Myers Squibb', '{"IDH inhibitors"}'),
  ('olutasidenib', 'Rigel', '{"IDH inhibitors"}'),
  ('Rezlidhia', 'Rigel', '{"IDH inhibitors"}'),
  ('gilteritinib', 'Astellas', '{"FLT3 inhibitors"}'),
  ('Xospata', 'Astellas', '{"FLT3 inhibitors"}'),
  ('midostaurin', 'Novartis', '{"FLT3 inhibitors"}'),
  ('Rydapt', 'Novartis', '{"FLT3 inhibitors"}'),
  ('quizartinib', 'Daiichi Sankyo', '{"FLT3 inhibitors"}'),
  ('Vanflyta', 'Daiichi Sankyo', '{"FLT3 inhibitors"}'),
  ('revumenib', 'Syndax', '{"menin inhibitors"}'),
  ('Revuforj', 'Syndax', '{"menin inhibitors"}'),
  ('venetoclax', 'AbbVie', '{"BTK and BCL2 inhibitors"}'),
  ('Venclyxto', 'AbbVie', '{"BTK and BCL2 inhibitors"}'),
  ('Venclexta', 'AbbVie', '{"BTK and BCL2 inhibitors"}'),
  ('venetoclax', 'Roche', '{"BTK and BCL2 inhibitors"}'),
  ('Venclyxto', 'Roche', '{"BTK and BCL2 inhibitors"}'),
  ('Venclexta', 'Roche', '{"BTK and BCL2 inhibitors"}'),
  ('ibrutinib', 'Johnson & Johnson', '{"BTK and BCL2 inhibitors"}'),
  ('Imbruvica', 'Johnson & Johnson', '{"BTK and BCL2 inhibitors"}'),
  ('ibrutinib', 'AbbVie', '{"BTK and BCL2 inhibitors"}'),
  ('Imbruvica', 'AbbVie', '{"BTK and BCL2 inhibitors"}'),
  ('acalabrutinib', 'AstraZeneca', '{"BTK and BCL2 inhibitors"}'),
  ('Calquence', 'AstraZeneca', '{"BTK and BCL2 inhibitors"}'),
  ('zanubrutinib', 'BeiGene', '{"BTK and BCL2 inhibitors"}'),
  ('Brukinsa', 'BeiGene', '{"BTK and BCL2 inhibitors"}'),
  ('pirtobrutinib', 'Eli Lilly', '{"BTK and BCL2 inhibitors"}'),
  ('Jaypirca', 'Eli Lilly', '{"BTK and BCL2 inhibitors"}'),
  ('vismodegib', 'Roche', '{"hedgehog inhibitors"}'),
  ('Erivedge', 'Roche', '{"hedgehog inhibitors"}'),
  ('tazemetostat', 'Ipsen', '{}'),
  ('Tazverik', 'Ipsen', '{}'),
  ('ivacaftor', 'Vertex', '{"CFTR modulators"}'),
  ('Kalydeco', 'Vertex', '{"CFTR modulators"}'),
  ('elexacaftor', 'Vertex', '{"CFTR modulators"}'),
  ('Kaftrio', 'Vertex', '{"CFTR modulators"}'),
  ('Trikafta', 'Vertex', '{"CFTR modulators"}'),
  ('evolocumab', 'Amgen', '{"LDL-lowering medicines"}'),
  ('Repatha', 'Amgen', '{"LDL-lowering medicines"}'),
  ('alirocumab', 'Sanofi', '{"LDL-lowering medicines"}'),
  ('Praluent', 'Sanofi', '{"LDL-lowering medicines"}'),
  ('alirocumab', 'Regeneron', '{"LDL-lowering medicines"}'),
  ('Praluent', 'Regeneron', '{"LDL-lowering medicines"}'),
  ('inclisiran', 'Novartis', '{"LDL-lowering medicines"}'),
  ('Leqvio', 'Novartis', '{"LDL-lowering medicines"}'),
  ('evinacumab', 'Ultragenyx', '{"LDL-lowering medicines"}'),
  ('Evkeeza', 'Ultragenyx', '{"LDL-lowering medicines"}'),
  ('evinacumab', 'Regeneron', '{"LDL-lowering medicines"}'),
  ('Evkeeza', 'Regeneron', '{"LDL-lowering medicines"}'),
  ('lomitapide', 'Amryt', '{"LDL-lowering medicines"}'),
  ('Lojuxta', 'Amryt', '{"LDL-lowering medicines"}'),
  ('Juxtapid', 'Amryt', '{"LDL-lowering medicines"}'))
INSERT INTO desk.reference_maker (set_id, drug, maker, rival_groups, other_names)
  SELECT shipped.id, t.drug, t.maker, t.rival_groups::text[], company.other_names::text[]
    FROM shipped, therapy t JOIN company ON company.name = t.maker;
UPDATE desk.reference_set s SET row_count = (SELECT count(*) FROM desk.reference_maker m WHERE m.set_id = s.id)
 WHERE s.kind = 'makers' AND s.source_file = 'makers-2026-11-21.tsv';

GRANT SELECT ON desk.interest_entry, desk.version_therapy, desk.publication_interest TO desk_app;
GRANT SELECT ON desk.public_interest TO desk_public;
GRANT EXECUTE ON FUNCTION desk.declare_interests(text, boolean, text, jsonb), desk.interest_conflicts(uuid, uuid), desk.unlisted_therapies(uuid),
  desk.publisher_interests(uuid, uuid), desk.standing_of_interests(uuid, uuid) TO desk_app;
