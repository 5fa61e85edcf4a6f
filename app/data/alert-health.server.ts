import { appPool } from "./pools.server";

export type AlertHealth = {
  lastSuccessAt: Date | null;
  oldestUnsentAt: Date | null;
  failedMails: number;
  /** A run succeeded in the last 25 hours, and no mail of that time failed for good. */
  isAlive: boolean;
};

/** Whether the alert engine is alive; a dead one must be seen. */
export async function alertEngineHealth(): Promise<AlertHealth> {
  const { rows } = await appPool().query<AlertHealth>(
    `SELECT last_success_at AS "lastSuccessAt", oldest_unsent_at AS "oldestUnsentAt",
            failed_mails AS "failedMails", is_alive AS "isAlive" FROM desk.alert_health()`,
  );
  const [health] = rows;
  if (!health) throw new Error("desk.alert_health gave no row");
  return health;
}
