import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { hashToken } from "~/lib/token.server";

/** Whoever holds the link of a request says no; a reason is welcome and never needed. */
export async function declineByLink(
  token: string,
  reason: string,
): Promise<Outcome> {
  return runAct(appPool(), "decline_by_link", [hashToken(token), reason]);
}
