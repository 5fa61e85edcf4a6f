import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Takes an outside expert's link back; who has it open loses it at once. */
export async function revokeOutsideLink(
  sessionId: string,
  linkId: string,
): Promise<Outcome> {
  return runAct(appPool(), "revoke_outside_link", [sessionId, linkId]);
}
