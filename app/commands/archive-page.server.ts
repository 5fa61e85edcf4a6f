import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Closes a page for good: it goes down, its round and its schedule end. */
export async function archivePage(
  sessionId: string,
  pageId: string,
  reason: string,
): Promise<Outcome> {
  return runAct(appPool(), "archive_page", [sessionId, pageId, reason]);
}
