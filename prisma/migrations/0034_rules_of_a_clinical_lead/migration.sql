-- Review rules that a clinical lead edits: an approver from outside, what a dose
-- and a text for patients add, reminders as rows of their own, and what a
-- shorter interval does to pages that are live. Open rounds keep their rules.
SET LOCAL ROLE desk_owner;

ALTER TABLE desk.review_rules
  ADD COLUMN asks_outsider boolean NOT NULL DEFAULT false,
  ADD COLUMN adds_pharmacist boolean NOT NULL DEFAULT false,
  ADD COLUMN adds_lived_experience boolean NOT NULL DEFAULT false,
  ADD COLUMN carries_sections boolean NOT NULL DEFAULT false,
  ADD COLUMN allows_mailed_code boolean NOT NULL DEFAULT false;

-- An update asks for the expertise that its blocks need: not every one that
-- reads a whole page reads a change to a part of it.
ALTER TABLE desk.review_rules_need ADD COLUMN is_for_updates boolean NOT NULL DEFAULT true;

-- Where the signer worked when they signed; empty where nobody knows.
ALTER TABLE desk.decision ADD COLUMN signed_affiliation text NOT NULL DEFAULT '';

CREATE FUNCTION desk.note_affiliation() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  NEW.signed_affiliation := (SELECT btrim(affiliation) FROM person WHERE id = NEW.person_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER decision_affiliation BEFORE INSERT ON desk.decision
  FOR EACH ROW EXECUTE FUNCTION desk.note_affiliation();

-- What a round asks for ---------------------------------------------------------

-- Does a text, or one of these blocks of it, name an amount of a medicine?
-- Rather one too many than one too few: it only ever adds a reviewer.
CREATE FUNCTION desk.names_dose(p_content text, p_blocks text[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT coalesce(bool_or(
      coalesce((SELECT string_agg(t #>> '{}', '' ORDER BY n)
                  FROM jsonb_path_query(b, 'strict $.** ? (@.type == "text").text') WITH ORDINALITY x(t, n)), '')
        || ' ' || coalesce(b ->> 'attrs', '')
      ~* '[0-9][\s\u00a0\u2009\u202f-]*(mg|mcg|[uµμ]g|g|kg|micrograms?|milligrams?|grams?|ml|millilitres?|m?iu|units?|[mµμ]?mol|c?gy|tablets?|capsules?|puffs?|drops|doses?|%\s*w/v)(/|\M)'), false)
    FROM jsonb_array_elements(p_content::jsonb -> 'body' -> 'content') b
   WHERE p_blocks IS NULL OR b -> 'attrs' ->> 'id' = ANY (p_blocks)
  );
END
$$;

-- The expertises that these rules ask of this text, with those it adds by itself.
CREATE FUNCTION desk.asked_by_rules(p_rules uuid, p_kind text, p_content text, p_scope text[])
RETURNS TABLE (expertise text, count integer, step integer, is_added boolean)
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  rules review_rules;
BEGIN
  SELECT * INTO rules FROM review_rules WHERE id = p_rules;
  RETURN QUERY
    WITH asked AS (
      SELECT n.expertise, n.count, n.step, false AS is_added FROM review_rules_need n
       WHERE n.rules_id = p_rules AND (p_kind = 'full_review' OR n.is_for_updates)
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

-- What submitting this draft would ask for, by kind of review. Reads only.
CREATE FUNCTION desk.asked_of_draft(p_page uuid, p_line text, p_kind text, p_scope text[])
RETURNS TABLE (expertise text, count integer, step integer, is_added boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT a.* FROM page pg
      JOIN draft d ON d.page_id = pg.id AND d.line = p_line AND d.closed_at IS NULL
     CROSS JOIN LATERAL asked_by_rules((SELECT r.id FROM review_rules r WHERE r.page_kind = pg.kind ORDER BY r.number DESC LIMIT 1),
       p_kind, d.content, p_scope) a
     WHERE pg.id = p_page;
END
$$;

-- As before, with what the text adds by itself.
CREATE OR REPLACE FUNCTION desk.draft_blockers(p_page uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  pg page;
  d draft;
  missing text[];
BEGIN
  SELECT * INTO pg FROM page WHERE id = p_page;
  SELECT * INTO d FROM draft WHERE page_id = p_page AND line = 'main' AND closed_at IS NULL;
  IF d.id IS NULL THEN
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT FROM version WHERE page_id = p_page) THEN
    RETURN QUERY SELECT 'nothing_submitted', 'author', '{}'::jsonb;
  END IF;
  RETURN QUERY
    SELECT 'approvals_missing', 'reviewer', jsonb_build_object('expertise', n.expertise, 'lacking', n.count)
      FROM asked_by_rules((SELECT id FROM review_rules WHERE page_kind = pg.kind ORDER BY number DESC LIMIT 1),
        'full_review', d.content, '{}') n
     ORDER BY n.step, n.expertise;
  RETURN QUERY
    SELECT 'interests', 'author', jsonb_build_object('person', p.name, 'standing', interest_standing(p.id, p_page))
      FROM person p
     WHERE credits_person(d.content, p)
       AND interest_standing(p.id, p_page) IN ('undeclared', 'declaration_expired', 'unanswered')
     ORDER BY p.name;
  RETURN QUERY
    SELECT 'comments_open', 'reviewer', jsonb_build_object('count', o.count)
      FROM count_open_must_fixes(p_page, d.line, d.id) o(count) WHERE o.count > 0;
  -- Its own statement, and no date of ours; a full review answers it.
  RETURN QUERY
    SELECT 'overdue', 'reviewer', jsonb_build_object('due', e.stated_next_due, 'stated', true)
      FROM page_elsewhere e
     WHERE e.page_id = p_page AND e.stated_next_due < today()
       AND NOT EXISTS (SELECT FROM publication WHERE page_id = p_page);
  missing := missing_metadata(d.content::jsonb, pg);
  IF cardinality(missing) > 0 THEN
    RETURN QUERY SELECT 'metadata_missing', 'author', jsonb_build_object('missing', to_jsonb(missing));
  END IF;
  RETURN QUERY SELECT * FROM page_blockers(pg);
END
$$;

-- As before, and with what the text adds by itself; an update asks only for the
-- expertises that the rules name for updates.
CREATE OR REPLACE FUNCTION desk.open_round(p_page uuid, p_version uuid, p_kind text, p_scope text[], p_reason text, p_expertise text, p_by uuid) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rules review_rules;
  new_round uuid;
  words text := (SELECT content FROM version WHERE id = p_version);
BEGIN
  SELECT * INTO rules FROM review_rules WHERE page_kind = (SELECT kind FROM page WHERE id = p_page) ORDER BY number DESC LIMIT 1;
  IF rules.id IS NULL THEN
    PERFORM refuse('409', 'rules_missing');
  END IF;
  INSERT INTO review_round (page_id, version_id, kind, rules_id, scope, reason, opened_by)
  VALUES (p_page, p_version, p_kind, rules.id, coalesce(p_scope, '{}'), coalesce(p_reason, ''), p_by) RETURNING id INTO new_round;
  IF p_kind IN ('full_review', 'update') THEN
    INSERT INTO round_need (round_id, expertise, count, step)
      SELECT new_round, a.expertise, a.count, a.step FROM asked_by_rules(rules.id, p_kind, words, p_scope) a;
  ELSIF p_kind = 'safety_correction' THEN
    IF NOT EXISTS (SELECT FROM asked_by_rules(rules.id, p_kind, words, p_scope) a WHERE a.expertise = p_expertise AND a.expertise <> 'medical_editor')
       AND NOT EXISTS (SELECT FROM review_rules_need n WHERE n.rules_id = rules.id AND n.expertise = p_expertise AND n.expertise <> 'medical_editor') THEN
      PERFORM refuse('422', 'lacks_expertise');
    END IF;
    INSERT INTO round_need VALUES (new_round, p_expertise, 1, 1), (new_round, 'editor', 1, 1);
  ELSE
    INSERT INTO round_need VALUES (new_round, 'colleague', 1, 1);
  END IF;
  RETURN new_round;
END
$$;

-- One from outside the authors' institution ---------------------------------------

CREATE FUNCTION desk.plain_institution(p_name text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT lower(btrim(regexp_replace(p_name, '[\s.,;]+', ' ', 'g')))
$$;

-- The institutions of everybody credited in a text: as the credit says, else as
-- the person's own entry. An empty one is an author of whom it is not known.
CREATE FUNCTION desk.institutions_of_authors(p_content text) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT coalesce(array_agg(DISTINCT plain_institution(institution)), '{}')
    FROM jsonb_array_elements(coalesce(p_content::jsonb -> 'credits', '[]')) c
    LEFT JOIN person p ON p.id::text = c ->> 'personId'
   -- Both count where they differ: who moved has been at both.
   CROSS JOIN LATERAL unnest(CASE
     WHEN btrim(coalesce(c ->> 'affiliation', '')) = '' AND btrim(coalesce(p.affiliation, '')) = '' THEN ARRAY['']
     ELSE array_remove(ARRAY[btrim(coalesce(c ->> 'affiliation', '')), btrim(coalesce(p.affiliation, ''))], '') END) institution
  );
END
$$;

-- What is not known satisfies nothing: neither of the approver nor of an author.
CREATE FUNCTION desk.outsider_blockers(v desk.version, rnd desk.review_round, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  authors text[];
BEGIN
  IF rnd.kind NOT IN ('full_review', 'update')
     OR NOT (SELECT r.asks_outsider FROM review_rules r WHERE r.id = rnd.rules_id) THEN
    RETURN;
  END IF;
  authors := institutions_of_authors(v.content);
  IF '' = ANY (authors) THEN
    RETURN QUERY SELECT 'outsider_missing', 'author', jsonb_build_object('because', 'author_unknown');
  ELSIF NOT EXISTS (SELECT FROM counted_approvals(v.id, p_reinstates IS NOT NULL) c JOIN decision d ON d.id = c.decision_id
                     WHERE d.signed_affiliation <> '' AND plain_institution(d.signed_affiliation) <> ALL (authors)) THEN
    RETURN QUERY SELECT 'outsider_missing', 'editor', jsonb_build_object('because', 'nobody_outside');
  END IF;
END
$$;

-- As before, and one from outside where the rules of the round ask for it.
CREATE OR REPLACE FUNCTION desk.approval_blockers(v desk.version, rnd desk.review_round, live_id uuid, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH counted AS (SELECT * FROM counted_approvals(v.id, p_reinstates IS NOT NULL)),
    short AS (
      SELECT n.expertise, n.count - (SELECT count(*) FROM counted c WHERE c.expertise = n.expertise) AS lacking
        FROM round_need n WHERE n.round_id = rnd.id
         AND n.count > (SELECT count(*) FROM counted c WHERE c.expertise = n.expertise)
    ),
    standing AS (
      SELECT s.*, p.name FROM standing_decisions(v.id) s JOIN person p ON p.id = s.person_id
    )
    SELECT 'approvals_missing', 'reviewer', jsonb_build_object('expertise', short.expertise, 'lacking', short.lacking) FROM short
    UNION ALL
    SELECT 'own_work', 'editor', jsonb_build_object('person', s.name) FROM standing s
     WHERE s.verdict = 'approve' AND s.revoked IS NULL AND s.is_own_work
    UNION ALL
    SELECT 'approval_revoked', 'editor', jsonb_build_object('person', s.name, 'kind', s.revoked) FROM standing s
     WHERE s.verdict = 'approve' AND s.revoked IS NOT NULL
       AND (s.revoked = 'unsafe' OR s.expertise IN (SELECT short.expertise FROM short))
    UNION ALL
    SELECT 'approval_revoked', 'editor', jsonb_build_object('person', p.name, 'kind', t.kind)
      FROM approvals_taken_back(coalesce(p_reinstates, live_id)) t JOIN person p ON p.id = t.person_id
     WHERE rnd.kind <> 'full_review' AND (t.kind = 'unsafe' OR t.is_missed)
    UNION ALL
    SELECT 'approval_expired', 'reviewer', jsonb_build_object('person', s.name) FROM standing s
     WHERE s.verdict = 'approve' AND s.revoked IS NULL AND p_reinstates IS NULL AND s.good_until <= clock()
       AND s.expertise IN (SELECT short.expertise FROM short)
    UNION ALL
    SELECT 'interests', CASE WHEN s.interests = 'institutional_open' THEN 'editor' ELSE 'reviewer' END,
           jsonb_build_object('person', s.name, 'standing', s.interests) FROM standing s
     WHERE s.verdict = 'approve' AND s.revoked IS NULL AND s.interests NOT IN ('none', 'institutional_accepted')
       AND s.expertise IN (SELECT short.expertise FROM short)
    UNION ALL
    SELECT 'interests', 'editor', jsonb_build_object('standing', 'none_free')
     WHERE EXISTS (SELECT FROM counted) AND NOT EXISTS (SELECT FROM counted c WHERE c.interests = 'none')
    UNION ALL
    SELECT 'changes_requested', 'author', jsonb_build_object('person', p.name, 'expertise', s.expertise)
      FROM standing_requests(v.id, p_reinstates IS NOT NULL) s JOIN person p ON p.id = s.person_id
    UNION ALL
    SELECT DISTINCT 'same_person_twice', 'editor', jsonb_build_object('person', p.name)
      FROM decision d JOIN person p ON p.id = d.person_id
     WHERE d.version_id = v.id AND d.verdict = 'approve'
       AND NOT EXISTS (SELECT FROM revocation r WHERE r.decision_id = d.id)
     GROUP BY p.id, p.name HAVING count(DISTINCT d.expertise) > 1;
  RETURN QUERY SELECT * FROM outsider_blockers(v, rnd, p_reinstates);
END
$$;

-- The rules themselves ------------------------------------------------------------

-- Reminders as they are kept: each step named by its day, so that no two people
-- are told twice for one. Refuses two steps on one day, also where one repeats.
CREATE FUNCTION desk.checked_reminders(p_reminders jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
DECLARE
  kept jsonb;
BEGIN
  IF jsonb_typeof(p_reminders) IS DISTINCT FROM 'array' OR jsonb_array_length(p_reminders) NOT BETWEEN 1 AND 20 THEN
    PERFORM refuse('422', 'reminders_missing');
  END IF;
  IF EXISTS (SELECT FROM jsonb_array_elements(p_reminders) s
              WHERE (s ->> 'afterDays')::integer IS NULL OR (s ->> 'afterDays')::integer NOT BETWEEN -365 AND 365
                 OR (s ->> 'repeatsEvery')::integer NOT BETWEEN 1 AND 90
                 OR ((s ->> 'repeatsEvery') IS NOT NULL AND (s ->> 'afterDays')::integer < 1)
                 OR jsonb_typeof(s -> 'to') IS DISTINCT FROM 'array' OR jsonb_array_length(s -> 'to') = 0
                 OR EXISTS (SELECT FROM jsonb_array_elements_text(s -> 'to') a
                             WHERE a NOT IN ('owner', 'last_reviewers', 'editors', 'collection_lead', 'clinical_lead'))) THEN
    PERFORM refuse('422', 'rules_invalid');
  END IF;
  WITH steps AS (
    SELECT n, s, (s ->> 'afterDays')::integer AS on_day, (s ->> 'repeatsEvery')::integer AS every
      FROM jsonb_array_elements(p_reminders) WITH ORDINALITY t(s, n)
  )
  SELECT CASE WHEN EXISTS (
      SELECT FROM steps a JOIN steps b ON a.n <> b.n AND a.on_day <= b.on_day
       WHERE (a.on_day = b.on_day AND a.n < b.n)
          OR (a.on_day < b.on_day AND a.every IS NOT NULL
              AND (b.on_day - a.on_day) % CASE WHEN b.every IS NULL THEN a.every ELSE gcd(a.every, b.every) END = 0)) THEN NULL
    ELSE (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'step', CASE WHEN every IS NOT NULL THEN 'overdue_' || on_day || '_every_' || every
                     WHEN on_day < 0 THEN 'due_in_' || -on_day
                     WHEN on_day = 0 THEN 'due_today' ELSE 'overdue_' || on_day END,
        'afterDays', on_day, 'repeatsEvery', every, 'to', s -> 'to')) ORDER BY on_day) FROM steps) END
    INTO kept;
  IF kept IS NULL THEN
    PERFORM refuse('422', 'reminders_clash');
  END IF;
  RETURN kept;
EXCEPTION WHEN invalid_text_representation OR numeric_value_out_of_range THEN
  PERFORM refuse('422', 'rules_invalid');
END
$$;

-- What a shorter interval does to pages that are live: their day moves to last
-- reviewed + the interval, but nobody is given fewer than 60 days, and those
-- that would all fall on that day are spread over p_spread more. Never later.
CREATE FUNCTION desk.shortened_dues(p_kind text, p_interval integer, p_spread integer)
RETURNS TABLE (page_id uuid, publication_id uuid, due_on date, shortened_to date)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  soonest date := today() + 60;
BEGIN
  RETURN QUERY
    WITH live AS (
      SELECT p.page_id, p.id, effective_due(p.id) AS due, (p.last_reviewed_on + make_interval(months => p_interval))::date AS by_rules
        FROM publication p JOIN page pg ON pg.id = p.page_id
       WHERE pg.kind = p_kind AND p.ended_at IS NULL
    ), crowded AS (
      SELECT live.*, by_rules < soonest AS is_crowded,
             row_number() OVER (PARTITION BY by_rules < soonest ORDER BY by_rules, page_id) - 1 AS place,
             count(*) OVER (PARTITION BY by_rules < soonest) AS pages
        FROM live WHERE due > greatest(by_rules, soonest)
    ), spread AS (
      SELECT crowded.*, CASE WHEN is_crowded THEN soonest + (place * greatest(p_spread, 0) / pages)::integer ELSE by_rules END AS new_due FROM crowded
    )
    SELECT page_id, id, due, new_due FROM spread WHERE new_due < due ORDER BY new_due, page_id;
END
$$;

-- A clinical lead sets new rules, and says which they changed (p_base), so that
-- two of them do not undo each other. p_needs: [{expertise, count, step,
-- isForUpdates}]; p_options: asksOutsider, addsPharmacist, addsLivedExperience,
-- carriesSections, allowsMailedCode, spreadDays. Open rounds keep their rules; a
-- longer interval is for the next full review, a shorter one for live pages too.
DROP FUNCTION desk.set_review_rules(text, text, integer, integer, integer, integer, integer, integer, jsonb, jsonb);
CREATE FUNCTION desk.set_review_rules(p_session text, p_kind text, p_interval integer, p_max integer, p_respond integer,
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
    INSERT INTO review_rules_need (rules_id, expertise, count, step, is_for_updates)
      SELECT new_id, n ->> 'expertise', (n ->> 'count')::integer, (n ->> 'step')::integer, coalesce((n ->> 'isForUpdates')::boolean, true)
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

-- The example beside the form: what these rules give for a page whose reviewers
-- were asked and signed on these days. Reads only; a holiday moves a reminder.
CREATE FUNCTION desk.worked_example(p_asked date, p_first date, p_last date, p_interval integer, p_respond integer, p_review integer,
  p_signature integer, p_grace integer, p_reminders jsonb)
RETURNS TABLE (what text, falls_on date, goes_out_on date, every integer, addressees text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  first_signed date := least(p_first, p_last);
  due date := (least(p_first, p_last) + make_interval(months => p_interval))::date;
BEGIN
  RETURN QUERY
    SELECT x.what, x.day, x.day, NULL::integer, NULL::text[] FROM (VALUES
      ('respond_by', p_asked + p_respond),
      ('review_by', p_asked + greatest(p_review, p_respond)),
      ('publish_by', first_signed + p_signature),
      ('last_reviewed', first_signed),
      ('next_due', due),
      ('overdue_from', due + 1),
      ('withheld_from', due + p_grace + 1)) x(what, day)
    UNION ALL
    SELECT 'reminder', due + s.on_day, CASE WHEN s.on_day <= 0 THEN previous_working_day(due + s.on_day) ELSE due + s.on_day END, s.every,
           ARRAY(SELECT jsonb_array_elements_text(s.addressees))
      FROM (SELECT (r ->> 'afterDays')::integer AS on_day, (r ->> 'repeatsEvery')::integer AS every, r -> 'to' AS addressees
              FROM jsonb_array_elements(checked_reminders(p_reminders)) r) s;
END
$$;

GRANT EXECUTE ON FUNCTION
  desk.set_review_rules(text, text, integer, integer, integer, integer, integer, integer, jsonb, jsonb, jsonb, integer),
  desk.shortened_dues(text, integer, integer), desk.asked_of_draft(uuid, text, text, text[]),
  desk.worked_example(date, date, date, integer, integer, integer, integer, integer, jsonb) TO desk_app;
