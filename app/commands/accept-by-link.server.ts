import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { hashToken } from "~/lib/token.server";

/** Whoever holds the link of a request accepts it, without an account. */
export async function acceptByLink(token: string): Promise<Outcome> {
  return runAct(appPool(), "accept_by_link", [hashToken(token)]);
}
