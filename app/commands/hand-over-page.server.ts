import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Makes another person answerable for a page. */
export async function handOverPage(
  sessionId: string,
  { pageId, ownerId }: { pageId: string; ownerId: string },
): Promise<Outcome> {
  return runAct(appPool(), "hand_over_page", [sessionId, pageId, ownerId]);
}
