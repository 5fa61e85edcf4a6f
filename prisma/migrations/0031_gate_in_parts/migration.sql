-- The gate in parts: list_blockers calls one function for each group of
-- reasons, so that a rule is changed where it stands and nowhere else. The
-- reasons themselves, their order and their details are as before.
SET LOCAL ROLE desk_owner;

-- The round and the line. Not asked of a text that is reinstated.
CREATE FUNCTION desk.line_blockers(v desk.version, rnd desk.review_round, live_id uuid, p_self uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF EXISTS (SELECT FROM version n WHERE n.page_id = v.page_id AND n.line = v.line AND n.number > v.number
               AND (v.line = 'main' OR n.draft_id = v.draft_id)) THEN
    RETURN QUERY SELECT 'not_latest', 'author', jsonb_build_object('newest',
      (SELECT max(n.number) FROM version n WHERE n.page_id = v.page_id AND n.line = v.line));
  END IF;
  IF (live_id IS NOT NULL AND v.based_on_id IS DISTINCT FROM live_id)
     OR (live_id IS NULL AND rnd.kind <> 'full_review') THEN
    RETURN QUERY SELECT 'base_moved', 'author', jsonb_build_object('live', live_id IS NOT NULL);
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
END
$$;

-- Who signed, who has still to sign, and whose signature does not count.
CREATE FUNCTION desk.approval_blockers(v desk.version, rnd desk.review_round, live_id uuid, p_reinstates uuid)
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
END
$$;

-- Authors declare their interests too.
CREATE FUNCTION desk.author_interest_blockers(v desk.version)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT 'interests', 'author', jsonb_build_object('person', p.name, 'standing', s.standing)
      FROM version_contributor c JOIN person p ON p.id = c.person_id
     CROSS JOIN LATERAL (SELECT interest_standing(p.id, v.page_id) AS standing) s
     WHERE c.version_id = v.id AND c.because = 'credited'
       AND s.standing IN ('undeclared', 'declaration_expired', 'unanswered')
     ORDER BY p.name;
END
$$;

-- The newest run of the current rules over exactly this text.
CREATE FUNCTION desk.current_check_run(v desk.version) RETURNS desk.check_run
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
DECLARE
  run check_run;
BEGIN
  SELECT * INTO run FROM check_run r WHERE r.version_id = v.id AND r.content_sha256 = v.content_sha256
     AND r.rules_version = (SELECT cr.version FROM checks_rules cr ORDER BY cr.declared_at DESC, cr.version LIMIT 1)
   ORDER BY r.seq DESC LIMIT 1;
  RETURN run;
END
$$;

CREATE FUNCTION desk.finding_blockers(v desk.version, run desk.check_run)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF run.id IS NULL OR run.ran_at <= clock() - interval '24 hours' THEN
    RETURN QUERY SELECT 'findings_blocking', 'desk', jsonb_build_object('run', 'missing');
    RETURN;
  END IF;
  RETURN QUERY
    SELECT 'findings_blocking', 'author', jsonb_build_object('rule', f.rule, 'message', f.message, 'excerpt', f.excerpt)
      FROM finding f WHERE f.run_id = run.id AND f.severity = 'blocks' AND f.rule <> 'T14'
       AND NOT EXISTS (SELECT FROM finding_set_aside s WHERE s.page_id = v.page_id AND s.rule = f.rule
                         AND s.excerpt = f.excerpt AND s.covers_sha256 = f.covers_sha256
                         AND NOT has_words_in(v.id, s.set_aside_by))
     ORDER BY f.position;
END
$$;

-- What an update, a safety correction or a copy fix may not touch. Not asked
-- of a full review, nor of a text that is reinstated.
CREATE FUNCTION desk.scope_blockers(v desk.version, rnd desk.review_round, run_id uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  outside text[];
BEGIN
  SELECT array_agg(b) INTO outside
    FROM unnest(changed_blocks((SELECT bv.content FROM version bv JOIN publication bp ON bp.version_id = bv.id WHERE bp.id = v.based_on_id), v.content)) b
   WHERE b <> ALL (rnd.scope) OR b LIKE '(%';
  IF v.based_on_id IS NULL OR outside IS NOT NULL THEN
    RETURN QUERY SELECT 'scope_exceeded', 'author', jsonb_build_object('blocks', coalesce(to_jsonb(outside), '[]'));
  END IF;
  IF rnd.kind = 'copy_fix' AND (run_id IS NULL OR EXISTS (SELECT FROM finding f WHERE f.run_id = scope_blockers.run_id AND f.rule = 'T14')) THEN
    RETURN QUERY SELECT 'scope_exceeded', 'author', jsonb_build_object('rule', 'T14');
  END IF;
END
$$;

-- The day that this publication would carry, or carries, against today.
CREATE FUNCTION desk.date_blockers(v desk.version, rnd desk.review_round, live_id uuid, self desk.publication, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  dates record;
BEGIN
  SELECT * INTO dates FROM publication_dates(v.id, live_id, p_reinstates, coalesce(self.published_on, today()));
  IF dates.next_review_due < today() THEN
    RETURN QUERY SELECT 'overdue', 'reviewer', jsonb_build_object('due', dates.next_review_due);
  ELSIF rnd.kind <> 'full_review' AND p_reinstates IS NULL AND effective_due(live_id) < today() THEN
    RETURN QUERY SELECT 'overdue', 'reviewer', jsonb_build_object('due', effective_due(live_id));
  END IF;
  IF self.id IS NOT NULL
     AND (dates.last_reviewed_on, dates.evidence_checked_to, dates.next_review_due, dates.grace_days)
         IS DISTINCT FROM (self.last_reviewed_on, self.evidence_checked_to, self.next_review_due, self.grace_days) THEN
    RETURN QUERY SELECT 'due_mismatch', 'desk', jsonb_build_object('due', dates.next_review_due);
  END IF;
END
$$;

-- A retraction is for good; any other withdrawal asks for a new version.
CREATE FUNCTION desk.withdrawal_blockers(v desk.version, p_self uuid, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF EXISTS (SELECT FROM withdrawal w WHERE w.page_id = v.page_id AND w.is_permanent)
     OR (p_reinstates IS NULL AND EXISTS (SELECT FROM withdrawal w JOIN publication p ON p.id = w.publication_id
          WHERE p.page_id = v.page_id AND p.content_sha256 = v.content_sha256 AND p.id IS DISTINCT FROM p_self
            AND v.submitted_at <= w.withdrawn_at)) THEN
    RETURN QUERY SELECT 'withdrawn', 'editor', '{}'::jsonb;
  END IF;
END
$$;

-- Every blocker of a version. p_self: the publication being looked at again at
-- commit; p_reinstates: the withdrawn publication this one would bring back.
CREATE OR REPLACE FUNCTION desk.list_blockers(p_version uuid, p_self uuid, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v version;
  pg page;
  rnd review_round;
  self publication;
  live_id uuid;
  missing text[];
  run check_run;
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
  -- At commit: the publication that this one took the place of.
  live_id := CASE WHEN p_self IS NULL THEN live_publication(v.page_id) ELSE self.replaces_id END;
  run := current_check_run(v);

  IF p_reinstates IS NULL THEN
    RETURN QUERY SELECT * FROM line_blockers(v, rnd, live_id, p_self);
  END IF;
  RETURN QUERY SELECT * FROM approval_blockers(v, rnd, live_id, p_reinstates);
  RETURN QUERY SELECT * FROM author_interest_blockers(v);
  RETURN QUERY
    SELECT 'comments_open', 'reviewer', jsonb_build_object('count', o.count)
      FROM count_open_must_fixes(v.page_id, v.line, v.draft_id) o(count) WHERE o.count > 0;
  RETURN QUERY SELECT * FROM finding_blockers(v, run);
  IF rnd.kind <> 'full_review' AND p_reinstates IS NULL THEN
    RETURN QUERY SELECT * FROM scope_blockers(v, rnd, run.id);
  END IF;
  RETURN QUERY SELECT * FROM date_blockers(v, rnd, live_id, self, p_reinstates);
  missing := missing_metadata(v.content::jsonb, pg);
  IF cardinality(missing) > 0 THEN
    RETURN QUERY SELECT 'metadata_missing', 'author', jsonb_build_object('missing', to_jsonb(missing));
  END IF;
  RETURN QUERY SELECT * FROM page_blockers(pg);
  RETURN QUERY SELECT * FROM withdrawal_blockers(v, p_self, p_reinstates);
  SELECT e.at INTO last_event FROM audit_event e ORDER BY e.seq DESC LIMIT 1;
  IF clock() < last_event - interval '5 minutes' THEN
    RETURN QUERY SELECT 'clock_behind', 'admin', jsonb_build_object('last_event', last_event);
  END IF;
END
$$;
