-- Whether deputies lead back to somebody, day by day: of a deputy with two
-- absences in that time only the first was followed, and one that a day later
-- is over was followed as if it went on.
SET LOCAL ROLE desk_owner;

-- True when on some day from p_from to p_until a request for p_person, passed
-- to p_deputy and on by those who are away that day, comes to somebody again.
CREATE FUNCTION desk.deputies_lead_back(p_person uuid, p_expertise text, p_deputy uuid, p_from date, p_until date) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  WITH RECURSIVE chain(who, passed, from_day, until_day) AS (
    SELECT p_deputy, ARRAY[p_person], p_from, p_until
    UNION ALL
    SELECT ad.deputy_id, c.passed || c.who, greatest(c.from_day, a.from_day), least(c.until_day, a.until_day)
      FROM chain c JOIN absence a ON a.person_id = c.who AND a.ended_at IS NULL AND a.from_day <= c.until_day AND a.until_day >= c.from_day
      JOIN absence_deputy ad ON ad.absence_id = a.id AND ad.expertise = p_expertise
     WHERE c.who <> ALL (c.passed)
  )
  SELECT EXISTS (SELECT FROM chain WHERE who = ANY (passed))
  );
END
$$;

CREATE OR REPLACE FUNCTION desk.record_absence(p_session text, p_person uuid, p_from date, p_until date, p_deputies jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d record;
  own record;
  new_id uuid;
  named uuid[] := ARRAY[p_person] || ARRAY(SELECT value::uuid FROM jsonb_each_text(p_deputies));
  people uuid[] := with_deputies(named);
BEGIN
  IF me.id <> p_person AND NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead') OR has_role(me.id, 'admin')) THEN
    PERFORM refuse('403', 'not_an_editor');
  END IF;
  -- Everybody on the way of a request, in one order as everywhere.
  PERFORM lock_people(people, p_person);
  IF NOT with_deputies(named) <@ people THEN
    PERFORM try_again();
  END IF;
  IF NOT EXISTS (SELECT FROM person WHERE id = p_person AND is_active) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF p_from IS NULL OR p_until IS NULL OR p_until < p_from OR p_until < today() OR p_until - p_from > 730 THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  IF EXISTS (SELECT FROM absence WHERE person_id = p_person AND ended_at IS NULL AND from_day <= p_until AND until_day >= p_from) THEN
    PERFORM refuse('409', 'absence_overlaps');
  END IF;
  FOR d IN SELECT key AS expertise, value::uuid AS deputy FROM jsonb_each_text(p_deputies) ORDER BY key LOOP
    IF NOT EXISTS (SELECT FROM person WHERE id = d.deputy AND is_active) THEN
      PERFORM refuse('422', 'deputy_inactive', jsonb_build_object('expertise', d.expertise));
    END IF;
    IF NOT holds(d.deputy, d.expertise) OR NOT holds(p_person, d.expertise) THEN
      PERFORM refuse('422', 'deputy_lacks_expertise', jsonb_build_object('expertise', d.expertise));
    END IF;
    IF NOT EXISTS (SELECT FROM interest_declaration WHERE person_id = d.deputy AND valid_until >= today()) THEN
      PERFORM refuse('422', 'deputy_undeclared', jsonb_build_object('expertise', d.expertise));
    END IF;
    IF deputies_lead_back(p_person, d.expertise, d.deputy, p_from, p_until) THEN
      PERFORM refuse('422', 'deputy_loop', jsonb_build_object('expertise', d.expertise));
    END IF;
    SELECT CASE WHEN may_know_of(pg.id, me.id) THEN pg.slug END AS slug INTO own FROM assignment a JOIN review_round r ON r.id = a.round_id AND r.closed_at IS NULL JOIN page pg ON pg.id = r.page_id
     WHERE a.reviewer_id = p_person AND a.expertise = d.expertise AND a.state IN ('invited', 'accepted') AND is_own_work(r.version_id, d.deputy) LIMIT 1;
    IF FOUND THEN
      PERFORM refuse('422', 'deputy_is_author', jsonb_build_object('expertise', d.expertise, 'page', own.slug));
    END IF;
  END LOOP;
  INSERT INTO absence (person_id, from_day, until_day, recorded_by) VALUES (p_person, p_from, p_until, me.id) RETURNING id INTO new_id;
  INSERT INTO absence_deputy (absence_id, expertise, deputy_id) SELECT new_id, key, value::uuid FROM jsonb_each_text(p_deputies);
  PERFORM record_audit('record_absence', me.id, NULL, jsonb_build_object('absence', new_id, 'person', p_person, 'from', p_from, 'until', p_until,
    'deputies', p_deputies));
  RETURN new_id;
END
$$;

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
    said := regexp_replace(said, '\m' || numbers[i] || '\M', i::text, 'g');
  END LOOP;
  -- "12years" and "12 years", "20micrograms" and "20 µg" are one value.
  said := regexp_replace(said, '(\d)(?=[a-zμ])', '\1 ', 'g');
  said := regexp_replace(said, '[‐‑–—−]', '-', 'g');
  said := regexp_replace(said, '(\d)\s*(?:to|and)\s*(?=\d)', '\1-', 'g');
  said := replace(replace(replace(said, '·', '.'), '≥', '>='), '≤', '<=');
  said := regexp_replace(said, '(\d),(?=\d{3}(?!\d))', '\1', 'g');
  said := regexp_replace(said, '(\d),(?=\d)', '\1.', 'g');
  said := regexp_replace(said, '\m(?:mcg|ug|micrograms?)\M', 'μg', 'g');
  said := regexp_replace(said, '\mmilligrams?\M', 'mg', 'g');
  said := regexp_replace(said, '\mgrams?\M', 'g', 'g');
  said := regexp_replace(said, '\mmillilit(?:re|er)s?\M', 'ml', 'g');
  said := regexp_replace(said, '\s*\mper\s?cent\M', '%', 'g');
  said := regexp_replace(said, '\mper\s+', '/', 'g');
  said := regexp_replace(said, '\m(?:years?|yrs?|y)\M', 'year', 'g');
  said := regexp_replace(said, '\m(month|week|day|hour|unit)s\M', '\1', 'g');
  said := regexp_replace(said, '\m(?:ages|aged|age|old|of)\M', '', 'g');
  said := regexp_replace(said, '(\d)\s*-\s*(?=[a-zμ%])', '\1', 'g');
  RETURN regexp_replace(said, '\s', '', 'g');
END
$$;
