import type { DateKind, StatedDate } from "./report";

export type DateOrder = "day_first" | "month_first";

/** A date as it stands in a text, before it is known what it is the date of. */
export type FoundDate = Omit<StatedDate, "kind"> & {
  start: number;
  end: number;
};

const monthNames =
  "january february march april may june july august september october november december".split(
    " ",
  );
const month = `(?:${monthNames.map((name) => `${name}|${name.slice(0, 3)}`).join("|")}|sept)\\b\\.?`;
const year = String.raw`((?:19|20)\d\d)(?!\d)`;
const day = String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?`;

type Parts = { year: number; month?: number; day?: number };
type Form = { pattern: RegExp; read: (parts: string[]) => Parts };

/** Longest forms first: what one has taken, the next ones do not see. */
const forms: Form[] = [
  {
    pattern: /(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])/g,
    read: ([y, m, d]) => ({ year: num(y), month: num(m), day: num(d) }),
  },
  {
    pattern: new RegExp(
      `${day}(?:\\s+of)?[\\s-]+(${month}),?[\\s-]+${year}`,
      "gi",
    ),
    read: ([d, m, y]) => ({ year: num(y), month: monthOf(m), day: num(d) }),
  },
  {
    pattern: new RegExp(`(${month})\\s+${day},?\\s+${year}`, "gi"),
    read: ([m, d, y]) => ({ year: num(y), month: monthOf(m), day: num(d) }),
  },
  {
    pattern: new RegExp(`(${month}),?[\\s-]+${year}`, "gi"),
    read: ([m, y]) => ({ year: num(y), month: monthOf(m) }),
  },
  {
    pattern: /(?<![\d/-])(\d{1,2})\/((?:19|20)\d\d)(?![\d/])/g,
    read: ([m, y]) => ({ year: num(y), month: num(m) }),
  },
  {
    pattern: /(?<![\d-])((?:19|20)\d\d)-(\d\d)(?![\d-])/g,
    read: ([y, m]) => ({ year: num(y), month: num(m) }),
  },
];
const numeric =
  /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/]|[.-]\d)/g;
const bareYear = /(?<![\d/.-])((?:19|20)\d\d)(?![\d/]|[.-]\d)/g;

/**
 * The dates in a text, in order: ISO, in words in either order, in figures,
 * months and bare years, each at the precision stated. Figures are read in the
 * given order; when day and month could be swapped the date is `ambiguous`.
 * A day that does not exist is no date; written in words it leaves its month.
 * English month names only.
 */
export function findDates(text: string, order: OrderOfFigures): FoundDate[] {
  const found: FoundDate[] = [];
  let rest = text;
  const take = (pattern: RegExp, read: (parts: string[]) => Reading | null) => {
    rest = rest.replace(pattern, (...match: unknown[]) => {
      const [raw = "", ...parts] = match.filter(
        (part): part is string => typeof part === "string",
      );
      const start = match.find((part) => typeof part === "number") ?? 0;
      const reading = isCut(text, start) ? null : read(parts);
      if (reading === null) return raw;
      found.push({ ...reading, raw, start, end: start + raw.length });
      return " ".repeat(raw.length);
    });
  };
  for (const { pattern, read } of forms)
    take(pattern, (parts) => toReading(read(parts), false));
  take(numeric, (parts) => readFigures(parts, order));
  take(bareYear, ([y]) => toReading({ year: num(y) }, false));
  return found.sort((a, b) => a.start - b.start);
}

/** How figures are read on one page, and whether the page itself settles it. */
export type OrderOfFigures = { order: DateOrder; isSettled: boolean };

/**
 * The order of day and month on a page: what a date on it that can be read one
 * way only shows (25/12/2021), else the desk's, else day first.
 */
export function orderOn(text: string, desk: DateOrder | null): OrderOfFigures {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const [, first, , second] of text.matchAll(numeric)) {
    if (num(first) > 12 && num(second) <= 12) dayFirst += 1;
    if (num(second) > 12 && num(first) <= 12) monthFirst += 1;
  }
  const isSettled = dayFirst > 0 !== monthFirst > 0;
  if (!isSettled) return { order: desk ?? "day_first", isSettled };
  return { order: dayFirst > 0 ? "day_first" : "month_first", isSettled };
}

/** The date with what it is the date of, as reports hold it. */
export function asStated(date: FoundDate, kind: DateKind): StatedDate {
  const { on, precision, raw, ambiguous } = date;
  return { kind, on, precision, raw, ambiguous };
}

/** The last day that a stated date may mean: "2018-02" may mean 28 February. */
export function lastDayOf(on: string): string {
  const [y = 0, m = 12, d] = on.split("-").map(Number);
  return iso(y, m, d ?? daysIn(y, m));
}

/** "may" inside "dismay" is no month; "CancerMay 17", run together on a page, is. */
function isCut(text: string, start: number): boolean {
  return /\p{L}\p{Ll}$/u.test(text.slice(Math.max(0, start - 1), start + 1));
}

type Reading = Pick<FoundDate, "on" | "precision" | "ambiguous">;

function readFigures(
  [first, , second, y]: string[],
  { order, isSettled }: OrderOfFigures,
): Reading | null {
  const [a, b] = [num(first), num(second)];
  const full = num(y) < 100 ? 2000 + num(y) : num(y);
  const isEither = a !== b && a <= 12 && b <= 12;
  const isDayFirst = b > 12 ? false : a > 12 || order === "day_first";
  const parts = isDayFirst ? { day: a, month: b } : { day: b, month: a };
  return toReading({ year: full, ...parts }, isEither && !isSettled);
}

function toReading(parts: Parts, ambiguous: boolean): Reading | null {
  const { year: y, month: m, day: d } = parts;
  if (m === undefined) return { on: String(y), precision: "year", ambiguous };
  if (m < 1 || m > 12) return null;
  if (d === undefined)
    return { on: iso(y, m, 1).slice(0, 7), precision: "month", ambiguous };
  if (d < 1 || d > daysIn(y, m)) return null;
  return { on: iso(y, m, d), precision: "day", ambiguous };
}

function iso(y: number, m: number, d: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${y}-${two(m)}-${two(d)}`;
}

function daysIn(y: number, m: number): number {
  if (m === 2) return y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(m) ? 30 : 31;
}

function monthOf(name = ""): number {
  const start = name.slice(0, 3).toLowerCase();
  return monthNames.findIndex((full) => full.startsWith(start)) + 1;
}

function num(text = ""): number {
  return Number(text);
}
