import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Keeps the page from readers until that day begins; null lifts it. */
export async function setConfidentialUntil(
  sessionId: string,
  pageId: string,
  until: string | null,
): Promise<Outcome> {
  return runAct(appPool(), "set_confidential_until", [
    sessionId,
    pageId,
    until,
  ]);
}
