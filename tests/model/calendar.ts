/**
 * Days for the model, worked out here and nowhere else: a day is the count of
 * days since 1 January 1970, spelt `YYYY-MM-DD` only where it meets the desk.
 */
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lengthOf(year: number, month: number): number {
  return (monthLengths[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
}

type Civil = { year: number; month: number; day: number };

function read(text: string): Civil {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return { year, month, day };
}

function spell({ year, month, day }: Civil): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** The day so many days later, by walking month by month. */
export function plusDays(text: string, count: number): string {
  let { year, month, day } = read(text);
  day += count;
  while (day > lengthOf(year, month)) {
    day -= lengthOf(year, month);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  while (day < 1) {
    month = month === 1 ? 12 : month - 1;
    if (month === 12) year -= 1;
    day += lengthOf(year, month);
  }
  return spell({ year, month, day });
}

/** The same day so many months later, or that month's last day. */
export function plusMonths(text: string, count: number): string {
  let { year, month } = read(text);
  for (let n = 0; n < count; n += 1) {
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return spell({
    year,
    month,
    day: Math.min(read(text).day, lengthOf(year, month)),
  });
}

/** The least of some days; null when there is none. */
export function earliest(
  ...days: readonly (string | null | undefined)[]
): string | null {
  return days
    .filter((day): day is string => typeof day === "string")
    .reduce<string | null>(
      (least, day) => (least === null || day < least ? day : least),
      null,
    );
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day on which a moment falls in a zone, by the calendar of ICU. */
export function dayIn(zone: string, moment: number): string {
  let format = formatters.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formatters.set(zone, format);
  }
  return format.format(moment);
}
