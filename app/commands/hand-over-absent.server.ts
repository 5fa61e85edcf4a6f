import { listDueHandOvers } from "~/data/absences.server";
import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Gives every open request of people who are away today to their deputies,
 * each in a transaction of its own; any number of workers may do this at once,
 * and twice. Gives how many moved.
 */
export async function handOverWhatIsDue(): Promise<number> {
  let moved = 0;
  for (const assignmentId of await listDueHandOvers()) {
    const outcome = await handOverAbsent(assignmentId);
    if (outcome.ok && outcome.value === "handed_over") moved += 1;
  }
  return moved;
}

/**
 * Gives an open request of somebody who is away to their deputy. "nobody":
 * none may take it, and the collection lead was told; "gone": another worker
 * was first, or nothing is open any more.
 */
async function handOverAbsent(
  assignmentId: string,
): Promise<Outcome<"handed_over" | "nobody" | "gone">> {
  return runAct(appPool(), "hand_over_absent", [assignmentId]);
}
