-- The desk says whom the next reminder goes to. It named whom the schedule
-- names, also where there is nobody: a page outside every collection has no
-- lead to tell, and what an owner who left or is away would get goes to the
-- editors. Now it says what `desk.reminders_of` will do, as far as is known today.
SET LOCAL ROLE desk_owner;

CREATE OR REPLACE FUNCTION desk.next_reminder(p_publication uuid) RETURNS TABLE (on_day date, addressees text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  due date := effective_due(p_publication);
  about page := (SELECT pg FROM publication p JOIN page pg ON pg.id = p.page_id WHERE p.id = p_publication);
  is_owned boolean := EXISTS (SELECT FROM person WHERE id = about.owner_id AND is_active);
BEGIN
  RETURN QUERY
  SELECT s.on_day, array_agg(DISTINCT told.addressee) FROM (
      SELECT step, next_step_on(jsonb_build_array(step), due, today()) AS on_day
        FROM jsonb_array_elements(schedule_of(p_publication)) step) s
    CROSS JOIN LATERAL jsonb_array_elements_text(s.step -> 'to') a(addressee)
    CROSS JOIN LATERAL (SELECT CASE WHEN a.addressee = 'owner' AND (NOT is_owned OR EXISTS (SELECT FROM absence x
        WHERE x.person_id = about.owner_id AND x.ended_at IS NULL AND s.on_day BETWEEN x.from_day AND x.until_day))
      THEN 'editors' ELSE a.addressee END AS addressee) told
   WHERE s.on_day IS NOT NULL AND CASE told.addressee
       WHEN 'last_reviewers' THEN EXISTS (SELECT FROM publication_line(p_publication) l
         JOIN publication_approval pa ON pa.publication_id = l.publication_id JOIN decision d ON d.id = pa.decision_id
         JOIN person p ON p.id = d.person_id AND p.is_active WHERE may_know_of(about.id, p.id))
       WHEN 'collection_lead' THEN EXISTS (SELECT FROM collection c JOIN person p ON p.id = c.lead_id AND p.is_active
         WHERE c.id = about.collection_id AND may_know_of(about.id, p.id))
       WHEN 'clinical_lead' THEN EXISTS (SELECT FROM person_role r JOIN person p ON p.id = r.person_id AND p.is_active
         WHERE r.role = 'clinical_lead' AND may_know_of(about.id, p.id))
       ELSE true END
   GROUP BY s.on_day ORDER BY s.on_day LIMIT 1;
END
$$;
