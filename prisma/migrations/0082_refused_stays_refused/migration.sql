-- An interest for which an editor refused an approval is not answered away: who
-- has it no more says so as an institutional interest, and an editor rules anew.
SET LOCAL ROLE desk_owner;

-- As before; "no interests" is not taken after the newest ruling was a refusal.
CREATE OR REPLACE FUNCTION desk.answer_as(me desk.person, p_page uuid, p_level text, p_details text) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  contradiction jsonb;
  new_id uuid;
BEGIN
  IF p_level IS NULL OR p_level NOT IN ('none', 'institutional', 'personal') THEN
    PERFORM refuse('422', 'interests_missing');
  END IF;
  IF p_level <> 'none' THEN
    PERFORM require_text(p_details, 'statement_missing', 2000);
  END IF;
  PERFORM FROM page WHERE id = p_page FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('404', 'not_found');
  END IF;
  PERFORM FROM person WHERE id = me.id FOR NO KEY UPDATE;
  IF p_level = 'none' AND NOT (SELECT r.is_accepted FROM interest_answer i JOIN interest_ruling r ON r.answer_id = i.id
       WHERE i.person_id = me.id AND i.page_id = p_page ORDER BY i.answered_at DESC, i.id LIMIT 1) THEN
    PERFORM refuse('409', 'interests_refused');
  END IF;
  IF p_level = 'none' THEN
    SELECT jsonb_build_object('entity', c.entity, 'company', c.company, 'therapy', c.therapy) INTO contradiction
      FROM interest_conflicts(me.id, p_page) c ORDER BY c.standing DESC, c.entity, c.therapy LIMIT 1;
    IF contradiction IS NOT NULL THEN
      PERFORM refuse('409', 'interests_found', contradiction);
    END IF;
  END IF;
  INSERT INTO interest_answer (person_id, page_id, level, details) VALUES (me.id, p_page, p_level, coalesce(p_details, '')) RETURNING id INTO new_id;
  PERFORM record_audit('answer_interests', me.id, p_page, jsonb_build_object('answer', new_id, 'level', p_level));
  RETURN new_id;
END
$$;
