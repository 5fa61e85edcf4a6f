import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Takes an author off the team of a page; what they wrote stays theirs. */
export async function removeAuthor(
  sessionId: string,
  { pageId, personId }: { pageId: string; personId: string },
): Promise<Outcome> {
  return runAct(appPool(), "remove_author", [sessionId, pageId, personId]);
}
