import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Shows a withheld block again: a second editor, a reason. */
export async function returnBlock(
  sessionId: string,
  withheldId: string,
  reason: string,
): Promise<Outcome> {
  return runAct(appPool(), "return_block", [sessionId, withheldId, reason]);
}
