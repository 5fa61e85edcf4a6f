import type { Entry } from "./entries";
import { note } from "./source";
import type { ReportFinding } from "./report";

const readOn = /^(?:read(?: more)?|continue reading|view article)$/i;

/**
 * Lists of other articles end many pages: a byline, a date and "Read". Their
 * dates are marked as another page's and their names are not this page's
 * authors; the lines stay as history. Gives a finding that says so.
 */
export function setCardsApart(entries: readonly Entry[]): ReportFinding[] {
  const names: string[] = [];
  for (const [index, first] of entries.entries()) {
    if (!first.statement?.isByline) continue;
    const end = endOfCard(entries, index);
    if (end === null) continue;
    for (const entry of entries.slice(index, end + 1)) {
      const { statement } = entry;
      names.push(...(statement?.people ?? []).map(({ name }) => name));
      if (statement) {
        statement.people = [];
        for (const date of statement.dates) date.kind = "other";
      }
      entry.node = null;
    }
  }
  if (names.length === 0) return [];
  return [
    note(
      "I4",
      "hints",
      "These bylines belong to a list of other articles; they are kept as history and nobody is taken for this page's author.",
      [...new Set(names)].join(", "),
    ),
  ];
}

/** The index of the line "Read" after at most three lines of dates and names, or null. */
function endOfCard(entries: readonly Entry[], from: number): number | null {
  for (let at = from + 1; at <= from + 4; at++) {
    const entry = entries[at];
    if (entry === undefined) return null;
    if (readOn.test(entry.text.trim())) return at;
    if (entry.statement === null) return null;
  }
  return null;
}
