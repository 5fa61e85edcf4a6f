import type { PageContent } from "~/content/page-content";
import type { PageKind, Severity } from "~/domain/words";

export const dateKinds = [
  "last_reviewed",
  "next_review_due",
  "review",
  "updated",
  "published",
  "citation",
  "until",
  "other",
] as const;
/** `review` is a "review date" that may be the last or the next one; `other` belongs to another page. */
export type DateKind = (typeof dateKinds)[number];

export const datePrecisions = ["day", "month", "year"] as const;

/** `on` is ISO 8601 at the precision stated; `ambiguous` when day and month could be swapped. */
export type StatedDate = {
  kind: DateKind;
  on: string;
  precision: (typeof datePrecisions)[number];
  raw: string;
  ambiguous: boolean;
};

export type StatedRole =
  "author" | "contributor" | "reviewer" | "editor" | "approver";

/** A person whom the source names; `until` is a month or year, "2014-04". */
export type StatedPerson = {
  name: string;
  prefix: string | null;
  credentials: string | null;
  role: StatedRole;
  until: string | null;
};

/** The blocks of product.md section 8 in snake_case, and `other` for what is no part of the text. */
export type ReportBlockKind =
  | "heading"
  | "prose"
  | "list"
  | "table"
  | "clinical_scenario"
  | "questions_to_ask"
  | "faq_item"
  | "disclaimer"
  | "source_guidelines"
  | "other";

export type ReportFinding = {
  rule: string;
  severity: Severity;
  message: string;
  excerpt: string;
  suggestion: string | null;
};

/**
 * What `import --dry-run` prints of one file (contract.md), and `statements`:
 * the lines in which the source speaks of itself, word for word. Dates, people
 * and statements are history of the page; nothing of them is an approval.
 */
export type ImportReport = {
  file: string;
  title: string;
  kind: PageKind | null;
  genes: string[];
  lastReviewedOn: string | null;
  nextReviewDue: string | null;
  updatedOn: string | null;
  authors: string[];
  reviewers: string[];
  overdue: boolean | null;
  aiGenerated: boolean;
  dates: StatedDate[];
  people: StatedPerson[];
  statements: string[];
  blocks: { kind: ReportBlockKind; text: string }[];
  findings: ReportFinding[];
};

export type Imported = { content: PageContent; report: ImportReport };

/** A file that was not taken in, and why in one sentence. */
export type RefusedFile = { file: string; error: string };

/** Thrown inside the importers only; `importFile` turns it into a RefusedFile. */
export class Refused extends Error {}
