import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";

/**
 * Keeps what a reader says is wrong with a page, as a watch item from nobody in
 * particular, and tells the editors. `readAt` is the whole address of the
 * version that was read. Refused for any address that readers have no text of,
 * and when too many came in a day. Gives nothing: a reader is told no more than
 * that it was taken.
 */
export async function reportMistake(
  slug: string,
  { what, readAt }: { what: string; readAt: string },
): Promise<Outcome<null>> {
  return runAct(appPool(), "report_mistake", [slug, what, readAt]);
}
