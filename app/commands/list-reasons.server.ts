import { findDraft } from "~/data/drafts.server";
import { listDraftBlockers, listPublishBlockers } from "~/data/gate.server";
import type { NewestWork } from "~/data/newest-work.server";
import type { Blocker } from "~/domain/blockers";
import { done, type Outcome } from "~/domain/outcome";
import { checkDraft } from "./check-draft.server";
import { refreshChecksOn } from "./run-checks.server";

/**
 * Every reason why the newest work on a page may not be published now. For a
 * version it is the gate's own list, the checks run first where their last run
 * is old, as publishing does. A draft that was never submitted lacks that and
 * all the rest: what its text, its page and the review rules already tell.
 */
export async function listReasons(
  work: NewestWork,
): Promise<Outcome<Blocker[]>> {
  if (work.versionId === null) return done(await reasonsOfDraft(work));
  const refreshed = await refreshChecksOn(work.versionId);
  if (!refreshed.ok) return refreshed;
  return done(await listPublishBlockers(work.versionId));
}

async function reasonsOfDraft(work: NewestWork): Promise<Blocker[]> {
  const draft = await findDraft(work.pageId, "main");
  if (!draft) return listDraftBlockers(work.pageId);
  const { findings } = await checkDraft(draft.content, work.isImported);
  const blocking = findings.filter(({ severity }) => severity === "blocks");
  return [
    ...(await listDraftBlockers(work.pageId)),
    ...blocking.map(({ rule, message, excerpt }) => ({
      code: "findings_blocking" as const,
      who: "author",
      detail: { rule, message, excerpt },
    })),
  ];
}
