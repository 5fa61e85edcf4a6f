import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Takes the pen of a draft. Refused while somebody else holds it and was seen
 * in the last two minutes, with who and since when; an editor takes it all the
 * same by giving a reason.
 */
export async function takePen(
  sessionId: string,
  draftId: string,
  reason = "",
): Promise<Outcome> {
  return runAct(appPool(), "take_pen", [sessionId, draftId, reason]);
}
