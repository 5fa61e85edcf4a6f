/**
 * Whether an hour (0 to 23) lies in quiet hours that begin at `from` and end
 * before `until`, over midnight if need be; null is no quiet hours. The rule
 * that holds mails back is `desk.is_quiet`; this one is for the form.
 */
export function isQuietHour(
  hour: number,
  from: number | null,
  until: number | null,
): boolean {
  if (from === null || until === null) return false;
  return from < until
    ? hour >= from && hour < until
    : hour >= from || hour < until;
}
