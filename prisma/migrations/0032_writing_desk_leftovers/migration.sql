-- Words that lost a clash stay in the page's history; images are shown to those
-- who may read a page that holds them, and one that is not held keeps a text
-- from being submitted; and two sums of suggested words follow the rule that
-- the gate has for them.
SET LOCAL ROLE desk_owner;

-- Words not chosen ---------------------------------------------------------------

-- One block that somebody did not choose where two had changed the same words.
-- It is in no text, so nobody is its author for the gate.
CREATE TABLE desk.words_set_aside (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  draft_id uuid NOT NULL REFERENCES desk.draft ON DELETE RESTRICT,
  draft_revision integer NOT NULL,
  block_id text NOT NULL CHECK (length(block_id) BETWEEN 1 AND 100),
  content text NOT NULL CHECK (octet_length(content) <= 2097152),
  content_sha256 text NOT NULL GENERATED ALWAYS AS (desk.content_hash(content)) STORED,
  written_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  set_aside_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  set_aside_at timestamptz NOT NULL DEFAULT desk.clock(),
  UNIQUE (draft_id, draft_revision, block_id, set_aside_by, content_sha256)
);
SELECT desk.make_immutable('desk.words_set_aside');

-- Keeps what a choice leaves out: the chooser's own block, p_content, or where
-- that is null the block that the draft had at p_revision, as whoever saved it
-- wrote it. Null where there is no such block. Sent twice it is one row.
CREATE FUNCTION desk.set_words_aside(p_session text, p_page uuid, p_line text, p_revision integer, p_block text, p_content text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  d draft;
  words text := p_content;
  writer uuid := me.id;
  kept uuid;
BEGIN
  PERFORM require_writer(p_page, me.id);
  SELECT * INTO d FROM draft WHERE page_id = p_page AND line = p_line AND closed_at IS NULL;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF p_revision IS NULL OR p_revision NOT BETWEEN 1 AND d.revision OR coalesce(p_block, '') = '' OR length(p_block) > 100
     OR octet_length(p_content) > 2097152 THEN
    PERFORM refuse('422', 'invalid_content');
  END IF;
  IF words IS NULL THEN
    -- A run of saves leaves its last text only; then that one has their words.
    words := block_by_id(coalesce(draft_text(d.id, p_revision), d.content), p_block)::text;
    SELECT s.saved_by INTO writer FROM draft_save s
     WHERE s.draft_id = d.id AND s.revision >= p_revision ORDER BY s.revision LIMIT 1;
  END IF;
  IF words IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO words_set_aside (draft_id, draft_revision, block_id, content, written_by, set_aside_by)
  VALUES (d.id, p_revision, p_block, words, writer, me.id) ON CONFLICT DO NOTHING RETURNING id INTO kept;
  RETURN coalesce(kept, (SELECT id FROM words_set_aside WHERE draft_id = d.id AND draft_revision = p_revision
     AND block_id = p_block AND set_aside_by = me.id AND content_sha256 = content_hash(words)));
END
$$;

-- Images -------------------------------------------------------------------------

-- Which pages hold or held an image, in any of their texts: whoever may read
-- one of those pages may be shown it.
CREATE TABLE desk.figure_page (
  sha256 text NOT NULL,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  PRIMARY KEY (sha256, page_id)
);
CREATE INDEX figure_page_page_idx ON desk.figure_page (page_id);
SELECT desk.make_immutable('desk.figure_page');

CREATE FUNCTION desk.index_draft_figures() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO figure_page (sha256, page_id) SELECT f, NEW.page_id FROM figures_in(NEW.content) f ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
-- Most texts have no figure, and every key's save comes by here.
CREATE TRIGGER draft_figures AFTER INSERT OR UPDATE OF content ON desk.draft
  FOR EACH ROW WHEN (NEW.content LIKE '%"type":"figure"%') EXECUTE FUNCTION desk.index_draft_figures();

CREATE FUNCTION desk.index_suggested_figures() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO figure_page (sha256, page_id)
    SELECT f, d.page_id FROM draft d, figures_in(NEW.proposed_content) f WHERE d.id = NEW.draft_id ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER suggested_figures AFTER INSERT OR UPDATE OF proposed_content ON desk.suggestion_set
  FOR EACH ROW WHEN (NEW.proposed_content LIKE '%"type":"figure"%') EXECUTE FUNCTION desk.index_suggested_figures();

INSERT INTO desk.figure_page (sha256, page_id)
  SELECT vf.sha256, v.page_id FROM desk.version_figure vf JOIN desk.version v ON v.id = vf.version_id
  UNION SELECT f, d.page_id FROM desk.draft d, desk.figures_in(d.content) f
  UNION SELECT f, d.page_id FROM desk.suggestion_set s JOIN desk.draft d ON d.id = s.draft_id, desk.figures_in(s.proposed_content) f;

-- As before, and a text that somebody submits names only images that are held:
-- what is signed could not be looked at otherwise. The desk's own re-review of
-- a text that is live is never held up by this.
CREATE OR REPLACE FUNCTION desk.index_version_figures() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF NEW.submitted_by IS NOT NULL AND EXISTS (
       SELECT FROM figures_in(NEW.content) f WHERE NOT EXISTS (SELECT FROM figure_file WHERE sha256 = f)) THEN
    PERFORM refuse('422', 'figure_missing');
  END IF;
  INSERT INTO version_figure (version_id, sha256) SELECT NEW.id, f FROM figures_in(NEW.content) f;
  RETURN NULL;
END
$$;

-- As before, and the image is the page's from then on.
CREATE OR REPLACE FUNCTION desk.store_figure(p_session text, p_page uuid, p_bytes bytea, p_media_type text, p_width integer, p_height integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  hash text := encode(sha256(p_bytes), 'hex');
BEGIN
  PERFORM require_writer(p_page, me.id);
  IF octet_length(p_bytes) > 10485760 THEN
    PERFORM refuse('422', 'file_too_large');
  END IF;
  INSERT INTO figure_file (sha256, media_type, width, height, bytes, uploaded_by)
  VALUES (hash, p_media_type, p_width, p_height, p_bytes, me.id) ON CONFLICT DO NOTHING;
  INSERT INTO figure_page (sha256, page_id) VALUES (hash, p_page) ON CONFLICT DO NOTHING;
  RETURN hash;
END
$$;

-- The page's team, editors, leads and admins see its images; a reviewer those
-- of the texts that they are or were asked about.
CREATE FUNCTION desk.may_see_figure(p_sha256 text, p_person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM figure_page f JOIN draft d ON d.page_id = f.page_id
                  WHERE f.sha256 = p_sha256 AND (may_read_draft(d.id, p_person) OR has_role(p_person, 'admin')))
      OR EXISTS (SELECT FROM version_figure f JOIN review_round r ON r.version_id = f.version_id
                   JOIN assignment a ON a.round_id = r.id
                  WHERE f.sha256 = p_sha256 AND a.reviewer_id = p_person)
  );
END
$$;

-- Suggested words ----------------------------------------------------------------

-- As before, and of a correction that is still written the share is of the
-- words that it changes: those are what people will be asked to sign.
CREATE OR REPLACE FUNCTION desk.suggested_shares(p_draft uuid) RETURNS TABLE (person_id uuid, words bigint, share numeric, is_past_limit boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  d draft;
  as_version version;
  total bigint;
BEGIN
  SELECT * INTO d FROM draft WHERE id = p_draft;
  as_version.line := d.line;
  as_version.based_on_id := d.based_on_id;
  as_version.content := d.content;
  total := words_under_review(as_version);
  RETURN QUERY
  SELECT w.person_id, w.words, round(w.words::numeric / greatest(total, 1), 4), w.words > suggested_share_limit() * total
    FROM suggested_words(d.id, published_revision(d.id), d.revision) w ORDER BY w.words DESC, w.person_id;
END
$$;

-- As before, and an approval by somebody whose suggested words stand in the
-- text is left only beside that of somebody who suggested none: with the last
-- of those taken back, the rules miss both.
CREATE OR REPLACE FUNCTION desk.approvals_taken_back(p_publication uuid)
RETURNS TABLE (publication_id uuid, decision_id uuid, person_id uuid, kind text, revoked_on date, is_missed boolean, is_short boolean)
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH approvals AS (
    SELECT p.id AS publication_id, p.round_id, p.version_id, d.id AS decision_id, d.person_id, d.expertise, r.kind, r.revoked_on
      FROM publication_line(p_publication) l JOIN publication p ON p.id = l.publication_id
      JOIN publication_approval pa ON pa.publication_id = p.id JOIN decision d ON d.id = pa.decision_id
      LEFT JOIN revocation r ON r.decision_id = d.id
  ), vouched AS (
    SELECT w.publication_id FROM approvals w
      JOIN (SELECT DISTINCT v.version_id, suggesters_of(v.version_id) AS suggesters FROM approvals v) s ON s.version_id = w.version_id
     WHERE w.kind IS NULL AND (s.suggesters IS NULL OR w.person_id <> ALL (s.suggesters))
  ), short AS (
    SELECT DISTINCT a.publication_id, n.expertise FROM approvals a JOIN round_need n ON n.round_id = a.round_id
     WHERE n.count > (SELECT count(*) FROM approvals b
                       WHERE b.publication_id = a.publication_id AND b.expertise = n.expertise AND b.kind IS NULL)
        OR NOT EXISTS (SELECT FROM vouched w WHERE w.publication_id = a.publication_id)
  )
  SELECT a.publication_id, a.decision_id, a.person_id, a.kind, a.revoked_on,
         EXISTS (SELECT FROM short s WHERE s.publication_id = a.publication_id AND s.expertise = a.expertise),
         EXISTS (SELECT FROM short s WHERE s.publication_id = a.publication_id)
    FROM approvals a WHERE a.kind IS NOT NULL;
END
$$;

GRANT SELECT ON desk.words_set_aside, desk.figure_page TO desk_app;
GRANT EXECUTE ON FUNCTION desk.set_words_aside(text, uuid, text, integer, text, text), desk.may_see_figure(text, uuid) TO desk_app;
