import { actOnce } from "~/data/act-once.server";
import { runAct } from "~/data/act.server";
import { findLatestDecisionId } from "~/data/decisions.server";
import { appPool } from "~/data/pools.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { RefusalCode } from "~/domain/refusals";
import { hashCode } from "~/lib/token.server";
import type { DecisionInput } from "./sign-decision.server";

type Tried = "right" | "wrong" | "expired" | "spent" | "none";

const becauseOf: Record<Exclude<Tried, "right">, RefusalCode> = {
  wrong: "wrong_code",
  expired: "code_expired",
  spent: "code_spent",
  none: "code_missing",
};

/**
 * Signs an outside expert's verdict, confirmed by the code that was mailed to
 * them for this verdict on this text. A wrong code is counted, five at most. A
 * form sent twice signs one decision. Gives the decision's id.
 */
export async function outsideSign(
  outsideSession: string,
  code: { id: string | null; typed: string },
  input: DecisionInput,
): Promise<Outcome<string>> {
  const { contentSha256, verdict } = input;
  // Counted in a transaction of its own: a try stays a try, whatever follows.
  const tried = await tryCode(outsideSession, code, contentSha256, verdict);
  return actOnce(`sign_decision ${input.assignmentId}`, async (database) => {
    const latest = await findLatestDecisionId(database, input.assignmentId);
    if (latest !== input.seenDecisionId) return refused("already_decided");
    if (!tried.ok) return tried;
    if (tried.value !== "right") return refused(becauseOf[tried.value]);
    return runAct<string>(database, "outside_sign", [
      ...[outsideSession, contentSha256, verdict, input.meaning],
      ...[input.comment, input.evidenceCheckedTo, input.nextReviewDue],
      input.answers ? JSON.stringify(input.answers) : null,
    ]);
  });
}

async function tryCode(
  outsideSession: string,
  { id, typed }: { id: string | null; typed: string },
  contentSha256: string,
  verdict: string,
): Promise<Outcome<Tried>> {
  if (id === null) return done("none");
  return runAct(appPool(), "outside_try_code", [
    ...[outsideSession, hashCode(id, typed), contentSha256, verdict],
  ]);
}
