import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** A comment of an outside expert on the version of their link. */
export async function outsideComment(
  outsideSession: string,
  { quotation, body }: { quotation: string; body: string },
): Promise<Outcome<string>> {
  return runAct(appPool(), "outside_comment", [
    outsideSession,
    quotation,
    body,
  ]);
}
