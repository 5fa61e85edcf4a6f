import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Takes a notice down, with a reason. */
export async function takeDownNotice(
  sessionId: string,
  noticeId: string,
  reason: string,
): Promise<Outcome> {
  return runAct(appPool(), "take_down_notice", [sessionId, noticeId, reason]);
}
