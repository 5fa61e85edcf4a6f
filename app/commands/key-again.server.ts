import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** A value that the reviewer typed otherwise than the text has it. */
export type Mismatch = { item: string; said: string; typed: string };

/**
 * Keeps what a reviewer typed from the source for each value that changed, and
 * tells which do not agree with the text. Matches and mismatches are facts.
 */
export async function keyAgain(
  sessionId: string,
  input: {
    assignmentId: string;
    contentSha256: string;
    typed: Record<string, string>;
  },
): Promise<Outcome<Mismatch[]>> {
  const { assignmentId, contentSha256, typed } = input;
  const values = [sessionId, assignmentId, contentSha256];
  return runAct(appPool(), "key_again", [...values, JSON.stringify(typed)]);
}
