import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Puts the unchanged live text in front of its reviewers again as a full
 * review. Whoever opens it writes nothing and may sign. Gives the version's id.
 */
export async function openRereview(
  sessionId: string,
  pageId: string,
): Promise<Outcome<string>> {
  return runAct(appPool(), "open_rereview", [sessionId, pageId]);
}
