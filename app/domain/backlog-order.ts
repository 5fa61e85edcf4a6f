/** How much harm a page that is out of date could do, as an editor sees it. */
export const riskClasses = ["high", "medium", "low"] as const;
export type RiskClass = (typeof riskClasses)[number];

/** What a page's place in the backlog is worked out from. */
export type BacklogFacts = {
  id: string;
  /** Null: nobody has said, which counts as medium. */
  risk: RiskClass | null;
  /** Readers in a month; null: not known, which counts as from 100 to 999. */
  readersPerMonth: number | null;
  /** Days past the date that its source states; negative before it, null without one. */
  lateDays: number | null;
};

/** Readers in a month, in steps of ten: 0 for 10,000 or more, 3 for fewer than 100. */
function readersStep(readersPerMonth: number | null): 0 | 1 | 2 | 3 {
  if (readersPerMonth === null) return 2;
  if (readersPerMonth >= 10_000) return 0;
  if (readersPerMonth >= 1_000) return 1;
  return readersPerMonth >= 100 ? 2 : 3;
}

/**
 * The order in which pages published elsewhere are reviewed: the higher risk
 * first; of one risk the page with more readers, in steps of ten, so that a
 * handful more do not outweigh years; then the one that is longest past the
 * date its source states, a page that states none last (product.md, 7). A page
 * of which nothing more is known stands by its id, so that the order is one.
 */
export function inBacklogOrder<Page extends BacklogFacts>(
  pages: readonly Page[],
): Page[] {
  return [...pages].sort(
    (one, other) =>
      riskStep(one) - riskStep(other) ||
      readersStep(one.readersPerMonth) - readersStep(other.readersPerMonth) ||
      lateness(other) - lateness(one) ||
      (one.id < other.id ? -1 : 1),
  );
}

function riskStep({ risk }: BacklogFacts): number {
  return riskClasses.indexOf(risk ?? "medium");
}

function lateness({ lateDays }: BacklogFacts): number {
  return lateDays ?? Number.MIN_SAFE_INTEGER;
}
