import { runAct } from "~/data/act.server";
import { inRehearsal, settle } from "~/data/rehearsal.server";
import { listTold, type Told } from "~/data/rehearsed-effects.server";
import {
  listPagesTouched,
  listSeatsNeeded,
  type PageTouched,
} from "~/data/rehearsed-sources.server";
import { done, type Outcome } from "~/domain/outcome";

/** A page that rests on the guideline, and what its review would ask for. */
export type GuidelinePage = Omit<PageTouched, "contentSha256"> & {
  /** The day on which its review would be due at the latest; null for a draft. */
  movesTo: string | null;
  needs: { expertise: string; name: string | null }[];
};

export type GuidelineRehearsed = { pages: GuidelinePage[]; told: Told[] };

/**
 * What would follow if a guideline were withdrawn and every page that rests on
 * it reviewed as soon as the rules allow: the watch item is raised and each
 * page triaged by the acts themselves, read and taken back. Pages that
 * `viewerId` may not know of are left out.
 */
export async function rehearseGuideline(
  sessionId: string,
  viewerId: string,
  guideline: string,
): Promise<Outcome<GuidelineRehearsed>> {
  const what = "A rehearsal of its withdrawal.";
  return inRehearsal(async (database) => {
    const raised = await runAct<string>(database, "raise_watch_item", [
      ...[sessionId, "guideline_superseded", "guideline", guideline, what],
      ...[null, null, null],
    ]);
    if (!raised.ok) return raised;
    const touched = await listPagesTouched(database, raised.value, viewerId);
    for (const page of touched.filter(comesForward)) {
      const triaged = await runAct(database, "triage_watch_item", [
        ...[sessionId, null, raised.value, page.pageId, page.contentSha256],
        ...["review_brought_forward", what, page.earliest, [], null],
      ]);
      if (!triaged.ok) return triaged;
    }
    await settle(database);
    const seats = await listSeatsNeeded(
      ...[database, viewerId],
      touched.map(({ pageId }) => pageId),
      touched[0]?.earliest ?? "1900-01-01",
    );
    return done({
      told: await listTold(database),
      pages: touched.map(({ contentSha256: _, ...page }) => ({
        ...page,
        movesTo: comesForward(page) ? page.earliest : page.dueOn,
        needs: seats.filter(({ pageId }) => pageId === page.pageId),
      })),
    });
  });
}

function comesForward({
  waits,
  dueOn,
  earliest,
}: Pick<PageTouched, "waits" | "dueOn" | "earliest">): boolean {
  return waits && dueOn !== null && dueOn > earliest;
}
