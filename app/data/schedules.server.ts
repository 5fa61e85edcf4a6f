import type { Outcome } from "~/domain/outcome";
import { runAct } from "./act.server";
import { appPool } from "./pools.server";

export type DueSchedule = { scheduleId: string; versionId: string };

/** Signed schedules whose hour has come and that were not refused just now. */
export async function listDueSchedules(): Promise<DueSchedule[]> {
  const { rows } = await appPool().query<DueSchedule>(
    `SELECT schedule_id AS "scheduleId", version_id AS "versionId" FROM desk.due_schedules()`,
  );
  return rows;
}

/** Carries out one signed schedule, for the person who signed it. */
export async function carryOutSchedule(
  scheduleId: string,
): Promise<Outcome<"published" | "refused" | "gone">> {
  return runAct(appPool(), "publish_due", [scheduleId]);
}
