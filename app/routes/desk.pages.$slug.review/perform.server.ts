import type { PageAsked } from "~/auth/require-page.server";
import { assign } from "~/commands/assign.server";
import { closeComment } from "~/commands/close-comment.server";
import { dismissAssignment } from "~/commands/dismiss-assignment.server";
import { raiseComment } from "~/commands/raise-comment.server";
import { takeBack } from "~/commands/take-back.server";
import { findPageOfRound } from "~/data/assignments.server";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";
import {
  assignForm,
  assignmentForm,
  closingForm,
  teamRemarkForm,
  versionForm,
} from "./forms";

/** Performs the act that a form of the review screen names; null for no such act. */
export async function perform(
  asked: PageAsked,
  sent: FormData,
): Promise<Performed | null> {
  switch (sent.get("intent")) {
    case "assign":
      return ask(asked, sent);
    case "dismiss":
      return dismiss(asked, sent);
    case "take_back":
      return takeVersionBack(asked, sent);
    case "raise_comment":
      return remark(asked, sent);
    case "close_comment":
      return close(asked, sent);
    default:
      return null;
  }
}

async function ask(
  { sessionId, page }: PageAsked,
  sent: FormData,
): Promise<Performed | null> {
  const form = parseForm(assignForm, sent);
  if (!form.ok) return wrong("assign", 422, form.errors, form.typed);
  const { answers, ...input } = form.values;
  if ((await findPageOfRound(input.roundId)) !== page.id) return null;
  const outcome = await assign(sessionId, {
    ...input,
    answersDecisionId: answers,
  });
  if (outcome.ok) return done("assigned");
  const { status, errors } = refusedForm(
    outcome,
    { day_out_of_range: "respondBy" },
    "reviewerId",
  );
  return wrong("assign", status, errors, form.typed);
}

async function dismiss(
  { sessionId }: PageAsked,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(assignmentForm, sent);
  if (!form.ok) return wrong("dismiss", 422, form.errors, form.typed);
  const outcome = await dismissAssignment(sessionId, form.values.assignmentId);
  if (outcome.ok || outcome.because === "already_decided")
    return done("dismissed");
  const { status, errors } = refusedForm(outcome, {}, "dismiss");
  return wrong("dismiss", status, errors, form.typed);
}

async function takeVersionBack(
  { sessionId }: PageAsked,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(versionForm, sent);
  if (!form.ok) return wrong("take_back", 422, form.errors, form.typed);
  const outcome = await takeBack(sessionId, form.values.versionId);
  if (outcome.ok) return done("taken_back");
  const { status, errors } = refusedForm(outcome, {}, "take_back");
  return wrong("take_back", status, errors, form.typed);
}

async function remark(
  { sessionId, person }: PageAsked,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(teamRemarkForm, sent);
  if (!form.ok) return wrong("raise_comment", 422, form.errors, form.typed);
  const { remark: body, ...rest } = form.values;
  const outcome = await raiseComment(sessionId, person.id, { ...rest, body });
  if (outcome.ok) return done("remarked");
  const { status, errors } = refusedForm(
    outcome,
    { not_a_reviewer: "kind" },
    "remark",
  );
  return wrong("raise_comment", status, errors, form.typed);
}

async function close(
  { sessionId }: PageAsked,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(closingForm, sent);
  if (!form.ok) return wrong("close_comment", 422, form.errors, form.typed);
  const { commentId, closeReason } = form.values;
  const outcome = await closeComment(sessionId, commentId, closeReason);
  if (outcome.ok)
    return done(outcome.value ? "remark_closed" : "remark_half_closed");
  if (outcome.because === "already_closed") return done("remark_closed");
  const { status, errors } = refusedForm(outcome, {}, "closeReason");
  return wrong("close_comment", status, errors, form.typed);
}
