-- An image of a page that is confidential is shown to nobody who may not know
-- of that page. `may_know_of` comes with the embargo, in a later migration; a
-- function's body is looked up when it runs.
SET LOCAL ROLE desk_owner;

-- As before, of the pages that this person may know of.
CREATE OR REPLACE FUNCTION desk.may_see_figure(p_sha256 text, p_person uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM figure_page f JOIN draft d ON d.page_id = f.page_id
                  WHERE f.sha256 = p_sha256 AND may_know_of(f.page_id, p_person)
                    AND (may_read_draft(d.id, p_person) OR has_role(p_person, 'admin')))
      OR EXISTS (SELECT FROM version_figure f JOIN review_round r ON r.version_id = f.version_id
                   JOIN assignment a ON a.round_id = r.id
                  WHERE f.sha256 = p_sha256 AND a.reviewer_id = p_person AND may_know_of(r.page_id, p_person))
  );
END
$$;
