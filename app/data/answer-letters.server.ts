import type { CommentKind } from "~/domain/words";
import { appPool } from "./pools.server";

/** One remark of a reviewer with what became of it. */
export type AnsweredRemark = {
  commentId: string;
  versionNumber: number;
  raisedById: string;
  raisedBy: string;
  expertise: string;
  kind: CommentKind;
  quotation: string;
  body: string;
  decision: "closed" | "answered" | "open";
  reasons: { by: string; reason: string }[];
  replies: { by: string; body: string }[];
  /** The sentences of the earlier text where the remark stood, and of the new one. */
  before: string;
  after: string;
};

/** A remark before its letter is written, with the place it stood at. */
export type RemarkToAnswer = Omit<AnsweredRemark, "before" | "after"> & {
  versionId: string;
  blockId: string | null;
};

/** What a letter about a draft would answer now, in the order of raising. */
export async function listRemarksToAnswer(
  draftId: string,
): Promise<RemarkToAnswer[]> {
  const { rows } = await appPool().query<RemarkToAnswer>(
    `SELECT comment_id AS "commentId", version_id AS "versionId", version_number AS "versionNumber", raised_by AS "raisedById",
            name AS "raisedBy", expertise, kind, block_id AS "blockId", quotation, body, decision, reasons, replies
       FROM desk.remarks_to_answer($1)`,
    [draftId],
  );
  return rows;
}

/** The letter to the reviewers that went out with a version. */
export type AnswerLetter = {
  versionNumber: number;
  coveringNote: string;
  writtenBy: string;
  writtenAt: Date;
  remarks: AnsweredRemark[];
};

/** The letter of a version; null when there was nothing to answer. */
export async function findAnswerLetter(
  versionId: string,
): Promise<AnswerLetter | null> {
  const { rows } = await appPool().query<AnswerLetter>(
    `SELECT v.number AS "versionNumber", l.covering_note AS "coveringNote", p.name AS "writtenBy", l.written_at AS "writtenAt", l.remarks
       FROM desk.answer_letter l JOIN desk.version v ON v.id = l.version_id JOIN desk.person p ON p.id = l.written_by
      WHERE l.version_id = $1`,
    [versionId],
  );
  return rows[0] ?? null;
}
