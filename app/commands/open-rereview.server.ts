import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { runChecksOn } from "./run-checks.server";

/**
 * Puts the unchanged live text in front of its reviewers again as a full
 * review. Whoever opens it writes nothing and may sign. Gives the version's id.
 */
export async function openRereview(
  sessionId: string,
  pageId: string,
): Promise<Outcome<string>> {
  const opened = await runAct<string>(appPool(), "open_rereview", [
    ...[sessionId, pageId],
  ]);
  // Its reviewers read what the checks find on today's data, not on that of then.
  if (opened.ok) await runChecksOn(opened.value);
  return opened;
}
