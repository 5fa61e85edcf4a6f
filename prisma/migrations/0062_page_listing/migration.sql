-- What lists are found by. A row says of a page what its facts are, never what
-- they come to today: states are worked out from it and the day by the same
-- functions as everywhere, and where a state rests on more (approvals taken
-- back, sets, reviews) the list asks for that. The gate reads none of this.
SET LOCAL ROLE desk_owner;

-- The words of a text, in lower case and without their signs, for finding it
-- by the beginnings of words. A text too long for one index entry is found by
-- what fits.
CREATE FUNCTION desk.found_words(p_text text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT array_to_tsvector(coalesce(array_agg(fitting.word), '{}'))
          FROM (SELECT each.word, sum(octet_length(each.word) + 8) OVER (ORDER BY each.word) AS so_far
                  FROM (SELECT DISTINCT left(w, 100) AS word FROM regexp_split_to_table(lower(p_text), '[^[:alnum:]]+') w WHERE w <> '') each) fitting
         WHERE fitting.so_far < 900000);

-- The words that a page shows, without the names of its parts.
CREATE FUNCTION desk.page_words(p_content jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN desk.found_words((SELECT string_agg(said #>> '{}', ' ')
  FROM jsonb_path_query(p_content, 'strict $.** ? (@.type() == "object").keyvalue() ? (@.key != "type" && @.key != "id" && @.value.type() == "string").value') said));

-- What was made public, for lists and searches; as immutable as what it is taken from.
CREATE TABLE desk.public_text (
  publication_id uuid PRIMARY KEY REFERENCES desk.publication ON DELETE RESTRICT,
  title text NOT NULL,
  audience text,
  topics jsonb,
  genes text[] NOT NULL,
  words tsvector NOT NULL
);
CREATE INDEX public_text_words_idx ON desk.public_text USING gin (words);
SELECT desk.make_immutable('desk.public_text');

CREATE FUNCTION desk.keep_public_text() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO public_text (publication_id, title, audience, topics, genes, words)
  SELECT NEW.id, coalesce(v.title, ''), c.content ->> 'audience', c.content -> 'topics', v.genes, page_words(c.content)
    FROM version v CROSS JOIN LATERAL (SELECT v.content::jsonb AS content) c WHERE v.id = NEW.version_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER publication_text AFTER INSERT ON desk.publication FOR EACH ROW EXECUTE FUNCTION desk.keep_public_text();

CREATE TABLE desk.page_listing (
  page_id uuid PRIMARY KEY REFERENCES desk.page ON DELETE RESTRICT,
  slug text NOT NULL,
  kind text NOT NULL,
  owner_id uuid,
  title text NOT NULL,
  found_by text NOT NULL,
  is_archived boolean NOT NULL,
  is_elsewhere boolean NOT NULL,
  confidential_until date,
  publication_id uuid,
  ended_because text,
  next_review_due date,
  grace_days integer,
  soon_days integer,
  is_weighed boolean NOT NULL,
  public_title text,
  public_genes text[],
  -- What readers' programs are told of it but its state, as JSON without the last brace.
  public_dates text,
  work text NOT NULL CHECK (work IN ('none', 'draft', 'open')),
  -- What is on file of open work: nothing that could decide it, an approval for
  -- each that is needed, a request for changes, or an hour to go out.
  review text CHECK (review IN ('asked', 'signed', 'disputed', 'scheduled')),
  newest_version_id uuid,
  has_correction boolean NOT NULL,
  correction_version_id uuid,
  -- How readers have it as far as no day decides that.
  standing text NOT NULL GENERATED ALWAYS AS (CASE
    WHEN is_archived THEN 'archived'
    WHEN publication_id IS NULL THEN CASE WHEN is_elsewhere THEN 'elsewhere' ELSE 'none' END
    WHEN ended_because IS NULL THEN 'dated'
    WHEN ended_because = 'withdrawn' THEN 'withdrawn'
    ELSE 'none' END) STORED,
  sort_due date NOT NULL GENERATED ALWAYS AS (
    CASE WHEN is_archived OR ended_because = 'withdrawn' THEN date 'infinity' ELSE coalesce(next_review_due, date 'infinity') END) STORED,
  title_key text NOT NULL GENERATED ALWAYS AS (lower(title)) STORED,
  public_title_key text GENERATED ALWAYS AS (lower(public_title)) STORED,
  is_standing boolean NOT NULL GENERATED ALWAYS AS (publication_id IS NOT NULL AND ended_because IS NULL AND NOT is_archived) STORED,
  CHECK ((review IS NOT NULL) = (work = 'open'))
);
CREATE INDEX page_listing_order_idx ON desk.page_listing (sort_due, title_key, page_id);
CREATE INDEX page_listing_work_idx ON desk.page_listing (work, sort_due, title_key, page_id);
CREATE INDEX page_listing_review_idx ON desk.page_listing (review, sort_due, title_key, page_id) WHERE work = 'open';
CREATE INDEX page_listing_version_idx ON desk.page_listing (newest_version_id) WHERE work = 'open';
CREATE INDEX page_listing_correction_idx ON desk.page_listing (page_id) WHERE has_correction;
CREATE INDEX page_listing_standing_idx ON desk.page_listing (standing, sort_due, title_key, page_id);
CREATE INDEX page_listing_weighed_idx ON desk.page_listing (page_id) WHERE is_weighed;
CREATE INDEX page_listing_owner_idx ON desk.page_listing (owner_id);
CREATE INDEX page_listing_publication_idx ON desk.page_listing (publication_id);
CREATE INDEX page_listing_slug_idx ON desk.page_listing (slug);
CREATE INDEX page_listing_public_idx ON desk.page_listing (public_title_key, slug) WHERE is_standing;
CREATE INDEX page_listing_genes_idx ON desk.page_listing USING gin (public_genes) WHERE is_standing;

-- What is open now is few beside all that was.
CREATE INDEX review_round_open_idx ON desk.review_round (page_id) WHERE closed_at IS NULL;
CREATE INDEX assignment_open_idx ON desk.assignment (round_id) WHERE state IN ('invited', 'accepted');
CREATE INDEX interest_answer_ruled_idx ON desk.interest_answer (page_id, person_id) WHERE level = 'institutional';
-- What was live on a day has not ended, or ended after it.
CREATE INDEX publication_ended_idx ON desk.publication (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX due_brought_forward_due_idx ON desk.due_brought_forward (due_on);

CREATE FUNCTION desk.review_on_file(p_version uuid) RETURNS text
LANGUAGE sql STABLE
RETURN CASE
  WHEN EXISTS (SELECT FROM desk.schedule s WHERE s.version_id = p_version AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL) THEN 'scheduled'
  WHEN EXISTS (SELECT FROM desk.decision d WHERE d.version_id = p_version AND d.verdict = 'request_changes') THEN 'disputed'
  WHEN EXISTS (SELECT FROM desk.review_round r JOIN desk.round_need n ON n.round_id = r.id WHERE r.version_id = p_version AND n.count > (
         SELECT count(*) FROM desk.decision d WHERE d.version_id = p_version AND d.expertise = n.expertise AND d.verdict = 'approve')) THEN 'asked'
  ELSE 'signed' END;

-- The row that every page must have.
CREATE VIEW desk.page_listing_now AS
SELECT f.page_id, f.slug, f.kind, f.owner_id, f.title, f.found_by, f.is_archived, f.is_elsewhere, f.confidential_until, f.publication_id,
       f.ended_because, f.next_review_due, f.grace_days, f.soon_days, f.is_weighed, f.public_title, f.public_genes,
       CASE WHEN f.publication_id IS NOT NULL THEN left(json_build_object('slug', f.slug, 'title', f.public_title, 'gene', f.public_genes[1],
              'lastReviewed', f.last_reviewed_on, 'nextDue', f.next_review_due)::text, -1) END AS public_dates,
       f.work, CASE WHEN f.work = 'open' THEN desk.review_on_file(f.newest_version_id) END AS review,
       f.newest_version_id, f.has_correction, f.correction_version_id
  FROM (
    SELECT pg.id AS page_id, pg.slug, pg.kind, pg.owner_id, coalesce(d.title, v.title, pg.slug) AS title,
           lower(concat_ws(E'\n', coalesce(d.title, v.title), pg.slug, array_to_string(d.genes, E'\n'))) AS found_by,
           pg.archived_at IS NOT NULL AS is_archived, EXISTS (SELECT FROM desk.page_elsewhere e WHERE e.page_id = pg.id) AS is_elsewhere,
           pg.confidential_until, l.id AS publication_id, l.ended_because, l.last_reviewed_on,
           least(l.next_review_due, (SELECT min(b.due_on) FROM desk.due_brought_forward b WHERE b.publication_id = l.id)) AS next_review_due,
           l.grace_days, rules.soon_days,
           EXISTS (SELECT FROM desk.decision x JOIN desk.revocation k ON k.decision_id = x.id WHERE x.page_id = pg.id)
             OR EXISTS (SELECT FROM desk.page_set_member m WHERE m.page_id = pg.id AND m.removed_at IS NULL) AS is_weighed,
           t.title AS public_title, t.genes AS public_genes,
           CASE
             WHEN v.id IS NULL THEN CASE WHEN d.id IS NULL THEN 'none' ELSE 'draft' END
             WHEN r.closed_because IN ('taken_back', 'superseded') THEN 'draft'
             WHEN r.closed_because = 'published' THEN CASE WHEN d.content_sha256 IS DISTINCT FROM v.content_sha256
                  AND d.content_sha256 IS DISTINCT FROM l.content_sha256 THEN 'draft' ELSE 'none' END
             ELSE 'open' END AS work,
           v.id AS newest_version_id, cd.id IS NOT NULL AS has_correction,
           (SELECT cv.id FROM desk.version cv WHERE cv.draft_id = cd.id ORDER BY cv.number DESC LIMIT 1) AS correction_version_id
      FROM desk.page pg
      LEFT JOIN desk.draft d ON d.page_id = pg.id AND d.line = 'main' AND d.closed_at IS NULL
      LEFT JOIN desk.draft cd ON cd.page_id = pg.id AND cd.line = 'correction' AND cd.closed_at IS NULL
      LEFT JOIN LATERAL (SELECT * FROM desk.version n WHERE n.page_id = pg.id AND n.line = 'main' ORDER BY n.number DESC LIMIT 1) v ON true
      LEFT JOIN desk.review_round r ON r.version_id = v.id
      LEFT JOIN LATERAL (SELECT * FROM desk.publication p WHERE p.page_id = pg.id
        ORDER BY (p.ended_at IS NULL) DESC, p.published_at DESC, p.id LIMIT 1) l ON true
      LEFT JOIN desk.review_round lr ON lr.id = l.round_id
      LEFT JOIN desk.review_rules rules ON rules.id = lr.rules_id
      LEFT JOIN desk.public_text t ON t.publication_id = l.id
  ) f;

-- Whoever comes second waits here and then reads what the first has done.
CREATE FUNCTION desk.relist(p_page uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  PERFORM FROM page_listing WHERE page_id = p_page FOR UPDATE;
  INSERT INTO page_listing AS l SELECT * FROM page_listing_now n WHERE n.page_id = p_page
  ON CONFLICT (page_id) DO UPDATE SET (slug, kind, owner_id, title, found_by, is_archived, is_elsewhere, confidential_until,
      publication_id, ended_because, next_review_due, grace_days, soon_days, is_weighed, public_title, public_genes, public_dates,
      work, review, newest_version_id, has_correction, correction_version_id)
    = (EXCLUDED.slug, EXCLUDED.kind, EXCLUDED.owner_id, EXCLUDED.title, EXCLUDED.found_by, EXCLUDED.is_archived,
      EXCLUDED.is_elsewhere, EXCLUDED.confidential_until, EXCLUDED.publication_id, EXCLUDED.ended_because, EXCLUDED.next_review_due,
      EXCLUDED.grace_days, EXCLUDED.soon_days, EXCLUDED.is_weighed, EXCLUDED.public_title, EXCLUDED.public_genes,
      EXCLUDED.public_dates, EXCLUDED.work, EXCLUDED.review, EXCLUDED.newest_version_id, EXCLUDED.has_correction,
      EXCLUDED.correction_version_id)
    -- An act that touches many rows of a page comes here once for each.
    WHERE (l.slug, l.kind, l.owner_id, l.title, l.found_by, l.is_archived, l.is_elsewhere, l.confidential_until, l.publication_id,
      l.ended_because, l.next_review_due, l.grace_days, l.soon_days, l.is_weighed, l.public_title, l.public_genes, l.public_dates,
      l.work, l.review, l.newest_version_id, l.has_correction, l.correction_version_id)
      IS DISTINCT FROM (EXCLUDED.slug, EXCLUDED.kind, EXCLUDED.owner_id, EXCLUDED.title, EXCLUDED.found_by, EXCLUDED.is_archived,
      EXCLUDED.is_elsewhere, EXCLUDED.confidential_until, EXCLUDED.publication_id, EXCLUDED.ended_because, EXCLUDED.next_review_due,
      EXCLUDED.grace_days, EXCLUDED.soon_days, EXCLUDED.is_weighed, EXCLUDED.public_title, EXCLUDED.public_genes,
      EXCLUDED.public_dates, EXCLUDED.work, EXCLUDED.review, EXCLUDED.newest_version_id, EXCLUDED.has_correction,
      EXCLUDED.correction_version_id);
END
$$;

CREATE FUNCTION desk.relist_page_of_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'page' THEN
    PERFORM relist(NEW.id);
  ELSIF TG_TABLE_NAME = 'due_brought_forward' THEN
    PERFORM relist((SELECT page_id FROM publication WHERE id = NEW.publication_id));
  ELSIF TG_TABLE_NAME = 'revocation' THEN
    PERFORM relist((SELECT page_id FROM decision WHERE id = NEW.decision_id));
  ELSE
    PERFORM relist(NEW.page_id);
  END IF;
  RETURN NULL;
END
$$;

-- At commit, when every lock of the act is held already, so that a row of a
-- list is the last thing that anybody waits for.
CREATE CONSTRAINT TRIGGER page_listed AFTER INSERT OR UPDATE ON desk.page
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();
CREATE CONSTRAINT TRIGGER draft_listed AFTER INSERT OR UPDATE OF content, closed_at ON desk.draft
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();
CREATE CONSTRAINT TRIGGER version_listed AFTER INSERT ON desk.version
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();
CREATE CONSTRAINT TRIGGER review_round_listed AFTER UPDATE OF closed_because ON desk.review_round
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();
CREATE CONSTRAINT TRIGGER publication_listed AFTER INSERT OR UPDATE ON desk.publication
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();
CREATE CONSTRAINT TRIGGER decision_listed AFTER INSERT ON desk.decision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();
CREATE CONSTRAINT TRIGGER schedule_listed AFTER INSERT OR UPDATE ON desk.schedule
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();
CREATE CONSTRAINT TRIGGER due_brought_forward_listed AFTER INSERT ON desk.due_brought_forward
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();
CREATE CONSTRAINT TRIGGER revocation_listed AFTER INSERT ON desk.revocation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();
CREATE CONSTRAINT TRIGGER page_set_member_listed AFTER INSERT OR UPDATE ON desk.page_set_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();
CREATE CONSTRAINT TRIGGER page_elsewhere_listed AFTER INSERT ON desk.page_elsewhere
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.relist_page_of_row();

INSERT INTO desk.public_text (publication_id, title, audience, topics, genes, words)
SELECT p.id, coalesce(v.title, ''), c.content ->> 'audience', c.content -> 'topics', v.genes, desk.page_words(c.content)
  FROM desk.publication p JOIN desk.version v ON v.id = p.version_id CROSS JOIN LATERAL (SELECT v.content::jsonb AS content) c;
INSERT INTO desk.page_listing SELECT * FROM desk.page_listing_now;

CREATE FUNCTION desk.public_state_of(p_page uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (SELECT s.public_state FROM page_standing s WHERE s.page_id = p_page);
END
$$;

-- How readers have a listed page on a day that must be today.
CREATE FUNCTION desk.listed_state(l desk.page_listing, p_on date) RETURNS text
LANGUAGE sql VOLATILE
RETURN CASE WHEN l.is_weighed THEN desk.public_state_of(l.page_id)
            ELSE desk.page_state(l.is_archived, l.publication_id IS NOT NULL, l.is_elsewhere, l.confidential_until, l.ended_because, false,
                                 l.next_review_due, l.grace_days, l.soon_days, p_on) END;

-- Pages that show text today, for readers: by title after a page of that list,
-- on a gene, or with every word in title, topic or text, those named so first. A
-- page that readers do not know of is as unknown as none.
CREATE FUNCTION desk.list_public_pages(p_gene text, p_words text, p_after text, p_limit integer)
RETURNS TABLE (slug text, title text, kind text, audience text, topics jsonb, state text, last_reviewed_on date, next_review_due date)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  day date := today();
  words text[] := tsvector_to_array(found_words(p_words));
  wanted tsquery := (SELECT string_agg('''' || w || ''':*', ' & ')::tsquery FROM unnest(words) w);
  in_title text[] := ARRAY(SELECT '%' || w || '%' FROM unnest(words) w);
  found_at record;
  taken uuid[];
  others uuid[] := '{}';
  shown CONSTANT text := ' WHERE l.is_standing AND listed_state(l, $1) IN (''live'', ''due_soon'', ''overdue'')';
  in_order CONSTANT text := ' ORDER BY l.public_title_key, l.slug LIMIT $2)';
  -- Words of a block that is withheld find nothing.
  of_words CONSTANT text := 'SELECT ARRAY(SELECT l.page_id FROM page_listing l JOIN public_text t ON t.publication_id = l.publication_id' || shown
    || ' AND t.words @@ $3 AND CASE WHEN EXISTS (SELECT FROM withheld_block w WHERE w.page_id = l.page_id)
         THEN page_words(strip_blocks((SELECT v.content FROM publication p JOIN version v ON v.id = p.version_id WHERE p.id = l.publication_id),
                withheld_block_ids(l.publication_id))::jsonb) @@ $3 ELSE true END AND ';
BEGIN
  IF p_words IS NOT NULL AND wanted IS NULL THEN
    RETURN;
  END IF;
  IF wanted IS NOT NULL THEN
    EXECUTE of_words || 'l.public_title_key LIKE ALL ($4)' || in_order INTO taken USING day, p_limit, wanted, in_title;
    IF cardinality(taken) < p_limit THEN
      EXECUTE of_words || 'NOT l.public_title_key LIKE ALL ($4)' || in_order INTO others USING day, p_limit - cardinality(taken), wanted, in_title;
    END IF;
  ELSE
    SELECT x.public_title_key, x.slug INTO found_at FROM page_listing x
     WHERE x.slug = p_after AND x.publication_id IS NOT NULL AND listed_state(x, day) NOT IN ('none', 'archived');
    EXECUTE 'SELECT ARRAY(SELECT l.page_id FROM page_listing l' || shown || CASE
        WHEN p_gene IS NOT NULL THEN ' AND l.public_genes @> ARRAY[$3]'
        WHEN found_at.slug IS NOT NULL THEN ' AND (l.public_title_key, l.slug) > ($4, $5)' ELSE '' END || in_order
      INTO taken USING day, p_limit, p_gene, found_at.public_title_key, found_at.slug;
  END IF;
  -- The listing finds them; what is shown of each, and whether, is as on its own page.
  RETURN QUERY
    SELECT s.slug, t.title, s.kind, t.audience, t.topics, s.public_state, s.last_reviewed_on, s.next_review_due
      FROM unnest(taken || others) WITH ORDINALITY u(page_id, nth)
     CROSS JOIN LATERAL (SELECT * FROM page_standing p WHERE p.page_id = u.page_id OFFSET 0) s
      JOIN public_text t ON t.publication_id = s.publication_id
     WHERE s.public_state IN ('live', 'due_soon', 'overdue') ORDER BY u.nth;
END
$$;

-- The review dates of everything that is public, by address, as one document;
-- and the addresses of everything that shows text.
CREATE FUNCTION desk.list_review_dates() RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  day date := today();
BEGIN
  RETURN (
  SELECT '[' || coalesce(string_agg(l.public_dates || ', "overdue" : ' || is_overdue(l.next_review_due, day) || ', "state" : "' || l.state || '"}', E',\n'), '') || ']'
    FROM (SELECT y.public_dates, y.next_review_due, listed_state(y, day) AS state FROM page_listing y WHERE y.is_standing ORDER BY y.slug OFFSET 0) l
   WHERE l.state IN ('live', 'due_soon', 'overdue', 'withheld')
  );
END
$$;
CREATE FUNCTION desk.list_public_addresses() RETURNS text[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  day date := today();
BEGIN
  RETURN ARRAY(SELECT l.slug FROM page_listing l WHERE l.is_standing AND listed_state(l, day) IN ('live', 'due_soon', 'overdue') ORDER BY l.slug);
END
$$;

GRANT SELECT ON desk.page_listing TO desk_app;
GRANT EXECUTE ON FUNCTION desk.listed_state(desk.page_listing, date), desk.public_state_of(uuid) TO desk_app;
GRANT EXECUTE ON FUNCTION desk.list_public_pages(text, text, text, integer), desk.list_review_dates(), desk.list_public_addresses() TO desk_public;
