import { type BacklogFacts, inBacklogOrder } from "./backlog-order";
import { addDays, type Day, daysBetween, weekdayOf } from "./days";
import { ReviewerRoom } from "./reviewer-room";

/** One page published elsewhere, with what its first review here asks for. */
export type BacklogPage = BacklogFacts & {
  /** Each seat of its review rules, once for each person wanted. */
  seats: readonly string[];
  /** Weeks that a review takes by those rules; at least one. */
  weeks: number;
  /** Nobody of these can review it. */
  authorIds: readonly string[];
  /** The day on which its open review is to end; null when none is open. */
  underWayUntil: Day | null;
};

/** How many reviews somebody holds at a time in the week that begins on a Monday. */
export type WeeklyRoom = { weekStart: Day; personId: string; reviews: number };

/** A review that is asked for or falls due on this desk, and holds people already. */
export type HeldReview = {
  onDay: Day;
  weeks: number;
  expertise: string;
  /** Null: nobody is named yet, so that anybody who could be asked is held. */
  personId: string | null;
  /** Open now, so that it holds its person from now on. */
  isOpen: boolean;
};

export type Reviewers = {
  /** From this Monday on; the plan looks no further than these weeks go. */
  room: readonly WeeklyRoom[];
  /** Who can be asked for an expertise. */
  holders: ReadonlyMap<string, readonly string[]>;
  held: readonly HeldReview[];
};

/** When the review of one page begins and ends; null: there is no room for it. */
export type BacklogTurn = {
  id: string;
  startsOn: Day | null;
  endsOn: Day | null;
  isUnderWay: boolean;
  reviewerIds: string[];
  /** Seats that too few people on the desk could ever fill for this page. */
  lacks: string[];
};

export type BacklogWeek = {
  startsOn: Day;
  starting: number;
  finished: number;
  /** Pages left when the week is over. */
  left: number;
};

export type BacklogPlan = {
  /** In the order in which the pages come. */
  turns: BacklogTurn[];
  /** From this week to the one in which the last planned page is finished. */
  weeks: BacklogWeek[];
  /** The day on which none is left; null when some page has no place. */
  zeroOn: Day | null;
};

/**
 * Gives each page of the backlog, in its order, the first week in which
 * somebody is free for every seat that its rules ask for, nobody for two, and
 * stays free as long as such a review takes. Free is who holds fewer reviews
 * than they take at a time, with those that are open, those that fall due on
 * this desk and those planned before. A later page may begin earlier where it
 * asks for other people. Weeks begin on Monday, the first on or after today; a
 * review ends on the Friday of its last week. A page without a place stays
 * last, and then there is no day on which the backlog reaches zero.
 */
export function planBacklog(
  pages: readonly BacklogPage[],
  reviewers: Reviewers,
  today: Day,
): BacklogPlan {
  const firstMonday = addDays(today, (8 - weekdayOf(today)) % 7);
  const room = new ReviewerRoom(reviewers, firstMonday);
  const turns = inBacklogOrder(pages).map((page): BacklogTurn => {
    const { id, underWayUntil } = page;
    const none = { id, startsOn: null, endsOn: null, reviewerIds: [] };
    if (underWayUntil !== null) {
      const endsOn = underWayUntil > today ? underWayUntil : today;
      return { ...none, endsOn, isUnderWay: true, lacks: [] };
    }
    const lacks = room.lacksFor(page.seats, page.authorIds);
    const given = lacks.length > 0 ? null : room.take(page);
    if (!given) return { ...none, isUnderWay: false, lacks };
    const startsOn = addDays(firstMonday, given.week * 7);
    return {
      ...{ id, startsOn, isUnderWay: false, lacks },
      endsOn: addDays(startsOn, page.weeks * 7 - 3),
      reviewerIds: given.people,
    };
  });
  const ends = turns.map(({ endsOn }) => endsOn);
  const isPlanned = ends.every((day) => day !== null);
  return {
    turns,
    weeks: weeksOf(turns, today),
    zeroOn: isPlanned ? (ends.sort().at(-1) ?? today) : null,
  };
}

/** Week by week how many begin, end and are left; the first holds today. */
function weeksOf(turns: readonly BacklogTurn[], today: Day): BacklogWeek[] {
  const begin = addDays(today, 1 - weekdayOf(today));
  const place = (day: Day) => Math.floor(daysBetween(begin, day) / 7);
  const last = Math.max(
    0,
    ...turns.map(({ endsOn }) => (endsOn === null ? 0 : place(endsOn))),
  );
  const weeks = Array.from({ length: last + 1 }, (_, week) => ({
    ...{ startsOn: addDays(begin, week * 7), starting: 0 },
    ...{ finished: 0, left: turns.length },
  }));
  for (const { startsOn, endsOn } of turns) {
    const first = startsOn === null ? undefined : weeks[place(startsOn)];
    const end = endsOn === null ? undefined : weeks[place(endsOn)];
    if (first) first.starting += 1;
    if (end) end.finished += 1;
  }
  let left = turns.length;
  for (const week of weeks) {
    left -= week.finished;
    week.left = left;
  }
  return weeks;
}
