import { weekdayOf, type Day } from "~/domain/days";
import { dayInWords } from "~/wording/days";
import { needLabel, pageKindLabels } from "~/wording/labels";
import { deskStateWording, publicStateWording } from "~/wording/statuses";
import type { Need } from "~/domain/words";
import type { Desk, Mark, PageRef } from "./letter";

const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];

/** "Friday 27 November 2026": a day somebody is to act by. */
export function deadlineDay(day: Day): string {
  return `${weekdays[weekdayOf(day) - 1]} ${dayInWords(day)}`;
}

export const markWords = {
  in_review: deskStateWording.in_review.word,
  changes_requested: deskStateWording.changes_requested.word,
  approved: deskStateWording.approved.word,
  live: publicStateWording.live.word,
  due_soon: publicStateWording.due_soon.word,
  overdue: publicStateWording.overdue.word,
  withheld: publicStateWording.withheld.word,
  withdrawn: publicStateWording.withdrawn.word,
} satisfies Record<Mark, string>;

/** Within a sentence: "clinician page", "patient Q&A". */
export function kindInSentence(page: PageRef): string {
  return lowerFirst(pageKindLabels[page.kind]);
}

/** How somebody reviews: "as a laboratory scientist". */
export function asExpert(expertise: Need): string {
  if (expertise === "lived_experience") return "with lived experience";
  if (expertise === "colleague") return "as a second person";
  const label = lowerFirst(needLabel(expertise));
  return `as ${/^[aeiou]/.test(label) ? "an" : "a"} ${label}`;
}

/** How to reach a person, the last words of every mail. */
export function replyWords(desk: Desk): string {
  return `A reply to this mail reaches a person at ${desk.name}: ${desk.replyTo}`;
}

/** For mails of one matter: each is sent once and starts no series. */
export const sentOnce =
  "It is sent once. To change what the desk writes to you about, or to stop it, reply to this mail.";

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
