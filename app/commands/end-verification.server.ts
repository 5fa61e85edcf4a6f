import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** An editor takes a verification back; what was signed under it and is not public counts no more. */
export async function endVerification(
  sessionId: string,
  verificationId: string,
  reason: string,
): Promise<Outcome> {
  return runAct(appPool(), "end_verification", [
    ...[sessionId, verificationId, reason],
  ]);
}
