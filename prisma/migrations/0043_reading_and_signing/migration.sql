-- What a reviewer does between opening a version and signing it: ticks the
-- sections they looked at, keeps remarks to themselves until the verdict, keys
-- every changed value again from its source, and answers a short form.
SET LOCAL ROLE desk_owner;

-- Looked-at ticks: of one person, on one version; a new version starts without.
CREATE TABLE desk.section_tick (
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  anchor text NOT NULL CHECK (btrim(anchor) <> '' AND length(anchor) <= 200),
  ticked_at timestamptz NOT NULL DEFAULT desk.clock(),
  PRIMARY KEY (person_id, version_id, anchor)
);

-- A remark that nobody but its writer sees until the review is sent.
CREATE TABLE desk.private_remark (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('question', 'must_fix', 'consider', 'praise')),
  block_id text,
  quotation text NOT NULL DEFAULT '',
  body text NOT NULL CHECK (btrim(body) <> ''),
  anchor_start integer,
  anchor_end integer,
  prefix text NOT NULL DEFAULT '',
  suffix text NOT NULL DEFAULT '',
  mentions uuid[] NOT NULL DEFAULT '{}',
  kept_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX private_remark_person_idx ON desk.private_remark (person_id, version_id);

-- Each value as it was typed, beside what the text says; a mismatch is kept too.
CREATE TABLE desk.keyed_value (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  assignment_id uuid NOT NULL REFERENCES desk.assignment ON DELETE RESTRICT,
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  content_sha256 text NOT NULL,
  item_id text NOT NULL,
  block_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('dose', 'percentage', 'age', 'variant')),
  said text NOT NULL,
  typed text NOT NULL CHECK (length(typed) <= 200),
  is_equal boolean NOT NULL,
  keyed_at timestamptz NOT NULL DEFAULT desk.clock()
);
CREATE INDEX keyed_value_assignment_idx ON desk.keyed_value (assignment_id, item_id, seq DESC);
SELECT desk.make_immutable('desk.keyed_value');

-- The questions of a kind of page; the newest set of a kind is asked.
CREATE TABLE desk.review_question (
  id text PRIMARY KEY,
  page_kind text NOT NULL CHECK (page_kind IN ('clinician_page', 'gene_summary', 'patient_explainer', 'patient_qa', 'glossary')),
  set_number integer NOT NULL CHECK (set_number > 0),
  position integer NOT NULL CHECK (position BETWEEN 1 AND 8),
  question text NOT NULL CHECK (btrim(question) <> ''),
  UNIQUE (page_kind, set_number, position)
);
SELECT desk.make_immutable('desk.review_question');

CREATE TABLE desk.decision_answer (
  decision_id uuid NOT NULL REFERENCES desk.decision ON DELETE RESTRICT,
  question_id text NOT NULL REFERENCES desk.review_question ON DELETE RESTRICT,
  answer text NOT NULL CHECK (answer IN ('yes', 'no', 'not_my_field')),
  PRIMARY KEY (decision_id, question_id)
);
SELECT desk.make_immutable('desk.decision_answer');

INSERT INTO desk.review_question (id, page_kind, set_number, position, question)
SELECT k.kind || '.1.' || q.position, k.kind, 1, q.position, q.question
  FROM (VALUES ('clinician_page'), ('gene_summary')) k(kind)
  CROSS JOIN (VALUES
    (1, 'Do genes, variants and fusions stand as their registries write them?'),
    (2, 'Is every recommendation the one its source makes, no stronger and no weaker?'),
    (3, 'Do doses, ages, intervals and percentages agree with their sources?'),
    (4, 'Is the newest guideline or evidence that you know of taken into account?'),
    (5, 'Are limits, uncertainty and exceptions said where a reader needs them?'),
    (6, 'Could a clinician act on this text alone without harm?')) q(position, question)
UNION ALL
SELECT k.kind || '.1.' || q.position, k.kind, 1, q.position, q.question
  FROM (VALUES ('patient_explainer'), ('patient_qa')) k(kind)
  CROSS JOIN (VALUES
    (1, 'Is every statement right for the people it is written for?'),
    (2, 'Are risks and benefits told in balance, and with numbers where there are any?'),
    (3, 'Would a reader without medical training understand it?'),
    (4, 'Does it say what to do next, and whom to ask?'),
    (5, 'Is nothing in it needlessly frightening, and nothing played down?'),
    (6, 'Are the services and links those of the countries named on the page?')) q(position, question)
UNION ALL
SELECT 'glossary.1.' || q.position, 'glossary', 1, q.position, q.question
  FROM (VALUES
    (1, 'Is each definition right?'),
    (2, 'Would a reader without medical training understand it?'),
    (3, 'Is each term used as the registries and guidelines use it?'),
    (4, 'Is any term missing that the definitions themselves need?'),
    (5, 'Does it rest on sources that you would name yourself?')) q(position, question);

-- The questions asked for a version now.
CREATE FUNCTION desk.questions_for(p_version uuid)
RETURNS TABLE (id text, "position" integer, question text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT q.id, q.position, q.question FROM review_question q
    JOIN page p ON p.kind = q.page_kind JOIN version v ON v.page_id = p.id
   WHERE v.id = p_version AND q.set_number = (SELECT max(n.set_number) FROM review_question n WHERE n.page_kind = p.kind)
   ORDER BY q.position;
END
$$;

-- The words of one textblock, in one line.
CREATE FUNCTION desk.words_of(p_node jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT coalesce(string_agg(CASE n ->> 'type'
      WHEN 'text' THEN n ->> 'text'
      WHEN 'variant' THEN n -> 'attrs' ->> 'hgvs'
      WHEN 'gene' THEN n -> 'attrs' ->> 'symbol'
      WHEN 'fusion' THEN (n -> 'attrs' ->> 'fivePrime') || '::' || (n -> 'attrs' ->> 'threePrime')
      WHEN 'therapy' THEN n -> 'attrs' ->> 'name'
      WHEN 'hardBreak' THEN ' ' END, '' ORDER BY i), '')
    FROM jsonb_array_elements(coalesce(p_node -> 'content', '[]')) WITH ORDINALITY c(n, i)
$$;

-- The lines of a block: a paragraph is one, and so is a row of a table, because
-- a value says nothing without the cells beside it. What a figure tells those
-- who do not see it is a line too.
CREATE FUNCTION desk.lines_of(p_node jsonb) RETURNS SETOF text
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
BEGIN
  IF p_node ->> 'type' IN ('paragraph', 'heading', 'faqQuestion', 'figure') THEN
    RETURN NEXT words_of(p_node);
    IF p_node ->> 'type' = 'figure' THEN
      RETURN NEXT coalesce(p_node -> 'attrs' ->> 'alt', '');
    END IF;
  ELSIF p_node ->> 'type' = 'tableRow' THEN
    RETURN QUERY SELECT coalesce(string_agg((SELECT coalesce(string_agg(l, ' '), '') FROM lines_of(n) l), ' | ' ORDER BY i), '')
      FROM jsonb_array_elements(coalesce(p_node -> 'content', '[]')) WITH ORDINALITY c(n, i);
  ELSE
    IF p_node ->> 'type' = 'table' THEN
      RETURN NEXT coalesce(p_node -> 'attrs' ->> 'caption', '');
    END IF;
    RETURN QUERY SELECT l FROM jsonb_array_elements(coalesce(p_node -> 'content', '[]')) WITH ORDINALITY c(n, i), lines_of(n) l
      WHERE n ->> 'type' IS NOT NULL ORDER BY i;
  END IF;
END
$$;

-- A value without what two people write differently: spaces, the sort of dash
-- and decimal point, thousands, the long and short names of units, numbers in
-- words. Everything else counts, capitals of variants too.
CREATE FUNCTION desk.plain_value(p_kind text, p_text text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
DECLARE
  said text := normalize(coalesce(p_text, ''), NFKC);
  numbers text[] := ARRAY['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
BEGIN
  IF p_kind = 'variant' THEN
    RETURN regexp_replace(said, '\s', '', 'g');
  END IF;
  said := lower(said);
  FOR i IN 1..12 LOOP
    said := regexp_replace(said, '\m' || numbers[i] || '\M', i::text, 'g');
  END LOOP;
  said := regexp_replace(said, '[‐‑–—−]', '-', 'g');
  said := regexp_replace(said, '(\d)\s*(?:to|and)\s*(?=\d)', '\1-', 'g');
  said := replace(replace(replace(said, '·', '.'), '≥', '>='), '≤', '<=');
  said := regexp_replace(said, '(\d),(?=\d{3}(?!\d))', '\1', 'g');
  said := regexp_replace(said, '(\d),(?=\d)', '\1.', 'g');
  said := regexp_replace(said, '\m(?:mcg|ug|micrograms?)\M', 'μg', 'g');
  said := regexp_replace(said, '\mmilligrams?\M', 'mg', 'g');
  said := regexp_replace(said, '\mgrams?\M', 'g', 'g');
  said := regexp_replace(said, '\mmillilit(?:re|er)s?\M', 'ml', 'g');
  said := regexp_replace(said, '\s*\mper\s?cent\M', '%', 'g');
  said := regexp_replace(said, '\mper\s+', '/', 'g');
  said := regexp_replace(said, '\m(?:years?|yrs?|y)\M', 'year', 'g');
  said := regexp_replace(said, '\m(month|week|day|hour|unit)s\M', '\1', 'g');
  said := regexp_replace(said, '\m(?:ages|aged|age|old|of)\M', '', 'g');
  said := regexp_replace(said, '(\d)\s*-\s*(?=[a-zμ%])', '\1', 'g');
  RETURN regexp_replace(said, '\s', '', 'g');
END
$$;

-- Every dose, percentage, age or interval and variant of a line, in order, with
-- what stands before and after it in its sentence.
CREATE FUNCTION desk.values_in(p_line text)
RETURNS TABLE (n integer, kind text, said text, before text, after text)
LANGUAGE plpgsql IMMUTABLE SET search_path = desk, pg_temp AS $$
DECLARE
  num text := '(?:\d+(?:[.,·]\d+)*|\m(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\M)';
  range text := '(?:[<>≤≥=±]+\s*)?' || num || '(?:\s*(?:[-–—−]|\mto\M|\mand\M)\s*' || num || ')?';
  unit text := '(?:mg|mcg|[µμ]g|micrograms?|milligrams?|kg|ng|grams?|g|ml|mL|millilit(?:re|er)s?|dl|dL|l|L|IU|units?|[mnµμ]?mol|cGy|Gy|mSv|MBq|mmHg)';
  per text := '(?:\s*(?:/|\mper\s)\s*(?:kg|m2|m²|day|dose|dl|dL|ml|mL|l|L|hour|h|week|min))*';
  variant text := '[cgmnpr]\.(?:[^\s()\[\],;|.]|\([^\s()]*\)|\[[^\]]*\]|\.(?=\d))+|\m[ACDEFGHIKLMNPQRSTVWY]\d{2,5}(?:[ACDEFGHIKLMNPQRSTVWY]|\*|fs(?:\*\d+)?|del|dup|ins)(?![A-Za-z0-9])|\m(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val)\d+(?:[A-Z][a-z]{2}|\*|=)+|\mrs\d{3,}|\m[A-Z][A-Z0-9]+\*\d+[A-Z]?(?![A-Za-z0-9])';
  dose text := range || '\s*-?\s*' || unit || per || '(?![A-Za-z0-9])';
  percent text := range || '\s*(?:%|‰|\mper\s?cent\M)';
  age text := range || '\s*-?\s*(?:years?|yrs?|months?|weeks?|days?|hours?)(?![A-Za-z0-9])(?:\s*(?:old\M|of age\M))?|\m(?:ages?|aged)\s+(?:of\s+)?' || range;
  whole text := '(?<![A-Za-z0-9.*])(?:' || variant || '|' || dose || '|' || percent || '|' || age || ')';
  begins integer;
  ends integer;
BEGIN
  FOR i IN 1..least(regexp_count(p_line, whole), 500) LOOP
    begins := regexp_instr(p_line, whole, 1, i, 0);
    ends := regexp_instr(p_line, whole, 1, i, 1);
    n := i;
    said := btrim(substring(p_line FROM begins FOR ends - begins));
    kind := CASE
      WHEN said ~ ('^(?:' || variant || ')$') THEN 'variant'
      WHEN said ~ ('^(?:' || percent || ')$') THEN 'percentage'
      WHEN said ~ ('^(?:' || age || ')$') THEN 'age'
      ELSE 'dose' END;
    before := left(p_line, begins - 1);
    after := substring(p_line FROM ends);
    RETURN NEXT;
  END LOOP;
END
$$;

-- Two words to the left or to the right of a value, to know its place by.
CREATE FUNCTION desk.neighbours(p_text text, p_is_before boolean) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT lower(coalesce(string_agg(w, ' ' ORDER BY i), '')) FROM (
    SELECT w, i FROM regexp_matches(p_text, '[\w|%]+', 'g') WITH ORDINALITY m(g, i), LATERAL (SELECT g[1] AS w) x
     ORDER BY CASE WHEN p_is_before THEN -i ELSE i END LIMIT 2) two
$$;

-- Every value of a document by block, line and place.
CREATE FUNCTION desk.values_of(p_content text)
RETURNS TABLE (block_id text, block_type text, block_at bigint, line_at bigint, n integer, kind text, plain text, said text, before text, after text, place text)
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT b -> 'attrs' ->> 'id', b ->> 'type', bi, li, v.n, v.kind, plain_value(v.kind, v.said), v.said, v.before, v.after,
         neighbours(v.before, true) || ' · ' || neighbours(v.after, false)
    FROM jsonb_array_elements(coalesce(p_content::jsonb -> 'body' -> 'content', '[]')) WITH ORDINALITY d(b, bi)
    CROSS JOIN LATERAL lines_of(b) WITH ORDINALITY l(line, li)
    CROSS JOIN LATERAL values_in(line) v
   WHERE line ~ '\d|\m(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\M'
$$;

-- The text that somebody approved last on this line, or a younger live one:
-- what changed since is theirs to key. NULL when all of it is new.
CREATE FUNCTION desk.keying_base(p_version uuid, p_person uuid) RETURNS uuid
LANGUAGE sql STABLE SET search_path = desk, pg_temp AS $$
  SELECT c.id FROM (
    SELECT v.id, v.number FROM version t JOIN version v ON v.page_id = t.page_id AND v.line = t.line AND v.number < t.number
      JOIN decision d ON d.version_id = v.id AND d.person_id = p_person AND d.verdict = 'approve' WHERE t.id = p_version
       AND NOT EXISTS (SELECT FROM revocation r WHERE r.decision_id = d.id)
    UNION ALL
    SELECT v.id, v.number FROM version t JOIN publication p ON p.page_id = t.page_id AND p.ended_at IS NULL
      JOIN version v ON v.id = p.version_id WHERE t.id = p_version AND v.id <> t.id) c ORDER BY c.number DESC LIMIT 1
$$;

-- What a person keys again before they approve a version: each value that did
-- not stand at that place of its block, between the same words, in the text
-- they approved last or the live one. Of a page's first text: all values of
-- its "what to do" boxes, the doses and variants of key messages and tables.
-- The same value twice in a block is keyed once.
CREATE FUNCTION desk.key_again_due(p_version uuid, p_person uuid)
RETURNS TABLE (item_id text, block_id text, kind text, said text, plain text, before text, after text, "position" bigint)
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
DECLARE
  v version;
  base uuid := keying_base(p_version, p_person);
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  IF v.content_sha256 = (SELECT content_sha256 FROM version WHERE id = base) THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH old AS MATERIALIZED (SELECT * FROM values_of((SELECT content FROM version WHERE id = base))),
  due AS (
    SELECT DISTINCT ON (w.block_id, w.kind, w.plain) w.* FROM values_of(v.content) w
     WHERE CASE WHEN base IS NULL
       THEN w.block_type = 'whatToDo' OR (w.block_type IN ('keyMessage', 'table') AND w.kind IN ('dose', 'variant'))
       ELSE NOT EXISTS (SELECT FROM old o WHERE o.block_id = w.block_id AND o.kind = w.kind AND o.plain = w.plain AND o.place = w.place) END
     ORDER BY w.block_id, w.kind, w.plain, w.line_at, w.n
  )
  SELECT left(encode(sha256(convert_to(concat_ws(' ', d.block_id, d.kind, d.plain), 'UTF8')), 'hex'), 16), d.block_id, d.kind, d.said, d.plain,
         -- The sentence round it, of a table the whole row.
         CASE WHEN d.before LIKE '%|%' OR d.after LIKE '%|%' THEN d.before ELSE regexp_replace(d.before, '^.*[.!?]\s+(?=[[:upper:]0-9(])', '') END,
         CASE WHEN d.before LIKE '%|%' OR d.after LIKE '%|%' THEN d.after ELSE coalesce(substring(d.after FROM '^.*?[.!?](?=\s+[[:upper:]0-9(])'), d.after) END,
         row_number() OVER (ORDER BY d.block_at, d.line_at, d.n)
    FROM due d ORDER BY d.block_at, d.line_at, d.n;
END
$$;

-- What of it still lacks a matching value from this assignment.
CREATE FUNCTION desk.key_again_open(p_assignment uuid)
RETURNS TABLE (item_id text, block_id text, kind text, said text, plain text, before text, after text, "position" bigint, is_keyed boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT k.*, coalesce((SELECT t.is_equal FROM keyed_value t WHERE t.assignment_id = p_assignment AND t.item_id = k.item_id
                         AND t.content_sha256 = v.content_sha256 ORDER BY t.seq DESC LIMIT 1), false)
    FROM assignment a JOIN review_round r ON r.id = a.round_id JOIN version v ON v.id = r.version_id
    CROSS JOIN LATERAL key_again_due(v.id, a.reviewer_id) k
   WHERE a.id = p_assignment ORDER BY k.position;
END
$$;

-- Keeps what a reviewer typed from the source for each value, {item: text}, and
-- tells what did not match. Both are facts: a mismatch stays in the record.
CREATE FUNCTION desk.key_again(p_session text, p_assignment uuid, p_sha text, p_typed jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  a assignment := lock_own_assignment(p_assignment, me.id);
  rnd review_round;
  v version;
  wrong jsonb;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = a.round_id;
  SELECT * INTO v FROM version WHERE id = rnd.version_id;
  IF v.content_sha256 IS DISTINCT FROM p_sha THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  IF rnd.closed_at IS NOT NULL THEN
    PERFORM refuse('409', 'round_closed');
  END IF;
  IF a.state NOT IN ('accepted', 'done') THEN
    PERFORM refuse('409', 'not_accepted');
  END IF;
  WITH typed AS (
    INSERT INTO keyed_value (assignment_id, version_id, content_sha256, item_id, block_id, kind, said, typed, is_equal)
      SELECT a.id, v.id, p_sha, k.item_id, k.block_id, k.kind, k.said, left(btrim(t.value), 200), plain_value(k.kind, t.value) = k.plain
        FROM key_again_due(v.id, me.id) k JOIN jsonb_each_text(coalesce(p_typed, '{}')) t ON t.key = k.item_id
       WHERE btrim(t.value) <> '' ORDER BY k.position
    RETURNING item_id, said, typed, is_equal)
  SELECT coalesce(jsonb_agg(jsonb_build_object('item', item_id, 'said', said, 'typed', typed)), '[]') INTO wrong FROM typed WHERE NOT is_equal;
  PERFORM record_audit('key_again', me.id, v.page_id, jsonb_build_object('assignment', a.id, 'sha256', p_sha, 'mismatches', jsonb_array_length(wrong)));
  RETURN wrong;
END
$$;

-- Ticks a section as looked at, or takes the tick away.
CREATE FUNCTION desk.tick_section(p_session text, p_assignment uuid, p_anchor text, p_looked boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  v version;
BEGIN
  SELECT v_.* INTO v FROM assignment a JOIN review_round r ON r.id = a.round_id JOIN version v_ ON v_.id = r.version_id
   WHERE a.id = p_assignment AND a.reviewer_id = me.id;
  IF v.id IS NULL OR NOT EXISTS (
       SELECT FROM jsonb_array_elements(v.content::jsonb -> 'body' -> 'content') b WHERE 'b-' || (b -> 'attrs' ->> 'id') = p_anchor) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF p_looked THEN
    INSERT INTO section_tick (person_id, version_id, anchor) VALUES (me.id, v.id, p_anchor) ON CONFLICT DO NOTHING;
  ELSE
    DELETE FROM section_tick WHERE person_id = me.id AND version_id = v.id AND anchor = p_anchor;
  END IF;
END
$$;

-- Keeps a remark for its writer alone, on a version they were asked about.
CREATE FUNCTION desk.keep_remark(p_session text, p_version uuid, p_kind text, p_block text, p_quotation text, p_body text,
  p_start integer, p_end integer, p_prefix text, p_suffix text, p_mentions uuid[]) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  new_id uuid;
BEGIN
  PERFORM FROM assignment a JOIN review_round r ON r.id = a.round_id
   WHERE r.version_id = p_version AND a.reviewer_id = me.id AND a.state IN ('invited', 'accepted', 'done');
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_text(p_body, 'comment_missing', 20000);
  IF p_kind IS NULL OR p_kind NOT IN ('question', 'must_fix', 'consider', 'praise') THEN
    PERFORM refuse('422', 'wrong_kind');
  END IF;
  IF num_nonnulls(p_start, p_end) = 1 OR length(p_prefix) > 200 OR length(p_suffix) > 200
     OR (p_start IS NOT NULL AND (coalesce(p_block, '') = '' OR coalesce(p_quotation, '') = '' OR p_start < 0 OR p_end <= p_start)) THEN
    PERFORM refuse('422', 'place_missing');
  END IF;
  IF coalesce(cardinality(p_mentions), 0) > 20 THEN
    PERFORM refuse('422', 'mention_unknown');
  END IF;
  -- A double press keeps one remark.
  PERFORM pg_advisory_xact_lock(hashtextextended('keep_remark ' || me.id, 0));
  SELECT id INTO new_id FROM private_remark WHERE version_id = p_version AND person_id = me.id AND kind = p_kind AND body = p_body
     AND block_id IS NOT DISTINCT FROM nullif(p_block, '') AND anchor_start IS NOT DISTINCT FROM p_start;
  IF FOUND THEN
    RETURN new_id;
  END IF;
  INSERT INTO private_remark (version_id, person_id, kind, block_id, quotation, body, anchor_start, anchor_end, prefix, suffix, mentions)
  VALUES (p_version, me.id, p_kind, nullif(p_block, ''), left(coalesce(p_quotation, ''), 2000), p_body, p_start, p_end,
    coalesce(p_prefix, ''), coalesce(p_suffix, ''), coalesce(p_mentions, '{}')) RETURNING id INTO new_id;
  RETURN new_id;
END
$$;

-- Throws one's own unsent remark away.
CREATE FUNCTION desk.drop_remark(p_session text, p_remark uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  DELETE FROM private_remark WHERE id = p_remark AND person_id = (actor(p_session)).id;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
END
$$;

-- Remarks become comments of the version they were written on. Whom a remark
-- names and who may not read the text any more is left out rather than lost.
CREATE FUNCTION desk.send_private_remarks(p_me desk.person, p_draft uuid, p_only uuid) RETURNS integer
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  r private_remark;
  v version;
  asked text;
  sent integer := 0;
BEGIN
  FOR r IN SELECT pr.* FROM private_remark pr JOIN version rv ON rv.id = pr.version_id
            WHERE pr.person_id = p_me.id AND rv.draft_id = p_draft AND (p_only IS NULL OR pr.id = p_only)
            ORDER BY pr.kept_at, pr.id FOR UPDATE OF pr LOOP
    SELECT * INTO v FROM version WHERE id = r.version_id;
    SELECT a.expertise INTO asked FROM assignment a JOIN review_round rd ON rd.id = a.round_id
     WHERE rd.version_id = v.id AND a.reviewer_id = p_me.id ORDER BY a.state IN ('accepted', 'done') DESC, a.invited_at DESC LIMIT 1;
    PERFORM insert_comment(p_me, v.page_id, v.id, NULL, NULL, asked, r.kind, r.block_id, r.quotation, r.body, r.anchor_start, r.anchor_end,
      r.prefix, r.suffix, ARRAY(SELECT m FROM unnest(r.mentions) m WHERE may_read_draft(v.draft_id, m)));
    DELETE FROM private_remark WHERE id = r.id;
    sent := sent + 1;
  END LOOP;
  RETURN sent;
END
$$;

-- One remark before the verdict: a question that cannot wait.
CREATE FUNCTION desk.send_remark(p_session text, p_remark uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  v version;
BEGIN
  SELECT x.* INTO v FROM private_remark r JOIN version x ON x.id = r.version_id WHERE r.id = p_remark AND r.person_id = me.id;
  IF v.id IS NULL OR NOT EXISTS (SELECT FROM assignment a JOIN review_round r ON r.id = a.round_id
       WHERE r.version_id = v.id AND a.reviewer_id = me.id AND a.state IN ('invited', 'accepted', 'done')) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = v.page_id FOR NO KEY UPDATE;
  IF send_private_remarks(me, v.draft_id, p_remark) = 0 THEN
    PERFORM refuse('404', 'not_found');
  END IF;
END
$$;

-- Why may this assignment not be signed with an approval of this hash now?
CREATE OR REPLACE FUNCTION desk.sign_blockers(p_assignment uuid, p_sha text)
RETURNS TABLE (code text, detail jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  a assignment;
  rnd review_round;
  v version;
  standing text;
  my_step integer;
  open_values bigint;
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
  SELECT count(*) INTO open_values FROM key_again_open(a.id) k WHERE NOT k.is_keyed;
  IF open_values > 0 THEN
    RETURN QUERY SELECT 'key_again', jsonb_build_object('count', open_values);
  END IF;
END
$$;

-- A reviewer's signed verdict on one version and its hash. The hash is the one
-- that the reviewer saw. A next review due left alone signs "the interval"; an
-- earlier day is signed for, a later one refused. Their unsent remarks become
-- comments in the same transaction. p_answers: the short form, {question:
-- answer}; whoever answers, answers every question, and an approval that says
-- no somewhere says why. An adjudicator says why.
DROP FUNCTION desk.sign_decision(text, text, uuid, text, text, text, text, date, date);
CREATE FUNCTION desk.sign_decision(p_session text, p_grant text, p_assignment uuid, p_sha text, p_verdict text,
  p_meaning text, p_comment text, p_evidence_checked_to date, p_next_review_due date, p_answers jsonb DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  a assignment := lock_own_assignment(p_assignment, me.id);
  rnd review_round;
  v version;
  rules review_rules;
  refusal record;
  method text;
  new_id uuid;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE id = a.round_id;
  SELECT * INTO v FROM version WHERE id = rnd.version_id;
  SELECT * INTO rules FROM review_rules WHERE id = rnd.rules_id;
  IF p_verdict IS NULL OR p_verdict NOT IN ('approve', 'request_changes') THEN
    PERFORM refuse('422', 'verdict_missing');
  END IF;
  -- A request for changes may be signed before an earlier step is through, and
  -- needs nothing keyed.
  SELECT b.code, b.detail INTO refusal FROM sign_blockers(p_assignment, p_sha) b
   WHERE p_verdict = 'approve' OR b.code NOT IN ('step_not_reached', 'interests_missing', 'key_again') LIMIT 1;
  IF refusal.code IS NOT NULL THEN
    PERFORM refuse(CASE WHEN refusal.code IN ('own_work', 'lacks_expertise', 'person_inactive', 'interests_exclude') THEN '403' ELSE '409' END,
      refusal.code, refusal.detail || jsonb_build_object('blockers',
        (SELECT jsonb_agg(jsonb_build_object('code', b.code, 'detail', b.detail)) FROM sign_blockers(p_assignment, p_sha) b)));
  END IF;
  PERFORM require_text(p_meaning, 'meaning_missing', 1000);
  IF p_verdict = 'request_changes' OR a.answers_decision_id IS NOT NULL THEN
    PERFORM require_text(p_comment, 'reason_missing', 20000);
  END IF;
  IF p_verdict = 'approve' AND p_evidence_checked_to IS NULL THEN
    PERFORM refuse('422', 'evidence_day_missing');
  END IF;
  IF p_evidence_checked_to > today() OR p_evidence_checked_to < today() - 365
     OR p_next_review_due <= today() OR p_next_review_due > (today() + make_interval(months => rules.interval_months))::date THEN
    PERFORM refuse('422', 'day_out_of_range');
  END IF;
  IF p_answers IS NOT NULL AND p_verdict = 'approve' AND (
       EXISTS (SELECT FROM questions_for(v.id) q WHERE coalesce(p_answers ->> q.id, '') NOT IN ('yes', 'no', 'not_my_field'))
       OR EXISTS (SELECT FROM jsonb_object_keys(p_answers) k WHERE k NOT IN (SELECT q.id FROM questions_for(v.id) q))) THEN
    PERFORM refuse('422', 'answers_missing');
  END IF;
  IF p_verdict = 'approve' AND btrim(coalesce(p_comment, '')) = '' AND EXISTS (SELECT FROM jsonb_each_text(p_answers) t WHERE t.value = 'no') THEN
    PERFORM refuse('422', 'answer_unexplained');
  END IF;
  method := use_grant(p_grant, p_session, me.id, 'sign_decision', p_sha);
  INSERT INTO decision (page_id, version_id, content_sha256, assignment_id, person_id, expertise, verdict, meaning, comment,
    evidence_checked_to, next_review_due, method, signed_name, signed_credentials, signed_at, answers_decision_id)
  VALUES (v.page_id, v.id, p_sha, a.id, me.id, a.expertise, p_verdict, p_meaning, coalesce(p_comment, ''),
    p_evidence_checked_to, p_next_review_due, method, btrim(me.prefix || ' ' || me.name), me.credentials, clock(), a.answers_decision_id)
  RETURNING id INTO new_id;
  INSERT INTO decision_answer (decision_id, question_id, answer)
    SELECT new_id, q.id, p_answers ->> q.id FROM questions_for(v.id) q WHERE p_answers ->> q.id IN ('yes', 'no', 'not_my_field');
  UPDATE assignment SET state = 'done' WHERE id = a.id;
  PERFORM send_private_remarks(me, v.draft_id, NULL);
  PERFORM record_audit(CASE p_verdict WHEN 'approve' THEN 'approve' ELSE 'request_changes' END, me.id, v.page_id,
    jsonb_build_object('decision', new_id, 'assignment', a.id, 'version', v.id, 'sha256', p_sha, 'expertise', a.expertise,
      'meaning_sha256', content_hash(p_meaning), 'comment_sha256', content_hash(coalesce(p_comment, '')),
      'evidence_checked_to', p_evidence_checked_to, 'next_review_due', p_next_review_due, 'method', method,
      'answers', a.answers_decision_id));
  IF p_verdict = 'request_changes' THEN
    PERFORM raise_alert('changes_requested', r.person_id, v.page_id, 'changes:' || new_id, jsonb_build_object('decisionId', new_id))
      FROM (SELECT owner_id AS person_id FROM page WHERE id = v.page_id
            UNION SELECT person_id FROM page_author WHERE page_id = v.page_id
            UNION SELECT a.assigned_by) r WHERE r.person_id IS NOT NULL AND r.person_id <> me.id;
  ELSIF is_fully_approved(v.id) THEN
    PERFORM raise_alert_to_editors('approved_by_all', v.page_id, 'approved:' || v.id, jsonb_build_object('versionId', v.id));
  END IF;
  RETURN new_id;
END
$$;

GRANT SELECT ON desk.section_tick, desk.private_remark, desk.keyed_value, desk.review_question, desk.decision_answer TO desk_app;
GRANT EXECUTE ON FUNCTION desk.sign_decision(text, text, uuid, text, text, text, text, date, date, jsonb),
  desk.questions_for(uuid), desk.key_again_open(uuid), desk.key_again(text, uuid, text, jsonb), desk.tick_section(text, uuid, text, boolean),
  desk.keep_remark(text, uuid, text, text, text, text, integer, integer, text, text, uuid[]), desk.drop_remark(text, uuid), desk.send_remark(text, uuid) TO desk_app;
