import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Approves one version of a reusable text for all pages: by an editor or
 * clinical lead who did not write it, for the words of this hash.
 */
export async function approveReusable(
  sessionId: string,
  approval: { slug: string; number: number; sha256: string; reason: string },
): Promise<Outcome> {
  const { slug, number, sha256, reason } = approval;
  const values = [sessionId, slug, number, sha256, reason];
  return runAct(appPool(), "approve_component", values);
}
