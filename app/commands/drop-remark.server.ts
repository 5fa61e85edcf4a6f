import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Throws one's own remark away that was never sent. */
export async function dropRemark(
  sessionId: string,
  remarkId: string,
): Promise<Outcome> {
  return runAct(appPool(), "drop_remark", [sessionId, remarkId]);
}
