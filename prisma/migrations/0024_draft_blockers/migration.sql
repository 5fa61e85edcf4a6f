-- What stands between a draft that was never submitted and its publication: the
-- same reasons as the gate's, as far as they can be told before there is a
-- version, for whoever has to bring an imported page up. Reads only; findings
-- are the checks', and the gate works everything out again.
SET LOCAL ROLE desk_owner;

CREATE FUNCTION desk.draft_blockers(p_page uuid)
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

GRANT EXECUTE ON FUNCTION desk.draft_blockers(uuid) TO desk_app;
