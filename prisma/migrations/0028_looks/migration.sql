-- Which texts of a page somebody has looked at, so that the desk can show what
-- changed since. Kept for that person alone; nothing rests on it.
SET LOCAL ROLE desk_owner;

-- A version, or a draft at one revision: its words are kept with the look,
-- because a run of saves leaves only its last text behind.
CREATE TABLE desk.look (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  page_id uuid NOT NULL REFERENCES desk.page ON DELETE RESTRICT,
  version_id uuid REFERENCES desk.version ON DELETE RESTRICT,
  draft_id uuid REFERENCES desk.draft ON DELETE RESTRICT,
  draft_revision integer,
  content text,
  looked_at timestamptz NOT NULL DEFAULT desk.clock(),
  CHECK (num_nonnulls(version_id, draft_id) = 1),
  CHECK (num_nonnulls(draft_id, draft_revision, content) IN (0, 3)),
  UNIQUE (person_id, version_id),
  UNIQUE (person_id, draft_id, draft_revision)
);
CREATE INDEX look_page_idx ON desk.look (person_id, page_id, looked_at DESC);

-- Looking again at the same text moves its day. Of a draft the three texts
-- looked at last are kept.
CREATE FUNCTION desk.record_look(p_session text, p_version uuid, p_draft uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  v version;
  d draft;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  SELECT * INTO d FROM draft WHERE id = coalesce(p_draft, v.draft_id);
  IF num_nonnulls(p_version, p_draft) <> 1 OR d.id IS NULL OR NOT (
       may_read_draft(d.id, me.id) OR has_role(me.id, 'admin')
       OR EXISTS (SELECT FROM assignment a JOIN review_round r ON r.id = a.round_id WHERE r.version_id = v.id AND a.reviewer_id = me.id)) THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  IF v.id IS NOT NULL THEN
    INSERT INTO look (person_id, page_id, version_id) VALUES (me.id, v.page_id, v.id)
      ON CONFLICT (person_id, version_id) DO UPDATE SET looked_at = clock();
  ELSE
    INSERT INTO look (person_id, page_id, draft_id, draft_revision, content) VALUES (me.id, d.page_id, d.id, d.revision, d.content)
      ON CONFLICT (person_id, draft_id, draft_revision) DO UPDATE SET looked_at = clock();
    DELETE FROM look WHERE person_id = me.id AND draft_id = d.id AND id NOT IN (
      SELECT id FROM look WHERE person_id = me.id AND draft_id = d.id ORDER BY looked_at DESC, id LIMIT 3);
  END IF;
END
$$;

GRANT SELECT ON desk.look TO desk_app;
GRANT EXECUTE ON FUNCTION desk.record_look(text, uuid, uuid) TO desk_app;
