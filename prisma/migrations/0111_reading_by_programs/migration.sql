-- What other programs read: with a token what its person may, without one what
-- readers do.
SET LOCAL ROLE desk_owner;

-- Whose token this is, with the roles held now: what may write or sign may read.
CREATE FUNCTION desk.token_reader(p_token_hash text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := token_holder(p_token_hash, ARRAY['read', 'write', 'sign']);
BEGIN
  RETURN jsonb_build_object('id', me.id, 'roles',
    coalesce((SELECT jsonb_agg(role ORDER BY role) FROM person_role WHERE person_id = me.id), '[]'));
END
$$;

-- Pages that show text today, by address, from the one after an address, whether
-- or not a page stands there; on one gene, when it is named.
CREATE FUNCTION desk.list_published(p_gene text, p_after text, p_limit integer)
RETURNS TABLE (slug text, title text, kind text, audience text, language text, topics jsonb, state text, last_reviewed_on date,
  next_review_due date, is_overdue boolean, published_on date, version_number integer, content_sha256 text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  day date := today();
  after text := coalesce(p_after, '');
  taken uuid[];
BEGIN
  IF p_gene IS NULL THEN
    taken := ARRAY(SELECT l.page_id FROM page_listing l WHERE l.is_standing AND l.slug > after
      AND listed_state(l, day) IN ('live', 'due_soon', 'overdue') ORDER BY l.slug LIMIT p_limit);
  ELSE
    taken := ARRAY(SELECT l.page_id FROM page_listing l WHERE l.is_standing AND l.public_genes @> ARRAY[p_gene] AND l.slug > after
      AND listed_state(l, day) IN ('live', 'due_soon', 'overdue') ORDER BY l.slug LIMIT p_limit);
  END IF;
  -- The listing finds them; what is told of each, and whether, is as on its own page.
  RETURN QUERY
    SELECT s.slug, t.title, s.kind, t.audience, s.language, t.topics, s.public_state, s.last_reviewed_on, s.next_review_due,
           is_overdue(s.next_review_due, s.today), s.published_on, v.number, s.content_sha256
      FROM unnest(taken) WITH ORDINALITY u(page_id, nth)
     CROSS JOIN LATERAL (SELECT * FROM page_standing p WHERE p.page_id = u.page_id OFFSET 0) s
      JOIN public_text t ON t.publication_id = s.publication_id
      JOIN version v ON v.id = s.version_id
     WHERE s.public_state IN ('live', 'due_soon', 'overdue') ORDER BY u.nth;
END
$$;

-- What falls due at its source is found by its day.
CREATE INDEX page_elsewhere_due_idx ON desk.page_elsewhere (stated_next_due);

GRANT EXECUTE ON FUNCTION desk.token_reader(text) TO desk_app;
GRANT EXECUTE ON FUNCTION desk.list_published(text, text, integer) TO desk_public;
