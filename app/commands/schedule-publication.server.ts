import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { findMomentInZone } from "~/data/publications.server";
import { refused, type Outcome } from "~/domain/outcome";
import { refreshChecksOn } from "./run-checks.server";

export type ScheduleInput = {
  versionId: string;
  contentSha256: string;
  /** "2026-03-01" and "09:30", on the desk's own clock. */
  day: string;
  time: string;
};

/**
 * Signs that this hash goes live at a time of the desk's zone. The gate is
 * asked now, and again at that time. Gives the schedule's id.
 */
export async function schedulePublication(
  sessionId: string,
  grant: string,
  input: ScheduleInput,
): Promise<Outcome<string>> {
  const at = await findMomentInZone(input.day, input.time);
  if (!at) return refused("invalid_day");
  const checked = await refreshChecksOn(input.versionId);
  if (!checked.ok) return checked;
  return runAct(appPool(), "schedule_publication", [
    sessionId,
    grant,
    input.versionId,
    input.contentSha256,
    at,
  ]);
}
