-- The same answers for less: lists ask for the state of every page at once.
SET LOCAL ROLE desk_owner;

-- Does a version hold every approval that its round asks for? The approvals
-- are counted once, not once for each expertise, and requests for changes are
-- weighed only where somebody made one.
CREATE OR REPLACE FUNCTION desk.is_fully_approved(p_version uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF EXISTS (
       WITH counted AS MATERIALIZED (SELECT expertise, count(*) AS signed FROM counted_approvals(p_version) GROUP BY expertise)
       SELECT FROM review_round r JOIN round_need n ON n.round_id = r.id LEFT JOIN counted c ON c.expertise = n.expertise
        WHERE r.version_id = p_version AND n.count > coalesce(c.signed, 0)) THEN
    RETURN false;
  END IF;
  RETURN NOT is_asked_to_change(p_version);
END
$$;

-- Does a request for changes stand against a version?
CREATE FUNCTION desk.is_asked_to_change(p_version uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM decision WHERE version_id = p_version AND verdict = 'request_changes')
     AND EXISTS (SELECT FROM standing_requests(p_version));
END
$$;

-- The desk state of a version's work; none of a version that is not there.
CREATE OR REPLACE FUNCTION desk.version_state(p_version uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  because text;
BEGIN
  SELECT coalesce(r.closed_because, '') INTO because FROM review_round r WHERE r.version_id = p_version;
  RETURN CASE
    WHEN because IS NULL THEN NULL
    WHEN because IN ('taken_back', 'superseded') THEN 'draft'
    WHEN because = 'published' THEN 'none'
    WHEN EXISTS (SELECT FROM schedule s WHERE s.version_id = p_version AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL) THEN 'scheduled'
    WHEN is_asked_to_change(p_version) THEN 'changes_requested'
    WHEN is_fully_approved(p_version) THEN 'approved'
    ELSE 'in_review' END;
END
$$;
