import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Gives a page another address. The old one leads to the new one for ever and
 * is never given to any page again.
 */
export async function renamePage(
  sessionId: string,
  input: { pageId: string; slug: string; reason: string },
): Promise<Outcome> {
  return runAct(appPool(), "rename_page", [
    sessionId,
    input.pageId,
    input.slug,
    input.reason,
  ]);
}
