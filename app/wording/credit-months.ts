import { dayInWords } from "./days";

/**
 * When somebody wrote for a page, as precise as it is known: "from March 2012",
 * "through April 2014", "March 2012 to April 2014"; empty when nothing is told.
 * Months are `YYYY-MM`.
 */
export function creditMonths(credit: {
  from: string | null;
  until: string | null;
}): string {
  const from = credit.from && dayInWords(credit.from);
  const until = credit.until && dayInWords(credit.until);
  if (from && until) return from === until ? from : `${from} to ${until}`;
  if (from) return `from ${from}`;
  return until ? `through ${until}` : "";
}
