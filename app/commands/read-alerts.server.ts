import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { listUnreadOfReview } from "~/data/inbox.server";
import type { Outcome } from "~/domain/outcome";

/** Marks one alert of this person as read, or as not read. */
export async function markAlert(
  sessionId: string,
  alertId: string,
  isRead: boolean,
): Promise<Outcome<null>> {
  const act = isRead ? "mark_alert_seen" : "mark_alert_unseen";
  return runAct(appPool(), act, [sessionId, alertId]);
}

/** Marks as read what this person was told of one request to review: they have opened it. */
export async function markReviewAlertsRead(
  sessionId: string,
  personId: string,
  assignmentId: string,
): Promise<void> {
  for (const alertId of await listUnreadOfReview(personId, assignmentId))
    await markAlert(sessionId, alertId, true);
}

/**
 * Marks as read what was raised up to the newest alert that was shown; what
 * came since stays unread. Gives how many were marked.
 */
export async function markAlertsRead(
  sessionId: string,
  raisedUntil: Date,
): Promise<Outcome<number>> {
  return runAct(appPool(), "mark_alerts_seen", [sessionId, raisedUntil]);
}
