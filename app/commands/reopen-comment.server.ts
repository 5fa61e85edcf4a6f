import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Opens a closed comment again, with a reason; a must-fix blocks again. */
export async function reopenComment(
  sessionId: string,
  commentId: string,
  reason: string,
): Promise<Outcome> {
  return runAct(appPool(), "reopen_comment", [sessionId, commentId, reason]);
}
