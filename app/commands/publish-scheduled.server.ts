import { carryOutSchedule, type DueSchedule } from "~/data/schedules.server";
import type { Outcome } from "~/domain/outcome";
import { refreshChecksOn } from "./run-checks.server";

/** Runs the checks where they are a day old, then lets the gate decide. */
export async function publishScheduled({
  scheduleId,
  versionId,
}: DueSchedule): Promise<Outcome<"published" | "refused" | "gone">> {
  const checked = await refreshChecksOn(versionId);
  if (!checked.ok) return checked;
  return carryOutSchedule(scheduleId);
}
