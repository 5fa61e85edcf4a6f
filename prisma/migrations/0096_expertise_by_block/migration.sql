-- An update asks for the expertise that its blocks need: the rules may say for each
-- expertise which kinds of block it reads. One that names none reads every update.
SET LOCAL ROLE desk_owner;

ALTER TABLE desk.review_rules_need ADD COLUMN block_types text[] NOT NULL DEFAULT '{}'
  CHECK (block_types <@ ARRAY['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'table', 'keyMessage', 'whatToDo',
    'questionsToAsk', 'callout', 'disclaimer', 'clinicalScenario', 'faqItem', 'timelineEntry', 'figure', 'reusable', 'resourceList', 'sourceGuidelines']);

-- The words that readers have of a page; null where it is not live.
CREATE FUNCTION desk.live_words(p_page uuid) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (SELECT v.content FROM publication p JOIN version v ON v.id = p.version_id WHERE p.id = live_publication(p_page));
END
$$;

-- The kinds of these blocks of a text, with those of what stands inside them.
CREATE FUNCTION desk.kinds_of_blocks(p_content text, p_blocks text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN ARRAY(
    SELECT DISTINCT t #>> '{}' FROM jsonb_array_elements(p_content::jsonb -> 'body' -> 'content') b
     CROSS JOIN LATERAL jsonb_path_query(b, 'strict $.**.type', silent => true) t
     WHERE b -> 'attrs' ->> 'id' = ANY (p_blocks));
END
$$;

-- As before, and of an update an expertise that is bound to kinds of block only
-- where one of them changes: as it stands now, or as readers have it (p_before), so
-- that what is taken out is read by whoever reads it when it is put in. Where no
-- expertise is left, all that read updates do.
DROP FUNCTION desk.asked_by_rules(uuid, text, text, text[]);
CREATE FUNCTION desk.asked_by_rules(p_rules uuid, p_kind text, p_content text, p_scope text[], p_before text DEFAULT NULL)
RETURNS TABLE (expertise text, count integer, step integer, is_added boolean)
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  rules review_rules;
  touched text[];
BEGIN
  SELECT * INTO rules FROM review_rules WHERE id = p_rules;
  IF p_kind <> 'full_review' THEN
    touched := kinds_of_blocks(p_content, p_scope) || kinds_of_blocks(coalesce(p_before, '{}'), p_scope);
  END IF;
  RETURN QUERY
    WITH able AS (
      SELECT n.expertise, n.count, n.step, p_kind = 'full_review' OR n.block_types = '{}' OR n.block_types && touched AS is_touched
        FROM review_rules_need n WHERE n.rules_id = p_rules AND (p_kind = 'full_review' OR n.is_for_updates)
    ), asked AS (
      SELECT a.expertise, a.count, a.step, false AS is_added FROM able a
       WHERE a.is_touched OR NOT EXISTS (SELECT FROM able WHERE is_touched)
    ), added AS (
      SELECT 'pharmacist' AS expertise WHERE rules.adds_pharmacist
         AND names_dose(p_content, CASE WHEN p_kind <> 'full_review' THEN p_scope END)
      UNION ALL
      SELECT 'lived_experience' WHERE rules.adds_lived_experience AND p_content::jsonb ->> 'audience' = 'patients'
    )
    SELECT * FROM asked
    UNION ALL
    SELECT a.expertise, 1, 1, true FROM added a WHERE a.expertise NOT IN (SELECT asked.expertise FROM asked)
     ORDER BY 3, 1;
END
$$;

-- As before, by the blocks that change.
CREATE OR REPLACE FUNCTION desk.asked_of_draft(p_page uuid, p_line text, p_kind text, p_scope text[])
RETURNS TABLE (expertise text, count integer, step integer, is_added boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT a.* FROM page pg
      JOIN draft d ON d.page_id = pg.id AND d.line = p_line AND d.closed_at IS NULL
     CROSS JOIN LATERAL asked_by_rules((SELECT r.id FROM review_rules r WHERE r.page_kind = pg.kind ORDER BY r.number DESC LIMIT 1),
       p_kind, d.content, p_scope, live_words(p_page)) a
     WHERE pg.id = p_page;
END
$$;

-- As before, by the blocks that change; an expertise that is bound to other kinds
-- of block corrects none of these.
CREATE OR REPLACE FUNCTION desk.open_round(p_page uuid, p_version uuid, p_kind text, p_scope text[], p_reason text, p_expertise text, p_by uuid) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rules review_rules;
  new_round uuid;
  words text := (SELECT content FROM version WHERE id = p_version);
  before text := live_words(p_page);
BEGIN
  SELECT * INTO rules FROM review_rules WHERE page_kind = (SELECT kind FROM page WHERE id = p_page) ORDER BY number DESC LIMIT 1;
  IF rules.id IS NULL THEN
    PERFORM refuse('409', 'rules_missing');
  END IF;
  INSERT INTO review_round (page_id, version_id, kind, rules_id, scope, reason, opened_by)
  VALUES (p_page, p_version, p_kind, rules.id, coalesce(p_scope, '{}'), coalesce(p_reason, ''), p_by) RETURNING id INTO new_round;
  IF p_kind IN ('full_review', 'update') THEN
    INSERT INTO round_need (round_id, expertise, count, step)
      SELECT new_round, a.expertise, a.count, a.step FROM asked_by_rules(rules.id, p_kind, words, p_scope, before) a;
  ELSIF p_kind = 'safety_correction' THEN
    IF NOT EXISTS (SELECT FROM asked_by_rules(rules.id, p_kind, words, p_scope, before) a WHERE a.expertise = p_expertise AND a.expertise <> 'medical_editor')
       AND NOT EXISTS (SELECT FROM review_rules_need n WHERE n.rules_id = rules.id AND n.expertise = p_expertise AND n.expertise <> 'medical_editor'
                         AND n.block_types = '{}') THEN
      PERFORM refuse('422', 'lacks_expertise');
    END IF;
    INSERT INTO round_need VALUES (new_round, p_expertise, 1, 1), (new_round, 'editor', 1, 1);
    -- An amount of a medicine is read by a pharmacist, however urgent.
    IF rules.adds_pharmacist AND p_expertise <> 'pharmacist' AND names_dose(words, p_scope) THEN
      INSERT INTO round_need VALUES (new_round, 'pharmacist', 1, 1);
    END IF;
  ELSE
    INSERT INTO round_need VALUES (new_round, 'colleague', 1, 1);
  END IF;
  RETURN new_round;
END
$$;

-- As before, with the kinds of block: p_needs may carry blockTypes.
CREATE OR REPLACE FUNCTION desk.set_review_rules(p_session text, p_kind text, p_interval integer, p_max integer, p_respond integer,
  p_review integer, p_signature integer, p_grace integer, p_reminders jsonb, p_needs jsonb,
  p_options jsonb DEFAULT '{}', p_base integer DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  before review_rules;
  before_needs jsonb;
  short record;
  moved integer := 0;
  reason text := format('The rules of this kind of page changed: its review interval is now %s months.', p_interval);
  new_id uuid;
BEGIN
  IF NOT has_role(me.id, 'clinical_lead') THEN
    PERFORM refuse('403', 'not_a_clinical_lead');
  END IF;
  LOCK TABLE review_rules IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO before FROM review_rules WHERE page_kind = p_kind ORDER BY number DESC LIMIT 1;
  SELECT jsonb_agg(to_jsonb(n) - 'rules_id' ORDER BY n.step, n.expertise) INTO before_needs FROM review_rules_need n WHERE n.rules_id = before.id;
  IF p_base IS NOT NULL AND p_base <> coalesce(before.number, 0) THEN
    PERFORM refuse('409', 'rules_changed');
  END IF;
  IF jsonb_array_length(coalesce(p_needs, '[]')) = 0 THEN
    PERFORM refuse('422', 'rules_missing');
  END IF;
  IF p_interval > p_max THEN
    PERFORM refuse('422', 'interval_too_long');
  END IF;
  p_reminders := CASE WHEN p_reminders IS NULL THEN before.reminder_schedule ELSE checked_reminders(p_reminders) END;
  BEGIN
    INSERT INTO review_rules (page_kind, number, interval_months, max_interval_months, respond_days, review_days, signature_days, grace_days,
      reminder_schedule, set_by, asks_outsider, adds_pharmacist, adds_lived_experience, carries_sections, allows_mailed_code)
    VALUES (p_kind, coalesce(before.number, 0) + 1, p_interval, p_max, p_respond, p_review, p_signature, p_grace, p_reminders, me.id,
      coalesce((p_options ->> 'asksOutsider')::boolean, before.asks_outsider, false),
      coalesce((p_options ->> 'addsPharmacist')::boolean, before.adds_pharmacist, false),
      coalesce((p_options ->> 'addsLivedExperience')::boolean, before.adds_lived_experience, false),
      coalesce((p_options ->> 'carriesSections')::boolean, before.carries_sections, false),
      coalesce((p_options ->> 'allowsMailedCode')::boolean, before.allows_mailed_code, false)) RETURNING id INTO new_id;
    INSERT INTO review_rules_need (rules_id, expertise, count, step, is_for_updates, block_types)
      SELECT new_id, n ->> 'expertise', (n ->> 'count')::integer, (n ->> 'step')::integer, coalesce((n ->> 'isForUpdates')::boolean, true),
             ARRAY(SELECT jsonb_array_elements_text(coalesce(n -> 'blockTypes', '[]')) ORDER BY 1)
        FROM jsonb_array_elements(p_needs) n;
  EXCEPTION WHEN check_violation OR not_null_violation OR unique_violation OR invalid_text_representation OR numeric_value_out_of_range THEN
    PERFORM refuse('422', 'rules_invalid');
  END;
  -- An update that nobody has to read would go out unread.
  IF NOT EXISTS (SELECT FROM review_rules_need WHERE rules_id = new_id AND is_for_updates) THEN
    PERFORM refuse('422', 'rules_missing');
  END IF;
  PERFORM record_audit('set_review_rules', me.id, NULL, jsonb_build_object('kind', p_kind,
    'before', to_jsonb(before), 'needs_before', before_needs,
    'after', (SELECT to_jsonb(r) FROM review_rules r WHERE r.id = new_id),
    'needs', (SELECT jsonb_agg(to_jsonb(n) - 'rules_id' ORDER BY n.step, n.expertise) FROM review_rules_need n WHERE n.rules_id = new_id)));
  IF p_interval < before.interval_months THEN
    -- In one order, so that two acts on the same pages wait and do not block each other.
    PERFORM FROM page pg WHERE pg.kind = p_kind
       AND EXISTS (SELECT FROM publication p WHERE p.page_id = pg.id AND p.ended_at IS NULL) ORDER BY pg.id FOR NO KEY UPDATE;
    FOR short IN SELECT * FROM shortened_dues(p_kind, p_interval, least(coalesce((p_options ->> 'spreadDays')::integer, 90), 365)) LOOP
      INSERT INTO due_brought_forward (publication_id, due_on, brought_by, reason)
      VALUES (short.publication_id, short.shortened_to, me.id, reason);
      PERFORM record_audit('bring_date_forward', me.id, short.page_id, jsonb_build_object('publication', short.publication_id,
        'due', short.shortened_to, 'reason_sha256', content_hash(reason)));
      moved := moved + 1;
    END LOOP;
  END IF;
  RETURN new_id;
END
$$;
