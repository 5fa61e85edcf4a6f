import { decodeText } from "./decode-text";
import { checkText } from "./limits";
import type { SourceFact } from "./page-history";
import { Refused } from "./report";
import { readStatedPeriod } from "./stated-period";

/** One page that a review calendar lists, with what it states of it. */
export type CalendarLine = {
  /** Its line in the file, counted from 1, the header among them. */
  line: number;
  key: string;
  title: string;
  /** In the source's words with what was read from them: history of the page. */
  statements: SourceFact[];
  elsewhere: {
    address: string | null;
    lastReviewed: string | null;
    /** The last day that its next review may mean. */
    nextDue: string | null;
  };
};

export type CalendarProblem = { line: number; message: string };

export type ReviewCalendar = {
  lines: CalendarLine[];
  problems: CalendarProblem[];
};

/** What a column may be called, in small letters with spaces. */
const columnNames = {
  key: ["key", "url key", "id", "slug", "identifier"],
  title: ["title", "condition", "name", "page", "topic"],
  address: ["address", "url", "link"],
  lastReviewed: ["last reviewed", "last review", "last review completed"],
  nextDue: [
    "next review due",
    "next review",
    "review due",
    "next review due to start",
  ],
} as const;
type ColumnName = keyof typeof columnNames;

const mostLines = 20_000;

/**
 * Reads a review calendar: text with tabs between its columns and their names
 * in the first line. A title and a next review are needed; a line without a
 * key is known by its title. Columns that nothing is known of are kept as
 * statements. A line that cannot be read is told with its number and the
 * reason, and the others are taken. `addressOf` makes an address from the key
 * where the file states none. Throws Refused for a file that is no calendar.
 */
export function readReviewCalendar(
  bytes: Uint8Array,
  addressOf: (key: string) => string | null = () => null,
): ReviewCalendar {
  const text = decodeText(bytes);
  checkText(text);
  const rows = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  if (rows.length > mostLines)
    throw new Refused("The file has more than 20,000 lines.");
  const names = cellsOf(rows[0] ?? "");
  const columns = findColumns(names);
  const lines: CalendarLine[] = [];
  const problems: CalendarProblem[] = [];
  const firstLines = new Map<string, number>();
  rows.slice(1).forEach((row, index) => {
    if (row.trim() === "") return;
    const line = index + 2;
    const read = readLine(cellsOf(row), names, columns, addressOf);
    if (typeof read === "string") {
      problems.push({ line, message: read });
      return;
    }
    const first = firstLines.get(read.key);
    if (first !== undefined) {
      problems.push({
        line,
        message: `“${read.key}” stands in line ${String(first)} already.`,
      });
      return;
    }
    firstLines.set(read.key, line);
    lines.push({ line, ...read });
  });
  return { lines, problems };
}

type Columns = Partial<Record<ColumnName, number>> & {
  title: number;
  nextDue: number;
};

function findColumns(names: readonly string[]): Columns {
  const plain = names.map((name) =>
    name.toLowerCase().replace(/[\s_-]+/g, " "),
  );
  const at = (name: ColumnName) => {
    const known: readonly string[] = columnNames[name];
    const place = plain.findIndex((each) => known.includes(each));
    return place < 0 ? undefined : place;
  };
  const [title, nextDue] = [at("title"), at("nextDue")];
  if (title === undefined || nextDue === undefined)
    throw new Refused(
      "This is no review calendar: its first line names the columns, with tabs between them, and needs a title (or condition) and a next review due.",
    );
  const [key, address, lastReviewed] = [
    ...[at("key"), at("address"), at("lastReviewed")],
  ];
  return {
    ...{ title, nextDue },
    ...(key === undefined ? {} : { key }),
    ...(address === undefined ? {} : { address }),
    ...(lastReviewed === undefined ? {} : { lastReviewed }),
  };
}

function readLine(
  cells: readonly string[],
  names: readonly string[],
  columns: Columns,
  addressOf: (key: string) => string | null,
): Omit<CalendarLine, "line"> | string {
  if (cells.length !== names.length)
    return `It has ${String(cells.length)} columns where the first line has ${String(names.length)}.`;
  const cell = (name: ColumnName) => {
    const place = columns[name];
    return place === undefined ? "" : (cells[place] ?? "");
  };
  const title = cell("title");
  if (title === "") return "It has no title.";
  if (title.length > 300) return "Its title is longer than 300 characters.";
  const key = columns.key === undefined ? title : cell("key");
  if (key === "") return "It has no key.";
  if (key.length > 200) return "Its key is longer than 200 characters.";
  const stated = cell("address");
  if (stated !== "" && !isAddress(stated))
    return `“${stated}” is no address on the web.`;
  const dates = { last: cell("lastReviewed"), next: cell("nextDue") };
  const last = readStatedPeriod(dates.last);
  if (last && "problem" in last) return `Last review: ${last.problem}`;
  const next = readStatedPeriod(dates.next);
  if (next && "problem" in next) return `Next review: ${next.problem}`;
  const known = new Set(Object.values(columns));
  return {
    key,
    title,
    statements: [
      said("title", title),
      ...names.flatMap((name, place) =>
        known.has(place) || cells[place] === ""
          ? []
          : [said("statement", `${name}: ${cells[place] ?? ""}`)],
      ),
      ...dateSaid("last_reviewed", dates.last, last),
      ...dateSaid("next_review_due", dates.next, next),
    ],
    elsewhere: {
      address: stated === "" ? addressOf(key) : stated,
      lastReviewed: last?.on ?? null,
      nextDue: next?.lastDay ?? null,
    },
  };
}

function dateSaid(
  kind: string,
  raw: string,
  read: { on: string; precision: string } | null,
): SourceFact[] {
  if (raw === "") return [];
  const { on = null, precision = null } = read ?? {};
  return [{ kind, raw, value: on, precision, isAmbiguous: false }];
}

function said(kind: string, raw: string): SourceFact {
  return { kind, raw, value: null, precision: null, isAmbiguous: false };
}

function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && ["http:", "https:"].includes(url.protocol);
}

function cellsOf(row: string): string[] {
  return row.split("\t").map((cell) => cell.trim());
}
