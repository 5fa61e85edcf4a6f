-- The source register: what each block of each version rests on or names, so
-- that an event outside the desk finds the sentences that it may make wrong.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.source_use (
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  block_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pmid', 'doi', 'nct', 'guideline', 'url', 'gene', 'variant', 'therapy')),
  key text NOT NULL,
  label text NOT NULL,
  code text,
  PRIMARY KEY (version_id, block_id, kind, key)
);
CREATE INDEX source_use_key_idx ON desk.source_use (kind, key);
SELECT desk.make_immutable('desk.source_use');

-- A source as it is looked up. A guideline goes by the words of its name, an
-- address without its scheme, a treatment without its salt.
CREATE FUNCTION desk.source_key(p_kind text, p_text text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT left(CASE p_kind
    WHEN 'therapy' THEN therapy_key(p_text)
    WHEN 'guideline' THEN btrim(regexp_replace(lower(p_text), '[^[:alnum:]]+', ' ', 'g'))
    WHEN 'url' THEN regexp_replace(regexp_replace(lower(btrim(p_text)), '^https?://(www\.)?', ''), '/+$', '')
    WHEN 'gene' THEN upper(btrim(p_text))
    WHEN 'nct' THEN upper(btrim(p_text))
    WHEN 'doi' THEN lower(btrim(p_text))
    WHEN 'variant' THEN regexp_replace(btrim(p_text), '^.*:', '')
    ELSE btrim(p_text) END, 400)
$$;

-- Whether a source that a block has is the one looked for: a guideline by any
-- words of its name that stand together, everything else by its whole key.
CREATE FUNCTION desk.is_source(p_kind text, p_key text, p_wanted text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT CASE p_kind WHEN 'guideline' THEN strpos(' ' || p_key || ' ', ' ' || p_wanted || ' ') > 0 ELSE p_key = p_wanted END
$$;

-- What the blocks of a text rest on or name: citations and links, source
-- guidelines and resources, marked genes, variants, fusions and treatments; and
-- in words the genes and treatments that the text is about or marks elsewhere,
-- and symbols with a figure in them (a protein change is none).
CREATE FUNCTION desk.named_sources(p_content text)
RETURNS TABLE (block_id text, kind text, key text, label text, code text)
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH doc AS MATERIALIZED (SELECT p_content::jsonb AS c),
  blocks AS MATERIALIZED (
    SELECT coalesce(b.value #>> '{attrs,id}', '') AS block_id, b.value AS block,
           (SELECT string_agg(t #>> '{}', ' ') FROM jsonb_path_query(b.value, 'strict $.** ? (@.type == "text").text', '{}', true) t) AS words
      FROM doc CROSS JOIN LATERAL jsonb_array_elements(doc.c #> '{body,content}') b
  ),
  nodes AS MATERIALIZED (
    SELECT b.block_id, n ->> 'type' AS type, n -> 'attrs' AS a
      FROM blocks b CROSS JOIN LATERAL jsonb_path_query(b.block, 'strict $.** ? (@.type == "citation" || @.type == "gene" || @.type == "variant"
        || @.type == "fusion" || @.type == "therapy" || @.type == "guideline" || @.type == "resource" || @.type == "link")', '{}', true) n
     WHERE jsonb_typeof(n) = 'object'
  ),
  marked AS MATERIALIZED (
    SELECT block_id, a ->> 'scheme' AS kind, a ->> 'id' AS name, coalesce(nullif(a ->> 'label', ''), a ->> 'id') AS label, NULL::text AS code
      FROM nodes WHERE type = 'citation'
    UNION ALL SELECT block_id, 'gene', a ->> 'symbol', a ->> 'symbol', a ->> 'hgncId' FROM nodes WHERE type = 'gene'
    UNION ALL SELECT block_id, 'gene', g, g, NULL FROM nodes CROSS JOIN LATERAL unnest(ARRAY[a ->> 'fivePrime', a ->> 'threePrime', a ->> 'gene']) g
               WHERE type IN ('fusion', 'variant') AND g <> '?'
    UNION ALL SELECT block_id, 'variant', a ->> 'hgvs', concat_ws(' ', a ->> 'gene', a ->> 'hgvs'), NULL FROM nodes WHERE type = 'variant'
    UNION ALL SELECT block_id, 'therapy', a ->> 'name', a ->> 'name', a ->> 'code' FROM nodes WHERE type = 'therapy'
    UNION ALL SELECT block_id, 'guideline', n.name, n.name, NULL FROM nodes
               CROSS JOIN LATERAL (SELECT concat_ws(' ', nullif(a ->> 'organisation', ''), nullif(a ->> 'title', ''), nullif(a ->> 'version', '')) AS name) n
               WHERE type = 'guideline'
    UNION ALL SELECT block_id, 'url', a ->> 'url', coalesce(nullif(a ->> 'title', ''), a ->> 'url'), NULL FROM nodes WHERE type IN ('guideline', 'resource') AND a ->> 'url' <> ''
    UNION ALL SELECT block_id, 'url', a ->> 'href', a ->> 'href', NULL FROM nodes WHERE type = 'link'
    -- What the page as a whole is about stands in no block.
    UNION ALL SELECT '', 'gene', t ->> 'label', t ->> 'label', t ->> 'code' FROM doc CROSS JOIN LATERAL jsonb_array_elements(doc.c -> 'topics') t
               WHERE t ->> 'type' = 'gene'
  ),
  genes AS MATERIALIZED (
    SELECT DISTINCT upper(m.name) AS symbol FROM marked m WHERE m.kind = 'gene'
  ),
  named AS (
    SELECT b.block_id, 'gene' AS kind, w.symbol AS name, w.symbol AS label, NULL::text AS code
      FROM blocks b CROSS JOIN LATERAL (SELECT DISTINCT m[1] AS symbol FROM regexp_matches(b.words, '\m([A-Z][A-Z0-9]{1,11}|C[0-9]+orf[0-9]+)\M', 'g') m) w
     WHERE upper(w.symbol) IN (SELECT symbol FROM genes) OR (w.symbol ~ '[0-9]' AND w.symbol !~ '^([A-Z][0-9]+[A-Z]?|NCT[0-9]+)$')
    UNION ALL
    SELECT b.block_id, 'therapy', n.therapy, n.therapy, NULL
      FROM named_therapies(p_content) n JOIN blocks b
        ON strpos(' ' || regexp_replace(lower(b.words), '[^a-z0-9]+', ' ', 'g') || ' ', ' ' || regexp_replace(n.therapy_key, '[^a-z0-9]+', ' ', 'g') || ' ') > 0
  )
  SELECT DISTINCT ON (u.block_id, u.kind, u.key) u.block_id, u.kind, u.key, left(u.label, 400), u.code
    FROM (SELECT s.block_id, s.kind, source_key(s.kind, s.name) AS key, s.label, s.code, s.rank
            FROM (SELECT *, 1 AS rank FROM marked UNION ALL SELECT *, 2 FROM named) s
           WHERE s.kind IN ('pmid', 'doi', 'nct', 'guideline', 'url', 'gene', 'variant', 'therapy') AND btrim(s.name) <> '') u
   WHERE u.key <> ''
   ORDER BY u.block_id, u.kind, u.key, u.rank, u.code NULLS LAST, u.label;
END
$$;

CREATE FUNCTION desk.record_source_uses() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO source_use (version_id, block_id, kind, key, label, code)
    SELECT NEW.id, s.block_id, s.kind, s.key, s.label, s.code FROM named_sources(NEW.content) s;
  RETURN NULL;
END
$$;
CREATE TRIGGER version_sources AFTER INSERT ON desk.version
  FOR EACH ROW EXECUTE FUNCTION desk.record_source_uses();

-- Versions of before.
INSERT INTO desk.source_use (version_id, block_id, kind, key, label, code)
  SELECT v.id, s.block_id, s.kind, s.key, s.label, s.code FROM desk.version v CROSS JOIN LATERAL desk.named_sources(v.content) s;

-- Pages whose texts rest on a source today: what is live, the newest version of
-- each open draft, and the open drafts themselves, which are read only where
-- every word of the source stands somewhere in them.
CREATE FUNCTION desk.pages_resting_on(p_kind text, p_key text) RETURNS TABLE (page_id uuid, live_version_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  wanted text := source_key(p_kind, p_key);
  words text[] := regexp_split_to_array(lower(wanted), ' ');
BEGIN
  RETURN QUERY
  WITH live AS MATERIALIZED (
    SELECT DISTINCT p.page_id, p.version_id FROM source_use u JOIN publication p ON p.version_id = u.version_id AND p.ended_at IS NULL
     WHERE u.kind = p_kind AND is_source(u.kind, u.key, wanted)
  ), submitted AS (
    SELECT DISTINCT v.page_id FROM source_use u JOIN version v ON v.id = u.version_id JOIN draft d ON d.id = v.draft_id AND d.closed_at IS NULL
     WHERE u.kind = p_kind AND is_source(u.kind, u.key, wanted)
       AND NOT EXISTS (SELECT FROM version n WHERE n.draft_id = v.draft_id AND n.number > v.number)
  ), written AS (
    SELECT d.page_id FROM draft d
     WHERE d.closed_at IS NULL AND NOT EXISTS (SELECT FROM unnest(words) w WHERE strpos(lower(d.content), w) = 0)
       AND EXISTS (SELECT FROM named_sources(d.content) s WHERE s.kind = p_kind AND is_source(s.kind, s.key, wanted))
  )
  SELECT pg.id, l.version_id FROM (SELECT page_id FROM live UNION SELECT page_id FROM submitted UNION SELECT page_id FROM written) t
    JOIN page pg ON pg.id = t.page_id AND pg.archived_at IS NULL LEFT JOIN live l ON l.page_id = t.page_id
   ORDER BY pg.id;
END
$$;

GRANT SELECT ON desk.source_use TO desk_app;
GRANT EXECUTE ON FUNCTION desk.pages_resting_on(text, text) TO desk_app;
