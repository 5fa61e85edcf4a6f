import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Reminds a reviewer who has yet to answer or to decide; not more than once a
 * day. Gives the reminder's id.
 */
export async function remind(
  sessionId: string,
  assignmentId: string,
): Promise<Outcome<string>> {
  return runAct(appPool(), "remind", [sessionId, assignmentId]);
}
