import { addDays, type Day } from "~/domain/days";
import type { ReminderRecipient } from "~/domain/reminder-schedule";
import type { DeskState, PublicState } from "~/domain/words";
import { shortDayInWords } from "./days";
import { recipientsInWords } from "./review-rules";
import { type OpenSeatFacts, waitingFor } from "./waiting-for";

type Held = {
  deskState: DeskState;
  correctionState: DeskState | null;
  ownerName: string | null;
  isOwnerActive: boolean | null;
  ownerAwayUntil: Day | null;
  seats: readonly OpenSeatFacts[];
  approvalsNeeded: number;
  approvalsSigned: number;
  seatsUnfilled: number;
};

/** Who holds a page that falls due, and what they are to do. */
export function holderOf(page: Held): { what: string; who: string } {
  if (page.deskState !== "none" || page.correctionState)
    return waitingFor(page);
  const { ownerName, ownerAwayUntil } = page;
  if (!page.isOwnerActive || !ownerName)
    return { what: "An editor, to name an owner", who: "Nobody owns it" };
  return {
    what: ownerAwayUntil
      ? `To start the review; away until ${shortDayInWords(ownerAwayUntil)}`
      : "To start the review",
    who: ownerName,
  };
}

type Coming = {
  publicState: PublicState;
  nextReviewDue: Day;
  graceEndsOn: Day;
  remindedOn: Day | null;
  reminded: readonly ReminderRecipient[];
};

/** What happens by itself when nobody does anything: the reminder, and what readers see from when. */
export function whatHappensNext(page: Coming): string[] {
  const { publicState, nextReviewDue, graceEndsOn, remindedOn } = page;
  const withheld = shortDayInWords(addDays(graceEndsOn, 1));
  const readers = {
    withheld: "Readers have no text now",
    overdue: `Withheld from readers from ${withheld}`,
    due_soon: `Overdue from ${shortDayInWords(addDays(nextReviewDue, 1))}`,
    live: `Overdue from ${shortDayInWords(addDays(nextReviewDue, 1))}`,
  };
  const reminder = remindedOn
    ? `Reminder to ${recipientsInWords(page.reminded)} on ${shortDayInWords(remindedOn)}`
    : "No reminder is left";
  return publicState in readers
    ? [readers[publicState as keyof typeof readers], reminder]
    : [reminder];
}

/** "3 pages are overdue. 5 more fall due within 30 days." */
export function lateInWords(overdue: number, soon: number): string {
  const late =
    overdue === 0
      ? "No page is overdue."
      : overdue === 1
        ? "1 page is overdue."
        : `${overdue.toLocaleString("en-GB")} pages are overdue.`;
  const next =
    soon === 0
      ? "None falls due within 30 days."
      : soon === 1
        ? "1 falls due within 30 days."
        : `${soon.toLocaleString("en-GB")} fall due within 30 days.`;
  return `${late} ${next}`;
}

/** "Nov 2026": a month for an axis or a narrow column. */
export function shortMonthInWords(day: Day): string {
  const [, , month = ""] = shortDayInWords(`${day.slice(0, 7)}-01`).split(" ");
  return `${month} ${day.slice(0, 4)}`;
}

/** "2 of 30 (7 %)"; how many of how many, and nothing where there are none. */
export function shareInWords(part: number, of: number): string {
  if (of === 0) return "None";
  return `${String(part)} of ${String(of)} (${String(Math.round((100 * part) / of))} %)`;
}
