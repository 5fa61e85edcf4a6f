-- What every act asks of a person, in fewer statements; the answers are as before.
SET LOCAL ROLE desk_owner;

CREATE OR REPLACE FUNCTION desk.holds(p_person uuid, p_expertise text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM person WHERE id = p_person AND is_active) AND CASE p_expertise
    WHEN 'editor' THEN has_role(p_person, 'editor') OR has_role(p_person, 'clinical_lead')
    WHEN 'colleague' THEN has_role(p_person, 'reviewer') OR has_role(p_person, 'editor') OR has_role(p_person, 'author') OR has_role(p_person, 'clinical_lead')
    ELSE (EXISTS (SELECT FROM person_role WHERE person_id = p_person AND role = 'reviewer')
     AND EXISTS (SELECT FROM person_expertise WHERE person_id = p_person AND expertise = p_expertise))
     OR standing_verification(p_person, p_expertise) IS NOT NULL
  END
  );
END
$$;

-- One question after the other: most are answered by the first two.
CREATE OR REPLACE FUNCTION desk.is_own_work(p_version uuid, p_person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
DECLARE
  keys text[];
  has_earlier boolean;
BEGIN
  IF EXISTS (SELECT FROM version_contributor WHERE version_id = p_version AND person_id = p_person) THEN
    RETURN true;
  END IF;
  SELECT v.credit_keys, EXISTS (SELECT FROM version sibling WHERE sibling.draft_id = v.draft_id AND sibling.number < v.number)
    INTO keys, has_earlier FROM version v WHERE v.id = p_version;
  -- A question of its own, which needs no plan: the words are read where a key is shared.
  IF keys && name_keys(p_person) THEN
    IF (SELECT credits_person(v.content, p) FROM version v JOIN person p ON p.id = p_person WHERE v.id = p_version) THEN
      RETURN true;
    END IF;
  END IF;
  IF has_earlier IS NOT TRUE THEN
    RETURN false;
  END IF;
  RETURN (
  SELECT EXISTS (SELECT FROM version v
                   JOIN version sibling ON sibling.draft_id = v.draft_id AND sibling.number < v.number
                    AND sibling.number > coalesce((SELECT max(pv.number) FROM version pv JOIN publication p ON p.version_id = pv.id
                                                    WHERE pv.draft_id = v.draft_id AND pv.number < v.number), 0)
                   JOIN version_contributor c ON c.version_id = sibling.id
                  WHERE v.id = p_version AND c.person_id = p_person AND c.because IN ('wrote', 'submitted', 'suggested'))
  );
END
$$;

-- Asked of every name of every maker; a function in LANGUAGE sql that is not
-- inlined makes its executor anew for each.
CREATE OR REPLACE FUNCTION desk.company_key(p_name text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
DECLARE
  name text := btrim(regexp_replace(translate(lower(p_name), 'áàâäãåéèêëíìîïóòôöõøúùûüçñ.''’', 'aaaaaaeeeeiiiioooooouuuucn'), '[^a-z0-9]+', ' ', 'g'));
BEGIN
  RETURN coalesce(nullif(btrim(regexp_replace(regexp_replace(' ' || name || ' ',
      ' (?:(?:ltd|limited|inc|incorporated|plc|llc|llp|lp|corp|corporation|co|company|gmbh|ag|sa|sas|spa|srl|nv|bv|ab|as|oy|pty|kk|group|holdings?|international|global|uk|us|usa|europe|and|the|of|pharma|pharmaceuticals?) )+', ' ', 'g'), ' +', ' ', 'g')), ''), name);
END
$$;
