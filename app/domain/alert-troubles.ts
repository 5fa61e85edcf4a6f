/**
 * Why the alert engine is not alive, the gravest first; `desk.alert_health`
 * holds the rule. Over the last 25 hours: no run succeeded, a mail failed for
 * good, or one has been waiting as long.
 */
export type AlertTrouble = "no_run" | "bounced" | "waiting";

/** What is known of the engine, as far as words need it. */
export type AlertTroubles = {
  troubles: readonly AlertTrouble[];
  lastSuccessAt: Date | null;
  oldestUnsentAt: Date | null;
  /** Mails of the last 25 hours that failed for good. */
  failedMails: number;
};
