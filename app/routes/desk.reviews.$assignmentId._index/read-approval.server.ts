import { z } from "zod";
import { keyAgain } from "~/commands/key-again.server";
import { listKeyAgain } from "~/data/key-again.server";
import type { OwnReview } from "~/data/reviews.server";
import { listQuestions } from "~/data/short-forms.server";
import { type FormAnswer, formAnswers } from "~/domain/words";
import type { FieldError } from "~/lib/parse-form";
import { refusals } from "~/wording/refusals";
import { mismatchSentence, notKeyedSentence } from "~/wording/review";
import { wordRefusal } from "~/wording/refusals";
import { fieldsNamed } from "./forms";
import { readClaims } from "./read-claims.server";

const answersForm = z.record(z.string(), z.enum(formAnswers));

/**
 * What an approval asks for besides the signature: keeps the values that were
 * keyed, and tells at each field what is missing or does not agree.
 */
export async function readApproval(
  sessionId: string,
  review: OwnReview,
  sent: FormData,
): Promise<{ errors: FieldError[]; answers: Record<string, FormAnswer> }> {
  const answers =
    answersForm.safeParse(fieldsNamed(sent, "answer-")).data ?? {};
  const questions = await listQuestions(review.versionId);
  const errors = [
    ...(await readClaims(sessionId, review, sent)),
    ...(await key(sessionId, review, sent)),
    ...questions
      .filter(({ id }) => answers[id] === undefined)
      .map(({ id }) => ({
        name: `answer-${id}`,
        sentence: refusals.answers_missing.sentence,
      })),
  ];
  return { errors, answers };
}

async function key(
  sessionId: string,
  { id, contentSha256, versionId, newestVersionId }: OwnReview,
  sent: FormData,
): Promise<FieldError[]> {
  const typed = fieldsNamed(sent, "key-");
  // A text that moved on is told by the signature's own refusal.
  if (sent.get("sha") !== contentSha256 || versionId !== newestVersionId)
    return [];
  if (Object.keys(typed).length > 0) {
    const keyed = await keyAgain(sessionId, {
      ...{ assignmentId: id, contentSha256, typed },
    });
    if (!keyed.ok)
      return keyed.because === "not_accepted" ||
        keyed.because === "round_closed"
        ? []
        : [{ name: "", sentence: wordRefusal(keyed.because).sentence }];
    if (keyed.value.length > 0)
      return keyed.value.map(({ item, typed: as, said }) => ({
        name: `key-${item}`,
        sentence: mismatchSentence(as, said),
      }));
  }
  const open = await listKeyAgain(id);
  return open
    .filter(({ isKeyed }) => !isKeyed)
    .map(({ itemId, kind }) => ({
      name: `key-${itemId}`,
      sentence: notKeyedSentence(kind),
    }));
}
