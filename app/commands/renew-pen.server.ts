import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Says that the holder of the pen is still there. Gives who asks for it, or null. */
export async function renewPen(
  sessionId: string,
  draftId: string,
): Promise<Outcome<string | null>> {
  return runAct(appPool(), "renew_pen", [sessionId, draftId]);
}
