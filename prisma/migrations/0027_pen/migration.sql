-- The pen: who is writing in a draft now. A courtesy between people, not a
-- lock: a save is held against the revision it started from (save_draft), and
-- who saves without the pen loses no word and takes none away. A pen that was
-- not seen for two minutes has lapsed, and anybody who writes may take it.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.pen (
  draft_id uuid PRIMARY KEY REFERENCES desk.draft ON DELETE RESTRICT,
  held_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  taken_at timestamptz NOT NULL DEFAULT desk.clock(),
  seen_at timestamptz NOT NULL DEFAULT desk.clock(),
  asked_by uuid REFERENCES desk.person ON DELETE RESTRICT,
  asked_at timestamptz,
  taken_from uuid REFERENCES desk.person ON DELETE RESTRICT,
  taken_reason text NOT NULL DEFAULT '',
  CHECK (num_nonnulls(asked_by, asked_at) IN (0, 2)),
  CHECK (asked_by <> held_by)
);
CREATE INDEX pen_person_idx ON desk.pen (held_by);

-- The pen of an open draft, held against other acts on it, for one who may
-- write there; for anybody else it is not there.
CREATE FUNCTION desk.lock_pen(p_draft uuid, p_person uuid) RETURNS desk.pen
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  d draft;
  held pen;
BEGIN
  SELECT * INTO d FROM draft WHERE id = p_draft AND closed_at IS NULL;
  IF d.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_writer(d.page_id, p_person);
  PERFORM pg_advisory_xact_lock(hashtextextended('desk.pen ' || p_draft, 0));
  SELECT * INTO held FROM pen WHERE draft_id = p_draft;
  RETURN held;
END
$$;

CREATE FUNCTION desk.is_pen_held(p_pen desk.pen) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN p_pen.draft_id IS NOT NULL AND p_pen.seen_at > clock() - interval '2 minutes'
     AND EXISTS (SELECT FROM person WHERE id = p_pen.held_by AND is_active);
END
$$;

CREATE FUNCTION desk.refuse_held_pen(p_code text, p_pen desk.pen) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  PERFORM refuse('409', p_code, jsonb_build_object(
    'heldBy', (SELECT name FROM person WHERE id = p_pen.held_by), 'since', p_pen.taken_at));
END
$$;

-- Takes a pen that is free, lapsed or one's own. An editor may take one that is
-- held, with a reason that its holder is shown.
CREATE FUNCTION desk.take_pen(p_session text, p_draft uuid, p_reason text DEFAULT '') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  held pen := lock_pen(p_draft, me.id);
  is_others boolean := is_pen_held(held) AND held.held_by <> me.id;
BEGIN
  IF is_others AND (btrim(coalesce(p_reason, '')) = '' OR NOT (has_role(me.id, 'editor') OR has_role(me.id, 'clinical_lead'))) THEN
    PERFORM refuse_held_pen('pen_held', held);
  END IF;
  IF held.held_by = me.id THEN
    UPDATE pen SET seen_at = clock() WHERE draft_id = p_draft;
    RETURN;
  END IF;
  INSERT INTO pen (draft_id, held_by, taken_from, taken_reason)
  VALUES (p_draft, me.id, CASE WHEN is_others THEN held.held_by END, CASE WHEN is_others THEN left(p_reason, 2000) ELSE '' END)
  ON CONFLICT (draft_id) DO UPDATE SET held_by = excluded.held_by, taken_at = clock(), seen_at = clock(),
    asked_by = NULL, asked_at = NULL, taken_from = excluded.taken_from, taken_reason = excluded.taken_reason;
  IF is_others THEN
    PERFORM record_audit('take_pen', me.id, (SELECT page_id FROM draft WHERE id = p_draft),
      jsonb_build_object('draft', p_draft, 'from', held.held_by, 'reason_sha256', content_hash(p_reason)));
  END IF;
END
$$;

-- Says that the holder is still there. Gives who asks for the pen, or null.
CREATE FUNCTION desk.renew_pen(p_session text, p_draft uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  held pen := lock_pen(p_draft, me.id);
BEGIN
  IF held.held_by IS DISTINCT FROM me.id THEN
    PERFORM refuse_held_pen('pen_lost', held);
  END IF;
  UPDATE pen SET seen_at = clock() WHERE draft_id = p_draft;
  RETURN held.asked_by;
END
$$;

-- Puts the pen down; nothing to do for one who does not hold it.
CREATE FUNCTION desk.release_pen(p_session text, p_draft uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
BEGIN
  PERFORM lock_pen(p_draft, me.id);
  DELETE FROM pen WHERE draft_id = p_draft AND held_by = me.id;
END
$$;

-- Asks the holder for the pen; the first to ask stays first while they wait.
-- Where nobody holds it, it is theirs: gives true.
CREATE FUNCTION desk.ask_for_pen(p_session text, p_draft uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  held pen := lock_pen(p_draft, me.id);
BEGIN
  IF held.held_by = me.id OR NOT is_pen_held(held) THEN
    PERFORM take_pen(p_session, p_draft);
    RETURN true;
  END IF;
  UPDATE pen SET asked_by = me.id, asked_at = clock()
   WHERE draft_id = p_draft AND (asked_by IS NULL OR asked_by = me.id OR asked_at < clock() - interval '10 minutes');
  RETURN false;
END
$$;

-- Hands the pen to whoever asked for it.
CREATE FUNCTION desk.give_pen(p_session text, p_draft uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  held pen := lock_pen(p_draft, me.id);
BEGIN
  IF held.held_by IS DISTINCT FROM me.id THEN
    PERFORM refuse_held_pen('pen_lost', held);
  END IF;
  IF held.asked_by IS NULL THEN
    PERFORM refuse('409', 'nobody_asked');
  END IF;
  UPDATE pen SET held_by = held.asked_by, taken_at = clock(), seen_at = clock(), asked_by = NULL, asked_at = NULL,
         taken_from = NULL, taken_reason = '' WHERE draft_id = p_draft;
END
$$;

GRANT SELECT ON desk.pen TO desk_app;
GRANT EXECUTE ON FUNCTION desk.take_pen(text, uuid, text), desk.renew_pen(text, uuid), desk.release_pen(text, uuid),
  desk.ask_for_pen(text, uuid), desk.give_pen(text, uuid) TO desk_app;
