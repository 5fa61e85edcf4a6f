/**
 * Calendar arithmetic by counting: a day is its number since 1 March 2000, and
 * a month's length is read off the first days of the months after it. Neither
 * JavaScript's nor PostgreSQL's calendar has a say in it.
 */
const inYear = [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31];

/** Days from 1 March 2000 to the first day of a month, counted from March. */
function firstOf(year: number, month: number): number {
  const fromMarch = (month + 9) % 12;
  const marchYear = month < 3 ? year - 1 : year;
  const years = marchYear - 2000;
  const leaps =
    Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const months = inYear.slice(0, fromMarch).reduce((sum, n) => sum + n, 0);
  return years * 365 + leaps + months;
}

export type Civil = { year: number; month: number; day: number };

export const numberOf = ({ year, month, day }: Civil): number =>
  firstOf(year, month) + day - 1;

export const lastOf = (year: number, month: number): number =>
  month === 12
    ? firstOf(year + 1, 1) - firstOf(year, 12)
    : firstOf(year, month + 1) - firstOf(year, month);

export function civilOf(number: number): Civil {
  let year = 2000 + Math.floor(number / 365.2425);
  while (firstOf(year + 1, 1) <= number) year += 1;
  while (firstOf(year, 1) > number) year -= 1;
  let month = 12;
  while (firstOf(year, month) > number) month -= 1;
  return { year, month, day: number - firstOf(year, month) + 1 };
}

export function addMonths({ year, month, day }: Civil, count: number): Civil {
  const all = year * 12 + (month - 1) + count;
  const target = { year: Math.floor(all / 12), month: (all % 12) + 1 };
  const last = lastOf(target.year, target.month);
  return { ...target, day: Math.min(day, last) };
}

/** 0 is Monday. 1 March 2000 was a Wednesday. */
export const weekdayOf = (number: number): number =>
  (((number + 2) % 7) + 7) % 7;

export function spell({ year, month, day }: Civil): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}`;
}

export function readCivil(text: string): Civil {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return { year, month, day };
}
