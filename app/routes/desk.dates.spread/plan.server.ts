import {
  findLoadNames,
  getLoadFacts,
  type LoadFacts,
  type SpreadPage,
} from "~/data/review-load.server";
import type { ListViewer } from "~/data/visible-pages.server";
import { addDays, type Day } from "~/domain/days";
import {
  type OverWeek,
  type ReviewToSpread,
  spreadReviews,
} from "~/domain/spread-reviews";
import { overInWords } from "~/wording/spread";

/** A review that would be brought forward, with its reasons in words. */
export type PlannedMove = {
  key: string;
  page: SpreadPage;
  from: Day;
  to: Day;
  because: string[];
};

export type SpreadPlan = {
  moves: PlannedMove[];
  /** How many more there are than are shown. */
  more: number;
  /** Weeks that stay above what is taken, in words. */
  left: string[];
};

/** Nobody brings a date closer than this to today. */
const leastDays = 14;

/** What would be brought forward so that no week asks for too much, the soonest first. */
export async function planSpread(
  viewer: ListViewer,
  limit: number,
): Promise<SpreadPlan> {
  const facts = await getLoadFacts(viewer.personId);
  const { reviews, fixed } = reviewsOf(facts);
  const spread = spreadReviews(
    reviews,
    fixed,
    roomIn(facts),
    addDays(facts.today, leastDays),
  );
  const over = [...spread.left, ...spread.moves.flatMap((m) => m.because)];
  const { pages, people } = await findLoadNames(
    viewer,
    spread.moves.map(({ pageId }) => pageId),
    over.flatMap(({ who }) => personOf(who) ?? []),
  );
  const pageById = new Map(pages.map((page) => [page.id, page]));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const words = (week: OverWeek) => {
    const person = personOf(week.who);
    return overInWords({
      ...week,
      name: person ? (names.get(person) ?? "a reviewer") : null,
      expertise: person ? null : week.who.replace(/^as:/, ""),
    });
  };
  const moves = spread.moves.flatMap(({ pageId, from, to, because }) => {
    const page = pageById.get(pageId);
    const key = [pageId, from, to].join("~");
    return page ? [{ key, page, from, to, because: because.map(words) }] : [];
  });
  return {
    moves: moves.slice(0, limit),
    more: Math.max(0, moves.length - limit),
    left: spread.left.map(words),
  };
}

/** Reviews that may move, and those that are asked for already, each with whom it asks. */
function reviewsOf({ seats }: LoadFacts) {
  const underReview = new Set(
    seats.filter(({ what }) => what === "asked").map(({ pageId }) => pageId),
  );
  const byPage = new Map<string, ReviewToSpread>();
  const fixed: ReviewToSpread[] = [];
  for (const { what, pageId, onDay, expertise, personId } of seats) {
    const asks = [`as:${expertise}`, ...(personId ? [`who:${personId}`] : [])];
    const known = byPage.get(pageId);
    if (what === "asked" || underReview.has(pageId))
      fixed.push({ pageId, dueOn: onDay, asks });
    else
      byPage.set(pageId, {
        ...{ pageId, dueOn: onDay },
        asks: [...(known?.asks ?? []), ...asks],
      });
  }
  return { reviews: [...byPage.values()], fixed };
}

/**
 * What is taken in a week: by a person, or by all who hold an expertise. One
 * that nobody holds is no matter of weeks: those pages are listed elsewhere.
 */
function roomIn({ capacity, holders }: LoadFacts) {
  const holds = new Map<string, string[]>();
  for (const { personId, expertise } of holders)
    holds.set(personId, [...(holds.get(personId) ?? []), expertise]);
  const held = new Set(holders.map(({ expertise }) => `as:${expertise}`));
  const room = new Map<string, number>();
  const add = (who: string, week: Day, reviews: number) =>
    room.set(`${who} ${week}`, (room.get(`${who} ${week}`) ?? 0) + reviews);
  for (const { personId, week, reviews } of capacity) {
    add(`who:${personId}`, week, reviews);
    for (const expertise of holds.get(personId) ?? [])
      add(`as:${expertise}`, week, reviews);
  }
  return (who: string, week: Day) =>
    who.startsWith("as:") && !held.has(who)
      ? Number.POSITIVE_INFINITY
      : (room.get(`${who} ${week}`) ?? 0);
}

function personOf(who: string): string | null {
  return who.startsWith("who:") ? who.slice(4) : null;
}
