import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Gives an open request of somebody who is away to their deputy. "nobody":
 * none may take it, and the collection lead was told; "gone": another worker
 * was first, or nothing is open any more.
 */
export async function handOverAbsent(
  assignmentId: string,
): Promise<Outcome<"handed_over" | "nobody" | "gone">> {
  return runAct(appPool(), "hand_over_absent", [assignmentId]);
}
