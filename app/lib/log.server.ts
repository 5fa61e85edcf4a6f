/**
 * One accident in the log: what was being done, for which request, and the
 * stack. The request id is what the person saw on the screen.
 */
export function logAccident(
  error: unknown,
  { act, requestId }: { act: string; requestId: string },
): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : error;
  process.stderr.write(`accident ${requestId} ${act}\n${String(text)}\n`);
}

/** One line of the log that is neither an accident nor a request. */
export function logLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
