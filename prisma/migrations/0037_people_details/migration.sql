-- What an editor knows of a person before asking them: languages, topics coded
-- as those of pages, and how many reviews they take at a time. What somebody
-- was called when they signed stays as it was, whatever is corrected later.
SET LOCAL ROLE desk_owner;

ALTER TABLE desk.person
  ADD COLUMN languages text[] NOT NULL DEFAULT '{}'
    CHECK (array_to_string(languages, ' ') ~ '^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*( |$))*$' AND cardinality(languages) <= 20),
  ADD COLUMN review_capacity integer NOT NULL DEFAULT 5 CHECK (review_capacity BETWEEN 0 AND 50);

CREATE TABLE desk.person_topic (
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  position integer NOT NULL,
  type text NOT NULL CHECK (type IN ('gene', 'gene_family', 'fusion', 'tumour_type')),
  code text CHECK (code ~ '^[A-Za-z]+:[A-Za-z0-9_.:/-]{1,60}$'),
  label text NOT NULL CHECK (btrim(label) <> '' AND length(label) <= 200),
  PRIMARY KEY (person_id, position)
);

-- What a person's record said before it was changed, and until when.
CREATE TABLE desk.person_before (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  name text NOT NULL,
  prefix text NOT NULL,
  credentials text NOT NULL,
  affiliation text NOT NULL,
  orcid text,
  changed_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX person_before_person_idx ON desk.person_before (person_id, changed_at);
SELECT desk.make_immutable('desk.person_before');

CREATE FUNCTION desk.keep_person_before() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO person_before (person_id, name, prefix, credentials, affiliation, orcid)
  VALUES (OLD.id, OLD.name, OLD.prefix, OLD.credentials, OLD.affiliation, OLD.orcid);
  RETURN NULL;
END
$$;
CREATE TRIGGER person_kept AFTER UPDATE ON desk.person FOR EACH ROW
  WHEN ((OLD.name, OLD.prefix, OLD.credentials, OLD.affiliation, OLD.orcid)
        IS DISTINCT FROM (NEW.name, NEW.prefix, NEW.credentials, NEW.affiliation, NEW.orcid))
  EXECUTE FUNCTION desk.keep_person_before();

-- Credited means: by person id, by ORCID, or by the same name written out, also
-- one that they had before: nobody gets at their own words by a new name.
CREATE OR REPLACE FUNCTION desk.credits_person(p_content text, p_person desk.person) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  WITH known AS (
    SELECT p_person.name AS name, p_person.orcid AS orcid
    UNION SELECT b.name, b.orcid FROM person_before b WHERE b.person_id = p_person.id
  )
  SELECT EXISTS (
    SELECT FROM jsonb_array_elements(coalesce(p_content::jsonb -> 'credits', '[]')) c
     WHERE c ->> 'personId' = p_person.id::text
        OR EXISTS (SELECT FROM known k WHERE c ->> 'orcid' = k.orcid
             OR lower(regexp_replace(btrim(c ->> 'name'), '\s+', ' ', 'g')) = lower(regexp_replace(btrim(k.name), '\s+', ' ', 'g'))))
  );
END
$$;

-- The last of sixteen characters is the check digit of ISO 7064, mod 11-2.
CREATE FUNCTION desk.is_orcid(p_text text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
DECLARE
  digits text := replace(p_text, '-', '');
  total integer := 0;
BEGIN
  IF p_text !~ '^(\d{4}-){3}\d{3}[\dX]$' THEN
    RETURN false;
  END IF;
  FOR n IN 1..15 LOOP
    total := (total + substr(digits, n, 1)::integer) * 2;
  END LOOP;
  RETURN substr(digits, 16, 1) = CASE (12 - total % 11) % 11 WHEN 10 THEN 'X' ELSE ((12 - total % 11) % 11)::text END;
END
$$;

-- p_details: name, prefix, credentials, affiliation, orcid, languages,
-- capacity, topics; what is not in it stays as it is. Gives what changed.
CREATE FUNCTION desk.write_person(p_person uuid, p_details jsonb) RETURNS text[]
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  before person;
  after person;
  before_topics jsonb;
  after_topics jsonb;
BEGIN
  SELECT * INTO before FROM person WHERE id = p_person FOR NO KEY UPDATE;
  IF before.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF p_details ? 'name' THEN
    PERFORM require_text(p_details ->> 'name', 'name_missing', 200);
  END IF;
  IF nullif(p_details ->> 'orcid', '') IS NOT NULL AND NOT is_orcid(p_details ->> 'orcid') THEN
    PERFORM refuse('422', 'invalid_orcid');
  END IF;
  IF (p_details ->> 'capacity')::integer NOT BETWEEN 0 AND 50 OR jsonb_array_length(coalesce(p_details -> 'topics', '[]')) > 200
     OR length(p_details ->> 'prefix') > 40 OR length(p_details ->> 'credentials') > 200 OR length(p_details ->> 'affiliation') > 200 THEN
    PERFORM refuse('422', 'invalid_form');
  END IF;
  SELECT coalesce(jsonb_agg(jsonb_build_object('type', type, 'code', code, 'label', label) ORDER BY position), '[]')
    INTO before_topics FROM person_topic WHERE person_id = p_person;
  UPDATE person SET
         name = coalesce(btrim(p_details ->> 'name'), name),
         prefix = coalesce(btrim(p_details ->> 'prefix'), prefix),
         credentials = coalesce(btrim(p_details ->> 'credentials'), credentials),
         affiliation = coalesce(btrim(p_details ->> 'affiliation'), affiliation),
         orcid = CASE WHEN p_details ? 'orcid' THEN nullif(p_details ->> 'orcid', '') ELSE orcid END,
         languages = CASE WHEN p_details ? 'languages' THEN ARRAY(SELECT jsonb_array_elements_text(p_details -> 'languages')) ELSE languages END,
         review_capacity = coalesce((p_details ->> 'capacity')::integer, review_capacity)
   WHERE id = p_person RETURNING * INTO after;
  IF p_details ? 'topics' THEN
    DELETE FROM person_topic WHERE person_id = p_person;
    INSERT INTO person_topic (person_id, position, type, code, label)
      SELECT p_person, n, t ->> 'type', nullif(t ->> 'code', ''), btrim(t ->> 'label')
        FROM jsonb_array_elements(p_details -> 'topics') WITH ORDINALITY x(t, n);
  END IF;
  SELECT coalesce(jsonb_agg(jsonb_build_object('type', type, 'code', code, 'label', label) ORDER BY position), '[]')
    INTO after_topics FROM person_topic WHERE person_id = p_person;
  RETURN array_remove(ARRAY[
    CASE WHEN before.name <> after.name THEN 'name' END, CASE WHEN before.prefix <> after.prefix THEN 'title' END,
    CASE WHEN before.credentials <> after.credentials THEN 'credentials' END,
    CASE WHEN before.affiliation <> after.affiliation THEN 'affiliation' END,
    CASE WHEN before.orcid IS DISTINCT FROM after.orcid THEN 'orcid' END,
    CASE WHEN before.languages <> after.languages THEN 'languages' END,
    CASE WHEN before.review_capacity <> after.review_capacity THEN 'capacity' END,
    CASE WHEN before_topics <> after_topics THEN 'topics' END], NULL);
END
$$;

-- An editor or admin puts a person's record right. What was signed before keeps
-- the words it was signed with.
CREATE FUNCTION desk.edit_person(p_session text, p_person uuid, p_details jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  changed text[];
BEGIN
  IF NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead') OR has_role(me.id, 'admin')) THEN
    PERFORM refuse('403', 'not_an_editor');
  END IF;
  changed := write_person(p_person, p_details);
  IF cardinality(changed) > 0 THEN
    PERFORM record_audit('edit_person', me.id, NULL, jsonb_build_object('person', p_person, 'changed', to_jsonb(changed),
      'details_sha256', content_hash(p_details::text)));
  END IF;
END
$$;

-- What people say of themselves. Their name, title and credentials stand under
-- signatures and authors' words, so those are an editor's to put right.
CREATE FUNCTION desk.edit_own_details(p_session text, p_details jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  changed text[];
BEGIN
  changed := write_person(me.id, p_details - 'name' - 'prefix' - 'credentials');
  IF cardinality(changed) > 0 THEN
    PERFORM record_audit('edit_own_details', me.id, NULL, jsonb_build_object('person', me.id, 'changed', to_jsonb(changed),
      'details_sha256', content_hash(p_details::text)));
  END IF;
END
$$;

-- Somebody comes back: with the roles and expertise they had, and the password
-- they set. What they held was handed over and stays there.
CREATE FUNCTION desk.reactivate_person(p_session text, p_person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  IF NOT has_role(me.id, 'admin') THEN
    PERFORM refuse('403', 'not_an_admin');
  END IF;
  UPDATE person SET is_active = true, deactivated_at = NULL WHERE id = p_person AND NOT is_active;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('reactivate_person', me.id, NULL, jsonb_build_object('person', p_person));
END
$$;

-- Readers see the affiliation that a signer had when they signed.
CREATE OR REPLACE VIEW desk.public_reviewer WITH (security_barrier) AS
SELECT s.slug, p.round_kind, v.number AS version_number, d.expertise, d.signed_name AS name, d.signed_credentials AS credentials,
       coalesce((SELECT b.affiliation FROM desk.person_before b WHERE b.person_id = d.person_id AND b.changed_at > d.signed_at
                  ORDER BY b.changed_at LIMIT 1), person.affiliation) AS affiliation,
       person.orcid, d.meaning, desk.day_of(d.signed_at) AS signed_on, d.evidence_checked_to, a.level AS interests,
       CASE WHEN a.level <> 'none' THEN a.details END AS interests_details, ru.public_reason AS interests_reason
  FROM desk.page_standing s
  CROSS JOIN LATERAL desk.publication_line(s.publication_id) l
  JOIN desk.publication p ON p.id = l.publication_id
  JOIN desk.version v ON v.id = p.version_id
  JOIN desk.publication_approval pa ON pa.publication_id = p.id
  JOIN desk.decision d ON d.id = pa.decision_id
  JOIN desk.person person ON person.id = d.person_id
  LEFT JOIN LATERAL (SELECT * FROM desk.interest_answer ia WHERE ia.person_id = d.person_id AND ia.page_id = p.page_id
     AND ia.answered_at <= p.published_at ORDER BY ia.answered_at DESC, ia.id LIMIT 1) a ON true
  LEFT JOIN desk.interest_ruling ru ON ru.answer_id = a.id
 WHERE s.public_state IN ('live', 'due_soon', 'overdue')
   AND NOT EXISTS (SELECT FROM desk.revocation r WHERE r.decision_id = d.id);

-- How long each review took, for the days that somebody usually needs.
CREATE INDEX decision_assignment_idx ON desk.decision (assignment_id);

GRANT SELECT ON desk.person_topic, desk.person_before TO desk_app;
GRANT EXECUTE ON FUNCTION desk.edit_person(text, uuid, jsonb), desk.edit_own_details(text, jsonb), desk.reactivate_person(text, uuid) TO desk_app;
