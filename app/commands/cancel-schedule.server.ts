import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** An editor cancels a publication that has not happened yet. */
export async function cancelSchedule(
  sessionId: string,
  scheduleId: string,
): Promise<Outcome> {
  return runAct(appPool(), "cancel_schedule", [sessionId, scheduleId]);
}
