import type { PageAsked } from "~/auth/require-page.server";
import { assign } from "~/commands/assign.server";
import { dismissAssignment } from "~/commands/dismiss-assignment.server";
import { nameAlternates } from "~/commands/name-alternates.server";
import { settleColleague } from "~/commands/settle-colleague.server";
import { takeBack } from "~/commands/take-back.server";
import { findPageOfRound } from "~/data/assignments.server";
import { parseForm } from "~/lib/parse-form";
import { done, type Performed, wrong } from "~/lib/performed";
import { refusedForm } from "~/wording/refused-form";
import { performComment } from "../desk.pages.$slug.comments/perform-comment.server";
import {
  alternatesForm,
  assignForm,
  assignmentForm,
  colleagueDecisionForm,
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
    case "name_alternates":
      return alternates(asked, sent);
    case "settle_colleague":
      return settle(asked, sent);
    case "take_back":
      return takeVersionBack(asked, sent);
    default:
      return comment(asked, sent);
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

async function alternates(
  { sessionId, page }: PageAsked,
  sent: FormData,
): Promise<Performed | null> {
  const form = parseForm(alternatesForm, sent);
  if (!form.ok) return wrong("name_alternates", 422, form.errors, form.typed);
  const { roundId, expertise, people } = form.values;
  if ((await findPageOfRound(roundId)) !== page.id) return null;
  const outcome = await nameAlternates(sessionId, roundId, expertise, people);
  if (outcome.ok) return done("alternates_named");
  const { status, errors } = refusedForm(outcome, {}, "alternate-0");
  return wrong("name_alternates", status, errors, form.typed);
}

async function settle(
  { sessionId }: PageAsked,
  sent: FormData,
): Promise<Performed> {
  const form = parseForm(colleagueDecisionForm, sent);
  if (!form.ok) return wrong("settle", 422, form.errors, form.typed);
  const { colleagueId, decided } = form.values;
  const outcome = await settleColleague(sessionId, colleagueId, decided);
  if (outcome.ok || outcome.because === "already_decided")
    return done("colleague_settled");
  const { status, errors } = refusedForm(outcome, {}, "settle");
  return wrong("settle", status, errors, form.typed);
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

/** A new remark names the version it is about; the other acts name the remark. */
async function comment(
  asked: PageAsked,
  sent: FormData,
): Promise<Performed | null> {
  const form = parseForm(versionForm, sent);
  const versionId = form.ok ? form.values.versionId : "";
  return performComment(asked, { versionId }, sent);
}
