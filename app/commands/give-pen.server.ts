import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Hands the pen to whoever asked for it. */
export async function givePen(
  sessionId: string,
  draftId: string,
): Promise<Outcome> {
  return runAct(appPool(), "give_pen", [sessionId, draftId]);
}
