-- A value made plain with the few patterns that can match it. A connection keeps
-- 32 compiled patterns; every value went through 31, so that each reading of a
-- text compiled all of its patterns anew, the long one that finds values too.
-- Opening and signing a review took a third of the time for nothing else.
SET LOCAL ROLE desk_owner;

-- As before: what a pattern needs is looked for first.
CREATE OR REPLACE FUNCTION desk.plain_value(p_kind text, p_text text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
DECLARE
  said text := normalize(coalesce(p_text, ''), NFKC);
  numbers text[] := ARRAY['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
BEGIN
  IF p_kind = 'variant' THEN
    RETURN regexp_replace(said, '\s', '', 'g');
  END IF;
  said := lower(said);
  FOR i IN 1..12 LOOP
    IF strpos(said, numbers[i]) > 0 THEN
      said := regexp_replace(said, '\m' || numbers[i] || '\M', i::text, 'g');
    END IF;
  END LOOP;
  -- "12years" and "12 years", "20micrograms" and "20 µg" are one value.
  said := regexp_replace(said, '(\d)(?=[a-zμ])', '\1 ', 'g');
  said := translate(said, '‐‑–—−', '-----');
  IF strpos(said, 'to') > 0 OR strpos(said, 'and') > 0 THEN
    said := regexp_replace(said, '(\d)\s*(?:to|and)\s*(?=\d)', '\1-', 'g');
  END IF;
  said := replace(replace(replace(said, '·', '.'), '≥', '>='), '≤', '<=');
  IF strpos(said, ',') > 0 THEN
    said := regexp_replace(said, '(\d),(?=\d{3}(?!\d))', '\1', 'g');
    said := regexp_replace(said, '(\d),(?=\d)', '\1.', 'g');
  END IF;
  IF said LIKE ANY (ARRAY['%mcg%', '%ug%', '%gram%']) THEN
    said := regexp_replace(said, '\m(?:mcg|ug|micrograms?)\M', 'μg', 'g');
    said := regexp_replace(said, '\mmilligrams?\M', 'mg', 'g');
    said := regexp_replace(said, '\mgrams?\M', 'g', 'g');
  END IF;
  IF strpos(said, 'millilit') > 0 THEN
    said := regexp_replace(said, '\mmillilit(?:re|er)s?\M', 'ml', 'g');
  END IF;
  IF strpos(said, 'per') > 0 THEN
    said := regexp_replace(said, '\s*\mper\s?cent\M', '%', 'g');
    said := regexp_replace(said, '\mper\s+', '/', 'g');
  END IF;
  IF strpos(said, 'y') > 0 THEN
    said := regexp_replace(said, '\m(?:years?|yrs?|y)\M', 'year', 'g');
  END IF;
  IF said LIKE ANY (ARRAY['%months%', '%weeks%', '%days%', '%hours%', '%units%']) THEN
    said := regexp_replace(said, '\m(month|week|day|hour|unit)s\M', '\1', 'g');
  END IF;
  IF said LIKE ANY (ARRAY['%age%', '%old%', '%of%']) THEN
    said := regexp_replace(said, '\m(?:ages|aged|age|old|of)\M', '', 'g');
  END IF;
  IF strpos(said, '-') > 0 THEN
    said := regexp_replace(said, '(\d)\s*-\s*(?=[a-zμ%])', '\1', 'g');
  END IF;
  RETURN regexp_replace(said, '\s', '', 'g');
END
$$;
