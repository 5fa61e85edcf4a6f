import { carryOutSchedule, type DueSchedule } from "~/data/schedules.server";
import type { Outcome } from "~/domain/outcome";
import { refreshChecksTogether } from "./run-checks.server";

/**
 * Runs the checks where they are a day old, then lets the gate decide: on one
 * page, or on all of a set that was scheduled together.
 */
export async function publishScheduled({
  scheduleId,
}: DueSchedule): Promise<Outcome<"published" | "refused" | "gone">> {
  const checked = await refreshChecksTogether(scheduleId);
  if (!checked.ok) return checked;
  return carryOutSchedule(scheduleId);
}
