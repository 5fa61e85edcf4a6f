-- Overdue is asked of desk.is_overdue wherever it decides something; and whose
-- own work a version is costs a look at its text only where a name in it could
-- be theirs.
SET LOCAL ROLE desk_owner;

-- As before.
CREATE OR REPLACE FUNCTION desk.date_blockers(v desk.version, rnd desk.review_round, live_id uuid, self desk.publication, p_reinstates uuid)
RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  dates record;
  day date := today();
BEGIN
  SELECT * INTO dates FROM publication_dates(v.id, live_id, p_reinstates, coalesce(self.published_on, day));
  IF is_overdue(dates.next_review_due, day) THEN
    RETURN QUERY SELECT 'overdue', 'reviewer', jsonb_build_object('due', dates.next_review_due);
  ELSIF rnd.kind <> 'full_review' AND p_reinstates IS NULL AND is_overdue(effective_due(live_id), day) THEN
    RETURN QUERY SELECT 'overdue', 'reviewer', jsonb_build_object('due', effective_due(live_id));
  END IF;
  IF self.id IS NOT NULL
     AND (dates.last_reviewed_on, dates.evidence_checked_to, dates.next_review_due, dates.grace_days)
         IS DISTINCT FROM (self.last_reviewed_on, self.evidence_checked_to, self.next_review_due, self.grace_days) THEN
    RETURN QUERY SELECT 'due_mismatch', 'desk', jsonb_build_object('due', dates.next_review_due);
  END IF;
END
$$;

-- As before.
CREATE OR REPLACE FUNCTION desk.is_own_work(p_version uuid, p_person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (
  SELECT EXISTS (SELECT FROM version_contributor WHERE version_id = p_version AND person_id = p_person)
      OR EXISTS (SELECT FROM version v JOIN person p ON p.id = p_person
                  WHERE v.id = p_version AND CASE WHEN v.credit_keys && name_keys(p_person) THEN credits_person(v.content, p) ELSE false END)
      OR EXISTS (SELECT FROM version v
                   JOIN version sibling ON sibling.draft_id = v.draft_id AND sibling.number < v.number
                    AND sibling.number > coalesce((SELECT max(pv.number) FROM version pv JOIN publication p ON p.version_id = pv.id
                                                    WHERE pv.draft_id = v.draft_id AND pv.number < v.number), 0)
                   JOIN version_contributor c ON c.version_id = sibling.id
                  WHERE v.id = p_version AND c.person_id = p_person AND c.because IN ('wrote', 'submitted', 'suggested'))
  );
END
$$;

-- As before.
CREATE OR REPLACE FUNCTION desk.carry_signoffs(p_version uuid) RETURNS void
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  v version;
  rnd review_round;
  live uuid;
BEGIN
  SELECT * INTO v FROM version WHERE id = p_version;
  SELECT * INTO rnd FROM review_round WHERE version_id = p_version;
  IF rnd.kind <> 'full_review' OR NOT (SELECT carries_sections FROM review_rules WHERE id = rnd.rules_id) THEN
    RETURN;
  END IF;
  live := live_publication(v.page_id);
  -- Where a review is asked for early, or is late, all of it is read.
  IF is_overdue(effective_due(live), today())
     OR EXISTS (SELECT FROM due_brought_forward b WHERE b.publication_id = live)
     OR EXISTS (SELECT FROM publication_line(live) l JOIN publication p ON p.id = l.publication_id WHERE p.round_kind = 'safety_correction') THEN
    live := NULL;
  END IF;
  INSERT INTO section_signoff (round_id, section, decision_id)
    SELECT DISTINCT rnd.id, s.section, o.decision_id
      FROM (SELECT b.id, b.content FROM version b JOIN review_round br ON br.version_id = b.id AND br.kind = 'full_review'
             WHERE b.id = (SELECT n.id FROM version n WHERE n.draft_id = v.draft_id AND n.line = 'main' AND n.number < v.number ORDER BY n.number DESC LIMIT 1)
               AND NOT EXISTS (SELECT FROM publication p WHERE p.version_id = b.id)
            UNION
            SELECT b.id, b.content FROM publication_line(live) l
              JOIN publication p ON p.id = l.publication_id AND p.round_kind = 'full_review' JOIN version b ON b.id = p.version_id
             WHERE v.based_on_id = live) base
      JOIN LATERAL sections_of(v.content) s ON true
      JOIN LATERAL sections_of(base.content) bs ON bs.section = s.section AND bs.words = s.words
      JOIN LATERAL signoffs_of(base.id) o ON o.section = s.section
      JOIN decision d ON d.id = o.decision_id
     WHERE base.content::jsonb - 'body' - 'changeNote' - 'tags' - 'credits' = v.content::jsonb - 'body' - 'changeNote' - 'tags' - 'credits'
       AND d.expertise IN (SELECT expertise FROM round_need WHERE round_id = rnd.id)
       -- A text that did not change is reviewed as a whole, or not at all.
       AND EXISTS (SELECT FROM sections_of(v.content) n
                    WHERE NOT EXISTS (SELECT FROM sections_of(base.content) o2 WHERE o2.section = n.section AND o2.words = n.words))
       AND NOT has_words_in(v.id, d.person_id);
END
$$;

-- As before.
CREATE OR REPLACE FUNCTION desk.forecast_blockers(p_schedule uuid) RETURNS TABLE (code text, who text, detail jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  s schedule;
  hour_on date;
BEGIN
  SELECT * INTO s FROM schedule WHERE id = p_schedule AND cancelled_at IS NULL AND carried_out_at IS NULL;
  IF s.id IS NULL THEN
    RETURN;
  END IF;
  hour_on := day_of(s.publish_at);
  RETURN QUERY
  WITH now_held AS MATERIALIZED (
    SELECT b.code, b.who, b.detail FROM list_blockers(s.version_id, NULL, NULL) b
     WHERE b.code NOT IN ('scheduled_later', 'set_incomplete')
       AND NOT (b.code = 'confidential_until' AND (SELECT confidential_until FROM page WHERE id = s.page_id) <= hour_on)
    UNION ALL
    SELECT a.code, a.who, a.detail FROM alone_in_set_blockers(s.version_id) a
  ), standing AS MATERIALIZED (
    SELECT d.*, p.name FROM standing_decisions(s.version_id) d JOIN person p ON p.id = d.person_id
     WHERE d.verdict = 'approve' AND d.revoked IS NULL
  )
  SELECT * FROM now_held
  UNION ALL
  SELECT 'approval_expired', 'reviewer', jsonb_build_object('person', x.name) FROM standing x
   WHERE x.good_until > clock() AND x.good_until <= s.publish_at
  UNION ALL
  SELECT 'interests', 'reviewer', jsonb_build_object('person', x.name, 'standing', 'declaration_expired') FROM standing x
   WHERE x.interests IN ('none', 'institutional_accepted')
     AND (SELECT i.valid_until FROM interest_declaration i WHERE i.person_id = x.person_id ORDER BY i.declared_at DESC, i.id LIMIT 1) < hour_on
  UNION ALL
  SELECT 'overdue', 'reviewer', jsonb_build_object('due', d.next_review_due)
    FROM publication_dates(s.version_id, live_publication(s.page_id), NULL, hour_on) d
   WHERE is_overdue(d.next_review_due, hour_on) AND NOT EXISTS (SELECT FROM now_held WHERE code = 'overdue');
END
$$;

-- As before.
CREATE OR REPLACE FUNCTION desk.own_fall(p_page uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
DECLARE
  latest publication;
  day date := today();
BEGIN
  SELECT * INTO latest FROM publication WHERE id = latest_publication(p_page);
  RETURN CASE
    WHEN latest.id IS NULL THEN NULL
    WHEN latest.ended_at IS NOT NULL THEN 'withdrawn'
    WHEN hidden_by_revocation(latest.id, day) IS NOT NULL OR is_overdue(effective_due(latest.id) + latest.grace_days, day) THEN 'withheld' END;
END
$$;
