import { setReviewRules } from "~/commands/set-review-rules.server";
import { appPool } from "~/data/pools.server";
import { inRehearsal, settle } from "~/data/rehearsal.server";
import {
  type DueMoved,
  listDuesMoved,
  listKnown,
  listLoadByMonth,
} from "~/data/rehearsed-effects.server";
import { findRulesInForce } from "~/data/review-rules.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { PageKind } from "~/domain/words";

export type IntervalRehearsed = {
  /** The interval that holds now, in months. */
  before: number;
  moved: DueMoved[];
  /** Seats that reviews ask for, month by month, now and then. */
  load: { month: string; now: number; then: number }[];
};

/**
 * What would follow if the reviews of a kind of page were so many months
 * apart, everything else of its rules as it is: the act itself, read and taken
 * back. Pages that `viewerId` may not know of are left out.
 */
export async function rehearseInterval(
  sessionId: string,
  viewerId: string,
  change: { kind: PageKind; months: number; spreadDays: number },
): Promise<Outcome<IntervalRehearsed>> {
  const { kind, months: intervalMonths, spreadDays } = change;
  const rules = await findRulesInForce(kind);
  if (!rules) return refused("not_found");
  const rehearsed = await inRehearsal(async (database) => {
    const now = await listLoadByMonth(database, viewerId);
    const outcome = await setReviewRules(
      sessionId,
      { ...rules, intervalMonths, spreadDays, baseNumber: rules.number },
      database,
    );
    if (!outcome.ok) return outcome;
    await settle(database);
    const then = await listLoadByMonth(database, viewerId);
    const load = now.map(({ month, seats }, index) => ({
      ...{ month, now: seats, then: then[index]?.seats ?? 0 },
    }));
    return done({ moved: await listDuesMoved(database), load });
  });
  if (!rehearsed.ok) return rehearsed;
  const { moved, load } = rehearsed.value;
  const known = await listKnown(
    appPool(),
    moved.map(({ pageId }) => pageId),
    viewerId,
  );
  return done({
    before: rules.intervalMonths,
    moved: moved.filter(({ pageId }) => known.has(pageId)),
    load,
  });
}
