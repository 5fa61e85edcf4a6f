import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Puts an author on the team of a page: they may write it from now on. */
export async function addAuthor(
  sessionId: string,
  { pageId, personId }: { pageId: string; personId: string },
): Promise<Outcome> {
  return runAct(appPool(), "add_author", [sessionId, pageId, personId]);
}
