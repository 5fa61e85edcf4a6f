import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Sets a blocking finding aside while the text that it is about stands: one
 * reviewer of the matching expertise who did not write it, with a reason.
 */
export async function setAsideFinding(
  sessionId: string,
  findingId: string,
  reason: string,
): Promise<Outcome<string>> {
  return runAct(appPool(), "set_aside_finding", [sessionId, findingId, reason]);
}
