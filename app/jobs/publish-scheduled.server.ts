import { publishScheduled } from "~/commands/publish-scheduled.server";
import { rehearse } from "~/commands/rehearse.server";
import { listDueRehearsals, listDueSchedules } from "~/data/schedules.server";

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

/**
 * Rehearses the gate before scheduled hours: at seven days, 24 hours and one
 * hour, each at most once however many instances run. The owner and whoever
 * scheduled are told what it would refuse. Gives how many rehearsals ran.
 */
export async function rehearseWhatIsDue(): Promise<number> {
  let ran = 0;
  for (const due of await listDueRehearsals()) {
    const outcome = await rehearse(due);
    if (outcome.ok && outcome.value !== null) ran += 1;
  }
  return ran;
}
