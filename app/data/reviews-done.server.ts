import type { Need, RoundKind, Verdict } from "~/domain/words";
import { appPool } from "./pools.server";

/** One signed decision, as an appraisal asks for it. */
export type ReviewDone = {
  decisionId: string;
  title: string;
  slug: string;
  versionNumber: number;
  contentSha256: string;
  roundKind: RoundKind;
  expertise: Need;
  verdict: Verdict;
  signedOn: string;
};

/** What a person signed in one calendar year of the desk, the earliest first. */
export async function listReviewsDone(
  personId: string,
  year: number,
): Promise<ReviewDone[]> {
  const { rows } = await appPool().query<ReviewDone>(
    `SELECT d.id AS "decisionId", v.title, p.slug, v.number AS "versionNumber", d.content_sha256 AS "contentSha256",
            r.kind AS "roundKind", d.expertise, d.verdict, desk.day_of(d.signed_at) AS "signedOn"
       FROM desk.decision d JOIN desk.version v ON v.id = d.version_id JOIN desk.page p ON p.id = d.page_id
       JOIN desk.review_round r ON r.version_id = v.id
      WHERE d.person_id = $1 AND extract(year FROM desk.day_of(d.signed_at)) = $2
      ORDER BY d.seq LIMIT 1000`,
    [personId, year],
  );
  return rows;
}
