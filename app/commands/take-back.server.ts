import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Takes a version back from its reviewers: the round closes, its people are released. */
export async function takeBack(
  sessionId: string,
  versionId: string,
): Promise<Outcome> {
  return runAct(appPool(), "take_back", [sessionId, versionId]);
}
