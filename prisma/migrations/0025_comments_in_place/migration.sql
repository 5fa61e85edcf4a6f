-- Comments keep their place in the text, stand on a draft as well as on a
-- version, are answered in threads, name people, and can be opened again.
-- Offsets count UTF-16 units in the plain text of one block; the quotation and
-- the words round it find the place again in a later text.
SET LOCAL ROLE desk_owner;

ALTER TABLE desk.comment
  ALTER COLUMN version_id DROP NOT NULL,
  ADD COLUMN draft_id uuid REFERENCES desk.draft ON DELETE RESTRICT,
  ADD COLUMN draft_revision integer,
  ADD COLUMN anchor_start integer,
  ADD COLUMN anchor_end integer,
  ADD COLUMN prefix text NOT NULL DEFAULT '',
  ADD COLUMN suffix text NOT NULL DEFAULT '',
  ADD CHECK (num_nonnulls(version_id, draft_id) = 1),
  ADD CHECK ((draft_id IS NULL) = (draft_revision IS NULL)),
  ADD CHECK (num_nonnulls(anchor_start, anchor_end) IN (0, 2)),
  ADD CHECK (anchor_start IS NULL OR (block_id IS NOT NULL AND quotation <> '' AND anchor_start >= 0 AND anchor_end > anchor_start)),
  ADD CHECK (length(prefix) <= 200 AND length(suffix) <= 200);
CREATE INDEX comment_draft_idx ON desk.comment (draft_id);

CREATE TABLE desk.comment_reply (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  comment_id uuid NOT NULL REFERENCES desk.comment ON DELETE RESTRICT,
  body text NOT NULL CHECK (btrim(body) <> ''),
  replied_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  replied_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX comment_reply_comment_idx ON desk.comment_reply (comment_id, replied_at);
SELECT desk.make_immutable('desk.comment_reply');

-- Who was named, in the comment itself or in one reply to it.
CREATE TABLE desk.comment_mention (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  comment_id uuid NOT NULL REFERENCES desk.comment ON DELETE RESTRICT,
  reply_id uuid REFERENCES desk.comment_reply ON DELETE RESTRICT,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT
);
CREATE INDEX comment_mention_comment_idx ON desk.comment_mention (comment_id);
SELECT desk.make_immutable('desk.comment_mention');

-- Opened again: every closing before it counts no more.
CREATE TABLE desk.comment_reopening (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  comment_id uuid NOT NULL REFERENCES desk.comment ON DELETE RESTRICT,
  number integer NOT NULL CHECK (number > 0),
  reopened_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  reason text NOT NULL DEFAULT '',
  reopened_at timestamptz NOT NULL DEFAULT desk.clock(),
  UNIQUE (comment_id, number)
);
SELECT desk.make_immutable('desk.comment_reopening');

-- Which opening a closing answers: 0 the first, then the number of the reopening.
ALTER TABLE desk.comment_closing
  ADD COLUMN opening integer NOT NULL DEFAULT 0 CHECK (opening >= 0),
  DROP CONSTRAINT comment_closing_comment_id_closed_by_key,
  ADD UNIQUE (comment_id, closed_by, opening);

CREATE FUNCTION desk.opening_of(p_comment uuid) RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT coalesce(max(number), 0) FROM comment_reopening WHERE comment_id = p_comment
  );
END
$$;

-- As before, and only closings since it was last opened count.
CREATE OR REPLACE FUNCTION desk.is_comment_closed(p_comment uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT count(*) FILTER (WHERE capacity IN ('raiser', 'expertise', 'team')) >= 1
      OR count(*) FILTER (WHERE capacity = 'editor') >= 2
    FROM comment_closing WHERE comment_id = p_comment AND opening = opening_of(p_comment)
  );
END
$$;

-- Must-fix comments that hold back a line: those on any version of it and on
-- its draft. A correction answers for its own draft alone.
CREATE FUNCTION desk.count_open_must_fixes(p_page uuid, p_line text, p_draft uuid) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT count(*) FROM comment c LEFT JOIN version v ON v.id = c.version_id
    JOIN draft d ON d.id = coalesce(c.draft_id, v.draft_id)
   WHERE c.page_id = p_page AND c.kind = 'must_fix' AND coalesce(v.line, d.line) = p_line
     AND (p_line = 'main' OR d.id = p_draft) AND NOT is_comment_closed(c.id)
  );
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
    SELECT 'comments_open', 'reviewer', jsonb_build_object('count', o.count)
      FROM count_open_must_fixes(v.page_id, v.line, v.draft_id) o(count) WHERE o.count > 0;

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
                           AND NOT has_words_in(v.id, s.set_aside_by))
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
      FROM review_rules_need n
     WHERE n.rules_id = (SELECT id FROM review_rules WHERE page_kind = pg.kind ORDER BY number DESC LIMIT 1)
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

-- Who works with a draft besides those who write it: the reviewers asked in an
-- open round, or about its newest version.
CREATE FUNCTION desk.asked_on_draft(p_draft uuid, p_person uuid) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT a.expertise FROM assignment a JOIN review_round r ON r.id = a.round_id JOIN version v ON v.id = r.version_id
   WHERE v.draft_id = p_draft AND a.reviewer_id = p_person AND a.state IN ('invited', 'accepted', 'done')
     AND (r.closed_at IS NULL OR v.number = (SELECT max(n.number) FROM version n WHERE n.draft_id = p_draft))
   ORDER BY v.number DESC, a.invited_at DESC, a.id LIMIT 1
  );
END
$$;

CREATE FUNCTION desk.may_read_draft(p_draft uuid, p_person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM draft d JOIN person p ON p.id = p_person AND p.is_active
                  WHERE d.id = p_draft
                    AND (is_on_team(d.page_id, p.id) OR has_role(p.id, 'editor') OR has_role(p.id, 'clinical_lead')
                         OR asked_on_draft(d.id, p.id) IS NOT NULL))
  );
END
$$;

CREATE FUNCTION desk.draft_of_comment(p_comment desk.comment) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN coalesce(p_comment.draft_id, (SELECT draft_id FROM version WHERE id = p_comment.version_id));
END
$$;

-- Whoever raised it, works with the draft, or was asked about the version it
-- stands on. For anybody else the comment is not there.
CREATE FUNCTION desk.require_discussant(p_comment desk.comment, p_person uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF p_comment.id IS NULL OR NOT (
       p_comment.raised_by = p_person OR may_read_draft(draft_of_comment(p_comment), p_person)
       OR EXISTS (SELECT FROM assignment a JOIN review_round r ON r.id = a.round_id
                   WHERE r.version_id = p_comment.version_id AND a.reviewer_id = p_person
                     AND a.state IN ('invited', 'accepted', 'done'))) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
END
$$;

-- Names people, once each, and tells them. Only who may read the text can be named.
CREATE FUNCTION desk.record_mentions(p_comment desk.comment, p_reply uuid, p_people uuid[], p_by uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF coalesce(cardinality(p_people), 0) > 20 OR EXISTS (
       SELECT FROM unnest(p_people) m WHERE m IS NULL OR NOT may_read_draft(draft_of_comment(p_comment), m)) THEN
    PERFORM refuse('422', 'mention_unknown');
  END IF;
  INSERT INTO comment_mention (comment_id, reply_id, person_id) SELECT DISTINCT p_comment.id, p_reply, m FROM unnest(p_people) m;
  PERFORM raise_alert('mentioned', m.person_id, p_comment.page_id, 'mentioned:' || coalesce(p_reply, p_comment.id),
      jsonb_build_object('commentId', p_comment.id, 'replyId', p_reply, 'personId', p_by))
    FROM comment_mention m
   WHERE m.comment_id = p_comment.id AND m.reply_id IS NOT DISTINCT FROM p_reply AND m.person_id <> p_by
   ORDER BY m.person_id;
END
$$;

-- What every comment goes through, wherever it stands.
CREATE FUNCTION desk.insert_comment(p_me desk.person, p_page uuid, p_version uuid, p_draft uuid, p_revision integer, p_asked text,
  p_kind text, p_block text, p_quotation text, p_body text, p_start integer, p_end integer, p_prefix text, p_suffix text, p_mentions uuid[]) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  c comment;
BEGIN
  PERFORM require_text(p_body, 'comment_missing', 20000);
  IF p_kind IS NULL OR p_kind NOT IN ('question', 'must_fix', 'consider', 'praise') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  IF p_kind = 'must_fix' AND p_asked IS NULL AND NOT has_role(p_me.id, 'editor') AND NOT has_role(p_me.id, 'clinical_lead') THEN
    PERFORM refuse('403', 'not_a_reviewer');
  END IF;
  IF num_nonnulls(p_start, p_end) = 1 OR length(p_prefix) > 200 OR length(p_suffix) > 200
     OR (p_start IS NOT NULL AND (coalesce(p_block, '') = '' OR coalesce(p_quotation, '') = '' OR p_start < 0 OR p_end <= p_start)) THEN
    PERFORM refuse('422', 'place_missing');
  END IF;
  -- A must-fix and a publication of the page wait for each other.
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  INSERT INTO comment (page_id, version_id, draft_id, draft_revision, kind, block_id, quotation, body, raised_by, expertise,
    anchor_start, anchor_end, prefix, suffix)
  VALUES (p_page, p_version, p_draft, p_revision, p_kind, nullif(p_block, ''), left(coalesce(p_quotation, ''), 2000), p_body, p_me.id, p_asked,
    p_start, p_end, coalesce(p_prefix, ''), coalesce(p_suffix, '')) RETURNING * INTO c;
  PERFORM record_audit('raise_comment', p_me.id, p_page, jsonb_build_object('comment', c.id, 'kind', p_kind, 'body_sha256', content_hash(p_body)));
  PERFORM record_mentions(c, NULL, p_mentions, p_me.id);
  RETURN c.id;
END
$$;

-- Assigned reviewers, editors and the page's team comment on a version.
DROP FUNCTION desk.raise_comment(text, uuid, text, text, text, text);
CREATE FUNCTION desk.raise_comment(p_session text, p_version uuid, p_kind text, p_block text, p_quotation text, p_body text,
  p_start integer DEFAULT NULL, p_end integer DEFAULT NULL, p_prefix text DEFAULT '', p_suffix text DEFAULT '', p_mentions uuid[] DEFAULT '{}') RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  v version;
  asked text;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  SELECT a.expertise INTO asked FROM assignment a JOIN review_round r ON r.id = a.round_id
   WHERE r.version_id = p_version AND a.reviewer_id = me.id AND a.state IN ('invited', 'accepted', 'done') LIMIT 1;
  IF v.id IS NULL OR (asked IS NULL AND NOT is_on_team(v.page_id, me.id) AND NOT has_role(me.id, 'editor') AND NOT has_role(me.id, 'clinical_lead')) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  RETURN insert_comment(me, v.page_id, v.id, NULL, NULL, asked, p_kind, p_block, p_quotation, p_body, p_start, p_end, p_prefix, p_suffix, p_mentions);
END
$$;

-- The same people comment on a draft; p_revision is the one they read.
CREATE FUNCTION desk.raise_draft_comment(p_session text, p_draft uuid, p_revision integer, p_kind text, p_block text, p_quotation text, p_body text,
  p_start integer DEFAULT NULL, p_end integer DEFAULT NULL, p_prefix text DEFAULT '', p_suffix text DEFAULT '', p_mentions uuid[] DEFAULT '{}') RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d draft;
BEGIN
  -- A draft that closes meanwhile would keep the comment from every gate.
  PERFORM FROM page WHERE id = (SELECT page_id FROM draft WHERE id = p_draft) FOR NO KEY UPDATE;
  SELECT * INTO d FROM draft WHERE id = p_draft AND closed_at IS NULL;
  IF d.id IS NULL OR NOT may_read_draft(d.id, me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF p_revision IS NULL OR p_revision NOT BETWEEN 1 AND d.revision THEN
    PERFORM refuse('409', 'stale_save', jsonb_build_object('revision', d.revision));
  END IF;
  RETURN insert_comment(me, d.page_id, NULL, d.id, p_revision, asked_on_draft(d.id, me.id), p_kind, p_block, p_quotation, p_body,
    p_start, p_end, p_prefix, p_suffix, p_mentions);
END
$$;

-- An answer in the thread; whoever raised the comment hears of it.
CREATE FUNCTION desk.reply_to_comment(p_session text, p_comment uuid, p_body text, p_mentions uuid[] DEFAULT '{}') RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  c comment;
  new_id uuid;
BEGIN
  SELECT * INTO c FROM comment WHERE id = p_comment;
  PERFORM require_discussant(c, me.id);
  PERFORM require_text(p_body, 'comment_missing', 20000);
  INSERT INTO comment_reply (comment_id, body, replied_by) VALUES (c.id, p_body, me.id) RETURNING id INTO new_id;
  PERFORM record_audit('reply_to_comment', me.id, c.page_id, jsonb_build_object('comment', c.id, 'reply', new_id, 'body_sha256', content_hash(p_body)));
  PERFORM record_mentions(c, new_id, p_mentions, me.id);
  IF c.raised_by <> me.id AND c.raised_by <> ALL (coalesce(p_mentions, '{}')) THEN
    PERFORM raise_alert('comment_answered', c.raised_by, c.page_id, 'answered:' || new_id,
      jsonb_build_object('commentId', c.id, 'personId', me.id));
  END IF;
  RETURN new_id;
END
$$;

-- The words of a draft are somebody's who saved it since its text went out
-- before this revision, whose suggestions were accepted since, or who is
-- credited in it.
CREATE FUNCTION desk.is_own_draft(p_draft uuid, p_person uuid, p_revision integer) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
DECLARE
  went_out integer := (SELECT coalesce(max(v.draft_revision), 0) FROM version v JOIN publication p ON p.version_id = v.id
                        WHERE v.draft_id = p_draft AND v.draft_revision < p_revision);
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM draft_save WHERE draft_id = p_draft AND saved_by = p_person AND is_authorship AND revision > went_out)
      OR EXISTS (SELECT FROM draft d CROSS JOIN LATERAL suggested_words(d.id, went_out, d.revision) w
                  WHERE d.id = p_draft AND w.person_id = p_person)
      OR EXISTS (SELECT FROM draft d JOIN person p ON p.id = p_person WHERE d.id = p_draft AND credits_person(d.content, p))
  );
END
$$;

-- A must-fix is closed by its raiser, by another reviewer of that expertise, or
-- by two editors who wrote none of it. Other kinds also by the page's team.
CREATE OR REPLACE FUNCTION desk.close_comment(p_session text, p_comment uuid, p_reason text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  c comment;
  latest uuid;
  now_open integer;
  capacity text;
BEGIN
  SELECT * INTO c FROM comment WHERE id = p_comment;
  IF c.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = c.page_id FOR NO KEY UPDATE;
  PERFORM FROM person WHERE id = me.id FOR SHARE;
  IF is_comment_closed(c.id) THEN
    PERFORM refuse('409', 'already_closed');
  END IF;
  now_open := opening_of(c.id);
  SELECT n.id INTO latest FROM version n WHERE n.draft_id = draft_of_comment(c) ORDER BY n.number DESC LIMIT 1;
  capacity := CASE
    WHEN c.raised_by = me.id THEN 'raiser'
    WHEN c.kind <> 'must_fix' AND is_on_team(c.page_id, me.id) THEN 'team'
    WHEN has_words_in(c.version_id, me.id) OR has_words_in(latest, me.id) THEN NULL
    WHEN c.draft_id IS NOT NULL AND is_own_draft(c.draft_id, me.id, c.draft_revision) THEN NULL
    WHEN c.expertise IS NOT NULL AND c.expertise NOT IN ('editor', 'colleague') AND holds(me.id, c.expertise) THEN 'expertise'
    WHEN holds(me.id, 'editor') THEN 'editor' END;
  IF capacity IS NULL THEN
    PERFORM refuse('403', 'forbidden');
  END IF;
  IF capacity <> 'raiser' THEN
    PERFORM require_text(p_reason, 'reason_missing');
  END IF;
  INSERT INTO comment_closing (comment_id, closed_by, capacity, reason, opening)
  VALUES (c.id, me.id, capacity, left(coalesce(p_reason, ''), 5000), now_open) ON CONFLICT DO NOTHING;
  PERFORM record_audit('close_comment', me.id, c.page_id, jsonb_build_object('comment', c.id, 'capacity', capacity,
    'reason_sha256', content_hash(coalesce(p_reason, ''))));
  PERFORM raise_alert('comment_closed', c.raised_by, c.page_id,
      concat_ws(':', 'closed', c.id, me.id, nullif(now_open, 0)), jsonb_build_object('commentId', c.id))
    WHERE c.raised_by <> me.id;
  RETURN is_comment_closed(c.id);
END
$$;

-- Whoever may raise a comment of that kind here may open one again that was
-- closed; a must-fix then holds back publication as on the first day.
CREATE FUNCTION desk.reopen_comment(p_session text, p_comment uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  c comment;
  was_open integer;
BEGIN
  SELECT * INTO c FROM comment WHERE id = p_comment;
  PERFORM require_discussant(c, me.id);
  PERFORM require_text(p_reason, 'reason_missing');
  PERFORM FROM page WHERE id = c.page_id FOR NO KEY UPDATE;
  IF c.kind = 'must_fix' AND c.raised_by <> me.id AND NOT has_role(me.id, 'editor') AND NOT has_role(me.id, 'clinical_lead')
     AND asked_on_draft(draft_of_comment(c), me.id) IS NULL THEN
    PERFORM refuse('403', 'not_a_reviewer');
  END IF;
  IF NOT is_comment_closed(c.id) THEN
    PERFORM refuse('409', 'not_closed');
  END IF;
  was_open := opening_of(c.id);
  INSERT INTO comment_reopening (comment_id, number, reopened_by, reason) VALUES (c.id, was_open + 1, me.id, p_reason);
  PERFORM record_audit('reopen_comment', me.id, c.page_id, jsonb_build_object('comment', c.id, 'kind', c.kind, 'reason_sha256', content_hash(p_reason)));
  PERFORM raise_alert('comment_reopened', told.id, c.page_id, 'reopened:' || c.id || ':' || was_open + 1,
      jsonb_build_object('commentId', c.id, 'personId', me.id))
    FROM (SELECT c.raised_by AS id UNION SELECT closed_by FROM comment_closing WHERE comment_id = c.id AND opening = was_open) told
   WHERE told.id <> me.id;
END
$$;

GRANT SELECT ON desk.comment_reply, desk.comment_mention, desk.comment_reopening TO desk_app;
GRANT EXECUTE ON FUNCTION desk.raise_comment(text, uuid, text, text, text, text, integer, integer, text, text, uuid[]),
  desk.raise_draft_comment(text, uuid, integer, text, text, text, text, integer, integer, text, text, uuid[]),
  desk.reply_to_comment(text, uuid, text, uuid[]), desk.reopen_comment(text, uuid, text) TO desk_app;
