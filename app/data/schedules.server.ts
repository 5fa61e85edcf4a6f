import type { Blocker } from "~/domain/blockers";
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

/** The versions that go out at one hour with this schedule's, itself among them. */
export async function listVersionsTogether(
  scheduleId: string,
): Promise<string[]> {
  const { rows } = await appPool().query<{ versionId: string }>(
    `SELECT o.version_id AS "versionId" FROM desk.schedule s
       JOIN desk.schedule o ON o.id = s.id OR o.set_schedule_id = s.set_schedule_id
      WHERE s.id = $1 AND o.cancelled_at IS NULL AND o.carried_out_at IS NULL ORDER BY o.page_id LIMIT 50`,
    [scheduleId],
  );
  return rows.map(({ versionId }) => versionId);
}

/** Carries out one signed schedule, for the person who signed it. */
export async function carryOutSchedule(
  scheduleId: string,
): Promise<Outcome<"published" | "refused" | "gone">> {
  return runAct(appPool(), "publish_due", [scheduleId]);
}

export type RehearsalStep = "7 days" | "24 hours" | "1 hour";
export type DueRehearsal = DueSchedule & { step: RehearsalStep };

/** Rehearsals of the gate whose step before a scheduled hour has come. */
export async function listDueRehearsals(): Promise<DueRehearsal[]> {
  const { rows } = await appPool().query<DueRehearsal>(
    `SELECT schedule_id AS "scheduleId", version_id AS "versionId", step FROM desk.due_rehearsals()`,
  );
  return rows;
}

/** Runs one rehearsal, once; gives how many reasons it found. */
export async function rehearseStep({
  scheduleId,
  step,
}: DueRehearsal): Promise<Outcome<number | null>> {
  return runAct(appPool(), "rehearse", [scheduleId, step]);
}

/** What the gate would say at the hour of a schedule, as far as is known now. */
export async function listForecastBlockers(
  scheduleId: string,
): Promise<Blocker[]> {
  const { rows } = await appPool().query<Blocker>(
    "SELECT code, who, detail FROM desk.forecast_blockers($1)",
    [scheduleId],
  );
  return rows;
}

export type Rehearsal = {
  scheduleId: string;
  step: RehearsalStep;
  rehearsedAt: Date;
  reasonCount: number;
};

/** The rehearsals that ran for some schedules, in the order of time. */
export async function listRehearsals(
  scheduleIds: readonly string[],
): Promise<Rehearsal[]> {
  const { rows } = await appPool().query<Rehearsal>(
    `SELECT schedule_id AS "scheduleId", step, rehearsed_at AS "rehearsedAt", jsonb_array_length(blockers) AS "reasonCount"
       FROM desk.rehearsal WHERE schedule_id = ANY ($1::uuid[]) ORDER BY rehearsed_at, step LIMIT 100`,
    [scheduleIds],
  );
  return rows;
}
