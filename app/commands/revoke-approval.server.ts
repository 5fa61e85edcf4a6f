import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { RevocationKind } from "~/domain/words";

/**
 * Takes back one's own approval and says why. "Unsafe" hides the page at once;
 * the others put up a notice and hide it after 14 days if what is left does not
 * satisfy the rules.
 */
export async function revokeApproval(
  sessionId: string,
  grant: string,
  decisionId: string,
  kind: RevocationKind,
  reason: string,
): Promise<Outcome> {
  return runAct(appPool(), "revoke_approval", [
    sessionId,
    grant,
    decisionId,
    kind,
    reason,
  ]);
}
