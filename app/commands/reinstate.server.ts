import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { findLastVersionId } from "~/data/publications.server";
import type { Outcome } from "~/domain/outcome";
import { refreshChecksOn } from "./run-checks.server";

/**
 * Brings a withdrawn page back as it was: the same hash, its approvals
 * standing, in date, by another editor than the one who withdrew it. Runs the
 * checks first where the gate would find them too old. Gives the new
 * publication's id.
 */
export async function reinstate(
  sessionId: string,
  pageId: string,
  reason: string,
): Promise<Outcome<string>> {
  const versionId = await findLastVersionId(pageId);
  if (versionId) {
    const checked = await refreshChecksOn(versionId);
    if (!checked.ok) return checked;
  }
  return runAct(appPool(), "reinstate", [sessionId, pageId, reason]);
}
