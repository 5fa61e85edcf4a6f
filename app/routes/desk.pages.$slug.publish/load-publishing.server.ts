import { listReasons } from "~/commands/list-reasons.server";
import { listPublishBlockers } from "~/data/gate.server";
import { listConfidentialReaders } from "~/data/confidential-readers.server";
import { findNewestWork } from "~/data/newest-work.server";
import { listOutsideSaid } from "~/data/outside.server";
import { findPublisherInterests } from "~/data/page-interests.server";
import { getDeskDay, type PageWithTies } from "~/data/pages.server";
import { findSetOf, listSets } from "~/data/page-sets.server";
import {
  findPublicationPreview,
  findPublicStanding,
  listOpenSchedules,
  listPublishableVersions,
  type PublishableVersion,
} from "~/data/publications.server";
import { listForecastBlockers, listRehearsals } from "~/data/schedules.server";
import { ownInterests } from "~/wording/interests";
import { wordBlocker } from "~/wording/blockers";

export type PublishingScreen = Awaited<ReturnType<typeof loadPublishing>>;
export type PendingVersion = PublishingScreen["pending"][number];

/** What could be published of a page next, and everything that stands in its way. */
export async function loadPublishing(page: PageWithTies, readerId: string) {
  const ownStanding = await findPublisherInterests(readerId, page.id);
  const [versions, schedules, standing, day, set, sets] = await Promise.all([
    listPublishableVersions(page.id),
    listOpenSchedules(page.id),
    findPublicStanding(page.id),
    getDeskDay(),
    findSetOf(page.id, readerId),
    listSets(readerId),
  ]);
  const isConfidential = (standing?.confidentialUntil ?? "") > day.today;
  const [readers, rehearsals] = await Promise.all([
    isConfidential ? listConfidentialReaders(page.id) : [],
    listRehearsals(schedules.map(({ id }) => id)),
  ]);
  const pending = versions.filter(({ isPublished }) => !isPublished);
  return {
    slug: page.slug,
    ownInterests: ownStanding && ownInterests(ownStanding),
    day,
    schedules: await Promise.all(
      schedules.map(async (schedule) => ({
        ...schedule,
        forecast: (await listForecastBlockers(schedule.id)).map(wordBlocker),
        rehearsals: rehearsals.filter(
          ({ scheduleId }) => scheduleId === schedule.id,
        ),
      })),
    ),
    readers,
    set,
    sets,
    liveNumber: standing?.isLive ? standing.versionNumber : null,
    confidentialUntil: standing?.confidentialUntil ?? null,
    isSubmitted: versions.length > 0,
    pending: await Promise.all(pending.map(withBlockers)),
    draftBlockers: versions.length === 0 ? await reasonsOfDraft(page.slug) : [],
  };
}

/** What a draft that was never submitted lacks: an imported page, say. */
async function reasonsOfDraft(slug: string) {
  const work = await findNewestWork(slug);
  const reasons = work && (await listReasons(work));
  return reasons?.ok ? reasons.value.map(wordBlocker) : [];
}

async function withBlockers(version: PublishableVersion) {
  const [blockers, preview, outsideSaid] = await Promise.all([
    listPublishBlockers(version.id),
    findPublicationPreview(version.id),
    listOutsideSaid(version.id),
  ]);
  // Publishing runs the checks first, so that an old run stops nobody.
  const standing = blockers.filter(({ detail }) => detail.run !== "missing");
  return {
    ...version,
    preview,
    outsideSaid,
    blockers: standing.map(wordBlocker),
    areChecksDue: standing.length < blockers.length,
  };
}
