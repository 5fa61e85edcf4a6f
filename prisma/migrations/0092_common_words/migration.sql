-- Lists and the search for less, with the same answers: the states of reviews
-- without a function called for each row, words that stand in most texts found
-- by going through titles in their order until there are enough, and pages of a
-- kind by title through an index.
SET LOCAL ROLE desk_owner;

CREATE INDEX page_listing_kind_idx ON desk.page_listing (kind, title_key, slug) WHERE NOT is_archived;

-- As before.
CREATE OR REPLACE FUNCTION desk.work_states(p_versions uuid[]) RETURNS TABLE (version_id uuid, state text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  moment timestamptz;
  day date;
  to_weigh uuid[] := '{}';
BEGIN
  -- Null where signatures have to be weighed: the round is open, nothing is
  -- scheduled, and what is on file could decide it. Not a function of its own:
  -- to call one for each row cost more than to answer it.
  FOR version_id, state IN
    SELECT r.version_id, CASE
        WHEN r.closed_because IN ('taken_back', 'superseded') THEN 'draft'
        WHEN r.closed_because = 'published' THEN 'none'
        WHEN EXISTS (SELECT FROM schedule s WHERE s.version_id = r.version_id AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL) THEN 'scheduled'
        WHEN EXISTS (SELECT FROM round_need n WHERE n.round_id = r.id AND n.count > (
               SELECT count(*) FROM decision d WHERE d.version_id = r.version_id AND d.expertise = n.expertise AND d.verdict = 'approve'))
         AND NOT EXISTS (SELECT FROM decision d WHERE d.version_id = r.version_id AND d.verdict = 'request_changes') THEN 'in_review' END
      FROM review_round r WHERE r.version_id = ANY (p_versions)
  LOOP
    IF state IS NULL THEN
      to_weigh := to_weigh || version_id;
    ELSE
      RETURN NEXT;
    END IF;
  END LOOP;
  IF cardinality(to_weigh) = 0 THEN
    RETURN;
  END IF;
  moment := clock();
  day := today();
  RETURN QUERY
  WITH signature AS MATERIALIZED (
    SELECT v.id AS version_id, v.draft_id, v.number, v.page_id, v.credit_keys, rules.signature_days,
           d.id, d.person_id, d.expertise, d.verdict, d.signed_at, d.answers_decision_id
      FROM review_round r JOIN version v ON v.id = r.version_id JOIN review_rules rules ON rules.id = r.rules_id
      JOIN decision d ON d.version_id = v.id WHERE r.version_id = ANY (to_weigh)
  ),
  signer AS MATERIALIZED (
    SELECT p.id, name_keys(p.id) AS keys,
           p.is_active AND EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.role = 'reviewer')
             AND (SELECT i.valid_until >= day AND NOT EXISTS (SELECT FROM interest_entry e WHERE e.declaration_id = i.id)
                    FROM interest_declaration i WHERE i.person_id = p.id ORDER BY i.declared_at DESC, i.id LIMIT 1) AS is_plain
      FROM person p WHERE p.id IN (SELECT s.person_id FROM signature s)
  ),
  signed AS MATERIALIZED (
    SELECT s.version_id, bool_or(s.verdict = 'request_changes') AS is_disputed, count(*) = count(DISTINCT s.person_id) AND bool_and(coalesce(
             p.is_plain AND s.answers_decision_id IS NULL AND s.signed_at + make_interval(hours => 24 * s.signature_days) > moment
             AND NOT p.keys && s.credit_keys
             AND EXISTS (SELECT FROM person_expertise x WHERE x.person_id = s.person_id AND x.expertise = s.expertise)
             AND (SELECT a.level = 'none' FROM interest_answer a WHERE a.person_id = s.person_id AND a.page_id = s.page_id
                   ORDER BY a.answered_at DESC, a.id LIMIT 1)
             AND NOT EXISTS (SELECT FROM revocation k WHERE k.decision_id = s.id)
             AND NOT EXISTS (SELECT FROM version o JOIN version_contributor c ON c.version_id = o.id
                              WHERE o.draft_id = s.draft_id AND o.number <= s.number AND c.person_id = s.person_id)
             AND NOT EXISTS (SELECT FROM suggestion_set g WHERE g.draft_id = s.draft_id), false)) AS is_plain
      FROM signature s JOIN signer p ON p.id = s.person_id GROUP BY s.version_id
  )
  SELECT w.id, CASE
           WHEN NOT coalesce(s.is_plain, true) THEN weighed_state(w.id)
           WHEN s.is_disputed THEN 'changes_requested'
           ELSE 'approved' END
    FROM unnest(to_weigh) w(id) LEFT JOIN signed s ON s.version_id = w.id;
END
$$;
DROP FUNCTION desk.state_on_file(desk.review_round);

-- As before.
CREATE OR REPLACE FUNCTION desk.list_public_pages(p_gene text, p_words text, p_after text, p_limit integer)
RETURNS TABLE (slug text, title text, kind text, audience text, topics jsonb, state text, last_reviewed_on date, next_review_due date)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  day date := today();
  words text[] := tsvector_to_array(found_words(p_words));
  wanted tsquery := (SELECT string_agg('''' || w || ''':*', ' & ')::tsquery FROM unnest(words) w);
  in_title text[] := ARRAY(SELECT '%' || w || '%' FROM unnest(words) w);
  found_at record;
  of_texts uuid[];
  first_titles uuid[];
  taken uuid[] := '{}';
  more uuid[] := '{}';
  shown CONSTANT text := ' l.is_standing AND listed_state(l, $1) IN (''live'', ''due_soon'', ''overdue'')';
  in_order CONSTANT text := ' ORDER BY l.public_title_key, l.slug LIMIT $2)';
  named CONSTANT text := 'l.public_title_key LIKE ALL ($4)';
  -- Of these pages those with the words. Words of a block that is withheld find nothing.
  of_words CONSTANT text := 'SELECT ARRAY(SELECT l.page_id FROM page_listing l JOIN public_text t ON t.publication_id = l.publication_id
    WHERE l.page_id = ANY ($5) AND %s AND t.words @@ $3 AND' || shown
    || ' AND CASE WHEN EXISTS (SELECT FROM withheld_block w WHERE w.page_id = l.page_id)
         THEN page_words(strip_blocks((SELECT v.content FROM publication p JOIN version v ON v.id = p.version_id WHERE p.id = l.publication_id),
                withheld_block_ids(l.publication_id))::jsonb) @@ $3 ELSE true END' || in_order;
BEGIN
  IF p_words IS NOT NULL AND wanted IS NULL THEN
    RETURN;
  END IF;
  IF wanted IS NOT NULL THEN
    -- Words of few texts are found by their index alone. Those that stand in
    -- many are found by going through titles in their order, where there are
    -- enough of them before long; only if there are not are all looked at.
    EXECUTE 'SELECT ARRAY(SELECT publication_id FROM public_text WHERE words @@ $1 LIMIT 1001)' INTO of_texts USING wanted;
    IF cardinality(of_texts) <= 1000 THEN
      of_texts := ARRAY(SELECT l.page_id FROM page_listing l WHERE l.publication_id = ANY (of_texts) AND l.is_standing);
      first_titles := of_texts;
    ELSE
      of_texts := NULL;
      first_titles := ARRAY(SELECT l.page_id FROM page_listing l WHERE l.is_standing ORDER BY l.public_title_key, l.slug LIMIT greatest(400, 4 * p_limit));
    END IF;
    EXECUTE format(of_words, named) INTO taken USING day, p_limit, wanted, in_title, first_titles;
    IF cardinality(taken) < p_limit AND of_texts IS NULL THEN
      EXECUTE format(of_words, named) INTO taken USING day, p_limit, wanted, in_title,
        ARRAY(SELECT l.page_id FROM page_listing l WHERE l.is_standing AND l.public_title_key LIKE ALL (in_title));
    END IF;
    IF cardinality(taken) < p_limit THEN
      EXECUTE format(of_words, 'NOT ' || named) INTO more USING day, p_limit - cardinality(taken), wanted, in_title, first_titles;
      IF cardinality(taken) + cardinality(more) < p_limit AND of_texts IS NULL THEN
        EXECUTE format(of_words, 'NOT ' || named) INTO more USING day, p_limit - cardinality(taken), wanted, in_title,
          ARRAY(SELECT l.page_id FROM public_text t JOIN page_listing l ON l.publication_id = t.publication_id WHERE t.words @@ wanted AND l.is_standing);
      END IF;
    END IF;
  ELSE
    SELECT x.public_title_key, x.slug INTO found_at FROM page_listing x
     WHERE x.slug = p_after AND x.publication_id IS NOT NULL AND listed_state(x, day) NOT IN ('none', 'archived');
    EXECUTE 'SELECT ARRAY(SELECT l.page_id FROM page_listing l WHERE' || shown || CASE
        WHEN p_gene IS NOT NULL THEN ' AND l.public_genes @> ARRAY[$3]'
        WHEN found_at.slug IS NOT NULL THEN ' AND (l.public_title_key, l.slug) > ($4, $5)' ELSE '' END || in_order
      INTO taken USING day, p_limit, p_gene, found_at.public_title_key, found_at.slug;
  END IF;
  -- The listing finds them; what is shown of each, and whether, is as on its own page.
  RETURN QUERY
    SELECT s.slug, t.title, s.kind, t.audience, t.topics, s.public_state, s.last_reviewed_on, s.next_review_due
      FROM unnest(taken || more) WITH ORDINALITY u(page_id, nth)
     CROSS JOIN LATERAL (SELECT * FROM page_standing p WHERE p.page_id = u.page_id OFFSET 0) s
      JOIN public_text t ON t.publication_id = s.publication_id
     WHERE s.public_state IN ('live', 'due_soon', 'overdue') ORDER BY u.nth;
END
$$;
