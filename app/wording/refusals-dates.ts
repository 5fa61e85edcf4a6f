import type { Refusal } from "./refusal";

/** Refusals about review dates: plans, watch items, and a triage that came too late. */
export const refusalsDates = {
  subject_missing: {
    status: 422,
    sentence:
      "Say what it is about: an identifier, a symbol or a name of at least three letters.",
  },
  subject_unknown: {
    status: 422,
    sentence: "The desk has no page at this address.",
  },
  what_missing: {
    status: 422,
    sentence: "Say what happened, in at most 2,000 characters.",
  },
  report_missing: {
    status: 422,
    sentence: "Say what is wrong, in 10 to 1,000 characters.",
  },
  too_many_reports: {
    status: 429,
    sentence:
      "So many reports came in the last day that no more are taken now. Please try again tomorrow.",
  },
  day_not_past: {
    status: 422,
    sentence: "Give a day that has come, or leave it empty.",
  },
  address_not_web: {
    status: 422,
    sentence:
      "Give a whole web address that begins with https:// or http://, or leave it empty.",
  },
  already_triaged: {
    status: 409,
    sentence:
      "This page has been triaged for this item already. What was decided is shown with it.",
  },
  text_moved_on: {
    status: 409,
    sentence:
      "The live text changed since you opened this, or rests on the source no more. Look at it as it stands now, then decide.",
  },
  rehearsal_busy: {
    status: 409,
    sentence:
      "Somebody is working on what this would touch. Nothing was changed; try again in a moment.",
  },
  not_in_backlog: {
    status: 409,
    sentence:
      "This page is not in the backlog: it is archived, or this desk has published it.",
  },
  due_moved: {
    status: 409,
    sentence:
      "This page falls due on another day by now. Look at the proposal again.",
  },
} as const satisfies Record<string, Refusal>;
