import { rehearseStep, type DueRehearsal } from "~/data/schedules.server";
import type { Outcome } from "~/domain/outcome";
import { refreshChecksTogether } from "./run-checks.server";

/**
 * Runs the gate before a scheduled hour, its checks first, as it will run at
 * that hour. Gives how many reasons it found; null when another instance was
 * faster or the schedule is gone.
 */
export async function rehearse(
  due: DueRehearsal,
): Promise<Outcome<number | null>> {
  const checked = await refreshChecksTogether(due.scheduleId);
  if (!checked.ok) return checked;
  return rehearseStep(due);
}
