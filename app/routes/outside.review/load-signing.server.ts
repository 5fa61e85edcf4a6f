import { renderMarked } from "~/content/anchors/mark-places";
import { listClaims } from "~/data/claims.server";
import { listDecisions } from "~/data/decisions.server";
import { listSignBlockers } from "~/data/gate.server";
import { listKeyAgain } from "~/data/key-again.server";
import { findOutsideSigning } from "~/data/outside-signing.server";
import { readContent } from "~/data/read-content.server";
import { listSections } from "~/data/section-standing.server";
import { listQuestions } from "~/data/short-forms.server";
import { addDays } from "~/domain/days";
import { wordRefusal } from "~/wording/refusals";
import { wordSignBlockers } from "~/wording/review";
import { isOfParts } from "../desk.reviews.$assignmentId._index/load-review.server";
import { signerOf } from "../desk.reviews.$assignmentId._index/signer-of";
import {
  keyMarks,
  valuesToKey,
} from "../desk.reviews.$assignmentId._index/values-to-key";

/** All that the signing part of the outside screen shows. */
export type OutsideSigningScreen = NonNullable<
  Awaited<ReturnType<typeof loadSigning>>
>;

/** What a link asks to be signed, with what stands in the way; null for an opinion only. */
export async function loadSigning(sessionId: string, personId: string) {
  const signing = await findOutsideSigning(sessionId, personId);
  if (!signing) return null;
  const { review, email, refusal } = signing;
  const [blockers, decisions, values, claims, questions, sections] =
    await Promise.all([
      listSignBlockers(review.id, review.contentSha256),
      listDecisions(review.versionId),
      listKeyAgain(review.id),
      listClaims(review.id),
      listQuestions(review.versionId),
      listSections(review.versionId),
    ]);
  const content = readContent(review.content);
  const stops = wordSignBlockers(blockers);
  // A mark leads to its field, which is there while a decision can be signed.
  const isForm =
    review.state === "accepted" &&
    review.closedBecause === null &&
    refusal === null &&
    stops.every((each) => each.stopsApprovalOnly);
  const html = renderMarked(content, isForm ? keyMarks(values, content) : []);
  const { contentSha256, versionNumber, expertise, state } = review;
  const { declarationUntil, interestLevel, intervalMonths, today } = review;
  const { earliestEvidenceDay, latestDue, respondBy, reviewBy } = review;
  return {
    ...{ contentSha256, versionNumber, expertise, state, email },
    ...{ declarationUntil, interestLevel, intervalMonths, today },
    ...{ earliestEvidenceDay, latestDue, respondBy, reviewBy },
    earliestDue: addDays(today, 1),
    timeZone: review.timeZone,
    isOpen: review.closedBecause === null,
    refusal: refusal && wordRefusal(refusal).sentence,
    blockers: stops.filter(({ code }) => code !== "not_accepted"),
    signature: decisions.find((each) => each.personId === personId) ?? null,
    html,
    values: valuesToKey(values, content, html),
    signer: signerOf(review),
    claims,
    questions,
    isOfParts: isOfParts(review, sections),
  };
}
