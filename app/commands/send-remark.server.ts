import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Makes one private remark a comment that the team sees, before the verdict. */
export async function sendRemark(
  sessionId: string,
  remarkId: string,
): Promise<Outcome> {
  return runAct(appPool(), "send_remark", [sessionId, remarkId]);
}
