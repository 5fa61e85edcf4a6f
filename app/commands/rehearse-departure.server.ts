import { runAct } from "~/data/act.server";
import { appPool } from "~/data/pools.server";
import { inRehearsal, settle } from "~/data/rehearsal.server";
import {
  type BenchShort,
  type HoldingMoved,
  listBenchShort,
  listExpertiseOf,
  listHoldingsMoved,
  listKnown,
  listReviewsMoved,
  listRolesEmptied,
  listShelvesMoved,
  listTold,
  type ReviewMoved,
  type ShelfMoved,
  type Told,
} from "~/data/rehearsed-effects.server";
import type { Role } from "~/domain/words";
import { done, type Outcome } from "~/domain/outcome";

export type DepartureRehearsed = {
  reviews: ReviewMoved[];
  holdings: HoldingMoved[];
  shelves: ShelfMoved[];
  /** Roles that nobody would hold any more. */
  emptied: Role[];
  bench: BenchShort[];
  told: Told[];
};

/**
 * What would follow if somebody's account were switched off now: the act
 * itself, refusals among it, read and taken back. A page that `viewerId` may
 * not know of is there without its name.
 */
export async function rehearseDeparture(
  sessionId: string,
  viewerId: string,
  personId: string,
  handOverTo: string | null,
): Promise<Outcome<DepartureRehearsed>> {
  const rehearsed = await inRehearsal(async (database) => {
    const expertises = await listExpertiseOf(database, personId);
    const outcome = await runAct(database, "deactivate_person", [
      ...[sessionId, personId, handOverTo, "{}"],
    ]);
    if (!outcome.ok) return outcome;
    await settle(database);
    return done({
      reviews: await listReviewsMoved(database),
      holdings: await listHoldingsMoved(database, personId, handOverTo),
      shelves: await listShelvesMoved(database, personId),
      emptied: await listRolesEmptied(database, personId),
      bench: await listBenchShort(database, personId, expertises),
      told: await listTold(database),
    });
  });
  if (!rehearsed.ok) return rehearsed;
  const { reviews, holdings, shelves, emptied, bench, told } = rehearsed.value;
  // As things stand, not as they would: whoever takes a page over knows of it then.
  const pages = [...reviews, ...holdings, ...bench];
  const known = await listKnown(
    appPool(),
    pages.map(({ pageId }) => pageId),
    viewerId,
  );
  const named = <Row extends { pageId: string; title: string; slug: string }>(
    row: Row,
  ): Row =>
    known.has(row.pageId)
      ? row
      : { ...row, title: "A confidential page", slug: "" };
  return done({
    reviews: reviews.map(named),
    holdings: holdings.map(named),
    ...{ shelves, emptied },
    bench: bench.filter(({ pageId }) => known.has(pageId)),
    told,
  });
}
