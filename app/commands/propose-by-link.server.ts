import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import { hashToken } from "~/lib/token.server";
import type { Proposal } from "./propose-colleague.server";

/** Whoever holds the link of a request names a colleague; the editor decides. */
export async function proposeByLink(
  token: string,
  { name, email, note, declines }: Proposal,
): Promise<Outcome<string>> {
  return runAct(appPool(), "propose_by_link", [
    ...[hashToken(token), name, email, note, declines],
  ]);
}
