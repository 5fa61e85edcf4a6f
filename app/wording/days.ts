import { type Day, daysBetween, isDay, weekdayOf } from "~/domain/days";

/**
 * Days as people read them. A day is `YYYY-MM-DD` (a month `YYYY-MM`, a year
 * `YYYY`) in the desk's zone: no function here knows a clock or a time zone,
 * save the one for moments, which is told the zone.
 */
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/**
 * "4 May 2022"; a month "May 2022" and a year "2022" stay as coarse as they
 * were stated. Throws RangeError on anything else.
 */
export function dayInWords(day: string): string {
  if (/^\d{4}$/.test(day)) return day;
  if (/^\d{4}-\d{2}$/.test(day)) {
    const { year, month } = partsOf(`${day}-01`);
    return `${month} ${year}`;
  }
  const { year, month, dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${month} ${year}`;
}

/** "Fri 27 Nov": for tables, where the year is the present one or the next. */
export function shortDayInWords(day: Day): string {
  const { month, dayOfMonth } = partsOf(day);
  const weekday = weekdays[weekdayOf(day) - 1] ?? "";
  return `${weekday} ${dayOfMonth} ${month.slice(0, 3)}`;
}

/** How far off a day is: "today", "tomorrow", "in 12 days", "9 days ago". */
export function distanceInWords(today: string, day: string): string {
  const away = daysBetween(today, day);
  if (away === 0) return "today";
  if (away === 1) return "tomorrow";
  if (away === -1) return "yesterday";
  return away > 0 ? `in ${count(away)}` : `${count(-away)} ago`;
}

/** For a person's deadline: "due today", "due in 3 days", "9 days late". */
export function deadlineInWords(today: string, due: string): string {
  const away = daysBetween(today, due);
  if (away >= 0) return `due ${distanceInWords(today, due)}`;
  return `${count(-away)} late`;
}

/**
 * For a page's review date: "due in 12 days", "overdue by 9 days". Whether it is
 * overdue, and by how many days, the desk says; null when it is not.
 */
export function reviewDueInWords(
  today: string,
  due: string,
  daysOverdue: number | null,
): string {
  return daysOverdue === null
    ? `due ${distanceInWords(today, due)}`
    : `overdue by ${count(daysOverdue)}`;
}

/**
 * A moment with its zone, as signatures show it: "4 May 2022, 14:05
 * (Europe/London)". The zone is the desk's own, passed in.
 */
export function momentInWords(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    dateStyle: "long",
    timeStyle: "short",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((each) => each.type === type)?.value ?? "";
  return `${part("day")} ${part("month")} ${part("year")}, ${part("hour")}:${part("minute")} (${timeZone})`;
}

function partsOf(day: string) {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  const [year = "", month, dayOfMonth] = day.split("-");
  return {
    year,
    month: months[Number(month) - 1] ?? "",
    dayOfMonth: String(Number(dayOfMonth)),
  };
}

function count(days: number): string {
  return days === 1 ? "1 day" : `${days.toLocaleString("en-GB")} days`;
}
