import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { findMomentInZone } from "~/data/publications.server";
import { refused, type Outcome } from "~/domain/outcome";
import { refreshChecksOn } from "./run-checks.server";

export type SetScheduleInput = {
  setId: string;
  /** Of the set: one hash over the texts that go out. */
  contentSha256: string;
  /** What waits in the set, to be checked first. */
  versionIds: readonly string[];
  /** "2026-03-01" and "09:30", on the desk's own clock. */
  day: string;
  time: string;
};

/**
 * Signs once that all of a set goes live at a time of the desk's zone, whole or
 * not at all. The gate is asked now, and again at that time. Gives the id of
 * what was signed.
 */
export async function scheduleSet(
  sessionId: string,
  grant: string,
  { setId, contentSha256, versionIds, day, time }: SetScheduleInput,
): Promise<Outcome<string>> {
  const at = await findMomentInZone(day, time);
  if (!at) return refused("invalid_day");
  for (const versionId of versionIds) {
    const checked = await refreshChecksOn(versionId);
    if (!checked.ok) return checked;
  }
  return runAct(appPool(), "schedule_set", [
    ...[sessionId, grant, setId, contentSha256, at],
  ]);
}
