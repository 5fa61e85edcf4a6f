import { isChrome, isDisclaimer, looksLikeHeading } from "./line-kinds";
import type { OrderOfFigures } from "./read-dates";
import { readStatement } from "./read-statement";
import { isSourcesHeading } from "./standing-headings";

/** A line of running text; blank lines or other parts of the page stand round it or not. */
export type ProseLine = {
  text: string;
  /** The line right before or after it, without a blank one between, is prose too. */
  follows: boolean;
  leads: boolean;
  /** A blank line or the end of the file comes next. */
  isLast: boolean;
};

/** So many short lines one after another are a list that lost its marks, not headings. */
const mostHeadingsInARow = 3;

/**
 * Which lines of running text are headings, by what plain text leaves to go by:
 * a short line without an end mark that stands by itself between blank lines,
 * or between lines that are no such lines. A file's last line is none.
 */
export function findHeadings(
  lines: readonly (ProseLine | null)[],
  order: OrderOfFigures,
): Set<ProseLine> {
  const candidates = new Set(
    lines.filter((line) => line !== null && isCandidate(line.text, order)),
  );
  const headings = new Set<ProseLine>();
  let row: ProseLine[] = [];
  const endRow = () => {
    // What stands under "Sources" are sources, not smaller headings.
    const sources = row.findIndex(({ text }) => isSourcesHeading(text));
    if (row.length <= mostHeadingsInARow || sources >= 0)
      for (const line of row.slice(0, sources < 0 ? undefined : sources + 1))
        headings.add(line);
    row = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line === null || !candidates.has(line) || line.isLast) {
      endRow();
      continue;
    }
    const before = line.follows ? lines[index - 1] : null;
    const after = line.leads ? lines[index + 1] : null;
    const isAmongShort =
      (before && candidates.has(before)) || (after && candidates.has(after));
    if (isAmongShort) endRow();
    else row.push(line);
  }
  endRow();
  return headings;
}

function isCandidate(text: string, order: OrderOfFigures): boolean {
  return (
    looksLikeHeading(text) &&
    !isChrome(text) &&
    !isDisclaimer(text) &&
    readStatement(text, order) === null
  );
}
