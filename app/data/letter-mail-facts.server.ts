import type { AnsweredRemark } from "./answer-letters.server";
import { appPool } from "./pools.server";

/** What a reviewer is told of the letter that answers their remarks. */
export type LetterFacts = {
  by: string;
  versionNumber: number;
  /** Their latest review of this text: where the letter can be read. */
  assignmentId: string;
  remarks: Pick<AnsweredRemark, "kind" | "body" | "decision">[];
};

/** The reader's own remarks in the letter of a version; null when they are no reviewer of it any more. */
export async function findLetterFacts(
  versionId: string,
  readerId: string,
): Promise<LetterFacts | null> {
  const { rows } = await appPool().query<LetterFacts>(
    `SELECT btrim(p.prefix || ' ' || p.name) AS by, v.number AS "versionNumber", a.id AS "assignmentId",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', e -> 'kind', 'body', e -> 'body', 'decision', e -> 'decision') ORDER BY n), '[]')
               FROM jsonb_array_elements(l.remarks) WITH ORDINALITY x(e, n) WHERE e ->> 'raisedById' = $2) AS remarks
       FROM desk.answer_letter l JOIN desk.version v ON v.id = l.version_id JOIN desk.person p ON p.id = l.written_by
       JOIN LATERAL (SELECT a.id FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id JOIN desk.version av ON av.id = r.version_id
          WHERE av.draft_id = v.draft_id AND a.reviewer_id::text = $2 AND a.state NOT IN ('dismissed', 'declined')
          ORDER BY av.number DESC LIMIT 1) a ON true
      WHERE l.version_id = $1`,
    [versionId, readerId],
  );
  return rows[0] ?? null;
}
