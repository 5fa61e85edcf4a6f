import type { CommentKind } from "~/domain/words";
import type { Queryable } from "./act.server";
import {
  type Comment,
  type CommentClosing,
  commentColumns,
} from "./comment-columns.server";
import { isOpenComment } from "./open-comment";
import { appPool } from "./pools.server";

export type { Comment } from "./comment-columns.server";

const fromComments = `
  FROM desk.comment c
  LEFT JOIN desk.version cv ON cv.id = c.version_id
  JOIN desk.draft cd ON cd.id = coalesce(c.draft_id, cv.draft_id)
  JOIN desk.person p ON p.id = c.raised_by`;

/**
 * The comments on a version, on the earlier versions of its line, and on the
 * draft as it stood up to then: a must-fix stays until it is closed, wherever
 * it was raised. Open ones first, must-fix before the others.
 */
export async function listComments(versionId: string): Promise<Comment[]> {
  return listRows(
    `${fromComments} JOIN desk.version v ON v.id = $1
      WHERE c.page_id = v.page_id AND cd.line = v.line AND (v.line = 'main' OR cd.id = v.draft_id)
        AND (cv.number <= v.number OR c.draft_revision <= v.draft_revision
             OR (c.draft_id IS NOT NULL AND c.kind = 'must_fix'
                 AND v.number = (SELECT max(n.number) FROM desk.version n WHERE n.page_id = v.page_id AND n.line = v.line)))`,
    versionId,
  );
}

/** Every comment on a draft and on the versions made from its line, in the same order. */
export async function listDraftComments(draftId: string): Promise<Comment[]> {
  return listRows(
    `${fromComments} JOIN desk.draft d ON d.id = $1
      WHERE c.page_id = d.page_id AND cd.line = d.line AND (d.line = 'main' OR cd.id = d.id)`,
    draftId,
  );
}

async function listRows(which: string, id: string): Promise<Comment[]> {
  const { rows } = await appPool().query<Omit<Comment, "isClosed">>(
    `SELECT ${commentColumns} ${which} ORDER BY c.raised_at DESC, c.id LIMIT 500`,
    [id],
  );
  return rows
    .map((row) => ({
      ...row,
      // JSON has no moments of its own.
      replies: row.replies.map((reply) => ({
        ...reply,
        at: new Date(reply.at),
      })),
      isClosed: isClosed(row.closings),
    }))
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
    versionId?: string;
    draftId?: string;
    kind: CommentKind;
    blockId: string | null;
    start: number | null;
    body: string;
  },
): Promise<string | null> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT c.id FROM desk.comment c
      WHERE c.version_id IS NOT DISTINCT FROM $1 AND c.draft_id IS NOT DISTINCT FROM $2 AND c.raised_by = $3 AND c.kind = $4
        AND c.block_id IS NOT DISTINCT FROM nullif($5, '') AND c.anchor_start IS NOT DISTINCT FROM $6 AND c.body = $7
        AND ${isOpenComment}
      LIMIT 1`,
    [
      ...[comment.versionId ?? null, comment.draftId ?? null, personId],
      ...[comment.kind, comment.blockId, comment.start, comment.body],
    ],
  );
  return rows[0]?.id ?? null;
}

/** The same answer by the same person, given within the last minute; null when new. */
export async function findSameReply(
  database: Queryable,
  personId: string,
  reply: { commentId: string; body: string },
): Promise<string | null> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT id FROM desk.comment_reply
      WHERE comment_id = $1 AND replied_by = $2 AND body = $3 AND replied_at > desk.clock() - interval '1 minute'
      LIMIT 1`,
    [reply.commentId, personId, reply.body],
  );
  return rows[0]?.id ?? null;
}

/** Somebody who can be named in a comment. */
export type Mentionable = { id: string; name: string };

/** Who may read a draft, and so may be named in its comments, as `desk.may_read_draft` has it. */
export async function listMentionable(draftId: string): Promise<Mentionable[]> {
  const { rows } = await appPool().query<Mentionable>(
    `SELECT p.id, p.name FROM desk.person p JOIN desk.draft d ON d.id = $1 JOIN desk.page pg ON pg.id = d.page_id
      WHERE p.is_active AND (
            pg.owner_id = p.id
         OR EXISTS (SELECT FROM desk.page_author a WHERE a.page_id = pg.id AND a.person_id = p.id)
         OR EXISTS (SELECT FROM desk.person_role r WHERE r.person_id = p.id AND r.role IN ('editor', 'clinical_lead'))
         OR EXISTS (SELECT FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id JOIN desk.version v ON v.id = r.version_id
                     WHERE v.draft_id = d.id AND a.reviewer_id = p.id AND a.state IN ('invited', 'accepted', 'done')
                       AND (r.closed_at IS NULL OR v.number = (SELECT max(n.number) FROM desk.version n WHERE n.draft_id = d.id))))
      ORDER BY p.name, p.id LIMIT 200`,
    [draftId],
  );
  return rows;
}
