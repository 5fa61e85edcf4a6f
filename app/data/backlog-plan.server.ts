import {
  planBacklog,
  type BacklogPlan,
  type Reviewers,
} from "~/domain/backlog-plan";
import { appPool } from "./pools.server";
import {
  type BacklogEntry,
  listBacklog,
  listReviewerRoom,
} from "./backlog.server";

export type PlannedEntry = BacklogEntry & BacklogPlan["turns"][number];

export type PlannedBacklog = {
  today: string;
  /** In the order in which they come. */
  entries: PlannedEntry[];
  weeks: BacklogPlan["weeks"];
  zeroOn: BacklogPlan["zeroOn"];
};

const nobody: Reviewers = { room: [], holders: new Map(), held: [] };

/** The plan for the pages published elsewhere, as far as somebody may know of them. */
export async function getBacklogPlan(
  viewerId: string | null,
): Promise<PlannedBacklog> {
  const [pages, day] = await Promise.all([
    listBacklog(viewerId),
    appPool().query<{ today: string }>("SELECT desk.today() AS today"),
  ]);
  const today = day.rows[0]?.today ?? "";
  // Five years of everybody's weeks: not asked for when nothing waits.
  const reviewers = pages.length > 0 ? await listReviewerRoom() : nobody;
  const plan = planBacklog(pages, reviewers, today);
  const known = new Map(pages.map((page) => [page.id, page]));
  return {
    today,
    weeks: plan.weeks,
    zeroOn: plan.zeroOn,
    entries: plan.turns.flatMap((turn) => {
      const page = known.get(turn.id);
      return page ? [{ ...page, ...turn }] : [];
    }),
  };
}
