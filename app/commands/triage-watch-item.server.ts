import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { TriageOutcome } from "~/domain/watch-items";

export type Triage = {
  itemId: string;
  pageId: string;
  /** The hash of the live text that was on the screen. */
  contentSha256: string;
  outcome: TriageOutcome;
  reason: string;
  /** For a signature that there is no effect. */
  grant: string | null;
  /** The earlier day, when the review is brought forward. */
  due: string | null;
  /** The blocks of a safety correction, or those to withhold. */
  blockIds: string[];
  /** Why the page is withdrawn. */
  withdrawalType: string | null;
};

/**
 * Decides once what an event means for one page, and performs what follows
 * from it by the existing act, with that act's own rules. Gives the triage's id.
 */
export async function triageWatchItem(
  sessionId: string,
  triage: Triage,
): Promise<Outcome<string>> {
  return runAct(appPool(), "triage_watch_item", [
    ...[sessionId, triage.grant, triage.itemId, triage.pageId],
    ...[triage.contentSha256, triage.outcome, triage.reason, triage.due],
    ...[triage.blockIds, triage.withdrawalType],
  ]);
}
