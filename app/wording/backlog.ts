import type { RiskClass } from "~/domain/backlog-order";
import { dayInWords } from "./days";
import { needLabel } from "./labels";

export const riskLabels = {
  high: "High",
  medium: "Medium",
  low: "Low",
} as const satisfies Record<RiskClass, string>;

/** "Medium, not set": what counts where nobody has said. */
export function riskInWords(risk: RiskClass | null): string {
  return risk === null ? "Medium, not set" : riskLabels[risk];
}

/** "1,200 a month"; what counts where it is not known. */
export function readersInWords(readersPerMonth: number | null): string {
  return readersPerMonth === null
    ? "Not known"
    : `${readersPerMonth.toLocaleString("en-GB")} a month`;
}

type Sum = { pages: number; isOverdue: number; zeroOn: string | null };

/** The backlog in one line, for the digest, the screen and the command line. */
export function backlogInOneLine({ pages, isOverdue, zeroOn }: Sum): string {
  if (pages === 0) return "No page published elsewhere waits for its review.";
  const of = pages === 1 ? "1 page" : `${pages.toLocaleString("en-GB")} pages`;
  const late = isOverdue === 0 ? "none" : isOverdue.toLocaleString("en-GB");
  const end =
    zeroOn === null
      ? "and some have no place in the plan."
      : `and the last is done by ${dayInWords(zeroOn)}.`;
  const own = pages === 1 ? "its own date" : "their own dates";
  return `${of} published elsewhere in the backlog, ${late} overdue by ${own}, ${end}`;
}

const mostNamed = 3;

/** Whose turn comes within the week: "This week it is the turn of A, B and 2 more." */
export function turnsInWords(titles: readonly string[]): string {
  if (titles.length === 0) return "No page’s turn comes this week.";
  const named = titles.slice(0, mostNamed);
  const rest = titles.length - named.length;
  const all = rest === 0 ? named : [...named, `${String(rest)} more`];
  const last = all.length > 1 ? all.pop() : undefined;
  const list = all.join(", ") + (last === undefined ? "" : ` and ${last}`);
  return `This week it is the turn of ${list}.`;
}

type Turn = {
  startsOn: string | null;
  endsOn: string | null;
  isUnderWay: boolean;
  lacks: readonly string[];
};

/** When a page's turn comes, or why it has none. */
export function turnInWords(turn: Turn): string {
  const { startsOn, endsOn, isUnderWay, lacks } = turn;
  if (isUnderWay) return `Under way, until ${dayInWords(endsOn ?? "")}`;
  if (lacks.length > 0)
    return `Never: nobody could be asked as ${lacks.map((seat) => needLabel(seat).toLowerCase()).join(" or ")}`;
  if (startsOn === null || endsOn === null)
    return "No room in the next five years";
  return `Week of ${dayInWords(startsOn)}, until ${dayInWords(endsOn)}`;
}

type Stated = {
  saidNextDue: string | null;
  nextDue: string | null;
  isOverdueThere: boolean;
  lateDays: number | null;
};

/** What its source says of its next review, in its words and in days. */
export function statedInWords(stated: Stated): string {
  const { saidNextDue, nextDue, isOverdueThere, lateDays } = stated;
  if (nextDue === null)
    return saidNextDue === null ? "Not stated" : `“${saidNextDue}”: no date`;
  const by = dayInWords(nextDue);
  const meant =
    saidNextDue === null || saidNextDue === by
      ? `By ${by}`
      : `“${saidNextDue}”: by ${by}`;
  if (!isOverdueThere || lateDays === null) return meant;
  const days =
    lateDays === 1 ? "1 day" : `${lateDays.toLocaleString("en-GB")} days`;
  return `${meant}, ${days} ago`;
}
