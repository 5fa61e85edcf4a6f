-- A sign-off that was taken over carries a review no further than it went: it
-- moves no date back, brings no withdrawn text out again, fills no second
-- expertise, and is shown with the version that was signed.
SET LOCAL ROLE desk_owner;

-- As before; without those of a person who signs this version for another
-- expertise, and those under a text that was withdrawn.
CREATE OR REPLACE FUNCTION desk.carried_signoffs(p_version uuid, p_reinstating boolean DEFAULT false)
RETURNS TABLE (section text, decision_id uuid, person_id uuid, expertise text, signed_at timestamptz,
               evidence_checked_to date, next_review_due date)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
DECLARE
  rnd review_round;
BEGIN
  SELECT * INTO rnd FROM review_round WHERE version_id = p_version;
  IF NOT EXISTS (SELECT FROM section_signoff WHERE round_id = rnd.id) THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH stands AS MATERIALIZED (
      SELECT d.* FROM decision d
       WHERE d.id IN (SELECT s.decision_id FROM section_signoff s WHERE s.round_id = rnd.id)
         AND NOT EXISTS (SELECT FROM revocation r WHERE r.decision_id = d.id)
         AND NOT EXISTS (SELECT FROM decision later WHERE later.version_id = d.version_id AND later.person_id = d.person_id AND later.seq > d.seq)
         -- Nobody stands for two expertises on one text.
         AND NOT EXISTS (SELECT FROM decision here WHERE here.version_id = p_version AND here.person_id = d.person_id AND here.expertise <> d.expertise)
         -- What was withdrawn comes out by a new review, or by being reinstated.
         AND (p_reinstating OR NOT EXISTS (SELECT FROM publication_approval pa JOIN withdrawal w ON w.publication_id = pa.publication_id
                                            WHERE pa.decision_id = d.id))
         AND (p_reinstating OR EXISTS (SELECT FROM publication_approval pa WHERE pa.decision_id = d.id)
              OR greatest(d.signed_at, (SELECT max(r.signed_at) FROM reaffirmation r WHERE r.decision_id = d.id))
                 + make_interval(hours => 24 * (SELECT rules.signature_days FROM review_rules rules WHERE rules.id = rnd.rules_id)) > clock())
         AND NOT has_words_in(p_version, d.person_id) AND holds(d.person_id, d.expertise)
         AND interest_standing(d.person_id, d.page_id) IN ('none', 'institutional_accepted')
    )
    SELECT s.section, d.id, d.person_id, d.expertise, d.signed_at, d.evidence_checked_to, d.next_review_due
      FROM section_signoff s JOIN stands d ON d.id = s.decision_id WHERE s.round_id = rnd.id;
END
$$;

-- As before; nothing is taken from a publication that is late, whose date was
-- brought forward, or that waits for the full review after a safety
-- correction, and nothing where no section changed.
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
  IF effective_due(live) < today()
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

-- As before; who finds every section signed signs them all again.
CREATE OR REPLACE FUNCTION desk.note_sections() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM section_signoff s JOIN review_round r ON r.id = s.round_id WHERE r.version_id = NEW.version_id) THEN
    INSERT INTO decision_section (decision_id, section)
      SELECT NEW.id, u.section FROM unsigned_sections(NEW.version_id, NEW.expertise) u;
    IF NOT FOUND THEN
      INSERT INTO decision_section (decision_id, section)
        SELECT NEW.id, s.section FROM sections_of((SELECT content FROM version WHERE id = NEW.version_id)) s;
    END IF;
  END IF;
  RETURN NULL;
END
$$;

-- As before; next review due is no later than it was where a sign-off that the
-- live text rests on was taken over.
CREATE OR REPLACE FUNCTION desk.publication_dates(p_version uuid, p_live uuid, p_reinstates uuid, p_day date,
  OUT last_reviewed_on date, OUT evidence_checked_to date, OUT next_review_due date, OUT grace_days integer)
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
DECLARE
  round review_round;
  rules review_rules;
BEGIN
  SELECT * INTO round FROM review_round WHERE version_id = p_version;
  SELECT * INTO rules FROM review_rules WHERE id = round.rules_id;
  IF p_reinstates IS NOT NULL THEN
    SELECT p.last_reviewed_on, p.evidence_checked_to, effective_due(p.id), p.grace_days
      INTO last_reviewed_on, evidence_checked_to, next_review_due, grace_days
      FROM publication p WHERE p.id = p_reinstates;
  ELSIF round.kind = 'full_review' THEN
    WITH own AS MATERIALIZED (SELECT a.signed_at, a.evidence_checked_to, a.next_review_due FROM counted_approvals(p_version) a),
    signed AS (
      SELECT * FROM own
      UNION ALL
      SELECT c.signed_at, c.evidence_checked_to, c.next_review_due FROM carried_signoffs(p_version) c WHERE EXISTS (SELECT FROM own)
    )
    SELECT min(day_of(s.signed_at)), min(s.evidence_checked_to),
           least((min(day_of(s.signed_at)) + make_interval(months => rules.interval_months))::date, min(s.next_review_due),
                 -- Not past the day of the publication that a sign-off was taken from.
                 CASE WHEN EXISTS (SELECT FROM carried_signoffs(p_version) c JOIN publication_approval pa ON pa.decision_id = c.decision_id
                                     JOIN publication p ON p.id = pa.publication_id AND p.version_id <> p_version) THEN effective_due(p_live) END)
      INTO last_reviewed_on, evidence_checked_to, next_review_due
      FROM signed s;
    grace_days := rules.grace_days;
  ELSE
    SELECT p.last_reviewed_on, p.evidence_checked_to, effective_due(p.id), p.grace_days
      INTO last_reviewed_on, evidence_checked_to, next_review_due, grace_days
      FROM publication p WHERE p.id = p_live;
    IF round.kind = 'safety_correction' THEN
      next_review_due := least(next_review_due, p_day + 30);
    END IF;
  END IF;
END
$$;

-- As before; a dose in a safety correction adds a pharmacist too.
CREATE OR REPLACE FUNCTION desk.open_round(p_page uuid, p_version uuid, p_kind text, p_scope text[], p_reason text, p_expertise text, p_by uuid) RETURNS uuid
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
DECLARE
  rules review_rules;
  new_round uuid;
  words text := (SELECT content FROM version WHERE id = p_version);
BEGIN
  SELECT * INTO rules FROM review_rules WHERE page_kind = (SELECT kind FROM page WHERE id = p_page) ORDER BY number DESC LIMIT 1;
  IF rules.id IS NULL THEN
    PERFORM refuse('409', 'rules_missing');
  END IF;
  INSERT INTO review_round (page_id, version_id, kind, rules_id, scope, reason, opened_by)
  VALUES (p_page, p_version, p_kind, rules.id, coalesce(p_scope, '{}'), coalesce(p_reason, ''), p_by) RETURNING id INTO new_round;
  IF p_kind IN ('full_review', 'update') THEN
    INSERT INTO round_need (round_id, expertise, count, step)
      SELECT new_round, a.expertise, a.count, a.step FROM asked_by_rules(rules.id, p_kind, words, p_scope) a;
  ELSIF p_kind = 'safety_correction' THEN
    IF NOT EXISTS (SELECT FROM asked_by_rules(rules.id, p_kind, words, p_scope) a WHERE a.expertise = p_expertise AND a.expertise <> 'medical_editor')
       AND NOT EXISTS (SELECT FROM review_rules_need n WHERE n.rules_id = rules.id AND n.expertise = p_expertise AND n.expertise <> 'medical_editor') THEN
      PERFORM refuse('422', 'lacks_expertise');
    END IF;
    INSERT INTO round_need VALUES (new_round, p_expertise, 1, 1), (new_round, 'editor', 1, 1);
    -- An amount of a medicine is read by a pharmacist, however urgent.
    IF rules.adds_pharmacist AND p_expertise <> 'pharmacist' AND names_dose(words, p_scope) THEN
      INSERT INTO round_need VALUES (new_round, 'pharmacist', 1, 1);
    END IF;
  ELSE
    INSERT INTO round_need VALUES (new_round, 'colleague', 1, 1);
  END IF;
  RETURN new_round;
END
$$;

-- As before, and each signer with the version that they signed.
CREATE OR REPLACE VIEW desk.public_reviewer WITH (security_barrier) AS
SELECT s.slug, p.round_kind, v.number AS version_number, d.expertise, d.signed_name AS name, d.signed_credentials AS credentials,
       coalesce((SELECT b.affiliation FROM desk.person_before b WHERE b.person_id = d.person_id AND b.changed_at > d.signed_at
                  ORDER BY b.changed_at LIMIT 1), person.affiliation) AS affiliation,
       person.orcid, d.meaning, desk.day_of(d.signed_at) AS signed_on, d.evidence_checked_to, a.level AS interests,
       CASE WHEN a.level <> 'none' THEN a.details END AS interests_details, ru.public_reason AS interests_reason
  FROM desk.page_standing s
  CROSS JOIN LATERAL desk.publication_line(s.publication_id) l
  JOIN desk.publication p ON p.id = l.publication_id
  JOIN desk.publication_approval pa ON pa.publication_id = p.id
  JOIN desk.decision d ON d.id = pa.decision_id
  JOIN desk.version v ON v.id = d.version_id
  JOIN desk.person person ON person.id = d.person_id
  LEFT JOIN LATERAL (SELECT * FROM desk.interest_answer ia WHERE ia.person_id = d.person_id AND ia.page_id = p.page_id
     AND ia.answered_at <= p.published_at ORDER BY ia.answered_at DESC, ia.id LIMIT 1) a ON true
  LEFT JOIN desk.interest_ruling ru ON ru.answer_id = a.id
 WHERE s.public_state IN ('live', 'due_soon', 'overdue')
   AND NOT EXISTS (SELECT FROM desk.revocation r WHERE r.decision_id = d.id);

CREATE OR REPLACE VIEW desk.public_interest WITH (security_barrier) AS
SELECT s.slug, pi.capacity, v.number AS version_number, d.signed_name AS name, NULL::uuid AS person_id, pi.standing, pi.details, pi.public_reason
  FROM desk.page_standing s
  CROSS JOIN LATERAL desk.publication_line(s.publication_id) l
  JOIN desk.publication_interest pi ON pi.publication_id = l.publication_id AND pi.capacity = 'reviewer'
  JOIN desk.publication p ON p.id = pi.publication_id
  JOIN desk.publication_approval pa ON pa.publication_id = p.id
  JOIN desk.decision d ON d.id = pa.decision_id AND d.person_id = pi.person_id
  JOIN desk.version v ON v.id = d.version_id
 WHERE s.public_state IN ('live', 'due_soon', 'overdue')
   AND NOT EXISTS (SELECT FROM desk.revocation r WHERE r.decision_id = d.id)
UNION ALL
SELECT s.slug, pi.capacity, v.number, btrim(person.prefix || ' ' || person.name), person.id, pi.standing, pi.details, pi.public_reason
  FROM desk.page_standing s
  JOIN desk.publication_interest pi ON pi.publication_id = s.publication_id AND pi.capacity = 'author'
  JOIN desk.publication p ON p.id = pi.publication_id
  JOIN desk.version v ON v.id = p.version_id
  JOIN desk.person person ON person.id = pi.person_id
 WHERE s.public_state IN ('live', 'due_soon', 'overdue');
