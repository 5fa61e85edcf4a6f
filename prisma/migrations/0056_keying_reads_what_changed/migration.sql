-- What a reviewer keys again is looked for where the text changed: reading the
-- values of a whole page took most of the time of each signature.
SET LOCAL ROLE desk_owner;

-- As before; the same values of fewer blocks.
CREATE OR REPLACE FUNCTION desk.key_again_due(p_version uuid, p_person uuid)
RETURNS TABLE (item_id text, block_id text, kind text, said text, plain text, before text, after text, "position" bigint)
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
DECLARE
  v version;
  base uuid := keying_base(p_version, p_person);
  before_it version;
  changed jsonb;
  changed_from jsonb;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  SELECT * INTO before_it FROM version WHERE id = base;
  IF v.content_sha256 = before_it.content_sha256 THEN
    RETURN;
  END IF;
  -- A block that stands as it stood has no value to key.
  SELECT jsonb_agg(b ORDER BY i) INTO changed
    FROM jsonb_array_elements(v.content::jsonb -> 'body' -> 'content') WITH ORDINALITY d(b, i)
   WHERE CASE WHEN base IS NULL THEN b ->> 'type' IN ('whatToDo', 'keyMessage', 'table')
              ELSE b IS DISTINCT FROM block_by_id(before_it.content, b -> 'attrs' ->> 'id') END;
  IF changed IS NULL THEN
    RETURN;
  END IF;
  SELECT jsonb_agg(b ORDER BY i) INTO changed_from
    FROM jsonb_array_elements(before_it.content::jsonb -> 'body' -> 'content') WITH ORDINALITY d(b, i)
   WHERE EXISTS (SELECT FROM jsonb_array_elements(changed) c WHERE c -> 'attrs' ->> 'id' = b -> 'attrs' ->> 'id');
  RETURN QUERY
  WITH old AS MATERIALIZED (SELECT * FROM values_of(jsonb_build_object('body', jsonb_build_object('content', coalesce(changed_from, '[]')))::text)),
  due AS (
    SELECT DISTINCT ON (w.block_id, w.kind, w.plain) w.* FROM values_of(jsonb_build_object('body', jsonb_build_object('content', changed))::text) w
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
