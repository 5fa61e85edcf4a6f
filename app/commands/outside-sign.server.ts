import { actOnce } from "~/data/act-once.server";
import { runAct } from "~/data/act.server";
import { findLatestDecisionId } from "~/data/decisions.server";
import { type Outcome, refused } from "~/domain/outcome";
import type { DecisionInput } from "./sign-decision.server";
import { tryOutsideCode, type TypedCode } from "./try-outside-code.server";

/**
 * Signs an outside expert's verdict, confirmed by the code that was mailed to
 * them for this verdict on this text. A form sent twice signs one decision.
 * Gives the decision's id.
 */
export async function outsideSign(
  outsideSession: string,
  code: TypedCode,
  input: DecisionInput,
): Promise<Outcome<string>> {
  const { contentSha256, verdict } = input;
  const tried = await tryOutsideCode(
    ...([outsideSession, code, contentSha256, verdict] as const),
  );
  return actOnce(`sign_decision ${input.assignmentId}`, async (database) => {
    const latest = await findLatestDecisionId(database, input.assignmentId);
    if (latest !== input.seenDecisionId) return refused("already_decided");
    if (!tried.ok) return tried;
    return runAct<string>(database, "outside_sign", [
      ...[outsideSession, contentSha256, verdict, input.meaning],
      ...[input.comment, input.evidenceCheckedTo, input.nextReviewDue],
      input.answers ? JSON.stringify(input.answers) : null,
    ]);
  });
}
