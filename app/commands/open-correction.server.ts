import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

export type CorrectionInput = {
  pageId: string;
  /** Ids of the blocks of the live text that are to be corrected. */
  scope: string[];
  reason: string;
};

/**
 * Opens a safety correction of the live text in its own small draft; an open
 * round is left alone. Gives the draft's id.
 */
export async function openCorrection(
  sessionId: string,
  { pageId, scope, reason }: CorrectionInput,
): Promise<Outcome<string>> {
  return runAct(appPool(), "open_correction", [
    sessionId,
    pageId,
    scope,
    reason,
  ]);
}
