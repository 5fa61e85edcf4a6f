/**
 * Watch items: an outside event that may make a page wrong (product.md,
 * section 1). A person triages each page that it touches; no machine moves a
 * date. `desk.open_watch_item` and `desk.triage_watch_item` hold the rules.
 */
export const watchKinds = [
  "guideline_superseded",
  "retraction",
  "gene_renamed",
  "therapy_status",
  "safety_notice",
  "reader_report",
] as const;
export type WatchKind = (typeof watchKinds)[number];

/** What an event is about: a source or a name that texts have, or one page. */
export const watchSubjects = [
  "pmid",
  "doi",
  "nct",
  "guideline",
  "url",
  "gene",
  "variant",
  "therapy",
  "page",
] as const;
export type WatchSubject = (typeof watchSubjects)[number];

/** How an item came: typed in, by a program, with new reference data, from a reader. */
export type WatchVia = "screen" | "api" | "reference" | "reader";

/** What a person decides about one page that an event touches. */
export const triageOutcomes = [
  "no_effect",
  "review_brought_forward",
  "safety_correction",
  "withheld",
  "withdrawn",
] as const;
export type TriageOutcome = (typeof triageOutcomes)[number];
