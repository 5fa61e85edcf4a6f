import { appPool } from "./pools.server";

/** Somebody who could be asked for one expertise of a round, or why not. */
export type Candidate = {
  id: string;
  name: string;
  credentials: string;
  affiliation: string;
  /** Reviews they have accepted or been asked for and not finished. */
  openReviews: number;
  lastReviewOn: string | null;
  /** Refusal codes of `desk.assign_blockers`; empty when they can be asked. */
  blockers: string[];
};

/**
 * The people who hold what a seat asks for, those who can be asked first, then
 * by how little they have open. Those who cannot be asked are listed with the
 * reason.
 */
export async function listCandidates(
  roundId: string,
  expertise: string,
): Promise<Candidate[]> {
  const { rows } = await appPool().query<Candidate>(
    `WITH holder AS (
       SELECT p.* FROM desk.person p
        WHERE p.is_active AND CASE $2
          WHEN 'editor' THEN EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id AND r.role IN ('editor', 'clinical_lead'))
          WHEN 'colleague' THEN EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id AND r.role IN ('reviewer', 'editor', 'author', 'clinical_lead'))
          ELSE EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id AND r.role = 'reviewer')
           AND EXISTS (SELECT FROM desk.person_expertise e WHERE e.person_id = p.id AND e.expertise = $2) END
     )
     SELECT h.id, btrim(h.prefix || ' ' || h.name) AS name, h.credentials, h.affiliation,
            (SELECT count(*)::integer FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id
              WHERE a.reviewer_id = h.id AND a.state IN ('invited', 'accepted') AND r.closed_at IS NULL) AS "openReviews",
            (SELECT desk.day_of(max(d.signed_at)) FROM desk.decision d WHERE d.person_id = h.id) AS "lastReviewOn",
            b.codes AS blockers
       FROM holder h
       CROSS JOIN LATERAL (SELECT coalesce(array_agg(code), '{}') AS codes FROM desk.assign_blockers($1, $2, h.id)) b
      ORDER BY cardinality(b.codes) > 0, "openReviews", h.name, h.id LIMIT 200`,
    [roundId, expertise],
  );
  return rows;
}
