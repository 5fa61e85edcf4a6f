import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

export type AssignInput = {
  roundId: string;
  expertise: string;
  reviewerId: string;
  /** Days; null leaves them to the review rules. */
  respondBy: string | null;
  reviewBy: string | null;
  /** The request for changes that this reviewer is asked to adjudicate. */
  answersDecisionId?: string | null;
};

/** Asks one named reviewer for one expertise of an open round. Gives the assignment's id. */
export async function assign(
  sessionId: string,
  input: AssignInput,
): Promise<Outcome<string>> {
  return runAct(appPool(), "assign", [
    sessionId,
    input.roundId,
    input.expertise,
    input.reviewerId,
    input.respondBy,
    input.reviewBy,
    input.answersDecisionId ?? null,
  ]);
}
