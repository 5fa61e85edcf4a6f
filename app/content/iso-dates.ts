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
];

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return (
    !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value)
  );
}

/** True for a year from 1000, a month or a day in ISO 8601: `2018`, `2018-01`, `2018-01-04`. */
export function isPartialDate(value: string): boolean {
  if (!/^[1-9]\d{3}/.test(value)) return false;
  return /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(value) || isDay(value);
}

/** As precise as it was given: "2018", "January 2018", "4 January 2018". */
export function partialDateWords(value: string): string {
  const [year = "", month, day] = value.split("-");
  const named = month ? `${months[Number(month) - 1] ?? month} ${year}` : year;
  return day ? `${Number(day)} ${named}` : named;
}
