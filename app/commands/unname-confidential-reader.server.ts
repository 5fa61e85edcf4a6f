import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Takes one editor off the names of a page that is confidential until a day. */
export async function unnameConfidentialReader(
  sessionId: string,
  pageId: string,
  personId: string,
): Promise<Outcome> {
  return runAct(appPool(), "unname_confidential_reader", [
    sessionId,
    pageId,
    personId,
  ]);
}
