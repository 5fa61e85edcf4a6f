import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Remembers that somebody looked at a version, or at a draft as it stands now. */
export async function recordLook(
  sessionId: string,
  at: { versionId: string } | { draftId: string },
): Promise<Outcome> {
  const [versionId, draftId] =
    "versionId" in at ? [at.versionId, null] : [null, at.draftId];
  return runAct(appPool(), "record_look", [sessionId, versionId, draftId]);
}
