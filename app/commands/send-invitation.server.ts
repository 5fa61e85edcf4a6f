import { runAct } from "~/data/act.server";
import { authPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { absolute, paths } from "~/lib/paths";
import { hashToken, makeToken } from "~/lib/token.server";

/**
 * Mails a person a new one-time link, good for 14 days; older ones keep
 * working until one is used. The auth role records it, because whoever sets a
 * password is that person.
 */
export async function sendInvitation(
  sessionId: string,
  origin: string,
  personId: string,
): Promise<Outcome> {
  const token = makeToken();
  const link = absolute(origin, paths.invitation(token));
  return runAct(authPool(), "record_invitation", [
    ...[sessionId, personId, hashToken(token), link],
  ]);
}
