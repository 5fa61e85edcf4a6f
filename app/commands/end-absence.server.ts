import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Back early, or not away after all; what was handed over stays there. */
export async function endAbsence(
  sessionId: string,
  absenceId: string,
): Promise<Outcome> {
  return runAct(appPool(), "end_absence", [sessionId, absenceId]);
}
