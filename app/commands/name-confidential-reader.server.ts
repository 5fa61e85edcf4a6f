import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Lets one more editor know of a page that is confidential until a day. */
export async function nameConfidentialReader(
  sessionId: string,
  pageId: string,
  personId: string,
): Promise<Outcome> {
  return runAct(appPool(), "name_confidential_reader", [
    sessionId,
    pageId,
    personId,
  ]);
}
