import type { NoticeType, WithdrawalType } from "~/domain/words";
import { dayInWords } from "./days";

/** Fixed public sentences; nobody types clinical words into a notice. */
export const noticeSentences = {
  under_correction:
    "Part of this page is being corrected. Check its advice with a specialist before you act on it.",
  evidence_changed:
    "New evidence has appeared since this page was reviewed. A review is under way.",
  funding_changed:
    "Funding or availability described on this page has changed. Check with your local service.",
  safety_notice:
    "A safety concern has been raised about this page. Do not rely on it alone.",
  name_removed:
    "A reviewer no longer stands behind this page. It is being reviewed again.",
} as const satisfies Record<NoticeType, string>;

export const noticeLabels = {
  under_correction: "Being corrected",
  evidence_changed: "New evidence",
  funding_changed: "Funding changed",
  safety_notice: "Safety concern",
  name_removed: "Reviewer withdrew their name",
} as const satisfies Record<NoticeType, string>;

/** Why a withdrawn page shows no text, as its readers are told. */
export const withdrawnSentences = {
  unsafe:
    "This page was withdrawn because following it could cause harm. Do not use any copy of it.",
  error:
    "This page was withdrawn because it holds an error. Do not use any copy of it.",
  out_of_date: "This page was withdrawn because it is out of date.",
  replaced: "This page was withdrawn because another page replaces it.",
  merged: "This page was withdrawn because it became part of another page.",
  legal: "This page was withdrawn for legal reasons.",
} as const satisfies Record<WithdrawalType, string>;

/** Stands in place of a block that an editor withheld. */
export const withheldBlockSentence =
  "This part of the page has been withheld while it is checked.";

/** Above the title from the first overdue day. */
export function overdueSentence(due: string): string {
  return `This page was due for review on ${dayInWords(due)} and has not been reviewed since. Check with a specialist before you rely on it.`;
}

/** In place of the text once the grace after the review date is over. */
export function withheldSentence(due: string): string {
  return `This page was due for review on ${dayInWords(due)}. It has not been reviewed in time, so its text is not shown.`;
}

/** What a reader can do when there is no text to read. */
export const nextStepsForReaders = [
  "For care of a patient, ask your regional genetics service or laboratory.",
  "If the page is about you or your family, ask the team who arranged your test.",
  "Look for another page on the same gene.",
] as const;

/** Above an older version at its lasting address. */
export function replacedSentence(on: string): string {
  return `Replaced on ${dayInWords(on)}. Do not use for care.`;
}
