-- The states of a page for less, with the same meaning; and due soon begins
-- with the first reminder of the review rules that a publication went out by.
SET LOCAL ROLE desk_owner;

-- The one definition of overdue: a page may be read on its due day, not after it.
CREATE FUNCTION desk.is_overdue(p_due date, p_on date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN p_on > p_due;

-- How a publication that stands stands by its days alone.
CREATE FUNCTION desk.dated_state(p_due date, p_grace_days integer, p_soon_days integer, p_on date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN desk.is_overdue(p_due + p_grace_days, p_on) THEN 'withheld'
  WHEN desk.is_overdue(p_due, p_on) THEN 'overdue'
  WHEN p_due - p_soon_days <= p_on THEN 'due_soon'
  ELSE 'live' END;

-- How readers have a page, from what is known of it and the day. Hidden is
-- what was revoked too far or fell with its set.
CREATE FUNCTION desk.page_state(p_is_archived boolean, p_is_published boolean, p_is_elsewhere boolean, p_confidential_until date, p_ended_because text,
  p_is_hidden boolean, p_due date, p_grace_days integer, p_soon_days integer, p_on date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN p_on IS NULL THEN 'none'
  WHEN p_is_archived THEN 'archived'
  WHEN NOT p_is_published AND p_is_elsewhere THEN 'elsewhere'
  WHEN NOT p_is_published OR p_confidential_until > p_on THEN 'none'
  WHEN p_ended_because = 'withdrawn' THEN 'withdrawn'
  WHEN p_ended_because IS NOT NULL THEN 'none'
  WHEN p_is_hidden THEN 'withheld'
  ELSE desk.dated_state(p_due, p_grace_days, p_soon_days, p_on) END;

-- Days from the first reminder of a schedule to the due day; null when its
-- first reminder comes only afterwards.
CREATE FUNCTION desk.first_reminder_days(p_schedule jsonb) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT -min((s ->> 'afterDays')::integer) FROM jsonb_array_elements(p_schedule) s WHERE (s ->> 'afterDays')::integer <= 0);

-- The symbols among a text's topics, in their order.
CREATE FUNCTION desk.genes_of(p_content text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT label #>> '{}' FROM jsonb_path_query(p_content::jsonb, '$.topics[*] ? (@.type == "gene").label') label);

GRANT EXECUTE ON FUNCTION desk.is_overdue(date, date), desk.dated_state(date, integer, integer, date),
  desk.page_state(boolean, boolean, boolean, date, text, boolean, date, integer, integer, date) TO desk_app, desk_public;

ALTER TABLE desk.review_rules ADD COLUMN soon_days integer GENERATED ALWAYS AS (desk.first_reminder_days(reminder_schedule)) STORED;
-- Worked out once for each save, not once for each row of a list.
ALTER TABLE desk.draft
  ADD COLUMN genes text[] NOT NULL GENERATED ALWAYS AS (desk.genes_of(content)) STORED,
  ADD COLUMN content_sha256 text NOT NULL GENERATED ALWAYS AS (desk.content_hash(content)) STORED;
ALTER TABLE desk.version ADD COLUMN genes text[] NOT NULL GENERATED ALWAYS AS (desk.genes_of(content)) STORED;

-- As before, and asked of one page it looks at that page alone.
CREATE OR REPLACE VIEW desk.page_standing AS
WITH day AS MATERIALIZED (SELECT desk.today() AS today),
facts AS (
  SELECT pg.id AS page_id, pg.slug, pg.kind, pg.language, pg.archived_at, pg.confidential_until, l.id AS publication_id, l.version_id, l.content_sha256,
         l.round_kind, l.last_reviewed_on, l.evidence_checked_to, l.published_on, l.ended_at, l.ended_because, day.today,
         least(l.next_review_due, (SELECT min(b.due_on) FROM desk.due_brought_forward b WHERE b.publication_id = l.id)) AS next_review_due,
         l.grace_days,
         w.type AS withdrawal_type, w.withdrawn_on, w.is_permanent, w.reason AS withdrawal_reason,
         coalesce(gone.because = 'unsafe', false) AS is_revoked_unsafe, coalesce(gone.because = 'short', false) AS is_revoked_short,
         EXISTS (SELECT FROM desk.page_elsewhere e WHERE e.page_id = pg.id) AS is_elsewhere,
         l.round_id
    FROM day CROSS JOIN desk.page pg
    LEFT JOIN LATERAL (SELECT * FROM desk.publication p WHERE p.page_id = pg.id
      ORDER BY (p.ended_at IS NULL) DESC, p.published_at DESC, p.id LIMIT 1) l ON true
    LEFT JOIN desk.withdrawal w ON w.publication_id = l.id
    -- Asked only of pages on which anybody ever took an approval back.
    CROSS JOIN LATERAL (SELECT CASE WHEN pg.id IN (SELECT d.page_id FROM desk.revocation r JOIN desk.decision d ON d.id = r.decision_id)
                                    THEN desk.hidden_by_revocation(l.id, day.today) END AS because) gone
)
SELECT facts.page_id, facts.slug, facts.kind, facts.language, facts.archived_at, facts.confidential_until, facts.publication_id, facts.version_id,
       facts.content_sha256, facts.round_kind, facts.last_reviewed_on, facts.evidence_checked_to, facts.published_on, facts.ended_at,
       facts.ended_because, facts.today, facts.next_review_due, facts.grace_days, facts.withdrawal_type, facts.withdrawn_on, facts.is_permanent,
       facts.withdrawal_reason, facts.is_revoked_unsafe, facts.is_revoked_short, facts.is_elsewhere,
       next_review_due + grace_days AS grace_ends_on,
       CASE WHEN ended_at IS NULL AND desk.is_overdue(next_review_due, today) THEN today - next_review_due END AS days_overdue,
       desk.page_state(archived_at IS NOT NULL, publication_id IS NOT NULL, is_elsewhere, confidential_until, ended_because,
         is_revoked_unsafe OR is_revoked_short OR fell.because IS NOT NULL, next_review_due, grace_days,
         (SELECT r.soon_days FROM desk.review_round rr JOIN desk.review_rules r ON r.id = rr.rules_id WHERE rr.id = facts.round_id),
         today) AS public_state,
       CASE WHEN is_revoked_unsafe OR is_revoked_short THEN 'approval_revoked'
            WHEN ended_at IS NULL AND desk.is_overdue(next_review_due + grace_days, today) THEN 'past_grace'
            WHEN ended_at IS NULL AND fell.because IS NOT NULL THEN 'set_fell' END AS withheld_because
  FROM facts
  -- Asked only of pages that stand in a set.
  CROSS JOIN LATERAL (SELECT CASE WHEN facts.page_id IN (SELECT m.page_id FROM desk.page_set_member m WHERE m.removed_at IS NULL)
                                  THEN desk.set_falls(facts.page_id) END AS because) fell;

CREATE OR REPLACE VIEW desk.page_overview AS
SELECT s.page_id, s.slug, s.kind, s.language, coalesce(d.title, v.title, s.slug) AS title, pg.owner_id, o.name AS owner_name,
       o.is_active AS is_owner_active, pg.collection_id, col.name AS collection_name, pg.created_at, pg.archived_at,
       d.id AS draft_id, d.revision AS draft_revision, d.updated_at AS draft_updated_at, d.updated_by AS draft_updated_by,
       v.id AS newest_version_id, v.number AS newest_number, v.submitted_at, r.id AS round_id, r.kind AS round_kind,
       CASE
         WHEN v.id IS NULL THEN CASE WHEN d.id IS NULL THEN 'none' ELSE 'draft' END
         WHEN vs.state = 'none' THEN CASE WHEN d.content_sha256 IS DISTINCT FROM v.content_sha256
              AND d.content_sha256 IS DISTINCT FROM s.content_sha256 THEN 'draft' ELSE 'none' END
         ELSE vs.state END AS desk_state,
       s.public_state, s.withheld_because, s.publication_id, s.version_id AS public_version_id, s.last_reviewed_on, s.evidence_checked_to, s.next_review_due,
       s.grace_ends_on, s.days_overdue, s.published_on, s.withdrawal_type, s.withdrawn_on,
       cd.id AS correction_draft_id, cv.id AS correction_version_id, cvs.state AS correction_state,
       coalesce(d.genes, '{}') AS genes
  FROM desk.page_standing s
  JOIN desk.page pg ON pg.id = s.page_id
  LEFT JOIN desk.person o ON o.id = pg.owner_id
  LEFT JOIN desk.collection col ON col.id = pg.collection_id
  LEFT JOIN desk.draft d ON d.page_id = s.page_id AND d.line = 'main' AND d.closed_at IS NULL
  LEFT JOIN LATERAL (SELECT * FROM desk.version WHERE page_id = s.page_id AND line = 'main' ORDER BY number DESC LIMIT 1) v ON true
  LEFT JOIN desk.review_round r ON r.version_id = v.id
  CROSS JOIN LATERAL (SELECT CASE WHEN v.id IS NOT NULL THEN desk.version_state(v.id) END AS state) vs
  LEFT JOIN desk.draft cd ON cd.page_id = s.page_id AND cd.line = 'correction' AND cd.closed_at IS NULL
  LEFT JOIN LATERAL (SELECT * FROM desk.version WHERE draft_id = cd.id ORDER BY number DESC LIMIT 1) cv ON true
  CROSS JOIN LATERAL (SELECT CASE WHEN cv.id IS NOT NULL THEN desk.version_state(cv.id) END AS state) cvs;

-- Does a version hold every approval that its round asks for? Whose approvals
-- count is weighed only where there are enough of them to make a difference.
CREATE OR REPLACE FUNCTION desk.is_fully_approved(p_version uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF EXISTS (SELECT FROM review_round r JOIN round_need n ON n.round_id = r.id
              WHERE r.version_id = p_version AND n.count > (
                SELECT count(*) FROM decision d WHERE d.version_id = p_version AND d.expertise = n.expertise AND d.verdict = 'approve')) THEN
    RETURN false;
  END IF;
  IF EXISTS (
       WITH counted AS MATERIALIZED (SELECT expertise, count(*) AS signed FROM counted_approvals(p_version) GROUP BY expertise)
       SELECT FROM review_round r JOIN round_need n ON n.round_id = r.id LEFT JOIN counted c ON c.expertise = n.expertise
        WHERE r.version_id = p_version AND n.count > coalesce(c.signed, 0)) THEN
    RETURN false;
  END IF;
  RETURN NOT is_asked_to_change(p_version);
END
$$;

-- The desk state of a version whose signatures must be weighed.
CREATE FUNCTION desk.weighed_state(p_version uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN CASE
    WHEN is_asked_to_change(p_version) THEN 'changes_requested'
    WHEN is_fully_approved(p_version) THEN 'approved'
    ELSE 'in_review' END;
END
$$;

-- By what a text's credits may name somebody: an id, an ORCID, a name or a word
-- of one. Who has none of these in common with a text is not credited in it.
CREATE FUNCTION desk.credit_keys(p_content text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT DISTINCT k FROM jsonb_path_query(p_content::jsonb, '$.credits[*]') c
  CROSS JOIN LATERAL unnest(ARRAY[c ->> 'personId', c ->> 'orcid', lower(btrim(c ->> 'name'))] || desk.name_words(c ->> 'name')) k
  WHERE k IS NOT NULL ORDER BY k);
ALTER TABLE desk.version ADD COLUMN credit_keys text[] NOT NULL GENERATED ALWAYS AS (desk.credit_keys(content)) STORED;

-- The same of a person, by every name and ORCID that they have or had.
CREATE FUNCTION desk.name_keys(p_person uuid) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN ARRAY(
    SELECT DISTINCT k FROM (SELECT name, orcid FROM person WHERE id = p_person
                            UNION SELECT name, orcid FROM person_before WHERE person_id = p_person) r
     CROSS JOIN LATERAL unnest(ARRAY[p_person::text, r.orcid, lower(btrim(r.name))] || name_words(r.name)) k
     WHERE k IS NOT NULL);
END
$$;

-- The desk state of a round's version where no signature has to be weighed for
-- it: closed, scheduled, or nothing on file that could decide it; else null.
CREATE FUNCTION desk.state_on_file(r desk.review_round) RETURNS text
LANGUAGE sql STABLE
RETURN CASE
  WHEN r.closed_because IN ('taken_back', 'superseded') THEN 'draft'
  WHEN r.closed_because = 'published' THEN 'none'
  WHEN EXISTS (SELECT FROM desk.schedule s WHERE s.version_id = r.version_id AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL) THEN 'scheduled'
  WHEN EXISTS (SELECT FROM desk.round_need n WHERE n.round_id = r.id AND n.count > (
         SELECT count(*) FROM desk.decision d WHERE d.version_id = r.version_id AND d.expertise = n.expertise AND d.verdict = 'approve'))
   AND NOT EXISTS (SELECT FROM desk.decision d WHERE d.version_id = r.version_id AND d.verdict = 'request_changes') THEN 'in_review' END;

-- The desk state of each version's work; none of a version that is not there.
-- Signatures that nothing at all is on file against are counted as they are:
-- one decision each, by somebody who holds the expertise, has nothing to declare
-- and no word in the text, young enough and never taken back. All others are
-- weighed as the gate weighs them.
CREATE FUNCTION desk.work_states(p_versions uuid[]) RETURNS TABLE (version_id uuid, state text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  moment timestamptz;
  day date;
  to_weigh uuid[] := '{}';
BEGIN
  FOR version_id, state IN SELECT r.version_id, state_on_file(r) FROM review_round r WHERE r.version_id = ANY (p_versions) LOOP
    IF state IS NULL THEN
      to_weigh := to_weigh || version_id;
    ELSE
      RETURN NEXT;
    END IF;
  END LOOP;
  IF cardinality(to_weigh) = 0 THEN
    RETURN;
  END IF;
  moment := clock();
  day := today();
  RETURN QUERY
  WITH signature AS MATERIALIZED (
    SELECT v.id AS version_id, v.draft_id, v.number, v.page_id, v.credit_keys, rules.signature_days,
           d.id, d.person_id, d.expertise, d.verdict, d.signed_at, d.answers_decision_id
      FROM review_round r JOIN version v ON v.id = r.version_id JOIN review_rules rules ON rules.id = r.rules_id
      JOIN decision d ON d.version_id = v.id WHERE r.version_id = ANY (to_weigh)
  ),
  signer AS MATERIALIZED (
    SELECT p.id, name_keys(p.id) AS keys,
           p.is_active AND EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id AND r.role = 'reviewer')
             AND (SELECT i.valid_until >= day AND NOT EXISTS (SELECT FROM interest_entry e WHERE e.declaration_id = i.id)
                    FROM interest_declaration i WHERE i.person_id = p.id ORDER BY i.declared_at DESC, i.id LIMIT 1) AS is_plain
      FROM person p WHERE p.id IN (SELECT s.person_id FROM signature s)
  ),
  signed AS MATERIALIZED (
    SELECT s.version_id, bool_or(s.verdict = 'request_changes') AS is_disputed, count(*) = count(DISTINCT s.person_id) AND bool_and(coalesce(
             p.is_plain AND s.answers_decision_id IS NULL AND s.signed_at + make_interval(hours => 24 * s.signature_days) > moment
             AND NOT p.keys && s.credit_keys
             AND EXISTS (SELECT FROM person_expertise x WHERE x.person_id = s.person_id AND x.expertise = s.expertise)
             AND (SELECT a.level = 'none' FROM interest_answer a WHERE a.person_id = s.person_id AND a.page_id = s.page_id
                   ORDER BY a.answered_at DESC, a.id LIMIT 1)
             AND NOT EXISTS (SELECT FROM revocation k WHERE k.decision_id = s.id)
             AND NOT EXISTS (SELECT FROM version o JOIN version_contributor c ON c.version_id = o.id
                              WHERE o.draft_id = s.draft_id AND o.number <= s.number AND c.person_id = s.person_id)
             AND NOT EXISTS (SELECT FROM suggestion_set g WHERE g.draft_id = s.draft_id), false)) AS is_plain
      FROM signature s JOIN signer p ON p.id = s.person_id GROUP BY s.version_id
  )
  SELECT w.id, CASE
           WHEN NOT coalesce(s.is_plain, true) THEN weighed_state(w.id)
           WHEN s.is_disputed THEN 'changes_requested'
           ELSE 'approved' END
    FROM unnest(to_weigh) w(id) LEFT JOIN signed s ON s.version_id = w.id;
END
$$;
GRANT EXECUTE ON FUNCTION desk.work_states(uuid[]) TO desk_app;

CREATE OR REPLACE FUNCTION desk.version_state(p_version uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = desk, pg_temp AS $$
BEGIN
  RETURN (SELECT w.state FROM work_states(ARRAY[p_version]) w);
END
$$;

-- Whose suggested words stand in a version; null when nobody's do. Most pages
-- never had a suggestion.
CREATE OR REPLACE FUNCTION desk.suggesters_of(p_version uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = desk, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM version v JOIN suggestion_set s ON s.draft_id = v.draft_id WHERE v.id = p_version) THEN
    RETURN NULL;
  END IF;
  RETURN (
  SELECT array_agg(w.person_id)
    FROM version v CROSS JOIN LATERAL suggested_words(v.draft_id, revision_before(v), v.draft_revision) w
   WHERE v.id = p_version
  );
END
$$;
