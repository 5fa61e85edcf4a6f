import type { DeskState, PublicState } from "~/domain/words";

type Wording = { word: string; meaning: string };

/** Where the newest work on a page stands, for people of the desk. */
export const deskStateWording = {
  none: { word: "No work open", meaning: "Nobody is working on this page." },
  draft: { word: "Draft", meaning: "Being written; not submitted." },
  in_review: {
    word: "In review",
    meaning: "In front of its reviewers.",
  },
  changes_requested: {
    word: "Changes requested",
    meaning: "A reviewer asked for changes; the author has it.",
  },
  approved: {
    word: "Approved",
    meaning: "Every approval that the rules ask for is signed.",
  },
  scheduled: {
    word: "Scheduled",
    meaning: "Approved, and goes live at the time that was signed.",
  },
} as const satisfies Record<DeskState, Wording>;

/** What readers get today. */
export const publicStateWording = {
  none: { word: "Not public", meaning: "Readers cannot see this page." },
  elsewhere: {
    word: "Published elsewhere",
    meaning: "Public at another address; this desk does not serve it.",
  },
  live: { word: "Live", meaning: "Public and in date." },
  due_soon: {
    word: "Due soon",
    meaning: "Public and in date; its next review is near.",
  },
  overdue: {
    word: "Overdue",
    meaning: "Public with a notice: it is past its review date.",
  },
  withheld: {
    word: "Withheld",
    meaning:
      "Past its review date and its grace: readers see the title and dates only.",
  },
  withdrawn: {
    word: "Withdrawn",
    meaning: "Taken down by an editor: readers see the reason only.",
  },
  archived: { word: "Archived", meaning: "Closed for good." },
} as const satisfies Record<PublicState, Wording>;
