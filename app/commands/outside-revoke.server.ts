import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { RevocationKind } from "~/domain/words";
import { tryOutsideCode, type TypedCode } from "./try-outside-code.server";

/**
 * Takes back what an outside expert approved, by a mailed code, and says why. It
 * does to the page what anybody's revoking does.
 */
export async function outsideRevoke(
  outsideSession: string,
  code: TypedCode,
  revoked: { contentSha256: string; kind: RevocationKind; reason: string },
): Promise<Outcome> {
  const { contentSha256, kind, reason } = revoked;
  const tried = await tryOutsideCode(
    ...([outsideSession, code, contentSha256, "revoke_approval"] as const),
  );
  if (!tried.ok) return tried;
  return runAct(appPool(), "outside_revoke", [
    ...[outsideSession, contentSha256, kind, reason],
  ]);
}
