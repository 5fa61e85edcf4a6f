-- The answer to the reviewers: with the next version goes a letter that is made
-- from what was decided on their remarks. It is kept with the version as it was
-- sent, and each reviewer concerned hears of it.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.answer_letter (
  version_id uuid PRIMARY KEY REFERENCES desk.version ON DELETE RESTRICT,
  covering_note text NOT NULL DEFAULT '' CHECK (length(covering_note) <= 5000),
  remarks jsonb NOT NULL CHECK (jsonb_array_length(remarks) > 0),
  written_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  written_at timestamptz NOT NULL DEFAULT desk.clock()
);
SELECT desk.make_immutable('desk.answer_letter');

-- What a letter about a draft would answer now: the remarks of reviewers on its
-- versions since the last letter, and those that were still open then; what was
-- decided on each and every reply, in the order of raising.
CREATE FUNCTION desk.remarks_to_answer(p_draft uuid)
RETURNS TABLE (comment_id uuid, version_id uuid, version_number integer, raised_by uuid, name text, expertise text, kind text,
  block_id text, quotation text, body text, decision text, reasons jsonb, replies jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT c.id, v.id, v.number, p.id, btrim(p.prefix || ' ' || p.name), c.expertise, c.kind, c.block_id, c.quotation, c.body,
         CASE WHEN is_comment_closed(c.id) THEN 'closed' WHEN EXISTS (SELECT FROM comment_reply r WHERE r.comment_id = c.id AND r.replied_by <> c.raised_by)
              THEN 'answered' ELSE 'open' END,
         coalesce((SELECT jsonb_agg(jsonb_build_object('by', cp.name, 'reason', x.reason) ORDER BY x.closed_at, x.id) FROM comment_closing x
           JOIN person cp ON cp.id = x.closed_by WHERE x.comment_id = c.id AND x.opening = opening_of(c.id) AND x.reason <> ''), '[]'),
         coalesce((SELECT jsonb_agg(jsonb_build_object('by', rp.name, 'body', x.body) ORDER BY x.replied_at, x.id) FROM comment_reply x
           JOIN person rp ON rp.id = x.replied_by WHERE x.comment_id = c.id), '[]')
    FROM comment c JOIN version v ON v.id = c.version_id JOIN person p ON p.id = c.raised_by
   WHERE v.draft_id = p_draft AND c.expertise IS NOT NULL AND c.kind <> 'praise'
     AND NOT EXISTS (SELECT FROM answer_letter l JOIN version lv ON lv.id = l.version_id
                      CROSS JOIN LATERAL jsonb_array_elements(l.remarks) e
                      WHERE lv.draft_id = p_draft AND e ->> 'commentId' = c.id::text AND e ->> 'decision' = 'closed')
   ORDER BY c.raised_at, c.id LIMIT 500;
END
$$;

-- Writes the letter that goes with a version, by whoever submitted it. The
-- decisions are taken from the record; p_changes, {comment: {before, after}},
-- are the words of both texts where the remark stood. Nothing to answer: no
-- letter, and NULL.
CREATE FUNCTION desk.write_answer_letter(p_session text, p_version uuid, p_note text, p_changes jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  v version;
  answered jsonb;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version AND submitted_by = me.id;
  IF v.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM page WHERE id = v.page_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM version n WHERE n.draft_id = v.draft_id AND n.number > v.number) THEN
    PERFORM refuse('409', 'stale_version');
  END IF;
  IF EXISTS (SELECT FROM answer_letter WHERE version_id = v.id) THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  IF length(p_note) > 5000 THEN
    PERFORM refuse('422', 'comment_missing');
  END IF;
  SELECT jsonb_agg(jsonb_build_object('commentId', r.comment_id, 'versionNumber', r.version_number, 'raisedById', r.raised_by, 'raisedBy', r.name,
      'expertise', r.expertise, 'kind', r.kind, 'quotation', r.quotation, 'body', r.body, 'decision', r.decision, 'reasons', r.reasons,
      'replies', r.replies, 'before', left(coalesce(p_changes -> r.comment_id::text ->> 'before', ''), 2000),
      'after', left(coalesce(p_changes -> r.comment_id::text ->> 'after', ''), 2000))) INTO answered
    FROM remarks_to_answer(v.draft_id) r;
  IF answered IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO answer_letter (version_id, covering_note, remarks, written_by) VALUES (v.id, coalesce(btrim(p_note), ''), answered, me.id);
  PERFORM record_audit('write_answer_letter', me.id, v.page_id, jsonb_build_object('version', v.id, 'remarks', jsonb_array_length(answered),
    'note_sha256', content_hash(coalesce(p_note, '')), 'remarks_sha256', content_hash(answered::text)));
  PERFORM raise_alert('answer_letter', r.id, v.page_id, 'letter:' || v.id, jsonb_build_object('versionId', v.id))
    FROM (SELECT DISTINCT (e ->> 'raisedById')::uuid AS id FROM jsonb_array_elements(answered) e) r WHERE r.id <> me.id;
  RETURN v.id;
END
$$;

GRANT SELECT ON desk.answer_letter TO desk_app;
GRANT EXECUTE ON FUNCTION desk.remarks_to_answer(uuid), desk.write_answer_letter(text, uuid, text, jsonb) TO desk_app;
