import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Keeps one's own approval of the same hash good for longer; it moves no date. */
export async function reaffirm(
  sessionId: string,
  grant: string,
  decisionId: string,
  contentSha256: string,
): Promise<Outcome> {
  return runAct(appPool(), "reaffirm", [
    sessionId,
    grant,
    decisionId,
    contentSha256,
  ]);
}
