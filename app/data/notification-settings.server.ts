import { appPool } from "./pools.server";

/** When one person gets mail; hours are of the desk's zone. */
export type NotificationSettings = {
  digestHour: number;
  quietFrom: number | null;
  quietUntil: number | null;
  areDigestsStopped: boolean;
};

/** What a person set, or what holds for who set nothing. */
export async function getNotificationSettings(
  personId: string,
): Promise<NotificationSettings> {
  const { rows } = await appPool().query<NotificationSettings>(
    `SELECT digest_hour AS "digestHour", quiet_from AS "quietFrom", quiet_until AS "quietUntil",
            digests_stopped_at IS NOT NULL AS "areDigestsStopped"
       FROM desk.notification_setting WHERE person_id = $1`,
    [personId],
  );
  return (
    rows[0] ?? {
      digestHour: 7,
      quietFrom: null,
      quietUntil: null,
      areDigestsStopped: false,
    }
  );
}

/** Keeps what a person set; the table refuses a digest in their quiet hours. */
export async function saveNotificationSettings(
  personId: string,
  settings: NotificationSettings,
): Promise<void> {
  const { digestHour, quietFrom, quietUntil, areDigestsStopped } = settings;
  await appPool().query(
    `INSERT INTO desk.notification_setting (person_id, digest_hour, quiet_from, quiet_until, digests_stopped_at)
     VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN desk.clock() END)
     ON CONFLICT (person_id) DO UPDATE SET digest_hour = $2, quiet_from = $3, quiet_until = $4,
       digests_stopped_at = CASE WHEN $5 THEN coalesce(notification_setting.digests_stopped_at, desk.clock()) END`,
    [personId, digestHour, quietFrom, quietUntil, areDigestsStopped],
  );
}

/** Stops the digests of whoever the key was made for; false when there is no such key. */
export async function stopDigests(keyHash: string): Promise<boolean> {
  const { rows } = await appPool().query<{ isKnown: boolean }>(
    `SELECT desk.stop_digests($1) AS "isKnown"`,
    [keyHash],
  );
  return rows[0]?.isKnown === true;
}
