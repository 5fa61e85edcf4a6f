import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { findLiveVersionId } from "~/data/publications.server";
import { refused, type Outcome } from "~/domain/outcome";
import { refreshChecksOn } from "./run-checks.server";

/**
 * Makes a version public. Runs the checks first where their last run would be
 * too old for the gate; the gate decides the rest and lists every blocker. A
 * second press is told that the version is live. Gives the publication's id.
 */
export async function publish(
  sessionId: string,
  versionId: string,
): Promise<Outcome<string>> {
  const checked = await refreshChecksOn(versionId);
  if (!checked.ok) return checked;
  const outcome = await runAct<string>(appPool(), "publish", [
    sessionId,
    versionId,
  ]);
  if (outcome.ok || outcome.because !== "blocked") return outcome;
  const isLive = (await findLiveVersionId(versionId)) === versionId;
  return isLive ? refused("already_live") : outcome;
}
