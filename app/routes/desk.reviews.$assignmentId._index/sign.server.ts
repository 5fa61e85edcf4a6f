import type { SignedIn } from "~/auth/session.server";
import { grantSignature } from "~/auth/signing-grant.server";
import { reaffirm } from "~/commands/reaffirm.server";
import { revokeApproval } from "~/commands/revoke-approval.server";
import { signDecision } from "~/commands/sign-decision.server";
import type { SigningAct } from "~/data/credentials.server";
import { listDecisions, type SignedDecision } from "~/data/decisions.server";
import type { OwnReview } from "~/data/reviews.server";
import type { Outcome } from "~/domain/outcome";
import type { RefusalCode } from "~/domain/refusals";
import { parseForm } from "~/lib/parse-form";
import { approvalMeaning, verdictMeanings } from "~/wording/labels";
import {
  refusedForm,
  refusedPassword,
  refusedSignature,
} from "~/wording/refused-form";
import { listSections } from "~/data/section-standing.server";
import { isOfParts } from "./load-review.server";
import { actsOf, readApproval } from "./read-approval.server";
import { decisionForm, reaffirmForm, revocationForm } from "./forms";
import { done, wrong, type Performed } from "~/lib/performed";

/** Who signs, and from where they ask. */
export type Signer = { signedIn: SignedIn; address: string };

const decisionFields: Partial<Record<RefusalCode, string>> = {
  reason_missing: "comment",
  evidence_day_missing: "evidenceCheckedTo",
  grant_missing: "password",
  grant_expired: "password",
  answer_unexplained: "comment",
};

/**
 * Signs the verdict on the hash that was on the reviewer's screen. For an
 * approval, what was keyed is kept first, and a mismatch stops before anything
 * is signed.
 */
export async function decide(
  signer: Signer,
  review: OwnReview,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(decisionForm, sent);
  const isApproval = sent.get("verdict") === "approve";
  const asked = isApproval
    ? await readApproval(
        actsOf(signer.signedIn.sessionId, review),
        review,
        sent,
      )
    : { errors: [], answers: null };
  if (!form.ok || asked.errors.length > 0)
    return wrong(
      "decide",
      422,
      [...asked.errors, ...(form.ok ? [] : form.errors)],
      form.typed,
    );
  const { sha, seen, password, verdict, filledDue, ...rest } = form.values;
  const confirmed = await confirm(signer, "sign_decision", sha, password);
  if (!confirmed.ok) {
    const { status, errors } = refusedPassword(confirmed);
    return wrong("decide", status, errors, form.typed);
  }
  const signed = await signDecision(
    signer.signedIn.sessionId,
    confirmed.value,
    {
      ...rest,
      nextReviewDue:
        rest.nextReviewDue === filledDue ? null : rest.nextReviewDue,
      assignmentId: review.id,
      contentSha256: sha,
      verdict,
      meaning:
        verdict === "approve"
          ? approvalMeaning(
              isOfParts(review, await listSections(review.versionId)),
            )
          : verdictMeanings[verdict],
      seenDecisionId: seen,
      answers: asked.answers,
    },
  );
  if (signed.ok) return done("signed");
  if (signed.because === "already_decided")
    return (await isSameAgain(signer, review, verdict, rest.comment))
      ? done("decided_already")
      : wrong("decide", 409, [decidedElsewhere], form.typed);
  const { status, errors } = refusedSignature(signed, {
    ...decisionFields,
    day_out_of_range: dayField(rest),
  });
  return wrong("decide", status, errors, form.typed);
}

/** Words of a second window that are not those of the first: kept, not signed. */
const decidedElsewhere = {
  name: "",
  sentence:
    "You decided on this version already, in another window. What you typed here is kept; sign it only if you want to decide again.",
};

/** Whether a form says no more than the decision that stands: a double press. */
async function isSameAgain(
  { signedIn }: Signer,
  { versionId }: OwnReview,
  verdict: string,
  comment: string,
): Promise<boolean> {
  const decisions = await listDecisions(versionId);
  const mine = decisions.find(
    ({ personId }) => personId === signedIn.person.id,
  );
  return mine?.verdict === verdict && mine.comment === comment;
}

function dayField({ nextReviewDue }: { nextReviewDue: string | null }): string {
  return nextReviewDue === null ? "evidenceCheckedTo" : "nextReviewDue";
}

/** Takes one's own approval back. */
export async function revoke(
  signer: Signer,
  decision: SignedDecision,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(revocationForm, sent);
  if (!form.ok) return wrong("revoke", 422, form.errors, form.typed);
  const { kind, reason, password } = form.values;
  const confirmed = await confirm(
    signer,
    "revoke_approval",
    decision.contentSha256,
    password,
  );
  if (!confirmed.ok) {
    const { status, errors } = refusedPassword(confirmed);
    return wrong("revoke", status, errors, form.typed);
  }
  const outcome = await revokeApproval(
    signer.signedIn.sessionId,
    confirmed.value,
    decision.id,
    kind,
    reason,
  );
  if (outcome.ok || outcome.because === "already_decided")
    return done("revoked");
  const { status, errors } = refusedForm(outcome, {}, "reason");
  return wrong("revoke", status, errors, form.typed);
}

/** Keeps one's own approval of the same text good for longer. */
export async function reaffirmApproval(
  signer: Signer,
  decision: SignedDecision,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(reaffirmForm, sent);
  if (!form.ok) return wrong("reaffirm", 422, form.errors, form.typed);
  const { contentSha256, id } = decision;
  const confirmed = await confirm(
    signer,
    "reaffirm",
    contentSha256,
    form.values.password,
  );
  if (!confirmed.ok) {
    const { status, errors } = refusedPassword(confirmed);
    return wrong("reaffirm", status, errors, form.typed);
  }
  const outcome = await reaffirm(
    signer.signedIn.sessionId,
    confirmed.value,
    id,
    contentSha256,
  );
  if (outcome.ok) return done("reaffirmed");
  const { status, errors } = refusedForm(outcome, {}, "password");
  return wrong("reaffirm", status, errors, form.typed);
}

function confirm(
  { signedIn: { person, sessionId }, address }: Signer,
  act: SigningAct,
  contentSha256: string,
  password: string,
): Promise<Outcome<string>> {
  return grantSignature({
    person,
    sessionId,
    act,
    contentSha256,
    password,
    address,
  });
}
