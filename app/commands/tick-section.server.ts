import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Ticks a section of the version under review as looked at, or takes the tick away. */
export async function tickSection(
  sessionId: string,
  tick: { assignmentId: string; anchor: string; isLookedAt: boolean },
): Promise<Outcome> {
  const { assignmentId, anchor, isLookedAt } = tick;
  const values = [sessionId, assignmentId, anchor, isLookedAt];
  return runAct(appPool(), "tick_section", values);
}
