import { z } from "zod";
import { confirmClaims } from "~/commands/confirm-claims.server";
import { keyAgain, type Mismatch } from "~/commands/key-again.server";
import { listSignBlockers } from "~/data/gate.server";
import { listKeyAgain } from "~/data/key-again.server";
import type { OwnReview } from "~/data/reviews.server";
import { done, type Outcome } from "~/domain/outcome";
import { listQuestions } from "~/data/short-forms.server";
import { type FormAnswer, formAnswers } from "~/domain/words";
import type { FieldError } from "~/lib/parse-form";
import { mismatchSentence, notKeyedSentence } from "~/wording/key-again";
import { unansweredSentence, wordSignBlockers } from "~/wording/review";
import { wordRefusal } from "~/wording/refusals";
import { fieldsNamed } from "./forms";
import { readClaims } from "./read-claims.server";

/** How what an approval rests on is kept: by a session, or by a link from outside. */
export type ApprovalActs = {
  keyAgain: (typed: Record<string, string>) => Promise<Outcome<Mismatch[]>>;
  confirmClaims: (
    day: string,
    sources: Record<string, string>,
  ) => Promise<Outcome<number>>;
};

/** The acts of a reviewer who is signed in. */
export function actsOf(
  sessionId: string,
  { id: assignmentId, contentSha256 }: OwnReview,
): ApprovalActs {
  return {
    keyAgain: (typed) =>
      keyAgain(sessionId, { assignmentId, contentSha256, typed }),
    confirmClaims: (day, sources) =>
      confirmClaims(sessionId, { assignmentId, contentSha256, day, sources }),
  };
}

const answersForm = z.record(z.string(), z.enum(formAnswers));

/**
 * What an approval asks for besides the signature: keeps the values that were
 * keyed, and tells at each field what is missing or does not agree.
 */
export async function readApproval(
  acts: ApprovalActs,
  review: OwnReview,
  sent: FormData,
): Promise<{ errors: FieldError[]; answers: Record<string, FormAnswer> }> {
  const answers =
    answersForm.safeParse(fieldsNamed(sent, "answer-")).data ?? {};
  const questions = await listQuestions(review.versionId);
  const errors = [
    ...(await whatStops(review)),
    ...(await readClaims(acts, review, sent)),
    ...(await key(acts, review, sent)),
    ...questions.flatMap(({ id }, index) =>
      answers[id] === undefined
        ? [{ name: `answer-${id}`, sentence: unansweredSentence(index + 1) }]
        : [],
    ),
  ];
  return { errors, answers };
}

/**
 * What stops an approval only, told together with all that is missing in the
 * form. What stops every decision is told by the signature's own refusal.
 */
async function whatStops({
  id,
  contentSha256,
}: OwnReview): Promise<FieldError[]> {
  const blockers = wordSignBlockers(await listSignBlockers(id, contentSha256));
  if (blockers.some((each) => !each.stopsApprovalOnly)) return [];
  return blockers.map(({ code, sentence }) => ({
    name: code === "interests_missing" ? "level" : "verdict",
    sentence,
  }));
}

async function key(
  acts: ApprovalActs,
  { id, contentSha256, versionId, newestVersionId }: OwnReview,
  sent: FormData,
): Promise<FieldError[]> {
  const typed = fieldsNamed(sent, "key-");
  // A text that moved on is told by the signature's own refusal.
  if (sent.get("sha") !== contentSha256 || versionId !== newestVersionId)
    return [];
  const keyed =
    Object.keys(typed).length > 0 ? await acts.keyAgain(typed) : done([]);
  if (!keyed.ok)
    return keyed.because === "not_accepted" || keyed.because === "round_closed"
      ? []
      : [{ name: "", sentence: wordRefusal(keyed.because).sentence }];
  const values = await listKeyAgain(id);
  return values.flatMap(({ itemId, kind, isKeyed }, index) => {
    const wrong = keyed.value.find(({ item }) => item === itemId);
    const sentence = wrong
      ? mismatchSentence(wrong.typed, wrong.said)
      : notKeyedSentence(kind, index + 1);
    return isKeyed ? [] : [{ name: `key-${itemId}`, sentence }];
  });
}
