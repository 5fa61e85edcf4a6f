import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Puts a fixed sentence in the place of one block of the live page. One editor
 * and a reason; never blocked. Gives the id by which it is given back.
 */
export async function withholdBlock(
  sessionId: string,
  pageId: string,
  blockId: string,
  reason: string,
): Promise<Outcome<string>> {
  return runAct(appPool(), "withhold_block", [
    sessionId,
    pageId,
    blockId,
    reason,
  ]);
}
