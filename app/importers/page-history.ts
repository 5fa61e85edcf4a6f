import { lastDayOf } from "./read-dates";
import type { ImportReport, StatedDate, StatedPerson } from "./report";

/**
 * One thing that a source said: a date, a person, its title, or a line in
 * which it speaks of itself. `raw` is in the source's words; `value` what was
 * read from them, days as ISO 8601 at their precision.
 */
export type SourceFact = {
  kind: string;
  raw: string;
  value: string | null;
  precision: string | null;
  isAmbiguous: boolean;
};

/**
 * Everything that a report holds about the source itself, for the history of
 * the page: its title, its statements word for word, then each date and each
 * person read from them. Nothing of it is a date or an approval of this desk.
 */
export function factsStated(report: ImportReport): SourceFact[] {
  return [
    plain("title", report.title),
    ...report.statements.map((line) => plain("statement", line)),
    ...report.dates.map(dateStated),
    ...report.people.map(personStated),
  ];
}

/** What a page published elsewhere says of its dates. */
export type StatedElsewhere = {
  address: string | null;
  /** As precise as stated: a day, a month or a year. */
  lastReviewed: string | null;
  /** A day: the last one that the stated date may mean. */
  nextDue: string | null;
};

const ownDates = ["last_reviewed", "next_review_due", "updated", "published"];

/**
 * A source that states a date of its own stands published somewhere; null for
 * one that states none, which is a text and no more. Its address is not in the
 * file, so it is null until somebody enters it.
 */
export function statedElsewhere(report: ImportReport): StatedElsewhere | null {
  if (!report.dates.some(({ kind }) => ownDates.includes(kind))) return null;
  return {
    address: null,
    lastReviewed: report.lastReviewedOn,
    nextDue: report.nextReviewDue && lastDayOf(report.nextReviewDue),
  };
}

function plain(kind: string, raw: string): SourceFact {
  return { kind, raw, value: null, precision: null, isAmbiguous: false };
}

function dateStated(date: StatedDate): SourceFact {
  const { kind, raw, on, precision, ambiguous } = date;
  return { kind, raw, value: on, precision, isAmbiguous: ambiguous };
}

function personStated(person: StatedPerson): SourceFact {
  const { name, prefix, credentials, role, until } = person;
  const called = prefix === null ? name : `${prefix} ${name}`;
  const parts = [called, credentials, until && `until ${until}`];
  const raw = parts.filter((part) => part).join(", ");
  return { ...plain(role, raw), value: name };
}
