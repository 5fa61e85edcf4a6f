import type { Day } from "~/domain/days";
import { appPool } from "./pools.server";

/** Somebody who could be asked for one expertise of a round, or why not. */
export type Candidate = {
  id: string;
  name: string;
  credentials: string;
  affiliation: string;
  /** Reviews they have accepted or been asked for and not finished. */
  openReviews: number;
  /** How many open reviews they take at a time. */
  capacity: number;
  lastReviewOn: Day | null;
  /** Days from the request to the signature, the median of their reviews; null before the first. */
  usualDays: number | null;
  /** Topics of the page that they named as theirs. */
  sharedTopics: string[];
  /** Authors of this version who give the same affiliation. */
  sameAffiliation: string[];
  /** Authors of this version with whom they were credited in the last three years. */
  creditedWith: string[];
  /** Whether they read the page's language; null when they named none. */
  readsLanguage: boolean | null;
  /** Declared interests with makers of therapies on the page, or their rivals. */
  interests: string[];
  /** The last day of an absence that they are in; requests go to their deputy. */
  awayUntil: Day | null;
  /** Without an account: they get a link and sign by a mailed code. */
  isOutside: boolean;
  /** Refusal codes of `desk.assign_blockers`; empty when they can be asked. */
  blockers: string[];
};

/**
 * The people who hold what a seat asks for: those who can be asked first, then
 * those with room, without ties to the authors, with the page's topics, with
 * little open, and quick. Those who cannot be asked are listed with the reason.
 */
export async function listCandidates(
  roundId: string,
  expertise: string,
): Promise<Candidate[]> {
  const { rows } = await appPool().query<Candidate>(
    `WITH ${roundFacts}, ${holderFacts}
     SELECT h.id, btrim(h.prefix || ' ' || h.name) AS name, h.credentials, h.affiliation,
            coalesce(o.reviews, 0) AS "openReviews", h.review_capacity AS capacity,
            d.last_on AS "lastReviewOn", d.usual_days AS "usualDays",
            coalesce(s.labels, '{}') AS "sharedTopics", coalesce(f.names, '{}') AS "sameAffiliation",
            coalesce(c.names, '{}') AS "creditedWith",
            CASE WHEN cardinality(h.languages) > 0
                 THEN split_part((SELECT language FROM round), '-', 1) IN (SELECT split_part(l, '-', 1) FROM unnest(h.languages) l) END AS "readsLanguage",
            i.interests, (SELECT until_day FROM desk.absence WHERE id = desk.absence_today(h.id)) AS "awayUntil",
            h.is_outside AS "isOutside", b.codes AS blockers
       FROM holder h
       LEFT JOIN open_reviews o ON o.person_id = h.id
       LEFT JOIN done_reviews d ON d.person_id = h.id
       LEFT JOIN shared_topics s ON s.person_id = h.id
       LEFT JOIN same_affiliation f ON f.person_id = h.id
       LEFT JOIN co_credited c ON c.person_id = h.id
       CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT concat(x.entity, ' (', x.therapy, ')')), '{}') AS interests
                             FROM desk.interest_conflicts(h.id, (SELECT page_id FROM round)) x) i
       CROSS JOIN LATERAL (SELECT coalesce(array_agg(code), '{}') AS codes FROM desk.assign_blockers($1, $2, h.id)) b
      ORDER BY cardinality(b.codes) > 0, coalesce(o.reviews, 0) >= h.review_capacity,
               cardinality(i.interests) > 0, f.names IS NOT NULL OR c.names IS NOT NULL, coalesce(cardinality(s.labels), 0) DESC,
               coalesce(o.reviews, 0), d.usual_days NULLS LAST, h.name, h.id
      LIMIT 200`,
    [roundId, expertise],
  );
  return rows;
}

/** The version under review: whose words it holds, and what it is about. */
const roundFacts = `
  round AS MATERIALIZED (
    SELECT r.page_id, r.version_id, v.content::jsonb AS doc, p.language
      FROM desk.review_round r JOIN desk.version v ON v.id = r.version_id JOIN desk.page p ON p.id = r.page_id
     WHERE r.id = $1
  ), author AS MATERIALIZED (
    SELECT p.id, p.name, p.affiliation FROM desk.person p
     WHERE p.id IN (SELECT c.person_id FROM desk.version_contributor c JOIN round ON round.version_id = c.version_id
                    UNION SELECT a.person_id FROM desk.page_author a JOIN round ON round.page_id = a.page_id)
    UNION
    SELECT p.id, coalesce(p.name, c ->> 'name'), coalesce(c ->> 'affiliation', '')
      FROM round, jsonb_array_elements(coalesce(doc -> 'credits', '[]')) c LEFT JOIN desk.person p ON p.id::text = c ->> 'personId'
  ), topic AS MATERIALIZED (
    SELECT t ->> 'type' AS type, t ->> 'code' AS code, lower(t ->> 'label') AS label
      FROM round, jsonb_array_elements(coalesce(doc -> 'topics', '[]')) t
  )`;

/** Everybody who holds what is asked for, with their load, days, topics and ties. */
const holderFacts = `
  holder AS MATERIALIZED (
    SELECT p.*, false AS is_outside FROM desk.person p
     WHERE p.is_active AND CASE $2
       WHEN 'editor' THEN EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id AND r.role IN ('editor', 'clinical_lead'))
       WHEN 'colleague' THEN EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id AND r.role IN ('reviewer', 'editor', 'author', 'clinical_lead'))
       ELSE EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id AND r.role = 'reviewer')
        AND EXISTS (SELECT FROM desk.person_expertise e WHERE e.person_id = p.id AND e.expertise = $2) END
    UNION ALL
    SELECT p.*, true FROM desk.person p
     WHERE p.is_active AND NOT EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id)
       AND EXISTS (SELECT FROM desk.expert_verification v WHERE v.person_id = p.id AND v.expertise = $2 AND lower(v.email) = lower(p.email)
         AND NOT EXISTS (SELECT FROM desk.expert_verification_end x WHERE x.verification_id = v.id))
  ), open_reviews AS (
    SELECT a.reviewer_id AS person_id, count(*)::integer AS reviews
      FROM holder h JOIN desk.assignment a ON a.reviewer_id = h.id AND a.state IN ('invited', 'accepted')
      JOIN desk.review_round r ON r.id = a.round_id AND r.closed_at IS NULL
     GROUP BY a.reviewer_id
  ), done_reviews AS (
    SELECT a.reviewer_id AS person_id, desk.day_of(max(d.signed_at)) AS last_on,
           ceil(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.signed_at - a.invited_at) / 86400))::integer AS usual_days
      FROM holder h JOIN desk.assignment a ON a.reviewer_id = h.id AND a.state = 'done'
      JOIN LATERAL (SELECT min(signed_at) AS signed_at FROM desk.decision WHERE assignment_id = a.id) d ON d.signed_at IS NOT NULL
     GROUP BY a.reviewer_id
  ), shared_topics AS (
    SELECT t.person_id, array_agg(DISTINCT t.label ORDER BY t.label) AS labels
      FROM holder h JOIN desk.person_topic t ON t.person_id = h.id
      JOIN topic ON topic.code = t.code OR (topic.type = t.type AND topic.label = lower(t.label))
     GROUP BY t.person_id
  ), same_affiliation AS (
    SELECT h.id AS person_id, array_agg(DISTINCT a.name ORDER BY a.name) AS names
      FROM holder h JOIN author a ON a.id IS DISTINCT FROM h.id AND btrim(h.affiliation) <> ''
       AND lower(btrim(a.affiliation)) = lower(btrim(h.affiliation))
     GROUP BY h.id
  ), co_credited AS (
    SELECT h.id AS person_id, array_agg(DISTINCT a.name ORDER BY a.name) AS names
      FROM holder h JOIN desk.version_contributor mine ON mine.person_id = h.id AND mine.because = 'credited'
      JOIN desk.version v ON v.id = mine.version_id AND v.submitted_at > desk.clock() - interval '3 years'
      JOIN desk.version_contributor theirs ON theirs.version_id = v.id AND theirs.because = 'credited'
      JOIN author a ON a.id = theirs.person_id AND a.id <> h.id
     GROUP BY h.id
  )`;
