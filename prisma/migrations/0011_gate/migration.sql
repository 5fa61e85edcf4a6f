-- The rule. publish_blockers lists every reason why a version may not be
-- published now; sign_blockers every reason why a reviewer may not sign.
-- There is no second copy of these rules anywhere in the product. The queries
-- stand in plpgsql, which keeps their plans; plain SQL would plan them each time.
SET LOCAL ROLE desk_owner;

-- Document helpers -----------------------------------------------------------

CREATE FUNCTION desk.block_by_id(p_content text, p_block text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT b FROM jsonb_array_elements(p_content::jsonb -> 'body' -> 'content') b
   WHERE b -> 'attrs' ->> 'id' = p_block LIMIT 1
  );
END
$$;

-- Blocks that differ between two contents: added, removed or changed by id;
-- '(metadata)' when anything but body and change note differs, '(order)' when
-- the blocks both hold stand in another order. Those two are no blocks, so no
-- scope can name them.
CREATE FUNCTION desk.changed_blocks(p_before text, p_after text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  WITH before AS (
    SELECT b -> 'attrs' ->> 'id' AS id, b, n FROM jsonb_array_elements(p_before::jsonb -> 'body' -> 'content') WITH ORDINALITY t(b, n)
  ), after AS (
    SELECT b -> 'attrs' ->> 'id' AS id, b, n FROM jsonb_array_elements(p_after::jsonb -> 'body' -> 'content') WITH ORDINALITY t(b, n)
  )
  SELECT coalesce((SELECT array_agg(coalesce(before.id, after.id, '(no id)')) FROM before FULL JOIN after USING (id)
                    WHERE before.b IS DISTINCT FROM after.b), '{}')
      || CASE WHEN (p_before::jsonb - 'body' - 'changeNote') <> (p_after::jsonb - 'body' - 'changeNote')
              THEN ARRAY['(metadata)'] ELSE '{}' END
      || CASE WHEN (SELECT array_agg(id ORDER BY n) FROM before WHERE id IN (SELECT id FROM after))
                   IS DISTINCT FROM (SELECT array_agg(id ORDER BY n) FROM after WHERE id IN (SELECT id FROM before))
              THEN ARRAY['(order)'] ELSE '{}' END
  );
END
$$;

-- Credited means: by person id, by ORCID, or by the same name written out.
CREATE FUNCTION desk.credits_person(p_content text, p_person desk.person) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (
    SELECT FROM jsonb_array_elements(coalesce(p_content::jsonb -> 'credits', '[]')) c
     WHERE c ->> 'personId' = p_person.id::text
        OR (p_person.orcid IS NOT NULL AND c ->> 'orcid' = p_person.orcid)
        OR lower(regexp_replace(btrim(c ->> 'name'), '\s+', ' ', 'g')) = lower(regexp_replace(btrim(p_person.name), '\s+', ' ', 'g')))
  );
END
$$;

CREATE FUNCTION desk.effective_due(p_publication uuid) RETURNS date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT least(p.next_review_due, (SELECT min(due_on) FROM due_brought_forward WHERE publication_id = p.id))
    FROM publication p WHERE p.id = p_publication
  );
END
$$;

CREATE FUNCTION desk.live_publication(p_page uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT id FROM publication WHERE page_id = p_page AND ended_at IS NULL
  );
END
$$;

-- The last revision of this draft that ever went out; later saves are unpublished words.
CREATE FUNCTION desk.published_revision(p_draft uuid) RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT coalesce(max(v.draft_revision), 0) FROM version v JOIN publication p ON p.version_id = v.id
   WHERE v.draft_id = p_draft
  );
END
$$;

-- People -----------------------------------------------------------------------

-- Nobody approves their own words: those of this version, or of any version of
-- the same draft since its text last went out.
CREATE FUNCTION desk.is_own_work(p_version uuid, p_person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM version_contributor WHERE version_id = p_version AND person_id = p_person)
      OR EXISTS (SELECT FROM version v JOIN person p ON p.id = p_person
                  WHERE v.id = p_version AND credits_person(v.content, p))
      OR EXISTS (SELECT FROM version v
                   JOIN version sibling ON sibling.draft_id = v.draft_id AND sibling.number < v.number
                    AND sibling.number > coalesce((SELECT max(pv.number) FROM version pv JOIN publication p ON p.version_id = pv.id
                                                    WHERE pv.draft_id = v.draft_id AND pv.number < v.number), 0)
                   JOIN version_contributor c ON c.version_id = sibling.id
                  WHERE v.id = p_version AND c.person_id = p_person AND c.because IN ('wrote', 'submitted'))
  );
END
$$;

-- May this person be asked for this? An expertise needs the reviewer role and
-- the verified expertise; 'editor' and 'colleague' need the role.
CREATE FUNCTION desk.holds(p_person uuid, p_expertise text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM person WHERE id = p_person AND is_active) AND CASE p_expertise
    WHEN 'editor' THEN has_role(p_person, 'editor') OR has_role(p_person, 'clinical_lead')
    WHEN 'colleague' THEN has_role(p_person, 'reviewer') OR has_role(p_person, 'editor') OR has_role(p_person, 'author') OR has_role(p_person, 'clinical_lead')
    ELSE has_role(p_person, 'reviewer')
     AND EXISTS (SELECT FROM person_expertise WHERE person_id = p_person AND expertise = p_expertise)
  END
  );
END
$$;

-- none | institutional_accepted | institutional_open | institutional_refused |
-- personal | undeclared | declaration_expired | unanswered
CREATE FUNCTION desk.interest_standing(p_person uuid, p_page uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  WITH declared AS (
    SELECT valid_until FROM interest_declaration WHERE person_id = p_person ORDER BY declared_at DESC, id LIMIT 1
  ), answered AS (
    SELECT a.level, r.is_accepted FROM interest_answer a LEFT JOIN interest_ruling r ON r.answer_id = a.id
     WHERE a.person_id = p_person AND a.page_id = p_page ORDER BY a.answered_at DESC, a.id LIMIT 1
  )
  SELECT CASE
    WHEN NOT EXISTS (SELECT FROM declared) THEN 'undeclared'
    WHEN (SELECT valid_until FROM declared) < today() THEN 'declaration_expired'
    WHEN NOT EXISTS (SELECT FROM answered) THEN 'unanswered'
    WHEN (SELECT level FROM answered) = 'none' THEN 'none'
    WHEN (SELECT level FROM answered) = 'personal' THEN 'personal'
    WHEN (SELECT is_accepted FROM answered) THEN 'institutional_accepted'
    WHEN NOT (SELECT is_accepted FROM answered) THEN 'institutional_refused'
    ELSE 'institutional_open'
  END
  );
END
$$;

-- Decisions ----------------------------------------------------------------------

-- The latest decision of each person on a version, and how it stands.
CREATE FUNCTION desk.standing_decisions(p_version uuid)
RETURNS TABLE (decision_id uuid, person_id uuid, expertise text, verdict text, signed_at timestamptz,
               evidence_checked_to date, next_review_due date, revoked text, good_until timestamptz,
               is_own_work boolean, is_holder boolean, interests text)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT d.id, d.person_id, d.expertise, d.verdict, d.signed_at, d.evidence_checked_to, d.next_review_due,
         (SELECT r.kind FROM revocation r WHERE r.decision_id = d.id),
         greatest(d.signed_at, (SELECT max(signed_at) FROM reaffirmation WHERE decision_id = d.id)) + make_interval(hours => 24 * rules.signature_days),
         is_own_work(p_version, d.person_id), holds(d.person_id, d.expertise), interest_standing(d.person_id, d.page_id)
    FROM (SELECT DISTINCT ON (person_id) * FROM decision WHERE version_id = p_version ORDER BY person_id, seq DESC) d
    JOIN review_round rr ON rr.version_id = p_version
    JOIN review_rules rules ON rules.id = rr.rules_id;
END
$$;

-- The approvals that count now. A reinstated version keeps its approvals past
-- the days a signature stays good; everything else must hold again.
CREATE FUNCTION desk.counted_approvals(p_version uuid, p_reinstating boolean DEFAULT false)
RETURNS TABLE (decision_id uuid, person_id uuid, expertise text, signed_at timestamptz,
               evidence_checked_to date, next_review_due date, interests text)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT s.decision_id, s.person_id, s.expertise, s.signed_at, s.evidence_checked_to, s.next_review_due, s.interests
    FROM standing_decisions(p_version) s
   WHERE s.verdict = 'approve' AND s.revoked IS NULL AND NOT s.is_own_work AND s.is_holder
     AND s.interests IN ('none', 'institutional_accepted')
     AND (p_reinstating OR s.good_until > clock());
END
$$;

-- Requests for changes that still stand. Only an adjudication that counts as an
-- approval itself answers one, and never its own author's.
CREATE FUNCTION desk.standing_requests(p_version uuid, p_reinstating boolean DEFAULT false)
RETURNS TABLE (decision_id uuid, person_id uuid, expertise text)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT s.decision_id, s.person_id, s.expertise FROM standing_decisions(p_version) s
   WHERE s.verdict = 'request_changes' AND s.revoked IS NULL AND NOT EXISTS (
     SELECT FROM counted_approvals(p_version, p_reinstating) c JOIN decision d ON d.id = c.decision_id
      WHERE d.answers_decision_id = s.decision_id AND c.person_id <> s.person_id);
END
$$;

-- Who stands behind the text that is public: the approvers of the latest full
-- review in the line of this publication, and those of what changed it since.
CREATE FUNCTION desk.publication_line(p_publication uuid) RETURNS TABLE (publication_id uuid, depth integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH RECURSIVE line AS (
    SELECT id, round_kind, reinstates_id, replaces_id, 0 AS depth FROM publication WHERE id = p_publication
    UNION ALL
    SELECT p.id, p.round_kind, p.reinstates_id, p.replaces_id, line.depth + 1 FROM line
      JOIN publication p ON p.id = coalesce(line.reinstates_id, line.replaces_id)
     WHERE line.round_kind <> 'full_review'
  )
  SELECT id, depth FROM line;
END
$$;

-- Approvals under that line which were taken back, and whether the rules miss them.
CREATE FUNCTION desk.approvals_taken_back(p_publication uuid)
RETURNS TABLE (publication_id uuid, decision_id uuid, person_id uuid, kind text, revoked_on date, is_missed boolean, is_short boolean)
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH approvals AS (
    SELECT p.id AS publication_id, p.round_id, d.id AS decision_id, d.person_id, d.expertise, r.kind, r.revoked_on
      FROM publication_line(p_publication) l JOIN publication p ON p.id = l.publication_id
      JOIN publication_approval pa ON pa.publication_id = p.id JOIN decision d ON d.id = pa.decision_id
      LEFT JOIN revocation r ON r.decision_id = d.id
  ), short AS (
    SELECT DISTINCT a.publication_id, n.expertise FROM approvals a JOIN round_need n ON n.round_id = a.round_id
     WHERE n.count > (SELECT count(*) FROM approvals b
                       WHERE b.publication_id = a.publication_id AND b.expertise = n.expertise AND b.kind IS NULL)
  )
  SELECT a.publication_id, a.decision_id, a.person_id, a.kind, a.revoked_on,
         EXISTS (SELECT FROM short s WHERE s.publication_id = a.publication_id AND s.expertise = a.expertise),
         EXISTS (SELECT FROM short s WHERE s.publication_id = a.publication_id)
    FROM approvals a WHERE a.kind IS NOT NULL;
END
$$;

-- Does what was taken back hide the page? 'unsafe' at once; the other kinds
-- after 14 days, where what is left does not satisfy the rules.
CREATE FUNCTION desk.hidden_by_revocation(p_publication uuid, p_day date) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT CASE WHEN bool_or(t.kind = 'unsafe') THEN 'unsafe'
              WHEN bool_or(t.is_short AND t.revoked_on + 14 < p_day) THEN 'short' END
    FROM approvals_taken_back(p_publication) t
  );
END
$$;

-- Dates ----------------------------------------------------------------------------

-- What a publication of this version on that day would carry. Only a full
-- review moves the dates: last reviewed is the day of the earliest approval
-- counted, next due the least of that plus the interval and the earlier days
-- that counted approvers signed for. 29 February + 12 months is 28 February.
CREATE FUNCTION desk.publication_dates(p_version uuid, p_live uuid, p_reinstates uuid, p_day date,
  OUT last_reviewed_on date, OUT evidence_checked_to date, OUT next_review_due date, OUT grace_days integer)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
DECLARE
  round review_round;
  rules review_rules;
BEGIN
  SELECT * INTO round FROM review_round WHERE version_id = p_version;
  SELECT * INTO rules FROM review_rules WHERE id = round.rules_id;
  IF p_reinstates IS NOT NULL THEN
    SELECT p.last_reviewed_on, p.evidence_checked_to, effective_due(p.id), p.grace_days
      INTO last_reviewed_on, evidence_checked_to, next_review_due, grace_days
      FROM publication p WHERE p.id = p_reinstates;
  ELSIF round.kind = 'full_review' THEN
    SELECT min(day_of(a.signed_at)), min(a.evidence_checked_to),
           least((min(day_of(a.signed_at)) + make_interval(months => rules.interval_months))::date, min(a.next_review_due))
      INTO last_reviewed_on, evidence_checked_to, next_review_due
      FROM counted_approvals(p_version) a;
    grace_days := rules.grace_days;
  ELSE
    SELECT p.last_reviewed_on, p.evidence_checked_to, effective_due(p.id), p.grace_days
      INTO last_reviewed_on, evidence_checked_to, next_review_due, grace_days
      FROM publication p WHERE p.id = p_live;
    IF round.kind = 'safety_correction' THEN
      next_review_due := least(next_review_due, p_day + 30);
    END IF;
  END IF;
END
$$;

-- The list ---------------------------------------------------------------------------

-- What a page must say of itself, and this text of it does not.
CREATE FUNCTION desk.missing_metadata(p_doc jsonb, p_page desk.page) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN array_remove(ARRAY[
    CASE WHEN btrim(coalesce(p_doc ->> 'title', '')) = '' THEN 'title' END,
    CASE WHEN p_page.owner_id IS NULL THEN 'owner' END,
    CASE WHEN p_doc ->> 'kind' IS DISTINCT FROM p_page.kind THEN 'kind' END,
    CASE WHEN p_doc ->> 'language' IS DISTINCT FROM p_page.language THEN 'language' END,
    CASE WHEN coalesce(p_doc ->> 'audience', '') NOT IN ('clinicians', 'patients', 'public') THEN 'audience' END,
    CASE WHEN jsonb_array_length(coalesce(p_doc -> 'jurisdictions', '[]')) = 0 THEN 'jurisdiction' END,
    CASE WHEN jsonb_array_length(coalesce(p_doc -> 'topics', '[]')) = 0 THEN 'topic' END,
    CASE WHEN jsonb_array_length(coalesce(p_doc -> 'body' -> 'content', '[]')) = 0 THEN 'text' END,
    CASE WHEN NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(p_doc -> 'credits', '[]')) c
                            JOIN person p ON p.id::text = c ->> 'personId'
                           WHERE c ->> 'role' = 'author' AND btrim(coalesce(c ->> 'name', '')) <> '') THEN 'human_author' END,
    CASE WHEN coalesce(p_doc -> 'aiUse' ->> 'level', 'unknown') NOT IN ('none', 'language', 'draft_assist', 'generated') THEN 'ai_use' END,
    CASE WHEN p_doc -> 'aiUse' ->> 'level' IN ('draft_assist', 'generated') AND (
           btrim(coalesce(p_doc -> 'aiUse' ->> 'tool', '')) = '' OR coalesce(p_doc -> 'aiUse' ->> 'usedOn', '') = ''
           OR NOT EXISTS (SELECT FROM person p WHERE p.id::text = p_doc -> 'aiUse' ->> 'verifierId')
           OR p_doc -> 'aiUse' ->> 'verifierId' IS NOT DISTINCT FROM p_doc -> 'aiUse' ->> 'drafterId') THEN 'ai_verifier' END,
    CASE WHEN btrim(coalesce(p_doc ->> 'changeNote', '')) = '' THEN 'change_note' END
  ], NULL);
END
$$;

-- Reasons that lie in the page itself, whatever its text.
CREATE FUNCTION desk.page_blockers(p_page desk.page) RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM person WHERE id = p_page.owner_id AND is_active) THEN
    RETURN QUERY SELECT 'owner_inactive', 'editor', '{}'::jsonb;
  END IF;
  IF p_page.archived_at IS NOT NULL THEN
    RETURN QUERY SELECT 'archived', 'editor', '{}'::jsonb;
  END IF;
  IF p_page.confidential_until > today() THEN
    RETURN QUERY SELECT 'confidential_until', 'editor', jsonb_build_object('day', p_page.confidential_until);
  END IF;
END
$$;

-- Every blocker of a version. p_self: the publication being looked at again at
-- commit; p_reinstates: the withdrawn publication this one would bring back.
CREATE FUNCTION desk.list_blockers(p_version uuid, p_self uuid, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v version;
  pg page;
  rnd review_round;
  self publication;
  live publication;
  doc jsonb;
  due date;
  missing text[];
  run check_run;
  outside text[];
  last_event timestamptz;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  IF v.id IS NULL THEN
    RETURN QUERY SELECT 'nothing_submitted', 'author', '{}'::jsonb;
    RETURN;
  END IF;
  SELECT * INTO pg FROM page WHERE id = v.page_id;
  SELECT * INTO rnd FROM review_round WHERE version_id = v.id;
  SELECT * INTO self FROM publication WHERE id = p_self;
  SELECT * INTO live FROM publication
   WHERE CASE WHEN p_self IS NOT NULL THEN id = self.replaces_id ELSE page_id = v.page_id AND ended_at IS NULL END;
  doc := v.content::jsonb;

  -- The round and the line
  IF p_reinstates IS NULL THEN
    IF EXISTS (SELECT FROM version n WHERE n.page_id = v.page_id AND n.line = v.line AND n.number > v.number
                 AND (v.line = 'main' OR n.draft_id = v.draft_id)) THEN
      RETURN QUERY SELECT 'not_latest', 'author', jsonb_build_object('newest',
        (SELECT max(n.number) FROM version n WHERE n.page_id = v.page_id AND n.line = v.line));
    END IF;
    IF (live.id IS NOT NULL AND v.based_on_id IS DISTINCT FROM live.id)
       OR (live.id IS NULL AND rnd.kind <> 'full_review') THEN
      RETURN QUERY SELECT 'base_moved', 'author', jsonb_build_object('live', live.id IS NOT NULL);
    END IF;
    IF rnd.closed_because IS NOT NULL AND (p_self IS NULL OR rnd.closed_because <> 'published') THEN
      RETURN QUERY SELECT 'round_closed', 'author', jsonb_build_object('because', rnd.closed_because);
    END IF;
    RETURN QUERY
      SELECT 'round_open', 'reviewer', jsonb_build_object('person', p.name, 'expertise', a.expertise, 'state', a.state)
        FROM assignment a JOIN person p ON p.id = a.reviewer_id
       WHERE a.round_id = rnd.id AND a.state IN ('invited', 'accepted') ORDER BY a.invited_at, a.id;
    -- Only its own hour: a safety correction does not wait for the main line's.
    RETURN QUERY SELECT 'scheduled_later', 'editor', jsonb_build_object('at', s.publish_at) FROM schedule s
      WHERE s.version_id = v.id AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL AND s.publish_at > clock();
  END IF;

  -- Approvals
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
      FROM approvals_taken_back(coalesce(p_reinstates, live.id)) t JOIN person p ON p.id = t.person_id
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

  -- Authors declare their interests too
  RETURN QUERY
    SELECT 'interests', 'author', jsonb_build_object('person', p.name, 'standing', interest_standing(p.id, v.page_id))
      FROM version_contributor c JOIN person p ON p.id = c.person_id
     WHERE c.version_id = v.id AND c.because = 'credited'
       AND interest_standing(p.id, v.page_id) IN ('undeclared', 'declaration_expired', 'unanswered')
     ORDER BY p.name;

  -- Comments
  RETURN QUERY
    SELECT 'comments_open', 'reviewer', jsonb_build_object('count', count(*))
      FROM comment c JOIN version cv ON cv.id = c.version_id
     WHERE c.page_id = v.page_id AND c.kind = 'must_fix' AND cv.line = v.line
       AND (v.line = 'main' OR cv.draft_id = v.draft_id) AND NOT is_comment_closed(c.id)
    HAVING count(*) > 0;

  -- Findings
  SELECT * INTO run FROM check_run r WHERE r.version_id = v.id AND r.content_sha256 = v.content_sha256
     AND r.rules_version = (SELECT cr.version FROM checks_rules cr ORDER BY cr.declared_at DESC, cr.version LIMIT 1)
   ORDER BY r.seq DESC LIMIT 1;
  IF run.id IS NULL OR run.ran_at <= clock() - interval '24 hours' THEN
    RETURN QUERY SELECT 'findings_blocking', 'desk', jsonb_build_object('run', 'missing');
  ELSE
    RETURN QUERY
      SELECT 'findings_blocking', 'author', jsonb_build_object('rule', f.rule, 'message', f.message, 'excerpt', f.excerpt)
        FROM finding f WHERE f.run_id = run.id AND f.severity = 'blocks' AND f.rule <> 'T14'
         AND NOT EXISTS (SELECT FROM finding_set_aside s WHERE s.page_id = v.page_id AND s.rule = f.rule
                           AND s.excerpt = f.excerpt AND s.covers_sha256 = f.covers_sha256
                           AND NOT is_own_work(v.id, s.set_aside_by))
       ORDER BY f.position;
  END IF;

  -- Scope
  IF rnd.kind <> 'full_review' AND p_reinstates IS NULL THEN
    SELECT array_agg(b) INTO outside
      FROM unnest(changed_blocks((SELECT bv.content FROM version bv JOIN publication bp ON bp.version_id = bv.id WHERE bp.id = v.based_on_id), v.content)) b
     WHERE b <> ALL (rnd.scope) OR b LIKE '(%';
    IF v.based_on_id IS NULL OR outside IS NOT NULL THEN
      RETURN QUERY SELECT 'scope_exceeded', 'author', jsonb_build_object('blocks', coalesce(to_jsonb(outside), '[]'));
    END IF;
    IF rnd.kind = 'copy_fix' AND (run.id IS NULL OR EXISTS (SELECT FROM finding f WHERE f.run_id = run.id AND f.rule = 'T14')) THEN
      RETURN QUERY SELECT 'scope_exceeded', 'author', jsonb_build_object('rule', 'T14');
    END IF;
  END IF;

  -- Dates
  SELECT d.next_review_due INTO due FROM publication_dates(v.id, live.id, p_reinstates, coalesce(self.published_on, today())) d;
  IF due < today() THEN
    RETURN QUERY SELECT 'overdue', 'reviewer', jsonb_build_object('due', due);
  ELSIF rnd.kind <> 'full_review' AND p_reinstates IS NULL AND live.id IS NOT NULL AND effective_due(live.id) < today() THEN
    RETURN QUERY SELECT 'overdue', 'reviewer', jsonb_build_object('due', effective_due(live.id));
  END IF;
  IF p_self IS NOT NULL AND (SELECT (d.last_reviewed_on, d.evidence_checked_to, d.next_review_due, d.grace_days)
        IS DISTINCT FROM (self.last_reviewed_on, self.evidence_checked_to, self.next_review_due, self.grace_days)
        FROM publication_dates(v.id, live.id, p_reinstates, self.published_on) d) THEN
    RETURN QUERY SELECT 'due_mismatch', 'desk', jsonb_build_object('due', due);
  END IF;

  -- What a page must say of itself
  missing := missing_metadata(doc, pg);
  IF cardinality(missing) > 0 THEN
    RETURN QUERY SELECT 'metadata_missing', 'author', jsonb_build_object('missing', to_jsonb(missing));
  END IF;

  -- The page and the world around it
  RETURN QUERY SELECT * FROM page_blockers(pg);
  IF EXISTS (SELECT FROM withdrawal w WHERE w.page_id = v.page_id AND w.is_permanent)
     OR (p_reinstates IS NULL AND EXISTS (SELECT FROM withdrawal w JOIN publication p ON p.id = w.publication_id
          WHERE p.page_id = v.page_id AND p.content_sha256 = v.content_sha256 AND p.id IS DISTINCT FROM p_self
            AND v.submitted_at <= w.withdrawn_at)) THEN
    RETURN QUERY SELECT 'withdrawn', 'editor', '{}'::jsonb;
  END IF;
  SELECT e.at INTO last_event FROM audit_event e ORDER BY e.seq DESC LIMIT 1;
  IF clock() < last_event - interval '5 minutes' THEN
    RETURN QUERY SELECT 'clock_behind', 'admin', jsonb_build_object('last_event', last_event);
  END IF;
END
$$;

-- (Used by the list above; plpgsql looks it up when it runs.)
CREATE FUNCTION desk.is_comment_closed(p_comment uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM comment_closing WHERE comment_id = p_comment AND capacity IN ('raiser', 'expertise', 'team'))
      OR (SELECT count(*) >= 2 FROM comment_closing WHERE comment_id = p_comment AND capacity = 'editor')
  );
END
$$;

-- For screens, command line and API: the same list.
CREATE FUNCTION desk.publish_blockers(p_version uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT * FROM list_blockers(p_version, NULL, NULL)
$$;

-- Why may this assignment not be signed with an approval of this hash now?
CREATE FUNCTION desk.sign_blockers(p_assignment uuid, p_sha text)
RETURNS TABLE (code text, detail jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment;
  rnd review_round;
  v version;
  standing text;
  my_step integer;
BEGIN
  SELECT * INTO a FROM assignment WHERE id = p_assignment;
  IF a.id IS NULL THEN
    RETURN QUERY SELECT 'gone', '{}'::jsonb;
    RETURN;
  END IF;
  SELECT * INTO rnd FROM review_round WHERE id = a.round_id;
  SELECT * INTO v FROM version WHERE id = rnd.version_id;
  IF v.content_sha256 IS DISTINCT FROM p_sha OR EXISTS (
       SELECT FROM version n WHERE n.draft_id = v.draft_id AND n.line = v.line AND n.number > v.number) THEN
    RETURN QUERY SELECT 'stale_version', jsonb_build_object('newest',
      (SELECT max(n.number) FROM version n WHERE n.draft_id = v.draft_id AND n.line = v.line));
  END IF;
  IF rnd.closed_at IS NOT NULL THEN
    RETURN QUERY SELECT 'round_closed', jsonb_build_object('because', rnd.closed_because);
  END IF;
  IF a.state NOT IN ('accepted', 'done') THEN
    RETURN QUERY SELECT 'not_accepted', jsonb_build_object('state', a.state);
  END IF;
  IF NOT EXISTS (SELECT FROM person WHERE id = a.reviewer_id AND is_active) THEN
    RETURN QUERY SELECT 'person_inactive', '{}'::jsonb;
  ELSIF NOT holds(a.reviewer_id, a.expertise) THEN
    RETURN QUERY SELECT 'lacks_expertise', jsonb_build_object('expertise', a.expertise);
  END IF;
  IF is_own_work(v.id, a.reviewer_id) THEN
    RETURN QUERY SELECT 'own_work', '{}'::jsonb;
  END IF;
  standing := interest_standing(a.reviewer_id, v.page_id);
  IF standing IN ('undeclared', 'declaration_expired', 'unanswered') THEN
    RETURN QUERY SELECT 'interests_missing', jsonb_build_object('standing', standing);
  ELSIF standing IN ('personal', 'institutional_refused') THEN
    RETURN QUERY SELECT 'interests_exclude', jsonb_build_object('standing', standing);
  END IF;
  SELECT step INTO my_step FROM round_need WHERE round_id = rnd.id AND expertise = a.expertise;
  IF EXISTS (SELECT FROM round_need n WHERE n.round_id = rnd.id AND n.step < my_step
       AND n.count > (SELECT count(*) FROM counted_approvals(v.id) c WHERE c.expertise = n.expertise)) THEN
    RETURN QUERY SELECT 'step_not_reached', jsonb_build_object('waiting_for',
      (SELECT jsonb_agg(n.expertise ORDER BY n.step, n.expertise) FROM round_need n WHERE n.round_id = rnd.id AND n.step < my_step
         AND n.count > (SELECT count(*) FROM counted_approvals(v.id) c WHERE c.expertise = n.expertise)));
  END IF;
END
$$;
