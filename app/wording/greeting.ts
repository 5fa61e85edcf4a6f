/** "Good morning, Maya": by the hour, 0 to 23, in the desk's zone. */
export function greeting(hour: number, name: string): string {
  const time = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  return `Good ${time}, ${name.split(" ")[0] ?? name}`;
}

/** What the desk holds today, in one line. */
export function deskSummary(needs: number, inProgress: number): string {
  const first =
    needs === 0
      ? "Nothing waits for you."
      : needs === 1
        ? "One thing waits for you."
        : `${String(needs)} things wait for you.`;
  const second =
    inProgress === 0
      ? ""
      : inProgress === 1
        ? " One page is in progress."
        : ` ${String(inProgress)} pages are in progress.`;
  return `${first}${second}`;
}
