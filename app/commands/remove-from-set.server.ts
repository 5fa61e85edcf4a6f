import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Takes a page out of its set, with a reason; not by whoever withdrew it. */
export async function removeFromSet(
  sessionId: string,
  pageId: string,
  reason: string,
): Promise<Outcome> {
  return runAct(appPool(), "remove_from_set", [sessionId, pageId, reason]);
}
