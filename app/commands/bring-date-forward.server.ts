import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Moves the next review of the live page to an earlier day, not closer than 14
 * days from today, with a reason. Nobody can push it back.
 */
export async function bringDateForward(
  sessionId: string,
  pageId: string,
  due: string,
  reason: string,
): Promise<Outcome<string>> {
  return runAct(appPool(), "bring_date_forward", [
    sessionId,
    pageId,
    due,
    reason,
  ]);
}
