import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { OutsideAct } from "~/domain/words";

/** Has a code mailed to an outside expert's verified address, for one act on one text. */
export async function outsideRequestCode(
  outsideSession: string,
  contentSha256: string,
  act: OutsideAct,
): Promise<Outcome<string>> {
  return runAct(appPool(), "outside_request_code", [
    ...[outsideSession, contentSha256, act],
  ]);
}
