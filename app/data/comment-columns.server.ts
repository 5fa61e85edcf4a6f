import type { CommentKind } from "~/domain/words";

/** A line of a thread: an answer to a comment. */
export type CommentReply = {
  id: string;
  body: string;
  by: string;
  byId: string;
  at: Date;
  /** Names of those it is addressed to. */
  mentions: string[];
};

export type CommentClosing = {
  name: string;
  capacity: "raiser" | "expertise" | "editor" | "team";
  reason: string;
};

/** A comment on a version or on a draft, with its place, its thread and how it stands. */
export type Comment = {
  id: string;
  kind: CommentKind;
  /** Null, with its number, for a comment on a draft. */
  versionId: string | null;
  versionNumber: number | null;
  /** The revision of the draft it was written on, and null for a version's. */
  draftRevision: number | null;
  blockId: string | null;
  /** Null where the comment is about a block or the page as a whole. */
  start: number | null;
  end: number | null;
  quotation: string;
  prefix: string;
  suffix: string;
  body: string;
  raisedById: string;
  raisedBy: string;
  expertise: string | null;
  raisedAt: Date;
  mentions: string[];
  replies: CommentReply[];
  /** Since it was last opened. */
  closings: CommentClosing[];
  reopenings: { name: string; reason: string }[];
  isClosed: boolean;
};

/** The columns of `Comment`, but for `isClosed`, of `desk.comment c`. */
export const commentColumns = `
  c.id, c.kind, c.version_id AS "versionId", cv.number AS "versionNumber", c.draft_revision AS "draftRevision",
  c.block_id AS "blockId", c.anchor_start AS start, c.anchor_end AS "end", c.quotation, c.prefix, c.suffix, c.body,
  c.raised_by AS "raisedById", p.name AS "raisedBy", c.expertise, c.raised_at AS "raisedAt",
  (SELECT coalesce(array_agg(mp.name ORDER BY mp.name, mp.id), '{}') FROM desk.comment_mention m
     JOIN desk.person mp ON mp.id = m.person_id WHERE m.comment_id = c.id AND m.reply_id IS NULL) AS mentions,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'body', r.body, 'by', rp.name, 'byId', rp.id, 'at', r.replied_at,
     'mentions', (SELECT coalesce(jsonb_agg(mp.name ORDER BY mp.name, mp.id), '[]') FROM desk.comment_mention m
        JOIN desk.person mp ON mp.id = m.person_id WHERE m.reply_id = r.id)) ORDER BY r.replied_at, r.id)
     FROM desk.comment_reply r JOIN desk.person rp ON rp.id = r.replied_by WHERE r.comment_id = c.id), '[]') AS replies,
  coalesce((SELECT jsonb_agg(jsonb_build_object('name', cp.name, 'capacity', cc.capacity, 'reason', cc.reason) ORDER BY cc.closed_at, cc.id)
     FROM desk.comment_closing cc JOIN desk.person cp ON cp.id = cc.closed_by
    WHERE cc.comment_id = c.id AND cc.opening = (SELECT count(*) FROM desk.comment_reopening o WHERE o.comment_id = c.id)), '[]') AS closings,
  coalesce((SELECT jsonb_agg(jsonb_build_object('name', op.name, 'reason', o.reason) ORDER BY o.number)
     FROM desk.comment_reopening o JOIN desk.person op ON op.id = o.reopened_by WHERE o.comment_id = c.id), '[]') AS reopenings`;
