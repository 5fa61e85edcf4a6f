import { actOnce } from "~/data/act-once.server";
import { runAct } from "~/data/act.server";
import { findLatestDecisionId } from "~/data/decisions.server";
import { refused, type Outcome } from "~/domain/outcome";
import type { FormAnswer, Verdict } from "~/domain/words";

export type DecisionInput = {
  assignmentId: string;
  /** The hash of the text that the reviewer saw. */
  contentSha256: string;
  verdict: Verdict;
  /** What the signature means, in the words that the signer was shown. */
  meaning: string;
  comment: string;
  evidenceCheckedTo: string | null;
  /** Null signs "the interval". */
  nextReviewDue: string | null;
  /** The signer's latest decision when the form was shown; null for none. */
  seenDecisionId: string | null;
  /** The short form by question; null for a decision without one. */
  answers?: Record<string, FormAnswer> | null;
};

/**
 * Signs a reviewer's verdict on the version and hash that they saw, with a
 * grant that works once. A form sent twice, or from two tabs, signs one
 * decision: the second is told that it has been decided already. A reviewer who
 * has seen their decision may sign another, and the latest counts. Gives the
 * decision's id.
 */
export async function signDecision(
  sessionId: string,
  grant: string,
  input: DecisionInput,
): Promise<Outcome<string>> {
  return actOnce(`sign_decision ${input.assignmentId}`, async (database) => {
    const latest = await findLatestDecisionId(database, input.assignmentId);
    if (latest !== input.seenDecisionId) return refused("already_decided");
    return runAct<string>(database, "sign_decision", [
      sessionId,
      grant,
      input.assignmentId,
      input.contentSha256,
      input.verdict,
      input.meaning,
      input.comment,
      input.evidenceCheckedTo,
      input.nextReviewDue,
      input.answers ? JSON.stringify(input.answers) : null,
    ]);
  });
}
