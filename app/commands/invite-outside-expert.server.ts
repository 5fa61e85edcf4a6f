import { runAct } from "~/data/act.server";
import { authPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

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
 * Mails somebody without an account a link to one version, made as the mail
 * leaves. The auth role does it, because whoever opens it reads as that person.
 * Gives the link's id.
 */
export async function inviteOutsideExpert(
  sessionId: string,
  expert: OutsideExpert,
): Promise<Outcome<string>> {
  return runAct(authPool(), "invite_outside_expert", [
    ...[sessionId, expert.versionId, expert.email, expert.name],
    ...[expert.credentials, expert.affiliation, expert.days],
  ]);
}
