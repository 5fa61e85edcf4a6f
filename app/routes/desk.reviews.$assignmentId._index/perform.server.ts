import { acceptAssignment } from "~/commands/accept-assignment.server";
import { answerInterests } from "~/commands/answer-interests.server";
import { declineAssignment } from "~/commands/decline-assignment.server";
import { proposeColleague } from "~/commands/propose-colleague.server";
import { setAsideFinding } from "~/commands/set-aside-finding.server";
import { listDecisions } from "~/data/decisions.server";
import type { OwnReview } from "~/data/reviews.server";
import { tickSection } from "~/commands/tick-section.server";
import type { Outcome } from "~/domain/outcome";
import { parseForm, type TypedForm } from "~/lib/parse-form";
import { refusedForm } from "~/wording/refused-form";
import { declineForm, interestsForm, setAsideForm, tickForm } from "./forms";
import { done, wrong, type Performed } from "~/lib/performed";
import {
  colleagueFields,
  colleagueForm,
  proposalOf,
} from "../review-request.$token/forms";
import { performComment } from "../desk.pages.$slug.comments/perform-comment.server";
import { performPrivate } from "./perform-private.server";
import { decide, reaffirmApproval, revoke, type Signer } from "./sign.server";

/** Performs the act that a form of the review screen names; null for no such act. */
export async function perform(
  signer: Signer,
  review: OwnReview,
  sent: FormData,
): Promise<Performed | null> {
  const { sessionId } = signer.signedIn;
  switch (sent.get("intent")) {
    case "accept":
      return press(
        "accepted",
        "accept",
        await acceptAssignment(sessionId, review.id),
      );
    case "decline":
      return decline(sessionId, review, sent);
    case "propose":
      return propose(sessionId, review, sent);
    case "answer_interests":
      return answer(sessionId, review, sent);
    case "decide":
      return decide(signer, review, sent);
    case "keep_remark":
    case "send_remark":
    case "drop_remark":
      return performPrivate(sessionId, review, sent);
    case "tick":
      return tick(sessionId, review, sent);
    case "set_aside":
      return setAside(sessionId, sent);
    case "revoke":
    case "reaffirm":
      return onOwnApproval(signer, review, sent);
    default:
      return performComment(signer.signedIn, review, sent);
  }
}

/** A button without fields: a second press leads where the first one led. */
function press(
  word: string,
  intent: string,
  outcome: Outcome<unknown>,
  typed: TypedForm = {},
): Performed {
  if (outcome.ok || outcome.because === "already_decided") return done(word);
  const { status, errors } = refusedForm(outcome, {}, intent);
  return wrong(intent, status, errors, typed);
}

async function decline(
  sessionId: string,
  review: OwnReview,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(declineForm, sent);
  if (!form.ok) return wrong("decline", 422, form.errors, form.typed);
  const { declineReason } = form.values;
  const outcome = await declineAssignment(sessionId, review.id, declineReason);
  return press("declined", "declineReason", outcome, form.typed);
}

async function propose(
  sessionId: string,
  review: OwnReview,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(colleagueForm, sent);
  if (!form.ok) return wrong("propose", 422, form.errors, form.typed);
  const outcome = await proposeColleague(
    sessionId,
    review.id,
    proposalOf(form.values),
  );
  if (outcome.ok) return done("proposed");
  const { status, errors } = refusedForm(
    outcome,
    colleagueFields,
    "colleagueName",
  );
  return wrong("propose", status, errors, form.typed);
}

async function answer(
  sessionId: string,
  { pageId }: OwnReview,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(interestsForm, sent);
  if (!form.ok) return wrong("answer_interests", 422, form.errors, form.typed);
  const outcome = await answerInterests(sessionId, { pageId, ...form.values });
  if (outcome.ok) return done("answered#interests");
  const { status, errors } = refusedForm(
    outcome,
    { statement_missing: "details" },
    "level",
  );
  return wrong("answer_interests", status, errors, form.typed);
}

/** The address that follows leads back to the section that was ticked. */
async function tick(
  sessionId: string,
  review: OwnReview,
  sent: FormData,
): Promise<Performed | null> {
  const form = parseForm(tickForm, sent);
  if (!form.ok) return null;
  const outcome = await tickSection(sessionId, {
    ...form.values,
    assignmentId: review.id,
  });
  return outcome.ok ? done(`ticked#tick-${form.values.anchor}`) : null;
}

async function setAside(sessionId: string, sent: FormData): Promise<Performed> {
  const form = parseForm(setAsideForm, sent);
  if (!form.ok) return wrong("set_aside", 422, form.errors, form.typed);
  const { findingId, whyRight } = form.values;
  const outcome = await setAsideFinding(sessionId, findingId, whyRight);
  if (outcome.ok) return done("set_aside");
  const { status, errors } = refusedForm(outcome, {}, "whyRight");
  return wrong("set_aside", status, errors, form.typed);
}

async function onOwnApproval(
  signer: Signer,
  { versionId }: OwnReview,
  sent: FormData,
): Promise<Performed | null> {
  const { id } = signer.signedIn.person;
  const decisions = await listDecisions(versionId);
  const decision = decisions.find(({ personId }) => personId === id);
  if (decision?.verdict !== "approve") return null;
  return sent.get("intent") === "revoke"
    ? revoke(signer, decision, sent)
    : reaffirmApproval(signer, decision, sent);
}
