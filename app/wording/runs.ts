type Run = {
  succeeded: boolean | null;
  raised: number;
  sent: number;
  failed: number;
  error: string | null;
};

/** What one run of the engine came to: nothing due is not the same as broken off. */
export function runInWords(run: Run): string {
  if (run.succeeded === null) return "Under way, or its process ended.";
  if (!run.succeeded) return `Broke off: ${run.error ?? "no reason was kept"}`;
  const { raised, sent, failed } = run;
  if (raised + sent + failed === 0) return "Nothing was due.";
  const bounced = failed === 0 ? "" : ` Bounced: ${String(failed)}.`;
  return `Reminders raised: ${String(raised)}. Mails sent: ${String(sent)}.${bounced}`;
}
