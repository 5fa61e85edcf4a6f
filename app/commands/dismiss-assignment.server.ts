import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** An editor releases a reviewer who has not decided. */
export async function dismissAssignment(
  sessionId: string,
  assignmentId: string,
): Promise<Outcome> {
  return runAct(appPool(), "dismiss_assignment", [sessionId, assignmentId]);
}
