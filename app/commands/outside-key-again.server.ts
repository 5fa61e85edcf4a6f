import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { Mismatch } from "./key-again.server";

/** Keeps the values that an outside expert typed from the source, and tells what does not agree. */
export async function outsideKeyAgain(
  outsideSession: string,
  contentSha256: string,
  typed: Record<string, string>,
): Promise<Outcome<Mismatch[]>> {
  return runAct(appPool(), "outside_key_again", [
    ...[outsideSession, contentSha256, JSON.stringify(typed)],
  ]);
}
