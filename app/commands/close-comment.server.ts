import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Closes a remark, with a reason that reaches whoever raised it. Gives false
 * while a second editor is still needed.
 */
export async function closeComment(
  sessionId: string,
  commentId: string,
  reason: string,
): Promise<Outcome<boolean>> {
  return runAct(appPool(), "close_comment", [sessionId, commentId, reason]);
}
