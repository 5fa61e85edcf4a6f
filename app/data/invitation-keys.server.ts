import { runAct } from "./act.server";
import { authPool } from "./pools.server";

/**
 * Keeps the hash of a new link with which somebody sets their password; false
 * when they have one, or were switched off. The auth role writes it, because
 * whoever holds the link is that person.
 */
export async function recordInvitationKey(
  personId: string,
  invitedBy: string | null,
  tokenHash: string,
): Promise<boolean> {
  const outcome = await runAct(authPool(), "record_invitation_key", [
    ...[personId, invitedBy, tokenHash],
  ]);
  return outcome.ok;
}

/**
 * Keeps the hash of the key of an outside expert's link, in place of an older
 * one; false when the link leads nowhere any more.
 */
export async function recordOutsideKey(
  linkId: string,
  tokenHash: string,
): Promise<boolean> {
  const outcome = await runAct(authPool(), "record_outside_key", [
    ...[linkId, tokenHash],
  ]);
  return outcome.ok;
}
