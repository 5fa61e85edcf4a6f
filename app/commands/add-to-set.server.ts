import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Adds a page to a set; a page stands in one set at a time. */
export async function addToSet(
  sessionId: string,
  setId: string,
  pageId: string,
): Promise<Outcome> {
  return runAct(appPool(), "add_to_set", [sessionId, setId, pageId]);
}
