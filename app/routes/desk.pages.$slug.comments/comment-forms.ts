import { z } from "zod";
import { commentKinds } from "~/domain/words";
import { textOf } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";

const people = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z.array(z.uuid()).max(20, { error: "Name at most twenty people." }),
);

/** A comment on a text, at the words it is about. */
export const commentForm = z.object({
  kind: z.enum(commentKinds, { error: "Choose a kind of comment." }),
  blockId: z
    .string()
    .max(100)
    .default("")
    .transform((id) => (id === "" ? null : id)),
  quotation: z.string().trim().max(2000).default(""),
  start: z
    .string()
    .default("")
    .transform((sent) => (/^\d{1,7}$/.test(sent) ? Number(sent) : null)),
  remark: textOf(refusals.comment_missing.sentence, 20_000),
  mentionIds: people,
});

export const replyForm = z.object({
  commentId: z.uuid(),
  reply: textOf(refusals.comment_missing.sentence, 20_000),
  mentionIds: people,
});

export const closingForm = z.object({
  commentId: z.uuid(),
  closeReason: z.string().trim().max(5000).default(""),
});

export const reopeningForm = z.object({
  commentId: z.uuid(),
  reopenReason: textOf(refusals.reason_missing.sentence, 5000),
});
