import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Puts the pen down; done too for one who does not hold it. */
export async function releasePen(
  sessionId: string,
  draftId: string,
): Promise<Outcome> {
  return runAct(appPool(), "release_pen", [sessionId, draftId]);
}
