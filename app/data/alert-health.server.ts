import type { AlertTrouble } from "~/domain/alert-troubles";
import { appPool } from "./pools.server";

export type AlertHealth = {
  lastSuccessAt: Date | null;
  /** The newest run that broke off, and why; runs after it may have succeeded. */
  lastFailureAt: Date | null;
  lastError: string | null;
  oldestUnsentAt: Date | null;
  waitingMails: number;
  /** Mails of the last 25 hours that failed for good. */
  failedMails: number;
  /** What is wrong, the gravest first. */
  troubles: AlertTrouble[];
  /** There is no trouble. */
  isAlive: boolean;
};

/** Whether the alert engine is alive; a dead one must be seen. */
export async function alertEngineHealth(): Promise<AlertHealth> {
  const { rows } = await appPool().query<AlertHealth>(
    `SELECT last_success_at AS "lastSuccessAt", oldest_unsent_at AS "oldestUnsentAt",
            last_failure_at AS "lastFailureAt", last_error AS "lastError", waiting_mails AS "waitingMails",
            failed_mails AS "failedMails", troubles, is_alive AS "isAlive" FROM desk.alert_health()`,
  );
  const [health] = rows;
  if (!health) throw new Error("desk.alert_health gave no row");
  return health;
}

/** When the days of reminders were looked over last, and how many pages were put right in the runs that are kept. */
export async function reminderLookOver(): Promise<{
  lastAt: Date | null;
  putRight: number;
}> {
  const { rows } = await appPool().query<{
    lastAt: Date | null;
    putRight: number;
  }>(
    `SELECT max(finished_at) AS "lastAt", coalesce(sum(raised), 0)::integer AS "putRight"
       FROM desk.job_run WHERE job = 'reminder_clock' AND succeeded`,
  );
  return rows[0] ?? { lastAt: null, putRight: 0 };
}

/** One run of the engine: what it did, or why it broke off. */
export type AlertRun = {
  id: string;
  startedAt: Date;
  finishedAt: Date | null;
  succeeded: boolean | null;
  raised: number;
  sent: number;
  failed: number;
  error: string | null;
};

/**
 * The newest runs that did something, failed or did not end, and the newest of
 * those that found nothing due; newest first, at most `limit`.
 */
export async function listAlertRuns(limit: number): Promise<AlertRun[]> {
  const { rows } = await appPool().query<AlertRun>(
    `SELECT id, started_at AS "startedAt", finished_at AS "finishedAt", succeeded, raised, sent, failed, error
       FROM (SELECT r.*, r.succeeded AND raised + sent + failed = 0 AS is_empty,
                    row_number() OVER (PARTITION BY r.succeeded AND raised + sent + failed = 0 ORDER BY started_at DESC) AS place
               FROM (SELECT * FROM desk.job_run WHERE job = 'alerts' ORDER BY started_at DESC LIMIT 2000) r) runs
      WHERE is_empty IS NOT TRUE OR place <= 3 ORDER BY started_at DESC LIMIT $1`,
    [limit],
  );
  return rows;
}
