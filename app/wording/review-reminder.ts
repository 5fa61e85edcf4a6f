import type { Day } from "~/domain/days";
import { weekdayOf } from "~/domain/days";
import { dayInWords, deadlineInWords } from "./days";

const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];

/** What a reminder is about. */
export type ReminderFacts = {
  /** The gene the mail's subject starts with, or the page's title. */
  lead: string;
  state: "invited" | "accepted";
  respondBy: Day;
  reviewBy: Day;
  today: Day;
  /** The editor who reminds; null when the desk does by itself. */
  remindedBy: string | null;
};

/** The letter that reminds a reviewer, as the editor sees it and as it is sent. */
export function reminderLetter(facts: ReminderFacts): {
  subject: string;
  heading: string;
  paragraph: string;
  ask: string;
} {
  const { lead, state, today, remindedBy } = facts;
  const day = state === "invited" ? facts.respondBy : facts.reviewBy;
  const on = `${weekdays[weekdayOf(day) - 1] ?? ""} ${dayInWords(day)}`;
  const late = deadlineInWords(today, day);
  const who = remindedBy ? `${remindedBy} reminds you: ` : "";
  if (state === "invited")
    return {
      subject: `${lead}: will you review this page? Your answer is ${late}`,
      heading: "Will you review this page?",
      paragraph: `${who}your answer was asked for by ${on}. You can accept or decline in one step; declining asks for no reason and helps as much.`,
      ask: "Read and answer",
    };
  return {
    subject: `${lead}: your review is ${late}`,
    heading: "Your review is waited for",
    paragraph: `${who}you took this review on for ${on}. If you need more time, or cannot do it, say so on the page that the link opens or reply to this mail.`,
    ask: "Read and decide",
  };
}

/** What the desk does next by itself about a reviewer who is waited for. */
export const automaticSteps = {
  before: "the desk reminds",
  late: "the desk reminds",
  lapse: "the invitation lapses",
} as const satisfies Record<"before" | "late" | "lapse", string>;
