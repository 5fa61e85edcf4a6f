-- "25 years" typed for "from the age of 25" is the same age: the source may say
-- it either way. The number stays as strict, and so does every other unit.
SET LOCAL ROLE desk_owner;

-- As before, but for that.
CREATE OR REPLACE FUNCTION desk.key_again_as(me desk.person, a desk.assignment, p_sha text, p_typed jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
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
      SELECT a.id, v.id, p_sha, k.item_id, k.block_id, k.kind, k.said, left(btrim(t.value), 200),
             plain_value(k.kind, t.value) = k.plain
             -- An age without a unit is one of years.
             OR (k.kind = 'age' AND k.plain !~ '[a-z]' AND plain_value(k.kind, t.value) = k.plain || 'year')
        FROM key_again_due(v.id, me.id) k JOIN jsonb_each_text(coalesce(p_typed, '{}')) t ON t.key = k.item_id
       WHERE btrim(t.value) <> '' ORDER BY k.position
    RETURNING item_id, said, typed, is_equal)
  SELECT coalesce(jsonb_agg(jsonb_build_object('item', item_id, 'said', said, 'typed', typed)), '[]') INTO wrong FROM typed WHERE NOT is_equal;
  PERFORM record_audit('key_again', me.id, v.page_id, jsonb_build_object('assignment', a.id, 'sha256', p_sha, 'mismatches', jsonb_array_length(wrong)));
  RETURN wrong;
END
$$;
