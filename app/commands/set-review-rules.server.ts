import { type Queryable, runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import type { Outcome } from "~/domain/outcome";
import type { RulesSet } from "~/domain/review-rules";
import type { PageKind } from "~/domain/words";

export type RulesChange = RulesSet & {
  kind: PageKind;
  /** The number of the rules that were on the screen. */
  baseNumber: number;
  /** Days over which pages are spread that a shorter interval would crowd on one day. */
  spreadDays: number;
};

/**
 * Sets new review rules for a kind of page. Open rounds keep theirs; a shorter
 * interval brings the days of live pages forward. Gives the rules' id. In a
 * rehearsal `database` is its transaction.
 */
export async function setReviewRules(
  sessionId: string,
  change: RulesChange,
  database: Queryable = appPool(),
): Promise<Outcome<string>> {
  const { asksOutsider, addsPharmacist, addsLivedExperience } = change;
  const { carriesSections, allowsMailedCode, spreadDays } = change;
  return runAct(database, "set_review_rules", [
    ...[sessionId, change.kind],
    ...[change.intervalMonths, change.maxIntervalMonths],
    ...[change.respondDays, change.reviewDays],
    ...[change.signatureDays, change.graceDays],
    ...[JSON.stringify(change.reminders), JSON.stringify(change.needs)],
    JSON.stringify({
      ...{ asksOutsider, addsPharmacist, addsLivedExperience },
      ...{ carriesSections, allowsMailedCode, spreadDays },
    }),
    change.baseNumber,
  ]);
}
