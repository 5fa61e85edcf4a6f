import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { refreshChecksOn } from "./run-checks.server";

/**
 * Makes the waiting versions of a set public in one act: all of them, or none.
 * Runs the checks first where they are too old. Gives how many went out.
 */
export async function publishSet(
  sessionId: string,
  setId: string,
  versionIds: string[],
): Promise<Outcome<number>> {
  for (const versionId of versionIds) {
    const checked = await refreshChecksOn(versionId);
    if (!checked.ok) return checked;
  }
  return runAct(appPool(), "publish_set", [sessionId, setId, versionIds]);
}
