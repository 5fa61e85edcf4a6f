-- One row of a list that an editor prepared a moment ago: as `assign`, but only
-- while nobody else has the seat. The list goes through row by row, so that a
-- row that is refused leaves the others as they are.
SET LOCAL ROLE desk_owner;

CREATE FUNCTION desk.assign_empty_seat(p_session text, p_round uuid, p_expertise text, p_reviewer uuid, p_review_by date) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  rnd review_round := lock_round(p_round);
BEGIN
  IF rnd.id IS NULL THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM require_knowing(rnd.page_id, me.id);
  IF seats_held(rnd.id, p_expertise) >= (SELECT count FROM round_need WHERE round_id = rnd.id AND expertise = p_expertise) THEN
    PERFORM refuse('409', 'seat_filled');
  END IF;
  RETURN assign(p_session, p_round, p_expertise, p_reviewer, NULL, p_review_by);
END
$$;
GRANT EXECUTE ON FUNCTION desk.assign_empty_seat(text, uuid, text, uuid, date) TO desk_app;
