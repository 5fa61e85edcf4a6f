-- A credit without a person's record is matched by the name written out. The
-- desk itself writes names with their title, and title pages add credentials:
-- "Prof. Ngozi Eze, MD" is Ngozi Eze, who does not approve those words.
SET LOCAL ROLE desk_owner;

CREATE FUNCTION desk.plain_name(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT lower(btrim(regexp_replace(p_text, '[\s,]+', ' ', 'g')))
$$;

-- Credited means: by person id, by ORCID, or by the same name written out, with
-- or without title and credentials, also one that they had before.
CREATE OR REPLACE FUNCTION desk.credits_person(p_content text, p_person desk.person) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  WITH record AS (
    SELECT p_person.name AS name, p_person.prefix AS prefix, p_person.credentials AS credentials, p_person.orcid AS orcid
    UNION SELECT b.name, b.prefix, b.credentials, b.orcid FROM person_before b WHERE b.person_id = p_person.id
  ), known AS (
    SELECT r.orcid, plain_name(concat_ws(' ', prefix.text, r.name, credentials.text)) AS name
      FROM record r CROSS JOIN LATERAL (VALUES (''), (r.prefix)) prefix(text)
     CROSS JOIN LATERAL (VALUES (''), (r.credentials)) credentials(text)
  )
  SELECT EXISTS (
    SELECT FROM jsonb_array_elements(coalesce(p_content::jsonb -> 'credits', '[]')) c
     WHERE c ->> 'personId' = p_person.id::text
        OR EXISTS (SELECT FROM known k WHERE c ->> 'orcid' = k.orcid OR plain_name(c ->> 'name') = k.name))
  );
END
$$;
