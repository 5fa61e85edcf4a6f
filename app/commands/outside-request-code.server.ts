import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { Verdict } from "~/domain/words";

/** Has a code mailed to an outside expert's verified address, for one verdict on one text. */
export async function outsideRequestCode(
  outsideSession: string,
  contentSha256: string,
  verdict: Verdict,
): Promise<Outcome<string>> {
  return runAct(appPool(), "outside_request_code", [
    ...[outsideSession, contentSha256, verdict],
  ]);
}
