import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Keeps that sentences of an unchanged text are still true, as an outside expert says. */
export async function outsideConfirmClaims(
  outsideSession: string,
  said: { contentSha256: string; day: string; sources: Record<string, string> },
): Promise<Outcome<number>> {
  return runAct(appPool(), "outside_confirm_claims", [
    ...[outsideSession, said.contentSha256, said.day],
    JSON.stringify(said.sources),
  ]);
}
