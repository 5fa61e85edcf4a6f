-- What stands before the button of an outside expert's link says whether an
-- opinion is asked for or a signature, and as what.
SET LOCAL ROLE desk_owner;

DROP FUNCTION desk.outside_invitation(text);

-- As before, with the expertise of whoever is asked to sign: null for an opinion.
CREATE FUNCTION desk.outside_invitation(p_token_hash text)
RETURNS TABLE (name text, title text, invited_by text, expires_on date, expertise text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  l outside_link;
BEGIN
  SELECT * INTO l FROM outside_link WHERE id = link_of_key(p_token_hash);
  PERFORM check_outside_link(l);
  RETURN QUERY SELECT p.name, v.title, e.name, day_of(l.expires_at),
         (SELECT a.expertise FROM assignment a WHERE a.id = l.assignment_id)
    FROM person p, person e, version v WHERE p.id = l.person_id AND e.id = l.invited_by AND v.id = l.version_id;
END
$$;

GRANT EXECUTE ON FUNCTION desk.outside_invitation(text) TO desk_auth;
