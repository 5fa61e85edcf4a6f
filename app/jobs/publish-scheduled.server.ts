import { publishScheduled } from "~/commands/publish-scheduled.server";
import { listDueSchedules } from "~/data/schedules.server";

/**
 * Publishes what was scheduled and whose hour has come. Each in a transaction
 * of its own, through the same gate as any other publication; what the gate
 * refuses stays scheduled and its editor is told. Gives how many went out.
 */
export async function publishWhatIsDue(): Promise<number> {
  let published = 0;
  for (const due of await listDueSchedules()) {
    const outcome = await publishScheduled(due);
    if (outcome.ok && outcome.value === "published") published += 1;
  }
  return published;
}
