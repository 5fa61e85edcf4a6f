-- Suggested words: a private copy of the text beside the base it started from.
-- What differs is worked out by comparison, never stored; what is stored is the
-- two texts and every decision, with who, when and why. Accepting is a save of
-- the draft and counts as authorship for whoever accepts.
SET LOCAL ROLE desk_owner;

-- One open set for each person and draft, whether typed or read from a file.
CREATE TABLE desk.suggestion_set (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  draft_id uuid NOT NULL REFERENCES desk.draft ON DELETE RESTRICT,
  made_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  via text NOT NULL CHECK (via IN ('suggesting', 'word')),
  base_revision integer NOT NULL,
  base_content text NOT NULL,
  proposed_content text NOT NULL CHECK (octet_length(proposed_content) <= 4194304),
  revision integer NOT NULL DEFAULT 1,
  opened_at timestamptz NOT NULL DEFAULT desk.clock(),
  updated_at timestamptz NOT NULL DEFAULT desk.clock(),
  closed_at timestamptz,
  closed_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  closed_because text CHECK (closed_because IN ('withdrawn', 'answered')),
  CHECK (num_nonnulls(closed_at, closed_by, closed_because) IN (0, 3))
);
CREATE UNIQUE INDEX suggestion_set_open_key ON desk.suggestion_set (draft_id, made_by) WHERE closed_at IS NULL;
CREATE INDEX suggestion_set_draft_idx ON desk.suggestion_set (draft_id, made_by);

-- The latest decision on a change counts; 'undone' makes it open again.
CREATE TABLE desk.suggestion_decision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  set_id uuid NOT NULL REFERENCES desk.suggestion_set ON DELETE RESTRICT,
  set_revision integer NOT NULL,
  change_id text NOT NULL CHECK (btrim(change_id) <> '' AND length(change_id) <= 200),
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'declined', 'undone')),
  decided_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  decided_at timestamptz NOT NULL DEFAULT desk.clock(),
  reason text NOT NULL DEFAULT '',
  before text NOT NULL DEFAULT '',
  after text NOT NULL DEFAULT '',
  words integer NOT NULL DEFAULT 0 CHECK (words >= 0),
  draft_revision integer NOT NULL
);
CREATE INDEX suggestion_decision_change_idx ON desk.suggestion_decision (set_id, change_id, seq DESC);
SELECT desk.make_immutable('desk.suggestion_decision');

-- The text of a draft at one of its revisions, as far as it was kept.
CREATE FUNCTION desk.draft_text(p_draft uuid, p_revision integer) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN coalesce(
    (SELECT content FROM draft WHERE id = p_draft AND revision = p_revision),
    (SELECT content FROM version WHERE draft_id = p_draft AND draft_revision = p_revision ORDER BY number DESC LIMIT 1),
    (SELECT content FROM draft_save WHERE draft_id = p_draft AND revision = p_revision),
    (SELECT base_content FROM suggestion_set WHERE draft_id = p_draft AND base_revision = p_revision LIMIT 1),
    (SELECT content FROM look WHERE draft_id = p_draft AND draft_revision = p_revision LIMIT 1));
END
$$;

-- Keeps somebody's suggestions: p_expected is the revision of their open set as
-- they know it, null for none. Whoever may read the draft may suggest. Saved
-- with another base, the set stands on that base from then on. Only the body
-- may differ from the base. Gives the set and its revision.
CREATE FUNCTION desk.save_suggestions(p_session text, p_draft uuid, p_base_revision integer, p_expected integer, p_content text,
  p_via text DEFAULT 'suggesting') RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d draft;
  s suggestion_set;
  base text;
BEGIN
  IF NOT may_read_draft(p_draft, me.id) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  -- Locked so that two first saves of one person are one set.
  SELECT * INTO d FROM draft WHERE id = p_draft AND closed_at IS NULL FOR UPDATE;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF p_via IS NULL OR p_via NOT IN ('suggesting', 'word') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  PERFORM require_document(p_content);
  SELECT * INTO s FROM suggestion_set WHERE draft_id = d.id AND made_by = me.id AND closed_at IS NULL FOR UPDATE;
  IF (s.base_revision, s.proposed_content, s.via) IS NOT DISTINCT FROM (p_base_revision, p_content, p_via) THEN
    RETURN jsonb_build_object('id', s.id, 'revision', s.revision);
  END IF;
  IF s.revision IS DISTINCT FROM p_expected THEN
    PERFORM refuse('409', 'stale_suggestions', jsonb_build_object('revision', coalesce(s.revision, 0)));
  END IF;
  base := draft_text(d.id, p_base_revision);
  IF base IS NULL THEN
    PERFORM refuse('409', 'stale_save', jsonb_build_object('revision', d.revision));
  END IF;
  IF (p_content::jsonb - 'body') <> (base::jsonb - 'body') THEN
    PERFORM refuse('422', 'invalid_content');
  END IF;
  IF s.id IS NULL THEN
    INSERT INTO suggestion_set (draft_id, made_by, via, base_revision, base_content, proposed_content)
    VALUES (d.id, me.id, p_via, p_base_revision, base, p_content) RETURNING * INTO s;
  ELSE
    UPDATE suggestion_set SET via = p_via, base_revision = p_base_revision, base_content = base, proposed_content = p_content,
           revision = s.revision + 1, updated_at = clock() WHERE id = s.id RETURNING * INTO s;
  END IF;
  RETURN jsonb_build_object('id', s.id, 'revision', s.revision);
END
$$;

-- Locks a set after its draft, in the order of every save.
CREATE FUNCTION desk.lock_suggestions(p_set uuid) RETURNS desk.suggestion_set
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  s suggestion_set;
BEGIN
  PERFORM FROM draft WHERE id = (SELECT draft_id FROM suggestion_set WHERE id = p_set) FOR UPDATE;
  SELECT * INTO s FROM suggestion_set WHERE id = p_set FOR UPDATE;
  RETURN s;
END
$$;

-- Decides one change of a set. Accepting saves p_content, the draft with the
-- change in it, as any save of the decider's: from p_base_revision, and as their
-- authorship. So does undoing an accepted change. Declining saves nothing and
-- p_content is null. Gives the revision of the draft that holds now.
CREATE FUNCTION desk.decide_suggestion(p_session text, p_set uuid, p_set_revision integer, p_change text, p_verdict text, p_reason text,
  p_before text, p_after text, p_base_revision integer, p_content text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  s suggestion_set;
  d draft;
  standing text;
  saved integer;
  new_words bigint := 0;
BEGIN
  s := lock_suggestions(p_set);
  SELECT * INTO d FROM draft WHERE id = s.draft_id;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_writer(d.page_id, me.id);
  IF p_verdict IS NULL OR p_verdict NOT IN ('accepted', 'declined', 'undone') THEN
    PERFORM refuse('422', 'verdict_missing');
  END IF;
  IF s.closed_at IS NOT NULL OR d.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'suggestions_closed');
  END IF;
  IF s.revision IS DISTINCT FROM p_set_revision THEN
    PERFORM refuse('409', 'stale_suggestions', jsonb_build_object('revision', s.revision));
  END IF;
  SELECT verdict INTO standing FROM suggestion_decision WHERE set_id = s.id AND change_id = p_change ORDER BY seq DESC LIMIT 1;
  IF (p_verdict = 'undone') <> (coalesce(standing, 'undone') <> 'undone') THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  IF p_verdict = 'accepted' OR (p_verdict = 'undone' AND standing = 'accepted') THEN
    PERFORM require_document(p_content);
    IF (p_content::jsonb - 'body') <> (d.content::jsonb - 'body') THEN
      PERFORM refuse('422', 'invalid_content');
    END IF;
    -- Nothing taken out is no undoing: the words would stand and count no more.
    IF p_verdict = 'undone' AND p_content = d.content THEN
      PERFORM refuse('409', 'nothing_changed');
    END IF;
    -- Counted here, from what was said and from what the draft gains by it.
    new_words := greatest(count_words(coalesce(p_after, '')), words_of(p_content) - words_of(d.content));
    saved := save_draft(p_session, d.page_id, d.line, p_base_revision, p_content);
  ELSIF p_content IS NOT NULL THEN
    PERFORM refuse('422', 'invalid_content');
  ELSE
    saved := d.revision;
  END IF;
  INSERT INTO suggestion_decision (set_id, set_revision, change_id, verdict, decided_by, reason, before, after, words, draft_revision)
  VALUES (s.id, s.revision, p_change, p_verdict, me.id, left(coalesce(p_reason, ''), 5000),
    left(coalesce(p_before, ''), 20000), left(coalesce(p_after, ''), 20000), CASE WHEN p_verdict = 'accepted' THEN new_words ELSE 0 END, saved);
  RETURN saved;
END
$$;

-- Its maker withdraws a set; one who writes the draft closes it as answered,
-- and its maker hears of that.
CREATE FUNCTION desk.close_suggestions(p_session text, p_set uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  s suggestion_set;
  page uuid;
BEGIN
  SELECT * INTO s FROM suggestion_set WHERE id = p_set;
  SELECT d.page_id INTO page FROM draft d WHERE d.id = s.draft_id;
  IF s.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  ELSIF s.made_by <> me.id THEN
    PERFORM require_writer(page, me.id);
  END IF;
  s := lock_suggestions(p_set);
  IF s.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'suggestions_closed');
  END IF;
  UPDATE suggestion_set SET closed_at = clock(), closed_by = me.id,
         closed_because = CASE WHEN s.made_by = me.id THEN 'withdrawn' ELSE 'answered' END WHERE id = s.id;
  IF s.made_by <> me.id THEN
    PERFORM raise_alert('suggestions_answered', s.made_by, page, 'suggestions:' || s.id, jsonb_build_object('setId', s.id, 'personId', me.id));
  END IF;
END
$$;

-- Words of others in a text --------------------------------------------------

CREATE FUNCTION desk.count_words(p_text text) RETURNS bigint
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT count(*) FROM regexp_split_to_table(p_text, '\s+') w WHERE w <> ''
$$;

-- Words that people other than their suggester accepted into a draft after one
-- revision of it and up to another, by the decisions made up to then: what is
-- decided later frees nobody from words that a version has. Words that somebody
-- accepted themselves are their own saves already.
CREATE FUNCTION desk.suggested_words(p_draft uuid, p_after integer, p_up_to integer) RETURNS TABLE (person_id uuid, words bigint)
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT s.made_by, sum(t.words)::bigint
    FROM suggestion_set s
    JOIN LATERAL (SELECT DISTINCT ON (x.change_id) x.* FROM suggestion_decision x
                   WHERE x.set_id = s.id AND x.draft_revision <= p_up_to ORDER BY x.change_id, x.seq DESC) t ON true
   WHERE s.draft_id = p_draft AND t.verdict = 'accepted' AND t.decided_by <> s.made_by
     AND t.draft_revision > p_after
   GROUP BY s.made_by;
END
$$;

-- The revision of a draft that last went out before a version of it.
CREATE FUNCTION desk.revision_before(p_version desk.version) RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT coalesce(max(v.draft_revision), 0) FROM version v JOIN publication p ON p.version_id = v.id
   WHERE v.draft_id = p_version.draft_id AND v.number < p_version.number
  );
END
$$;

-- Past this share of the words of a text, whoever suggested them wrote it too.
CREATE FUNCTION desk.suggested_share_limit() RETURNS numeric
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT 0.20
$$;

-- How much of the open draft came from each suggester since it last went out,
-- as a share of its words; past the limit they count as its author.
CREATE FUNCTION desk.suggested_shares(p_draft uuid) RETURNS TABLE (person_id uuid, words bigint, share numeric, is_past_limit boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  d draft;
  total bigint;
BEGIN
  SELECT * INTO d FROM draft WHERE id = p_draft;
  total := words_of(d.content);
  RETURN QUERY
  SELECT w.person_id, w.words, round(w.words::numeric / greatest(total, 1), 4), w.words > suggested_share_limit() * total
    FROM suggested_words(d.id, published_revision(d.id), d.revision) w ORDER BY w.words DESC, w.person_id;
END
$$;

CREATE FUNCTION desk.words_of(p_content text) RETURNS bigint
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT coalesce(sum(count_words(t #>> '{}')), 0)::bigint
    FROM jsonb_path_query(p_content::jsonb -> 'body', 'strict $.** ? (@.type == "text").text') t
$$;

ALTER TABLE desk.version_contributor
  DROP CONSTRAINT version_contributor_because_check,
  ADD CHECK (because IN ('credited', 'wrote', 'submitted', 'ai_drafter', 'ai_verifier', 'suggested'));

-- The words that a version asks people to sign: a safety correction's are
-- those of the blocks it changes, any other's are its whole text.
CREATE FUNCTION desk.words_under_review(p_version desk.version) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
DECLARE
  live text;
BEGIN
  SELECT bv.content INTO live FROM publication bp JOIN version bv ON bv.id = bp.version_id WHERE bp.id = p_version.based_on_id;
  IF p_version.line <> 'correction' OR live IS NULL THEN
    RETURN words_of(p_version.content);
  END IF;
  RETURN (
  SELECT coalesce(sum(words_of(jsonb_build_object('body', b)::text)), 0)::bigint
    FROM jsonb_array_elements(p_version.content::jsonb -> 'body' -> 'content') b
   WHERE b -> 'attrs' ->> 'id' = ANY (changed_blocks(live, p_version.content))
  );
END
$$;

CREATE FUNCTION desk.credit_suggesters() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO version_contributor (version_id, person_id, because)
    SELECT NEW.id, w.person_id, 'suggested' FROM suggested_words(NEW.draft_id, revision_before(NEW), NEW.draft_revision) w
     WHERE w.words > suggested_share_limit() * words_under_review(NEW);
  RETURN NULL;
END
$$;
CREATE TRIGGER version_suggesters AFTER INSERT ON desk.version
  FOR EACH ROW EXECUTE FUNCTION desk.credit_suggesters();

-- As before, and whoever wrote much of an earlier version by suggesting counts
-- as its author too.
CREATE OR REPLACE FUNCTION desk.is_own_work(p_version uuid, p_person uuid) RETURNS boolean
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
                  WHERE v.id = p_version AND c.person_id = p_person AND c.because IN ('wrote', 'submitted', 'suggested'))
  );
END
$$;

-- Whose accepted words stand in a version, few or many.
CREATE FUNCTION desk.suggesters_of(p_version uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT array_agg(w.person_id)
    FROM version v CROSS JOIN LATERAL suggested_words(v.draft_id, revision_before(v), v.draft_revision) w
   WHERE v.id = p_version
  );
END
$$;

-- Who judges a finding or closes a must-fix has no word of their own in the text.
CREATE FUNCTION desk.has_words_in(p_version uuid, p_person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN is_own_work(p_version, p_person) OR coalesce(p_person = ANY (suggesters_of(p_version)), false);
END
$$;

-- As before, and an approval by somebody whose suggested words stand in the
-- text counts only beside that of a counted approver who suggested none.
CREATE OR REPLACE FUNCTION desk.counted_approvals(p_version uuid, p_reinstating boolean DEFAULT false)
RETURNS TABLE (decision_id uuid, person_id uuid, expertise text, signed_at timestamptz,
               evidence_checked_to date, next_review_due date, interests text)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  suggesters uuid[] := suggesters_of(p_version);
BEGIN
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

-- As before: one reviewer of the matching expertise who did not write the text,
-- nor suggested words that stand in it.
CREATE OR REPLACE FUNCTION desk.set_aside_finding(p_session text, p_finding uuid, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  f finding;
  v version;
  as_expert text;
  new_id uuid;
BEGIN
  PERFORM require_text(p_reason, 'reason_missing');
  SELECT * INTO f FROM finding WHERE id = p_finding;
  SELECT ver.* INTO v FROM check_run r JOIN version ver ON ver.id = r.version_id WHERE r.id = f.run_id;
  IF v.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = v.page_id FOR NO KEY UPDATE;
  PERFORM FROM person WHERE id = me.id FOR SHARE;
  IF NOT EXISTS (SELECT FROM settable_rule WHERE rule_prefix = regexp_replace(f.rule, '[0-9]+$', '')) THEN
    PERFORM refuse('403', 'never_set_aside');
  END IF;
  SELECT s.expertise INTO as_expert FROM settable_rule s
   WHERE s.rule_prefix = regexp_replace(f.rule, '[0-9]+$', '') AND holds(me.id, s.expertise) ORDER BY s.expertise LIMIT 1;
  IF as_expert IS NULL THEN
    PERFORM refuse('403', 'lacks_expertise');
  END IF;
  IF has_words_in(v.id, me.id) THEN
    PERFORM refuse('403', 'own_work');
  END IF;
  INSERT INTO finding_set_aside (page_id, version_id, rule, excerpt, covers_sha256, set_aside_by, expertise, reason)
  VALUES (v.page_id, v.id, f.rule, f.excerpt, f.covers_sha256, me.id, as_expert, p_reason) RETURNING id INTO new_id;
  PERFORM record_audit('set_aside_finding', me.id, v.page_id, jsonb_build_object('set_aside', new_id, 'rule', f.rule,
    'covers_sha256', f.covers_sha256, 'expertise', as_expert, 'reason_sha256', content_hash(p_reason)));
  RETURN new_id;
END
$$;

GRANT SELECT ON desk.suggestion_set, desk.suggestion_decision TO desk_app;
GRANT EXECUTE ON FUNCTION desk.save_suggestions(text, uuid, integer, integer, text, text),
  desk.decide_suggestion(text, uuid, integer, text, text, text, text, text, integer, text),
  desk.close_suggestions(text, uuid), desk.suggested_shares(uuid), desk.draft_text(uuid, integer) TO desk_app;
