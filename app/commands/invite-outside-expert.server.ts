import { runAct } from "~/data/act.server";
import { authPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { absolute, paths } from "~/lib/paths";
import { hashToken, makeToken } from "~/lib/token.server";

export type OutsideExpert = {
  versionId: string;
  email: string;
  name: string;
  credentials: string;
  affiliation: string;
  /** For how many days the link works, 1 to 60. */
  days: number;
};

/**
 * Mails somebody without an account a link to one version. The auth role
 * records it, because whoever opens it reads as that person. Gives its id.
 */
export async function inviteOutsideExpert(
  sessionId: string,
  origin: string,
  expert: OutsideExpert,
): Promise<Outcome<string>> {
  const token = makeToken();
  const link = absolute(origin, paths.outside(token));
  return runAct(authPool(), "invite_outside_expert", [
    ...[sessionId, expert.versionId, expert.email, expert.name],
    ...[expert.credentials, expert.affiliation, expert.days],
    ...[hashToken(token), link],
  ]);
}
