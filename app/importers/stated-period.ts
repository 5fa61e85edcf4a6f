import { findDates, lastDayOf } from "./read-dates";

/**
 * What one cell of a review calendar says of a date. `on` is ISO 8601 at the
 * precision stated, of a financial year its last day; `lastDay` the last day
 * that it may mean.
 */
export type StatedPeriod = {
  on: string;
  precision: "day" | "month" | "year" | "financial_year";
  lastDay: string;
};

const nothingStated = /^(?:n\/?a|none|not stated|unknown|tbc|[-–—]*)$/i;
const twoYears = /^((?:19|20)\d\d)\s?[/–]\s?(\d\d|\d{4})$/;

/**
 * Reads a cell: null when it states no date ("n/a", empty), a sentence when it
 * cannot be read. A month means until its end. Two years joined by a stroke
 * are a financial year of the United Kingdom, from 1 April to 31 March:
 * "2024/25" ends on 31 March 2025. The second year must be the next one, and a
 * date in figures of which day and month could be swapped is not guessed.
 */
export function readStatedPeriod(
  cell: string,
): StatedPeriod | { problem: string } | null {
  const text = cell.trim();
  if (nothingStated.test(text)) return null;
  const years = twoYears.exec(text);
  if (years) return readFinancialYear(text, years[1] ?? "", years[2] ?? "");
  const [found, ...more] = findDates(text, {
    order: "day_first",
    isSettled: false,
  });
  if (!found || more.length > 0 || found.raw.trim() !== text)
    return {
      problem: `“${text}” is no date, month, year or financial year that can be read.`,
    };
  if (found.ambiguous)
    return {
      problem: `“${text}” could be read with day and month swapped; write the month as a word.`,
    };
  const { on, precision } = found;
  return { on, precision, lastDay: lastDayOf(on) };
}

function readFinancialYear(text: string, first: string, second: string) {
  const next = Number(first) + 1;
  const isNext =
    second.length === 2
      ? Number(second) === next % 100
      : Number(second) === next;
  if (!isNext)
    return {
      problem: `“${text}” is no financial year: its second year is not the one after the first.`,
    };
  const lastDay = `${String(next)}-03-31`;
  return { on: lastDay, precision: "financial_year" as const, lastDay };
}
