import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Keeps that sentences of an unchanged text are still true as of a day, each
 * with its source. It moves no date. Gives how many were kept.
 */
export async function confirmClaims(
  sessionId: string,
  input: {
    assignmentId: string;
    contentSha256: string;
    day: string;
    sources: Record<string, string>;
  },
): Promise<Outcome<number>> {
  const { assignmentId, contentSha256, day, sources } = input;
  const values = [sessionId, assignmentId, contentSha256, day];
  return runAct(appPool(), "confirm_claims", [
    ...[...values, JSON.stringify(sources)],
  ]);
}
