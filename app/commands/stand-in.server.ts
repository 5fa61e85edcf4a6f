import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Asks another reviewer in place of one who is late: the one is released and
 * the other asked, or neither. Gives the new assignment's id.
 */
export async function standIn(
  sessionId: string,
  assignmentId: string,
  reviewerId: string,
): Promise<Outcome<string>> {
  return runAct(appPool(), "stand_in", [sessionId, assignmentId, reviewerId]);
}
