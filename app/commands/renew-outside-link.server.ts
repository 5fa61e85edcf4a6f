import { runAct } from "~/data/act.server";
import { authPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Mails a new link in place of one that has ended, for the same version and the
 * same signature. Gives the new link's id.
 */
export async function renewOutsideLink(
  sessionId: string,
  linkId: string,
  days: number,
): Promise<Outcome<string>> {
  return runAct(authPool(), "renew_outside_link", [sessionId, linkId, days]);
}
