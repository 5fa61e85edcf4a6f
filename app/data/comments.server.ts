import type { CommentKind } from "~/domain/words";
import type { Queryable } from "./act.server";
import { appPool } from "./pools.server";

export type CommentClosing = {
  name: string;
  capacity: "raiser" | "expertise" | "editor" | "team";
  reason: string;
};

/** A remark on a version, with who closed it. */
export type Comment = {
  id: string;
  kind: CommentKind;
  versionId: string;
  versionNumber: number;
  blockId: string | null;
  quotation: string;
  body: string;
  raisedById: string;
  raisedBy: string;
  expertise: string | null;
  raisedAt: Date;
  closings: CommentClosing[];
  isClosed: boolean;
};

/**
 * The remarks on a version and on the earlier versions of its line: a must-fix
 * stays until it is closed, whatever is submitted. Open ones first, must-fix
 * before the others.
 */
export async function listComments(versionId: string): Promise<Comment[]> {
  const { rows } = await appPool().query<Omit<Comment, "isClosed">>(
    `SELECT c.id, c.kind, c.version_id AS "versionId", cv.number AS "versionNumber", c.block_id AS "blockId", c.quotation, c.body,
            c.raised_by AS "raisedById", p.name AS "raisedBy", c.expertise, c.raised_at AS "raisedAt",
            coalesce((SELECT jsonb_agg(jsonb_build_object('name', cp.name, 'capacity', cc.capacity, 'reason', cc.reason) ORDER BY cc.closed_at, cc.id)
               FROM desk.comment_closing cc JOIN desk.person cp ON cp.id = cc.closed_by WHERE cc.comment_id = c.id), '[]') AS closings
       FROM desk.comment c
       JOIN desk.version cv ON cv.id = c.version_id
       JOIN desk.person p ON p.id = c.raised_by
       JOIN desk.version v ON v.id = $1
      WHERE c.page_id = v.page_id AND cv.line = v.line AND (v.line = 'main' OR cv.draft_id = v.draft_id)
      ORDER BY c.raised_at DESC, c.id LIMIT 500`,
    [versionId],
  );
  return rows
    .map((row) => ({ ...row, isClosed: isClosed(row.closings) }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Closed by one who may, or by two editors, as `desk.is_comment_closed` has it. */
function isClosed(closings: readonly CommentClosing[]): boolean {
  return (
    closings.some(({ capacity }) => capacity !== "editor") ||
    closings.length >= 2
  );
}

function rank({ isClosed, kind }: Comment): number {
  return (isClosed ? 2 : 0) + (kind === "must_fix" ? 0 : 1);
}

/** The same words by the same person at the same place, still open; null when new. */
export async function findSameComment(
  database: Queryable,
  personId: string,
  comment: {
    versionId: string;
    kind: CommentKind;
    blockId: string | null;
    body: string;
  },
): Promise<string | null> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT c.id FROM desk.comment c
      WHERE c.version_id = $1 AND c.raised_by = $2 AND c.kind = $3
        AND c.block_id IS NOT DISTINCT FROM nullif($4, '') AND c.body = $5
        AND NOT EXISTS (SELECT FROM desk.comment_closing WHERE comment_id = c.id)
      LIMIT 1`,
    [comment.versionId, personId, comment.kind, comment.blockId, comment.body],
  );
  return rows[0]?.id ?? null;
}
