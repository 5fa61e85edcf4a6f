import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Declares one's interests for a year; a later declaration takes its place. */
export async function declareInterests(
  sessionId: string,
  declared: { hasNone: boolean; statement: string },
): Promise<Outcome<string>> {
  return runAct(appPool(), "declare_interests", [
    ...[sessionId, declared.hasNone, declared.statement],
  ]);
}
