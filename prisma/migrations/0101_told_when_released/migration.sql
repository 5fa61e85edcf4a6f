-- Whoever is released from a review is told so, once: until now the request was
-- silently gone.
SET LOCAL ROLE desk_owner;

-- As before, and the reviewer is told, unless they release themselves. Of a page
-- that they may know of no more they are told nothing (see raise_alert).
CREATE OR REPLACE FUNCTION desk.dismiss_assignment(p_session text, p_assignment uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  rnd review_round := lock_round((SELECT round_id FROM assignment WHERE id = p_assignment));
  released uuid;
BEGIN
  PERFORM require_knowing(rnd.page_id, me.id);
  UPDATE assignment SET state = 'dismissed', responded_at = clock() WHERE id = p_assignment AND state IN ('invited', 'accepted', 'lapsed')
    RETURNING reviewer_id INTO released;
  IF NOT FOUND THEN
    PERFORM refuse('409', 'already_decided');
  END IF;
  PERFORM record_audit('dismiss', me.id, rnd.page_id, jsonb_build_object('assignment', p_assignment));
  IF released <> me.id THEN
    PERFORM raise_alert('review_dismissed', released, rnd.page_id, 'dismissed:' || p_assignment,
      jsonb_build_object('assignmentId', p_assignment, 'by', me.name));
  END IF;
END
$$;
