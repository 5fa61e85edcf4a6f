-- Cheaper and otherwise as they were. PostgreSQL plans a function in LANGUAGE sql
-- that it cannot inline anew for every statement that calls it, a hundred times
-- the work of some of them; in plpgsql a connection keeps the plan. And nothing
-- is weighed of a version that nobody has signed.
SET LOCAL ROLE desk_owner;

-- As before, in plpgsql.
CREATE OR REPLACE FUNCTION desk.content_hash(p_content text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(p_content, 'UTF8')), 'hex');
END
$$;

CREATE OR REPLACE FUNCTION desk.credit_keys(p_content text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN ARRAY(SELECT DISTINCT k FROM jsonb_path_query(p_content::jsonb, '$.credits[*]') c
    CROSS JOIN LATERAL unnest(ARRAY[c ->> 'personId', c ->> 'orcid', lower(btrim(c ->> 'name'))] || name_words(c ->> 'name')) k
    WHERE k IS NOT NULL ORDER BY k);
END
$$;

CREATE OR REPLACE FUNCTION desk.figures_in(p_content text) RETURNS SETOF text
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT DISTINCT f #>> '{}' FROM jsonb_path_query(p_content::jsonb,
    '$.body.content[*] ? (@.type == "figure").attrs.file ? (@.type() == "string")') f;
END
$$;

CREATE OR REPLACE FUNCTION desk.therapy_key(p_name text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN regexp_replace(lower(regexp_replace(btrim(p_name), '\s+', ' ', 'g')),
    '(.) (hydrochloride|dihydrochloride|mesylate|mesilate|malate|maleate|tosylate|tosilate|sulfate|sulphate|phosphate|fumarate|camsylate|sodium|monohydrate)$', '\1');
END
$$;

CREATE OR REPLACE FUNCTION desk.source_key(p_kind text, p_text text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN left(CASE p_kind
    WHEN 'therapy' THEN therapy_key(p_text)
    WHEN 'guideline' THEN btrim(regexp_replace(lower(p_text), '[^[:alnum:]]+', ' ', 'g'))
    WHEN 'url' THEN regexp_replace(regexp_replace(lower(btrim(p_text)), '^https?://(www\.)?', ''), '/+$', '')
    WHEN 'gene' THEN upper(btrim(p_text))
    WHEN 'nct' THEN upper(btrim(p_text))
    WHEN 'doi' THEN lower(btrim(p_text))
    WHEN 'variant' THEN regexp_replace(btrim(p_text), '^.*:', '')
    ELSE btrim(p_text) END, 400);
END
$$;

CREATE OR REPLACE FUNCTION desk.raise_alert_to_editors(p_kind text, p_page uuid, p_reason_key text, p_props jsonb DEFAULT '{}')
RETURNS void LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  PERFORM raise_alert(p_kind, r.person_id, p_page, p_reason_key, p_props)
    FROM person_role r JOIN person p ON p.id = r.person_id
   WHERE r.role = 'editor' AND p.is_active ORDER BY p.id;
END
$$;

CREATE OR REPLACE FUNCTION desk.publish_blockers(p_version uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT * FROM list_blockers(p_version, NULL, NULL);
END
$$;

CREATE OR REPLACE FUNCTION desk.review_on_file(p_version uuid) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN CASE
    WHEN EXISTS (SELECT FROM schedule s WHERE s.version_id = p_version AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL) THEN 'scheduled'
    WHEN EXISTS (SELECT FROM decision d WHERE d.version_id = p_version AND d.verdict = 'request_changes') THEN 'disputed'
    WHEN EXISTS (SELECT FROM review_round r JOIN round_need n ON n.round_id = r.id WHERE r.version_id = p_version AND n.count > (
           SELECT count(*) FROM decision d WHERE d.version_id = p_version AND d.expertise = n.expertise AND d.verdict = 'approve')) THEN 'asked'
    ELSE 'signed' END;
END
$$;

CREATE OR REPLACE FUNCTION desk.keying_base(p_version uuid, p_person uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT c.id FROM (
    SELECT v.id, v.number FROM version t JOIN version v ON v.page_id = t.page_id AND v.line = t.line AND v.number < t.number
      JOIN decision d ON d.version_id = v.id AND d.person_id = p_person AND d.verdict = 'approve' WHERE t.id = p_version
       AND NOT EXISTS (SELECT FROM revocation r WHERE r.decision_id = d.id)
    UNION ALL
    SELECT v.id, v.number FROM version t JOIN publication p ON p.page_id = t.page_id AND p.ended_at IS NULL
      JOIN version v ON v.id = p.version_id WHERE t.id = p_version AND v.id <> t.id) c ORDER BY c.number DESC LIMIT 1
  );
END
$$;

-- As before; where nobody asked for changes there is nothing to weigh.
CREATE OR REPLACE FUNCTION desk.standing_requests(p_version uuid, p_reinstating boolean DEFAULT false)
RETURNS TABLE (decision_id uuid, person_id uuid, expertise text)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT EXISTS (SELECT FROM decision d WHERE d.version_id = p_version AND d.verdict = 'request_changes') THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT s.decision_id, s.person_id, s.expertise FROM standing_decisions(p_version) s
   WHERE s.verdict = 'request_changes' AND s.revoked IS NULL AND NOT EXISTS (
     SELECT FROM counted_approvals(p_version, p_reinstating) c JOIN decision d ON d.id = c.decision_id
      WHERE d.answers_decision_id = s.decision_id AND c.person_id <> s.person_id);
END
$$;

-- As before; where nobody approved none is counted.
CREATE OR REPLACE FUNCTION desk.counted_approvals(p_version uuid, p_reinstating boolean DEFAULT false)
RETURNS TABLE (decision_id uuid, person_id uuid, expertise text, signed_at timestamptz,
               evidence_checked_to date, next_review_due date, interests text)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  suggesters uuid[];
BEGIN
  IF NOT EXISTS (SELECT FROM decision d WHERE d.version_id = p_version AND d.verdict = 'approve') THEN
    RETURN;
  END IF;
  suggesters := suggesters_of(p_version);
  RETURN QUERY
  WITH counted AS (
    SELECT s.decision_id, s.person_id, s.expertise, s.signed_at, s.evidence_checked_to, s.next_review_due, s.interests
      FROM standing_decisions(p_version) s
     WHERE s.verdict = 'approve' AND s.revoked IS NULL AND NOT s.is_own_work AND s.is_holder
       AND s.interests IN ('none', 'institutional_accepted')
       AND (p_reinstating OR s.good_until > clock())
  )
  SELECT c.* FROM counted c
   WHERE suggesters IS NULL OR c.person_id <> ALL (suggesters)
      OR EXISTS (SELECT FROM counted o WHERE o.person_id <> ALL (suggesters));
END
$$;

-- As before; of a full review that nobody has signed, every seat is empty and
-- there is no signature to say anything about.
CREATE OR REPLACE FUNCTION desk.approval_blockers(v desk.version, rnd desk.review_round, live_id uuid, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF rnd.kind = 'full_review' AND NOT EXISTS (SELECT FROM decision d WHERE d.version_id = v.id) THEN
    RETURN QUERY SELECT 'approvals_missing', 'reviewer', jsonb_build_object('expertise', n.expertise, 'lacking', n.count)
      FROM round_need n WHERE n.round_id = rnd.id AND n.count > 0;
  ELSE
    RETURN QUERY
    WITH counted AS MATERIALIZED (SELECT * FROM counted_approvals(v.id, p_reinstates IS NOT NULL)),
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
  END IF;
  RETURN QUERY SELECT * FROM section_blockers(v, rnd, p_reinstates);
  RETURN QUERY SELECT * FROM outsider_blockers(v, rnd, p_reinstates);
END
$$;

-- The same keys, without asking the table of former names for all that is one name's.
CREATE OR REPLACE FUNCTION desk.name_keys(p_person uuid) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
DECLARE
  keys text[] := '{}';
  r record;
BEGIN
  FOR r IN
    SELECT name, orcid FROM person WHERE id = p_person
    UNION ALL SELECT name, orcid FROM person_before WHERE person_id = p_person
  LOOP
    keys := keys || ARRAY[p_person::text, r.orcid, lower(btrim(r.name))] || name_words(r.name);
  END LOOP;
  RETURN array_remove(keys, NULL);
END
$$;

-- As before; the day is asked of a page that has one.
CREATE OR REPLACE FUNCTION desk.may_know_of(p_page uuid, p_person uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM page WHERE id = p_page AND confidential_until IS NOT NULL AND confidential_until > today()) THEN
    RETURN true;
  END IF;
  RETURN EXISTS (SELECT FROM page WHERE id = p_page AND owner_id = p_person)
      OR EXISTS (SELECT FROM page_author WHERE page_id = p_page AND person_id = p_person)
      OR EXISTS (SELECT FROM confidential_reader WHERE page_id = p_page AND person_id = p_person)
      OR EXISTS (SELECT FROM review_round r JOIN assignment a ON a.round_id = r.id
                  WHERE r.page_id = p_page AND a.reviewer_id = p_person AND a.state IN ('invited', 'accepted', 'lapsed', 'done'));
END
$$;

CREATE OR REPLACE FUNCTION desk.page_blockers(p_page desk.page) RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM person WHERE id = p_page.owner_id AND is_active) THEN
    RETURN QUERY SELECT 'owner_inactive', 'editor', '{}'::jsonb;
  END IF;
  IF p_page.archived_at IS NOT NULL THEN
    RETURN QUERY SELECT 'archived', 'editor', '{}'::jsonb;
  END IF;
  IF p_page.confidential_until IS NOT NULL AND p_page.confidential_until > today() THEN
    RETURN QUERY SELECT 'confidential_until', 'editor', jsonb_build_object('day', p_page.confidential_until);
  END IF;
END
$$;
