import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Gives a reviewer a later review-by day, with a reason that they read. Gives
 * the extension's id.
 */
export async function extendReviewBy(
  sessionId: string,
  input: { assignmentId: string; reviewBy: string; reason: string },
): Promise<Outcome<string>> {
  return runAct(appPool(), "extend_review_by", [
    sessionId,
    input.assignmentId,
    input.reviewBy,
    input.reason,
  ]);
}
