-- A version is based on what the page said last, also where that was taken down
-- since; and a section that nobody touched keeps its sign-off into the next
-- version, with the day on which it was signed.
SET LOCAL ROLE desk_owner;

-- The line ----------------------------------------------------------------------

-- What the page said last, live or ended.
CREATE FUNCTION desk.latest_publication(p_page uuid, p_besides uuid DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT id FROM publication WHERE page_id = p_page AND id IS DISTINCT FROM p_besides
   ORDER BY (ended_at IS NULL) DESC, published_at DESC, id LIMIT 1
  );
END
$$;

-- As before, and a correction that was withdrawn is not undone by a version of
-- the text before it: the base is the latest publication, not only a live one.
CREATE OR REPLACE FUNCTION desk.line_blockers(v desk.version, rnd desk.review_round, live_id uuid, p_self uuid)
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
     OR (live_id IS NULL AND (rnd.kind <> 'full_review' OR v.based_on_id IS DISTINCT FROM latest_publication(v.page_id, p_self))) THEN
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

-- As before; where nothing is live, onto what the page said last.
CREATE OR REPLACE FUNCTION desk.rebase_draft(p_session text, p_page uuid, p_base_revision integer, p_content text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d draft;
  live_id uuid;
  live_content text;
  base_content text;
BEGIN
  PERFORM require_writer(p_page, me.id);
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  SELECT * INTO d FROM draft WHERE page_id = p_page AND line = 'main' AND closed_at IS NULL FOR UPDATE;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF d.revision IS DISTINCT FROM p_base_revision THEN
    PERFORM refuse('409', 'stale_save', jsonb_build_object('revision', d.revision));
  END IF;
  PERFORM require_document(p_content);
  live_id := latest_publication(p_page);
  SELECT v.content INTO live_content FROM publication p JOIN version v ON v.id = p.version_id WHERE p.id = live_id;
  IF live_content IS NULL THEN
    PERFORM refuse('409', 'not_live');
  END IF;
  IF EXISTS (SELECT FROM jsonb_array_elements(p_content::jsonb -> 'body' -> 'content') b
              WHERE b IS DISTINCT FROM block_by_id(d.content, b -> 'attrs' ->> 'id')
                AND b IS DISTINCT FROM block_by_id(live_content, b -> 'attrs' ->> 'id'))
     OR (p_content::jsonb - 'body') <> (d.content::jsonb - 'body') THEN
    PERFORM refuse('422', 'not_a_rebase');
  END IF;
  SELECT v.content INTO base_content FROM publication p JOIN version v ON v.id = p.version_id WHERE p.id = d.based_on_id;
  UPDATE draft SET content = p_content, based_on_id = live_id, revision = d.revision + 1, updated_by = me.id, updated_at = clock() WHERE id = d.id;
  INSERT INTO draft_save (draft_id, revision, content, saved_by, via, is_authorship)
  VALUES (d.id, d.revision + 1, p_content, me.id, 'rebase',
    NOT is_plain_merge(coalesce(base_content, '{"body": {"content": []}}'), d.content, live_content, p_content));
  PERFORM record_audit('rebase', me.id, p_page, jsonb_build_object('onto', live_id));
  RETURN d.revision + 1;
END
$$;

-- Sections ------------------------------------------------------------------------

-- A section sign-off that a round took over from an earlier version, unchanged.
CREATE TABLE desk.section_signoff (
  round_id uuid NOT NULL REFERENCES desk.review_round ON DELETE RESTRICT,
  section text NOT NULL,
  decision_id uuid NOT NULL REFERENCES desk.decision ON DELETE RESTRICT,
  PRIMARY KEY (round_id, section, decision_id)
);
CREATE INDEX section_signoff_decision_idx ON desk.section_signoff (decision_id);
SELECT desk.make_immutable('desk.section_signoff');

-- The sections that an approval signs, in a round that took some over.
CREATE TABLE desk.decision_section (
  decision_id uuid NOT NULL REFERENCES desk.decision ON DELETE RESTRICT,
  section text NOT NULL,
  PRIMARY KEY (decision_id, section)
);
SELECT desk.make_immutable('desk.decision_section');

-- A section is a second-level heading with the blocks up to the next one, named
-- by the heading's id; what stands before the first has no name.
CREATE FUNCTION desk.sections_of(p_content text) RETURNS TABLE (section text, label text, place bigint, words jsonb)
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH blocks AS (
      SELECT b, n, b ->> 'type' = 'heading' AND b -> 'attrs' ->> 'level' = '2' AS is_head
        FROM jsonb_array_elements(p_content::jsonb -> 'body' -> 'content') WITH ORDINALITY t(b, n)
    ), placed AS (
      SELECT b, n, is_head, count(*) FILTER (WHERE is_head) OVER (ORDER BY n) AS place FROM blocks
    )
    SELECT coalesce(max(b -> 'attrs' ->> 'id') FILTER (WHERE is_head), ''),
           coalesce(max((SELECT string_agg(t #>> '{}', '' ORDER BY i) FROM jsonb_path_query(b, 'strict $.** ? (@.type == "text").text') WITH ORDINALITY x(t, i)))
             FILTER (WHERE is_head), 'Opening'),
           place, jsonb_agg(b ORDER BY n)
      FROM placed GROUP BY place ORDER BY place;
END
$$;

-- The approvals that a version had, by section: of one that went out those it
-- rested on, else those that count now.
CREATE FUNCTION desk.signoffs_of(p_version uuid) RETURNS TABLE (section text, decision_id uuid)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  rnd review_round;
  own uuid[];
BEGIN
  SELECT * INTO rnd FROM review_round WHERE version_id = p_version;
  IF EXISTS (SELECT FROM publication WHERE version_id = p_version) THEN
    own := ARRAY(SELECT DISTINCT pa.decision_id FROM publication p JOIN publication_approval pa ON pa.publication_id = p.id
                   JOIN decision d ON d.id = pa.decision_id WHERE p.version_id = p_version AND d.version_id = p_version
                    AND NOT EXISTS (SELECT FROM revocation r WHERE r.decision_id = d.id));
  ELSE
    own := ARRAY(SELECT c.decision_id FROM counted_approvals(p_version) c);
  END IF;
  IF EXISTS (SELECT FROM section_signoff WHERE round_id = rnd.id) THEN
    RETURN QUERY
      SELECT ds.section, ds.decision_id FROM decision_section ds WHERE ds.decision_id = ANY (own)
      UNION SELECT c.section, c.decision_id FROM carried_signoffs(p_version) c;
  ELSE
    RETURN QUERY SELECT s.section, o FROM sections_of((SELECT content FROM version WHERE id = p_version)) s CROSS JOIN unnest(own) o;
  END IF;
END
$$;

-- The sign-offs that a version took over and that stand now. One that a
-- publication rested on does not age; any other does, as every signature.
CREATE FUNCTION desk.carried_signoffs(p_version uuid, p_reinstating boolean DEFAULT false)
RETURNS TABLE (section text, decision_id uuid, person_id uuid, expertise text, signed_at timestamptz,
               evidence_checked_to date, next_review_due date)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  rnd review_round;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE version_id = p_version;
  IF NOT EXISTS (SELECT FROM section_signoff WHERE round_id = rnd.id) THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH stands AS MATERIALIZED (
      SELECT d.* FROM decision d
       WHERE d.id IN (SELECT s.decision_id FROM section_signoff s WHERE s.round_id = rnd.id)
         AND NOT EXISTS (SELECT FROM revocation r WHERE r.decision_id = d.id)
         AND NOT EXISTS (SELECT FROM decision later WHERE later.version_id = d.version_id AND later.person_id = d.person_id AND later.seq > d.seq)
         AND (p_reinstating OR EXISTS (SELECT FROM publication_approval pa WHERE pa.decision_id = d.id)
              OR greatest(d.signed_at, (SELECT max(r.signed_at) FROM reaffirmation r WHERE r.decision_id = d.id))
                 + make_interval(hours => 24 * (SELECT rules.signature_days FROM review_rules rules WHERE rules.id = rnd.rules_id)) > clock())
         AND NOT has_words_in(p_version, d.person_id) AND holds(d.person_id, d.expertise)
         AND interest_standing(d.person_id, d.page_id) IN ('none', 'institutional_accepted')
    )
    SELECT s.section, d.id, d.person_id, d.expertise, d.signed_at, d.evidence_checked_to, d.next_review_due
      FROM section_signoff s JOIN stands d ON d.id = s.decision_id WHERE s.round_id = rnd.id;
END
$$;

-- Takes the sign-offs of untouched sections over into the round of a new
-- version: from the version before it on its draft, and from the full review
-- that is live. Byte for byte the same words, under the same title, kind,
-- audience, language, places, topics and record of AI; else nothing is taken.
CREATE FUNCTION desk.carry_signoffs(p_version uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  v version;
  rnd review_round;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  SELECT * INTO rnd FROM review_round WHERE version_id = p_version;
  IF rnd.kind <> 'full_review' OR NOT (SELECT carries_sections FROM review_rules WHERE id = rnd.rules_id) THEN
    RETURN;
  END IF;
  INSERT INTO section_signoff (round_id, section, decision_id)
    SELECT DISTINCT rnd.id, s.section, o.decision_id
      FROM (SELECT b.id, b.content FROM version b JOIN review_round br ON br.version_id = b.id AND br.kind = 'full_review'
             WHERE b.id = (SELECT n.id FROM version n WHERE n.draft_id = v.draft_id AND n.line = 'main' AND n.number < v.number ORDER BY n.number DESC LIMIT 1)
            UNION
            SELECT b.id, b.content FROM publication_line(live_publication(v.page_id)) l
              JOIN publication p ON p.id = l.publication_id AND p.round_kind = 'full_review' JOIN version b ON b.id = p.version_id
             WHERE v.based_on_id = live_publication(v.page_id)) base
      JOIN LATERAL sections_of(v.content) s ON true
      JOIN LATERAL sections_of(base.content) bs ON bs.section = s.section AND bs.words = s.words
      JOIN LATERAL signoffs_of(base.id) o ON o.section = s.section
      JOIN decision d ON d.id = o.decision_id
     WHERE base.content::jsonb - 'body' - 'changeNote' - 'tags' - 'credits' = v.content::jsonb - 'body' - 'changeNote' - 'tags' - 'credits'
       AND d.expertise IN (SELECT expertise FROM round_need WHERE round_id = rnd.id)
       AND NOT has_words_in(v.id, d.person_id);
END
$$;

-- What an approval signs: every section, but those that enough people of its
-- expertise signed before.
CREATE FUNCTION desk.note_sections() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM section_signoff s JOIN review_round r ON r.id = s.round_id WHERE r.version_id = NEW.version_id) THEN
    INSERT INTO decision_section (decision_id, section)
      SELECT NEW.id, u.section FROM unsigned_sections(NEW.version_id, NEW.expertise) u;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER decision_sections AFTER INSERT ON desk.decision
  FOR EACH ROW WHEN (NEW.verdict = 'approve') EXECUTE FUNCTION desk.note_sections();

-- The sections that a reviewer of this expertise has to read in this version.
CREATE FUNCTION desk.unsigned_sections(p_version uuid, p_expertise text) RETURNS TABLE (section text, label text, place bigint)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH carried AS MATERIALIZED (SELECT * FROM carried_signoffs(p_version) c WHERE c.expertise = p_expertise)
    SELECT s.section, s.label, s.place
      FROM version v CROSS JOIN LATERAL sections_of(v.content) s
      JOIN review_round r ON r.version_id = v.id
      LEFT JOIN round_need n ON n.round_id = r.id AND n.expertise = p_expertise
     WHERE v.id = p_version
       AND coalesce(n.count, 1) > (SELECT count(DISTINCT c.person_id) FROM carried c WHERE c.section = s.section);
END
$$;

-- Every section needs as many people of each expertise as the round asks for:
-- by their signature on this version, or by one that it took over and that stands.
CREATE FUNCTION desk.section_blockers(v desk.version, rnd desk.review_round, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT EXISTS (SELECT FROM section_signoff s WHERE s.round_id = rnd.id) THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH counted AS MATERIALIZED (SELECT * FROM counted_approvals(v.id, p_reinstates IS NOT NULL)),
    signed AS (
      SELECT c.expertise, ds.section, c.person_id FROM counted c JOIN decision_section ds ON ds.decision_id = c.decision_id
      UNION SELECT c.expertise, c.section, c.person_id FROM carried_signoffs(v.id, p_reinstates IS NOT NULL) c
    ), bare AS (
      SELECT n.expertise, s.label, s.place FROM round_need n CROSS JOIN sections_of(v.content) s
       WHERE n.round_id = rnd.id
         -- Where a seat is empty the list says so already.
         AND n.count <= (SELECT count(*) FROM counted c WHERE c.expertise = n.expertise)
         AND n.count > (SELECT count(*) FROM signed g WHERE g.expertise = n.expertise AND g.section = s.section)
    )
    SELECT 'section_unsigned', 'reviewer', jsonb_build_object('expertise', b.expertise, 'sections', jsonb_agg(b.label ORDER BY b.place))
      FROM bare b GROUP BY b.expertise ORDER BY b.expertise;
END
$$;

-- As before; a sign-off that was taken over counts with the day it was signed,
-- so that last reviewed is never newer than the oldest signature it rests on.
CREATE OR REPLACE FUNCTION desk.publication_dates(p_version uuid, p_live uuid, p_reinstates uuid, p_day date,
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
    WITH own AS MATERIALIZED (SELECT a.signed_at, a.evidence_checked_to, a.next_review_due FROM counted_approvals(p_version) a),
    signed AS (
      SELECT * FROM own
      UNION ALL
      SELECT c.signed_at, c.evidence_checked_to, c.next_review_due FROM carried_signoffs(p_version) c WHERE EXISTS (SELECT FROM own)
    )
    SELECT min(day_of(s.signed_at)), min(s.evidence_checked_to),
           least((min(day_of(s.signed_at)) + make_interval(months => rules.interval_months))::date, min(s.next_review_due))
      INTO last_reviewed_on, evidence_checked_to, next_review_due
      FROM signed s;
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

-- As before; a sign-off that was taken over fills no seat, and its sections miss
-- it when it is taken back.
CREATE OR REPLACE FUNCTION desk.approvals_taken_back(p_publication uuid)
RETURNS TABLE (publication_id uuid, decision_id uuid, person_id uuid, kind text, revoked_on date, is_missed boolean, is_short boolean)
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH approvals AS (
    SELECT p.id AS publication_id, p.round_id, p.version_id, d.id AS decision_id, d.person_id, d.expertise, r.kind, r.revoked_on,
           d.version_id <> p.version_id AS is_carried
      FROM publication_line(p_publication) l JOIN publication p ON p.id = l.publication_id
      JOIN publication_approval pa ON pa.publication_id = p.id JOIN decision d ON d.id = pa.decision_id
      LEFT JOIN revocation r ON r.decision_id = d.id
  ), vouched AS (
    SELECT w.publication_id FROM approvals w
      JOIN (SELECT DISTINCT v.version_id, suggesters_of(v.version_id) AS suggesters FROM approvals v) s ON s.version_id = w.version_id
     WHERE w.kind IS NULL AND NOT w.is_carried AND (s.suggesters IS NULL OR w.person_id <> ALL (s.suggesters))
  ), short AS (
    SELECT DISTINCT a.publication_id, n.expertise FROM approvals a JOIN round_need n ON n.round_id = a.round_id
     WHERE n.count > (SELECT count(*) FROM approvals b
                       WHERE b.publication_id = a.publication_id AND b.expertise = n.expertise AND b.kind IS NULL AND NOT b.is_carried)
        OR NOT EXISTS (SELECT FROM vouched w WHERE w.publication_id = a.publication_id)
    UNION SELECT a.publication_id, a.expertise FROM approvals a WHERE a.is_carried AND a.kind IS NOT NULL
  )
  SELECT a.publication_id, a.decision_id, a.person_id, a.kind, a.revoked_on,
         EXISTS (SELECT FROM short s WHERE s.publication_id = a.publication_id AND s.expertise = a.expertise),
         EXISTS (SELECT FROM short s WHERE s.publication_id = a.publication_id)
    FROM approvals a WHERE a.kind IS NOT NULL;
END
$$;

-- As before; what it rests on holds the sign-offs that were taken over too.
CREATE OR REPLACE FUNCTION desk.follow_publication() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  v version;
  old version;
BEGIN
  SELECT * INTO v FROM version WHERE id = NEW.version_id;
  INSERT INTO publication_approval (publication_id, decision_id)
    SELECT NEW.id, decision_id FROM counted_approvals(NEW.version_id, NEW.reinstates_id IS NOT NULL)
    UNION SELECT NEW.id, decision_id FROM carried_signoffs(NEW.version_id, NEW.reinstates_id IS NOT NULL);
  UPDATE review_round SET closed_at = NEW.published_at, closed_because = 'published'
   WHERE id = NEW.round_id AND closed_at IS NULL;
  UPDATE schedule SET carried_out_at = NEW.published_at
   WHERE version_id = NEW.version_id AND cancelled_at IS NULL AND carried_out_at IS NULL;
  IF v.line = 'correction' THEN
    UPDATE draft SET closed_at = NEW.published_at WHERE id = v.draft_id AND closed_at IS NULL;
  END IF;
  -- The main draft follows by itself where it holds nothing of its own: its
  -- text is that of the version that was live, or it is what was published.
  SELECT ov.* INTO old FROM publication op JOIN version ov ON ov.id = op.version_id WHERE op.id = NEW.replaces_id;
  IF v.line = 'main' AND NEW.reinstates_id IS NULL AND (old.id IS NULL OR old.content_sha256 <> v.content_sha256) THEN
    UPDATE draft SET based_on_id = NEW.id WHERE id = v.draft_id;
  ELSE
    UPDATE draft d SET based_on_id = NEW.id
     WHERE d.page_id = NEW.page_id AND d.line = 'main' AND d.closed_at IS NULL
       AND d.based_on_id IS NOT DISTINCT FROM NEW.replaces_id AND old.content_sha256 = v.content_sha256;
    IF old.content_sha256 IS DISTINCT FROM v.content_sha256 THEN
      WITH followed AS (
        UPDATE draft d SET based_on_id = NEW.id, content = v.content, revision = d.revision + 1, updated_at = clock(), updated_by = NULL
         WHERE d.page_id = NEW.page_id AND d.line = 'main' AND d.closed_at IS NULL
           AND d.based_on_id IS NOT DISTINCT FROM NEW.replaces_id AND content_hash(d.content) = old.content_sha256
        RETURNING d.id, d.revision, d.content
      )
      INSERT INTO draft_save (draft_id, revision, content, saved_by, via, is_authorship)
        SELECT id, revision, content, NULL, 'desk', false FROM followed;
    END IF;
  END IF;
  IF NEW.reinstates_id IS NOT NULL THEN
    UPDATE draft SET based_on_id = NEW.id WHERE page_id = NEW.page_id AND line = 'main' AND based_on_id = NEW.reinstates_id;
  END IF;
  PERFORM record_audit(CASE WHEN NEW.reinstates_id IS NULL THEN 'publish' ELSE 'reinstate' END, NEW.published_by, NEW.page_id,
    jsonb_build_object('publication', NEW.id, 'version', NEW.version_id, 'number', v.number, 'sha256', NEW.content_sha256,
      'kind', NEW.round_kind, 'last_reviewed_on', NEW.last_reviewed_on, 'next_review_due', NEW.next_review_due,
      'replaces', NEW.replaces_id, 'reinstates', NEW.reinstates_id,
      'approvals', (SELECT coalesce(jsonb_agg(decision_id ORDER BY decision_id), '[]') FROM publication_approval WHERE publication_id = NEW.id)));
  RETURN NULL;
END
$$;

-- As before, with the sections that nobody signed.
CREATE OR REPLACE FUNCTION desk.approval_blockers(v desk.version, rnd desk.review_round, live_id uuid, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
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
  RETURN QUERY SELECT * FROM section_blockers(v, rnd, p_reinstates);
  RETURN QUERY SELECT * FROM outsider_blockers(v, rnd, p_reinstates);
END
$$;

-- As before. p_carries: untouched sections keep their sign-off where the rules
-- say so; without it the whole page is read anew.
DROP FUNCTION desk.submit_version(text, uuid, text, integer, text, text[], text, text, boolean);
CREATE FUNCTION desk.submit_version(p_session text, p_page uuid, p_line text, p_base_revision integer, p_kind text,
  p_scope text[], p_reason text, p_expertise text, p_confirm boolean DEFAULT false,
  p_carries boolean DEFAULT true) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d draft;
  pg page;
  doc jsonb;
  new_version uuid;
  next_number integer;
  outside text[];
  missing text[];
  supersedes uuid;
BEGIN
  PERFORM require_writer(p_page, me.id);
  SELECT * INTO pg FROM page WHERE id = p_page FOR NO KEY UPDATE;
  SELECT * INTO d FROM draft WHERE page_id = p_page AND line = p_line AND closed_at IS NULL FOR UPDATE;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF d.revision IS DISTINCT FROM p_base_revision THEN
    PERFORM refuse('409', 'stale_save', jsonb_build_object('revision', d.revision));
  END IF;
  IF pg.archived_at IS NOT NULL THEN
    PERFORM refuse('409', 'archived');
  END IF;
  IF (p_line = 'correction') <> (p_kind = 'safety_correction') OR p_kind IS NULL OR p_kind NOT IN ('full_review', 'update', 'safety_correction', 'copy_fix') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  doc := d.content::jsonb;
  -- Rules P1 and P2 hold at submission too.
  missing := array_remove(ARRAY[
    CASE WHEN btrim(coalesce(doc ->> 'title', '')) = '' THEN 'title' END,
    CASE WHEN jsonb_array_length(doc -> 'body' -> 'content') = 0 THEN 'text' END,
    CASE WHEN NOT EXISTS (SELECT FROM person WHERE id = pg.owner_id AND is_active) THEN 'owner' END,
    CASE WHEN doc ->> 'kind' IS DISTINCT FROM pg.kind THEN 'kind' END,
    CASE WHEN coalesce(doc ->> 'audience', '') NOT IN ('clinicians', 'patients', 'public') THEN 'audience' END,
    CASE WHEN jsonb_array_length(coalesce(doc -> 'jurisdictions', '[]')) = 0 THEN 'jurisdiction' END,
    CASE WHEN btrim(coalesce(doc ->> 'changeNote', '')) = '' THEN 'change_note' END,
    CASE WHEN NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(doc -> 'credits', '[]')) c JOIN person p ON p.id::text = c ->> 'personId'
                           WHERE c ->> 'role' = 'author') THEN 'human_author' END], NULL);
  IF cardinality(missing) > 0 THEN
    PERFORM refuse('422', 'draft_incomplete', jsonb_build_object('missing', to_jsonb(missing)));
  END IF;
  IF p_line = 'correction' THEN
    p_scope := d.scope;
    p_reason := d.reason;
  END IF;
  IF p_kind <> 'full_review' THEN
    IF live_publication(p_page) IS NULL OR d.based_on_id IS DISTINCT FROM live_publication(p_page) THEN
      PERFORM refuse('409', 'base_moved');
    END IF;
    IF coalesce(cardinality(p_scope), 0) = 0 THEN
      PERFORM refuse('422', 'scope_missing');
    END IF;
    SELECT array_agg(b) INTO outside FROM unnest(changed_blocks(
      (SELECT v.content FROM publication p JOIN version v ON v.id = p.version_id WHERE p.id = d.based_on_id), d.content)) b
     WHERE b <> ALL (p_scope) OR b LIKE '(%';
    IF outside IS NOT NULL THEN
      PERFORM refuse('422', 'scope_exceeded', jsonb_build_object('blocks', to_jsonb(outside)));
    END IF;
  END IF;
  IF EXISTS (SELECT FROM version WHERE draft_id = d.id AND draft_revision = d.revision AND number = (SELECT max(number) FROM version WHERE draft_id = d.id)
               AND NOT EXISTS (SELECT FROM review_round r WHERE r.version_id = version.id AND r.closed_because IN ('taken_back', 'superseded'))) THEN
    PERFORM refuse('409', 'nothing_changed');
  END IF;

  -- A version in front of reviewers, approved or scheduled gives way.
  SELECT v.id INTO supersedes FROM version v JOIN review_round r ON r.version_id = v.id
   WHERE v.page_id = p_page AND v.line = p_line AND r.closed_at IS NULL LIMIT 1;
  IF supersedes IS NOT NULL AND (is_fully_approved(supersedes)
       OR EXISTS (SELECT FROM schedule WHERE version_id = supersedes AND cancelled_at IS NULL AND carried_out_at IS NULL)) THEN
    IF NOT (p_confirm AND (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead'))) THEN
      PERFORM refuse('409', 'cancels_approved');
    END IF;
    UPDATE schedule SET cancelled_at = clock(), cancelled_by = me.id
     WHERE version_id = supersedes AND cancelled_at IS NULL AND carried_out_at IS NULL;
  END IF;
  UPDATE review_round SET closed_at = clock(), closed_because = 'superseded'
   WHERE page_id = p_page AND closed_at IS NULL AND version_id IN (SELECT id FROM version WHERE page_id = p_page AND line = p_line);

  SELECT coalesce(max(number), 0) + 1 INTO next_number FROM version WHERE page_id = p_page;
  INSERT INTO version (page_id, number, line, draft_id, draft_revision, based_on_id, submitted_by, content)
  VALUES (p_page, next_number, p_line, d.id, d.revision, d.based_on_id, me.id, d.content) RETURNING id INTO new_version;
  INSERT INTO version_contributor (version_id, person_id, because)
    SELECT new_version, me.id, 'submitted'
    UNION SELECT new_version, s.saved_by, 'wrote' FROM draft_save s
     WHERE s.draft_id = d.id AND s.is_authorship AND s.saved_by IS NOT NULL AND s.revision > published_revision(d.id)
    UNION SELECT new_version, p.id, 'credited' FROM person p WHERE credits_person(d.content, p)
    UNION SELECT new_version, p.id, 'ai_drafter' FROM person p WHERE p.id::text = doc -> 'aiUse' ->> 'drafterId'
    UNION SELECT new_version, p.id, 'ai_verifier' FROM person p WHERE p.id::text = doc -> 'aiUse' ->> 'verifierId';
  PERFORM open_round(p_page, new_version, p_kind, p_scope, p_reason, p_expertise, me.id);
  IF p_carries THEN
    PERFORM carry_signoffs(new_version);
  END IF;
  PERFORM record_audit('submit_for_review', me.id, p_page, jsonb_build_object('version', new_version, 'number', next_number,
    'sha256', content_hash(d.content), 'kind', p_kind, 'supersedes', supersedes));
  PERFORM raise_alert_to_editors('version_submitted', p_page, 'submitted:' || new_version,
    jsonb_build_object('versionId', new_version, 'personId', me.id));
  RETURN new_version;
END
$$;

-- What a reviewer has still to read, and which sign-offs a version took over.
CREATE FUNCTION desk.section_standing(p_version uuid)
RETURNS TABLE (section text, label text, place bigint, expertise text, needed integer, signer text, signed_on date, version_number integer, is_carried boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH rnd AS (SELECT r.* FROM review_round r WHERE r.version_id = p_version
                    AND EXISTS (SELECT FROM section_signoff s WHERE s.round_id = r.id)),
    signed AS (
      SELECT ds.section, c.decision_id FROM counted_approvals(p_version) c JOIN decision_section ds ON ds.decision_id = c.decision_id
      UNION SELECT c.section, c.decision_id FROM carried_signoffs(p_version) c
    )
    SELECT s.section, s.label, s.place, n.expertise, n.count, d.signed_name, day_of(d.signed_at), dv.number, d.version_id <> p_version
      FROM rnd JOIN version v ON v.id = p_version CROSS JOIN LATERAL sections_of(v.content) s
      JOIN round_need n ON n.round_id = rnd.id
      LEFT JOIN (signed g JOIN decision d ON d.id = g.decision_id JOIN version dv ON dv.id = d.version_id)
        ON g.section = s.section AND d.expertise = n.expertise
     ORDER BY s.place, n.step, n.expertise, d.seq;
END
$$;

GRANT SELECT ON desk.section_signoff, desk.decision_section TO desk_app;
GRANT EXECUTE ON FUNCTION desk.submit_version(text, uuid, text, integer, text, text[], text, text, boolean, boolean),
  desk.section_standing(uuid) TO desk_app;
