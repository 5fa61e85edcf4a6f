import type { OwnWords } from "~/domain/mail-words";
import type { PageKind } from "~/domain/words";

/** The desk that writes: its name, and an address that reaches a person. */
export type Desk = { name: string; replyTo: string };

/** The page a mail is about; `gene` is null where it has no gene topic. */
export type PageRef = { gene: string | null; title: string; kind: PageKind };

/** What every mail needs: who reads it, from which desk, and its one link. */
export type Shared = {
  recipientName: string;
  desk: Desk;
  url: string;
  /** What the desk itself says round the words of the product. */
  own?: OwnWords;
};

/** The state of a page as a mail shows it: shape, word and colour. */
export type Mark =
  | "in_review"
  | "changes_requested"
  | "approved"
  | "live"
  | "due_soon"
  | "overdue"
  | "withheld"
  | "withdrawn";

export type Fact = { label: string; value: string };

/** Pages of one state in a digest. */
export type LetterSection = {
  mark: Mark;
  heading: string;
  items: { page: PageRef; lines: string[] }[];
};

/** All that a mail says, in the order in which it is read. */
export type Letter = {
  heading: string;
  about: { page: PageRef; mark: Mark } | null;
  paragraphs: string[];
  facts: Fact[];
  sections: LetterSection[];
  /** The one ask, a verb: the words on the button. */
  ask: string;
  /** What a reader should know before pressing; null when nothing. */
  note: string | null;
  /** Why this person got the mail. */
  why: string;
  /** How such mails end, or how often they come. */
  stop: string;
};

/** The gene a subject starts with, or the title of a page without one. */
export function leadOf(page: PageRef): string {
  return page.gene ?? page.title;
}

/** A day that goes with a mail as a calendar file; `key` tells a mail's days apart. */
export type LetterDay = { key: string; on: string; summary: string };
