import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Closes the open safety correction of a page, with its round if it has one. */
export async function dropCorrection(
  sessionId: string,
  pageId: string,
): Promise<Outcome> {
  return runAct(appPool(), "drop_correction", [sessionId, pageId]);
}
