-- Whose words they are, however a credit spells their name and whoever puts
-- words back that somebody else wrote; and where somebody works is an editor's
-- to say, as a review by one from outside the authors' institution rests on it.
SET LOCAL ROLE desk_owner;

-- Names ----------------------------------------------------------------------------

-- The words of a name in their order: without accents, apostrophes, other
-- punctuation and what stands before or after a name in many forms.
CREATE FUNCTION desk.name_words(p_text text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
DECLARE
  plain text := lower(regexp_replace(normalize(translate(p_text, '''`´‘’ʹʼ', ''), NFKD), '[\u0300-\u036f]', '', 'g'));
  found text[] := '{}';
  word text;
BEGIN
  plain := replace(replace(replace(translate(plain, 'øłđðı', 'olddi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');
  FOREACH word IN ARRAY regexp_split_to_array(coalesce(plain, ''), '[^[:alnum:]]+') LOOP
    IF word <> '' AND word <> ALL ('{dr,doctor,prof,professor,mr,mrs,ms,miss,mx,sir,dame,jr,sr,ii,iii,iv}'::text[]) THEN
      found := found || word;
    END IF;
  END LOOP;
  RETURN found;
END
$$;

-- A credit names a person who is called p_name when the first and the last word
-- of the name, single letters aside, are among its words; when the two have the
-- same words; or when those of the credit, without the person's own title and
-- credentials, are all of the name's words or at least two of them. Rather one
-- match too many than one too few: it only refuses a signature, or asks for
-- interests. Initials for a given name ("N. Eze"), a transliteration ("Mueller"
-- for "Müller") and a pen name stay unmatched: those need the person's record
-- or ORCID in the credit.
CREATE FUNCTION desk.is_same_name(p_name text[], p_titles text[], p_credit text[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
DECLARE
  written_out text[];
  rest text[];
BEGIN
  IF NOT p_name && p_credit THEN
    RETURN false;
  END IF;
  written_out := ARRAY(SELECT w FROM unnest(p_name) WITH ORDINALITY t(w, n) WHERE w !~ '^[[:alpha:]]$' ORDER BY n);
  IF cardinality(written_out) < 2 THEN
    written_out := p_name;
  END IF;
  rest := ARRAY(SELECT w FROM unnest(p_credit) w WHERE w <> ALL (p_titles));
  RETURN (cardinality(written_out) > 1 AND ARRAY[written_out[1], written_out[cardinality(written_out)]] <@ p_credit)
      OR (p_name <@ p_credit AND p_credit <@ p_name)
      OR (rest <@ p_name AND (cardinality(rest) > 1 OR p_name <@ rest));
END
$$;

-- Everybody whom a text credits, or of p_only alone whether it does: by person
-- id, by ORCID, or by a name that they have or had.
CREATE FUNCTION desk.credited_people(p_content text, p_only uuid DEFAULT NULL) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY
  WITH credit AS MATERIALIZED (
    SELECT c ->> 'personId' AS person_id, c ->> 'orcid' AS orcid, lower(btrim(c ->> 'name')) AS name, name_words(c ->> 'name') AS words
      FROM jsonb_array_elements(coalesce(p_content::jsonb -> 'credits', '[]')) c
  ), asked AS MATERIALIZED (
    SELECT id, name, prefix, credentials, orcid FROM person WHERE id = p_only
    UNION ALL SELECT id, name, prefix, credentials, orcid FROM person WHERE p_only IS NULL
  ), record AS (
    SELECT id, name, prefix, credentials, orcid FROM asked
    UNION SELECT b.person_id, b.name, b.prefix, b.credentials, b.orcid FROM asked a JOIN person_before b ON b.person_id = a.id
  ), known AS MATERIALIZED (
    SELECT r.id, r.orcid, lower(btrim(r.name)) AS name, name_words(r.name) AS words, concat_ws(' ', r.prefix, r.credentials) AS titles
      FROM record r
  )
  SELECT a.id FROM asked a WHERE EXISTS (SELECT FROM credit c WHERE c.person_id = a.id::text)
  UNION
  SELECT k.id FROM known k JOIN credit c ON c.orcid = k.orcid OR c.name = k.name
      OR CASE WHEN k.words && c.words THEN is_same_name(k.words, name_words(k.titles), c.words) ELSE false END;
END
$$;

CREATE OR REPLACE FUNCTION desk.credits_person(p_content text, p_person desk.person) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM credited_people(p_content, p_person.id));
END
$$;

-- Words put back -------------------------------------------------------------------

-- Words that were set aside and came back into a draft, with the revision that
-- has them: they are their writer's, whoever put them back.
CREATE TABLE desk.words_put_back (
  words_id uuid NOT NULL REFERENCES desk.words_set_aside ON DELETE RESTRICT,
  draft_id uuid NOT NULL REFERENCES desk.draft ON DELETE RESTRICT,
  draft_revision integer NOT NULL,
  put_back_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  put_back_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (words_id, draft_id, draft_revision)
);
CREATE INDEX words_put_back_draft_idx ON desk.words_put_back (draft_id, draft_revision);
SELECT desk.make_immutable('desk.words_put_back');

-- A save with these words in it, at the place that the text gives them.
CREATE FUNCTION desk.put_words_back(p_session text, p_words uuid, p_base_revision integer, p_content text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  held draft;
  saved integer;
BEGIN
  SELECT d.* INTO held FROM words_set_aside w JOIN draft d ON d.id = w.draft_id WHERE w.id = p_words;
  IF held.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  saved := save_draft(p_session, held.page_id, held.line, p_base_revision, p_content);
  INSERT INTO words_put_back (words_id, draft_id, draft_revision, put_back_by)
    SELECT p_words, d.id, saved, me.id FROM draft d
     WHERE d.page_id = held.page_id AND d.line = held.line AND d.closed_at IS NULL
    ON CONFLICT DO NOTHING;
  RETURN saved;
END
$$;

CREATE FUNCTION desk.holds_block(p_content text, p_block text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT EXISTS (SELECT FROM jsonb_array_elements(p_content::jsonb -> 'body' -> 'content') b
                  WHERE b #- '{attrs,id}' = p_block::jsonb #- '{attrs,id}')
$$;

-- Who wrote words that came back into a draft after a revision of it: by the
-- act, or as a block that stands there word for word and never went out.
CREATE FUNCTION desk.writers_put_back(p_draft uuid, p_after integer, p_content text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT w.written_by FROM words_put_back b JOIN words_set_aside w ON w.id = b.words_id
     WHERE b.draft_id = p_draft AND b.draft_revision > p_after AND w.written_by IS NOT NULL
    UNION
    SELECT w.written_by FROM draft d JOIN draft o ON o.page_id = d.page_id JOIN words_set_aside w ON w.draft_id = o.id
     WHERE d.id = p_draft AND w.written_by IS NOT NULL AND holds_block(p_content, w.content)
       AND words_of(jsonb_build_object('body', w.content::jsonb)::text) > 0
       AND NOT EXISTS (SELECT FROM publication p JOIN version v ON v.id = p.version_id
                        WHERE v.page_id = d.page_id AND holds_block(v.content, w.content));
END
$$;

-- Whoever saved the draft since it last went out is written down by the act
-- that submits it.
CREATE FUNCTION desk.credit_writers_put_back() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  went_out integer := published_revision(NEW.draft_id);
BEGIN
  INSERT INTO version_contributor (version_id, person_id, because)
    SELECT NEW.id, w, 'wrote' FROM writers_put_back(NEW.draft_id, went_out, NEW.content) w
     WHERE NOT EXISTS (SELECT FROM draft_save s WHERE s.draft_id = NEW.draft_id AND s.is_authorship AND s.saved_by = w
                          AND s.revision > went_out);
  RETURN NULL;
END
$$;
CREATE TRIGGER version_writers_put_back AFTER INSERT ON desk.version
  FOR EACH ROW WHEN (NEW.submitted_by IS NOT NULL) EXECUTE FUNCTION desk.credit_writers_put_back();

-- As before, and words that were put back are their writer's.
CREATE OR REPLACE FUNCTION desk.is_own_draft(p_draft uuid, p_person uuid, p_revision integer) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
DECLARE
  went_out integer := (SELECT coalesce(max(v.draft_revision), 0) FROM version v JOIN publication p ON p.version_id = v.id
                        WHERE v.draft_id = p_draft AND v.draft_revision < p_revision);
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM draft_save WHERE draft_id = p_draft AND saved_by = p_person AND is_authorship AND revision > went_out)
      OR EXISTS (SELECT FROM draft d CROSS JOIN LATERAL suggested_words(d.id, went_out, d.revision) w
                  WHERE d.id = p_draft AND w.person_id = p_person)
      OR EXISTS (SELECT FROM draft d CROSS JOIN LATERAL writers_put_back(d.id, went_out, d.content) w
                  WHERE d.id = p_draft AND w = p_person)
      OR EXISTS (SELECT FROM draft d JOIN person p ON p.id = p_person WHERE d.id = p_draft AND credits_person(d.content, p))
  );
END
$$;

-- Where somebody works ---------------------------------------------------------------

-- What people say of themselves. Their name, title and credentials stand under
-- signatures and authors' words, and whether they are from outside the authors'
-- institution is not their own word: those are an editor's to put right.
CREATE OR REPLACE FUNCTION desk.edit_own_details(p_session text, p_details jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  changed text[];
BEGIN
  changed := write_person(me.id, p_details - 'name' - 'prefix' - 'credentials' - 'affiliation');
  IF cardinality(changed) > 0 THEN
    PERFORM record_audit('edit_own_details', me.id, NULL, jsonb_build_object('person', me.id, 'changed', to_jsonb(changed),
      'details_sha256', content_hash(p_details::text)));
  END IF;
END
$$;

-- As before, and nobody's own affiliation: another editor writes it.
CREATE OR REPLACE FUNCTION desk.edit_person(p_session text, p_person uuid, p_details jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  changed text[];
BEGIN
  IF NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead') OR has_role(me.id, 'admin')) THEN
    PERFORM refuse('403', 'not_an_editor');
  END IF;
  changed := write_person(p_person, CASE WHEN p_person = me.id THEN p_details - 'affiliation' ELSE p_details END);
  IF cardinality(changed) > 0 THEN
    PERFORM record_audit('edit_person', me.id, NULL, jsonb_build_object('person', p_person, 'changed', to_jsonb(changed),
      'details_sha256', content_hash(p_details::text)));
  END IF;
END
$$;

-- The institutions of everybody credited in a text: as the credit says, as the
-- person's own entry, and as that entry said before. An empty one is an author
-- of whom it is not known where they are now.
CREATE OR REPLACE FUNCTION desk.institutions_of_authors(p_content text) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT coalesce(array_agg(DISTINCT plain_institution(institution)), '{}')
    FROM jsonb_array_elements(coalesce(p_content::jsonb -> 'credits', '[]')) c
    LEFT JOIN person p ON p.id::text = c ->> 'personId'
   -- All count where they differ: who moved has been at each.
   CROSS JOIN LATERAL unnest(ARRAY(SELECT btrim(b.affiliation) FROM person_before b WHERE b.person_id = p.id AND btrim(b.affiliation) <> '')
     || CASE WHEN btrim(coalesce(c ->> 'affiliation', '')) = '' AND btrim(coalesce(p.affiliation, '')) = '' THEN ARRAY['']
          ELSE array_remove(ARRAY[btrim(coalesce(c ->> 'affiliation', '')), btrim(coalesce(p.affiliation, ''))], '') END) institution
  );
END
$$;

GRANT SELECT ON desk.words_put_back TO desk_app;
GRANT EXECUTE ON FUNCTION desk.put_words_back(text, uuid, integer, text) TO desk_app;
