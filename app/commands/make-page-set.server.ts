import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/** Makes a set of pages that are published and fall together. Gives its id. */
export async function makePageSet(
  sessionId: string,
  name: string,
  pageIds: string[],
): Promise<Outcome<string>> {
  return runAct(appPool(), "make_page_set", [sessionId, name, pageIds]);
}
