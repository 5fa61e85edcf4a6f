import {
  type NotificationSettings,
  saveNotificationSettings,
} from "~/data/notification-settings.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { isQuietHour } from "~/domain/quiet-hours";

/** Somebody says when they are told; their digest never lies in their own quiet hours. */
export async function changeNotifications(
  personId: string,
  settings: NotificationSettings,
): Promise<Outcome> {
  const { digestHour, quietFrom, quietUntil } = settings;
  if (isQuietHour(digestHour, quietFrom, quietUntil))
    return refused("digest_in_quiet_hours");
  await saveNotificationSettings(personId, settings);
  return done(null);
}
