import type { Blocker } from "~/domain/blockers";
import { getRow } from "./mail-facts.server";
import { appPool } from "./pools.server";
import { listForecastBlockers, type RehearsalStep } from "./schedules.server";

/** How much more time a reviewer was given, by whom and why. */
export type ExtensionFacts = {
  reviewBy: string;
  extendedBy: string;
  reason: string;
};

export async function getExtensionFacts(
  extensionId: string,
): Promise<ExtensionFacts> {
  return getRow<ExtensionFacts>(
    `SELECT x.review_by AS "reviewBy", p.name AS "extendedBy", x.reason
       FROM desk.review_by_extension x JOIN desk.person p ON p.id = x.extended_by WHERE x.id = $1`,
    extensionId,
  );
}

/** What a rehearsal found that would still be refused at the hour. */
export type ScheduleForecast = {
  versionNumber: number;
  publishAt: Date;
  timeZone: string;
  step: RehearsalStep;
  blockers: Blocker[];
};

/** The forecast of one open schedule; null when nothing stands in its way any more. */
export async function findScheduleForecast(
  scheduleId: string,
  step: string,
): Promise<ScheduleForecast | null> {
  const { rows } = await appPool().query<Omit<ScheduleForecast, "blockers">>(
    `SELECT v.number AS "versionNumber", s.publish_at AS "publishAt", d.time_zone AS "timeZone", r.step
       FROM desk.schedule s JOIN desk.version v ON v.id = s.version_id JOIN desk.rehearsal r ON r.schedule_id = s.id
       CROSS JOIN desk.desk_setting d
      WHERE s.id = $1 AND r.step = $2 AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL`,
    [scheduleId, step],
  );
  const [row] = rows;
  if (!row) return null;
  const blockers = await listForecastBlockers(scheduleId);
  return blockers.length > 0 ? { ...row, blockers } : null;
}

/** Titles of what went out in one act with a publication, of pages that the recipient may know of. */
export async function listPublishedTogether(
  publicationIds: readonly string[],
  besides: string,
  recipientId: string,
): Promise<string[]> {
  const { rows } = await appPool().query<{ title: string }>(
    `SELECT v.title FROM desk.publication p JOIN desk.version v ON v.id = p.version_id
      WHERE p.id = ANY ($1::uuid[]) AND p.id <> $2 AND p.ended_at IS NULL AND desk.may_know_of(p.page_id, $3)
      ORDER BY v.title LIMIT 50`,
    [publicationIds, besides, recipientId],
  );
  return rows.map(({ title }) => title);
}
