import type { MailWords, Placeholder, WordsFault } from "./mail-words";

/** A mail as it would leave now, without a reader. */
export type MailPreview = {
  subject: string;
  html: string;
  text: string;
  /** The calendar file that goes with it, RFC 5545; null where none does. */
  calendar: string | null;
};

/** Where a preview takes its facts from: invented ones, or the last mail of that kind. */
export const previewSources = ["sample", "desk"] as const;
export type PreviewSource = (typeof previewSources)[number];

/** With words, a mail as it would leave if they were kept. */
export type PreviewMail = (
  kind: string,
  source: PreviewSource,
  viewerId: string,
  words?: MailWords,
) => Promise<MailPreview | null>;

/** What every template makes of its sample: the kinds in order, each with its subject. */
export type ListMailTemplates = () => { kind: string; subject: string }[];

/** What the templates know of the desk's own words; screens do not render mails. */
export type MailWordsDesk = {
  /** What words of a kind may name; null when there is no such kind. */
  placeholdersOf: (kind: string) => readonly Placeholder[] | null;
  /** Why words may not stand in mails of a kind; nothing when they may. */
  findFaults: FindWordsFaults;
  /** Kinds whose kept words are left out, because this release cannot take them. */
  listBroken: () => Promise<{ kind: string; faults: WordsFault[] }[]>;
};

export type FindWordsFaults = (
  kind: string,
  words: MailWords,
) => Promise<WordsFault[]>;
