import { runAct } from "~/data/act.server";
import { authPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Mails a person a new one-time link, good for 14 days, which is made as the
 * mail leaves; older ones keep working until one is used. The auth role does
 * it, because whoever sets a password is that person.
 */
export async function sendInvitation(
  sessionId: string,
  personId: string,
): Promise<Outcome> {
  return runAct(authPool(), "record_invitation", [sessionId, personId]);
}
