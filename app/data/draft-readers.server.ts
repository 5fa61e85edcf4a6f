import { appPool } from "./pools.server";

/**
 * Whether a person is asked to review what came of a draft, in a round that is
 * open or about its newest version, as `desk.asked_on_draft` has it: they read
 * the draft and may suggest.
 */
export async function isAskedOnDraft(
  draftId: string,
  personId: string,
): Promise<boolean> {
  const { rows } = await appPool().query<{ isAsked: boolean }>(
    `SELECT EXISTS (
       SELECT FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id JOIN desk.version v ON v.id = r.version_id
        WHERE v.draft_id = $1 AND a.reviewer_id = $2 AND a.state IN ('invited', 'accepted', 'done')
          AND (r.closed_at IS NULL OR v.number = (SELECT max(n.number) FROM desk.version n WHERE n.draft_id = $1))) AS "isAsked"`,
    [draftId, personId],
  );
  return rows[0]?.isAsked ?? false;
}
