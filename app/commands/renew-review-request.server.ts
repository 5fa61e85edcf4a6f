import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { hashToken } from "~/lib/token.server";

/** Sends a new link to the same address when the old one has run out, once an hour. */
export async function renewReviewRequest(token: string): Promise<Outcome> {
  return runAct(appPool(), "renew_review_request", [hashToken(token)]);
}
