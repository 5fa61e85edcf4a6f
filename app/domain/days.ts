/**
 * Arithmetic on days. A day is a string `YYYY-MM-DD` of the proleptic
 * Gregorian calendar, from 0001-01-01 to 9999-12-31, in the desk's own time
 * zone; which day it is today, PostgreSQL says. Strings of this form sort as
 * the days do. Every function throws RangeError when given what is no day, or
 * when its answer would fall outside those years.
 */
export type Day = string;

type Parts = { year: number; month: number; dayOfMonth: number };

/** True when the text is `YYYY-MM-DD` and that day exists. */
export function isDay(text: string): text is Day {
  return partsOrNull(text) !== null;
}

/** The day `count` days later; earlier when `count` is negative. */
export function addDays(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  return fromCalendar(year, month, dayOfMonth + whole(count));
}

/**
 * The same day of the month `count` months later (earlier when negative), or
 * that month's last day when it is shorter, as PostgreSQL adds an interval to
 * a date: 29 February and 12 months is 28 February, 31 January and one month
 * is the last of February.
 */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const months = year * 12 + (month - 1) + whole(count);
  const target = { year: Math.floor(months / 12), month: mod(months, 12) + 1 };
  const last = daysInMonth(target.year, target.month);
  return fromCalendar(target.year, target.month, Math.min(dayOfMonth, last));
}

/** Whole days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  // 1 January 1970, day number 0, was a Thursday.
  return mod(dayNumber(day) + 3, 7) + 1;
}

/** True from Monday to Friday, unless the day is one of the holidays. */
export function isWorkingDay(day: Day, holidays: readonly Day[]): boolean {
  return weekdayOf(day) <= 5 && !holidays.includes(day);
}

/** The day itself when it is a working day, or the last one before it. */
export function workingDayOnOrBefore(day: Day, holidays: readonly Day[]): Day {
  let candidate = day;
  while (!isWorkingDay(candidate, holidays)) candidate = addDays(candidate, -1);
  return candidate;
}

function partsOf(day: Day): Parts {
  const parts = partsOrNull(day);
  if (!parts) throw new RangeError(`not a day: ${day}`);
  return parts;
}

function partsOrNull(text: string): Parts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, dayOfMonth] = match.slice(1).map(Number);
  if (!year || !month || !dayOfMonth || month > 12) return null;
  if (dayOfMonth > daysInMonth(year, month)) return null;
  return { year, month, dayOfMonth };
}

function daysInMonth(year: number, month: number): number {
  return utc(year, month + 1, 0).getUTCDate();
}

/** Days since 1 January 1970. */
function dayNumber(day: Day): number {
  const { year, month, dayOfMonth } = partsOf(day);
  return utc(year, month, dayOfMonth).getTime() / 86_400_000;
}

/** Days of the month below 1 or past its end run over into its neighbours. */
function fromCalendar(year: number, month: number, dayOfMonth: number): Day {
  const date = utc(year, month, dayOfMonth);
  const answer = Number.isNaN(date.getTime())
    ? ""
    : date.toISOString().slice(0, 10);
  if (!isDay(answer)) throw new RangeError("outside the years 1 to 9999");
  return answer;
}

/** Used as a calendar only. `Date.UTC` would move the years 0 to 99 to 19xx. */
function utc(year: number, month: number, dayOfMonth: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  return date;
}

function whole(count: number): number {
  if (!Number.isInteger(count)) throw new RangeError(`not whole: ${count}`);
  return count;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
