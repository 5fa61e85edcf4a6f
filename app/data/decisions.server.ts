import type { RevocationKind, Verdict } from "~/domain/words";
import type { Queryable } from "./act.server";
import { appPool } from "./pools.server";

/** One signed decision with what became of it. */
export type SignedDecision = {
  id: string;
  versionId: string;
  versionNumber: number;
  contentSha256: string;
  assignmentId: string;
  personId: string;
  expertise: string;
  verdict: Verdict;
  meaning: string;
  comment: string;
  evidenceCheckedTo: string | null;
  nextReviewDue: string | null;
  /** Months, of the review rules that the round began with. */
  intervalMonths: number;
  method: string;
  signedName: string;
  signedCredentials: string;
  signedAt: Date;
  answersDecisionId: string | null;
  revokedKind: RevocationKind | null;
  revokedReason: string | null;
  revokedAt: Date | null;
  reaffirmedAt: Date | null;
  /** Until when an approval is young enough to be published. */
  goodUntil: Date;
  /** The latest of this person on this version: only that one counts. */
  isLatest: boolean;
  /** An approval that the gate counts now. */
  isCounted: boolean;
  /** A request for changes that a third reviewer answered with an approval. */
  isAdjudicated: boolean;
};

/** Every decision on a version, newest first. */
export async function listDecisions(
  versionId: string,
): Promise<SignedDecision[]> {
  const { rows } = await appPool().query<SignedDecision>(
    `WITH counted AS MATERIALIZED (SELECT c AS id FROM desk.counted_decisions($1) c)
     SELECT d.id, d.version_id AS "versionId", v.number AS "versionNumber", d.content_sha256 AS "contentSha256",
            d.assignment_id AS "assignmentId", d.person_id AS "personId", d.expertise, d.verdict, d.meaning, d.comment,
            d.evidence_checked_to AS "evidenceCheckedTo", d.next_review_due AS "nextReviewDue", rules.interval_months AS "intervalMonths", d.method,
            d.signed_name AS "signedName", d.signed_credentials AS "signedCredentials", d.signed_at AS "signedAt",
            d.answers_decision_id AS "answersDecisionId",
            rv.kind AS "revokedKind", rv.reason AS "revokedReason", rv.revoked_at AS "revokedAt", re.at AS "reaffirmedAt",
            greatest(d.signed_at, re.at) + make_interval(hours => 24 * rules.signature_days) AS "goodUntil",
            d.seq = (SELECT max(l.seq) FROM desk.decision l WHERE l.version_id = d.version_id AND l.person_id = d.person_id) AS "isLatest",
            d.id IN (SELECT id FROM counted) AS "isCounted",
            d.verdict = 'request_changes' AND EXISTS (
              SELECT FROM desk.decision t WHERE t.answers_decision_id = d.id AND t.verdict = 'approve' AND t.person_id <> d.person_id
                AND NOT EXISTS (SELECT FROM desk.revocation r WHERE r.decision_id = t.id)
                AND t.seq = (SELECT max(l.seq) FROM desk.decision l WHERE l.version_id = t.version_id AND l.person_id = t.person_id)) AS "isAdjudicated"
       FROM desk.decision d
       JOIN desk.version v ON v.id = d.version_id
       JOIN desk.review_round r ON r.version_id = d.version_id
       JOIN desk.review_rules rules ON rules.id = r.rules_id
       LEFT JOIN desk.revocation rv ON rv.decision_id = d.id
       LEFT JOIN LATERAL (SELECT max(signed_at) AS at FROM desk.reaffirmation WHERE decision_id = d.id) re ON true
      WHERE d.version_id = $1
      ORDER BY d.seq DESC
      LIMIT 200`,
    [versionId],
  );
  return rows;
}

/** The latest decision of an assignment's reviewer on its version; null before the first. */
export async function findLatestDecisionId(
  database: Queryable,
  assignmentId: string,
): Promise<string | null> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT d.id FROM desk.assignment a
       JOIN desk.review_round r ON r.id = a.round_id
       JOIN desk.decision d ON d.version_id = r.version_id AND d.person_id = a.reviewer_id
      WHERE a.id = $1 ORDER BY d.seq DESC LIMIT 1`,
    [assignmentId],
  );
  return rows[0]?.id ?? null;
}
