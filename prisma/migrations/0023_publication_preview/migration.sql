-- What the publish screen shows before anybody presses: the dates that a
-- publication of this version would carry if it happened today, and the
-- approvals it would rest on. Reads only; the gate works them out again.
SET LOCAL ROLE desk_owner;

CREATE FUNCTION desk.publication_preview(p_version uuid)
RETURNS TABLE (published_on date, last_reviewed_on date, evidence_checked_to date, next_review_due date, grace_days integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT day.today, d.last_reviewed_on, d.evidence_checked_to, d.next_review_due, d.grace_days
    FROM version v
    CROSS JOIN (SELECT today() AS today) day
    CROSS JOIN LATERAL publication_dates(v.id, live_publication(v.page_id), NULL, day.today) d
   WHERE v.id = p_version
$$;

CREATE FUNCTION desk.counted_decisions(p_version uuid) RETURNS SETOF uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
  SELECT decision_id FROM counted_approvals(p_version)
$$;

GRANT EXECUTE ON FUNCTION desk.publication_preview(uuid), desk.counted_decisions(uuid) TO desk_app;
