import { runAct } from "~/data/act.server";
import { authPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { Expertise } from "~/domain/words";

/**
 * Asks a verified outside expert for a signature on the version of a link they
 * have: a seat of the round, and a new link by mail. Gives the new link's id.
 */
export function askOutsideToSign(
  sessionId: string,
  asked: { linkId: string; expertise: Expertise; days: number },
): Promise<Outcome<string>> {
  return runAct(authPool(), "ask_outside_to_sign", [
    ...[sessionId, asked.linkId, asked.expertise, asked.days],
  ]);
}
