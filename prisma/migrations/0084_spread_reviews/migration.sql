-- One row of a proposal that an editor looked at a moment ago: as
-- `bring_date_forward`, but only while the page still falls due on the day that
-- the proposal names. The list goes through row by row, so that a row that is
-- refused leaves the others as they are.
SET LOCAL ROLE desk_owner;

CREATE FUNCTION desk.bring_forward_as_proposed(p_session text, p_page uuid, p_from date, p_due date, p_reason text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := acting_editor(p_session);
  due date;
BEGIN
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  PERFORM require_knowing(p_page, me.id);
  due := effective_due(live_publication(p_page));
  IF due <> p_from THEN
    PERFORM refuse('409', 'due_moved', jsonb_build_object('due', due));
  END IF;
  RETURN bring_date_forward(p_session, p_page, p_due, p_reason);
END
$$;
GRANT EXECUTE ON FUNCTION desk.bring_forward_as_proposed(text, uuid, date, date, text) TO desk_app;
