import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { NeedKind } from "~/domain/needs";
import type { Outcome } from "~/domain/outcome";

/**
 * Puts one matter away until a day, from this editor's desk only. Reminders
 * and escalation go on. Gives the id of what was kept.
 */
export async function snooze(
  sessionId: string,
  input: { pageId: string; need: NeedKind; until: string; reason: string },
): Promise<Outcome<string>> {
  return runAct(appPool(), "snooze", [
    sessionId,
    input.pageId,
    input.need,
    input.until,
    input.reason,
  ]);
}
