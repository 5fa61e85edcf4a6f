import { closeComment } from "~/commands/close-comment.server";
import { raiseComment } from "~/commands/raise-comment.server";
import { raiseDraftComment } from "~/commands/raise-draft-comment.server";
import { reopenComment } from "~/commands/reopen-comment.server";
import { replyToComment } from "~/commands/reply-to-comment.server";
import type { Outcome } from "~/domain/outcome";
import type { RefusalCode } from "~/domain/refusals";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";
import {
  closingForm,
  commentForm,
  replyForm,
  reopeningForm,
} from "./comment-forms";

type Asking = { sessionId: string; person: { id: string } };
/** The text that a new comment is about. */
export type CommentTarget = { versionId: string } | { draftId: string };

/** Performs what a form about comments names, on any screen that has them; null for no such act. */
export async function performComment(
  asking: Asking,
  target: CommentTarget,
  sent: FormData,
): Promise<Performed | null> {
  switch (sent.get("intent")) {
    case "raise_comment":
      return raise(asking, target, sent);
    case "reply_to_comment":
      return reply(asking, sent);
    case "close_comment":
      return close(asking, sent);
    case "reopen_comment":
      return reopen(asking, sent);
    default:
      return null;
  }
}

async function raise(
  { sessionId, person }: Asking,
  target: CommentTarget,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(commentForm, sent);
  if (!form.ok) return wrong("raise_comment", 422, form.errors, form.typed);
  const { remark: body, ...rest } = form.values;
  const input = { ...rest, body };
  const outcome = await ("versionId" in target
    ? raiseComment(sessionId, person.id, { ...input, ...target })
    : raiseDraftComment(sessionId, person.id, { ...input, ...target }));
  return ended("raise_comment", outcome, "remarked", "remark", form.typed, {
    not_a_reviewer: "kind",
    mention_unknown: "mentionIds",
  });
}

async function reply(
  { sessionId, person }: Asking,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(replyForm, sent);
  if (!form.ok) return wrong("reply_to_comment", 422, form.errors, form.typed);
  const { reply: body, ...rest } = form.values;
  const input = { ...rest, body };
  const outcome = await replyToComment(sessionId, person.id, input);
  return ended("reply_to_comment", outcome, "replied", "reply", form.typed, {
    mention_unknown: "mentionIds",
  });
}

async function close(
  { sessionId }: Asking,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(closingForm, sent);
  if (!form.ok) return wrong("close_comment", 422, form.errors, form.typed);
  const { commentId, closeReason } = form.values;
  const outcome = await closeComment(sessionId, commentId, closeReason);
  if (!outcome.ok && outcome.because === "already_closed")
    return done("remark_closed");
  const word =
    outcome.ok && !outcome.value ? "remark_half_closed" : "remark_closed";
  return ended("close_comment", outcome, word, "closeReason", form.typed);
}

async function reopen(
  { sessionId }: Asking,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(reopeningForm, sent);
  if (!form.ok) return wrong("reopen_comment", 422, form.errors, form.typed);
  const { commentId, reopenReason } = form.values;
  const outcome = await reopenComment(sessionId, commentId, reopenReason);
  if (!outcome.ok && outcome.because === "not_closed")
    return done("remark_reopened");
  return ended(
    ...(["reopen_comment", outcome, "remark_reopened"] as const),
    ...(["reopenReason", form.typed] as const),
  );
}

function ended(
  intent: string,
  outcome: Outcome<unknown>,
  word: string,
  field: string,
  typed: Parameters<typeof wrong>[3],
  fields: Partial<Record<RefusalCode, string>> = {},
): Performed {
  if (outcome.ok) return done(word);
  const { status, errors } = refusedForm(outcome, fields, field);
  return wrong(intent, status, errors, typed);
}
