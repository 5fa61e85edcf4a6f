import { handOverAbsent } from "~/commands/hand-over-absent.server";
import { listDueHandOvers } from "~/data/absences.server";

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
