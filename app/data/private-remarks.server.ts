import type { CommentKind } from "~/domain/words";
import { appPool } from "./pools.server";

/** A remark that only its writer sees, until they send their review. */
export type PrivateRemark = {
  id: string;
  kind: CommentKind;
  versionNumber: number;
  blockId: string | null;
  quotation: string;
  body: string;
};

/** What somebody keeps to themselves on the versions of a draft, in the order of writing. */
export async function listPrivateRemarks(
  personId: string,
  draftId: string,
): Promise<PrivateRemark[]> {
  const { rows } = await appPool().query<PrivateRemark>(
    `SELECT r.id, r.kind, v.number AS "versionNumber", r.block_id AS "blockId", r.quotation, r.body
       FROM desk.private_remark r JOIN desk.version v ON v.id = r.version_id
      WHERE r.person_id = $1 AND v.draft_id = $2 ORDER BY r.kept_at, r.id LIMIT 500`,
    [personId, draftId],
  );
  return rows;
}
