import { runAct } from "~/data/act.server";
import { authPool } from "~/data/pools.server";
import { done, type Outcome } from "~/domain/outcome";
import { hashToken, makeToken } from "~/lib/token.server";

export const tokenScopes = ["read", "write", "sign"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/**
 * Gives a program a token that acts for one person, for a year. Only its hash
 * is kept, so it is shown this once.
 */
export async function makeApiToken(
  email: string,
  scope: TokenScope,
): Promise<Outcome<{ id: string; token: string }>> {
  const token = makeToken();
  const made = await runAct<string>(authPool(), "operator_make_token", [
    ...[email, scope, hashToken(token)],
  ]);
  return made.ok ? done({ id: made.value, token }) : made;
}

/** Ends a token at once. */
export async function endApiToken(tokenId: string): Promise<Outcome> {
  return runAct(authPool(), "operator_end_token", [tokenId]);
}
