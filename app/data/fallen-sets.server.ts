import { runAct } from "./act.server";
import { appPool } from "./pools.server";

/** What brought a page down with it, and what else fell. */
export type FallenSetFacts = {
  setName: string;
  /** The page that fell of itself; null where the reader may not know of it. */
  fallenTitle: string | null;
  how: "withdrawn" | "withheld";
  /** The other pages of the set that readers have no more. */
  others: string[];
};

/**
 * Why readers have this page of a set no more, as one person may be told; null
 * when it stands again, or stands in no set with the fallen page any more.
 */
export async function findFallenSetFacts(
  pageId: string,
  fallenPageId: string,
  readerId: string,
): Promise<FallenSetFacts | null> {
  const { rows } = await appPool().query<FallenSetFacts>(
    `SELECT s.name AS "setName", desk.set_falls($1) AS how,
            CASE WHEN desk.may_know_of($2, $3) THEN (SELECT v.title FROM desk.version v WHERE v.page_id = $2 ORDER BY v.number DESC LIMIT 1) END AS "fallenTitle",
            ARRAY(${titlesBesides("s.id", "$2::uuid", "$3::uuid")} AND p.page_id <> $1::uuid ORDER BY v.title LIMIT 50) AS others
       FROM desk.page_set_member m JOIN desk.page_set_member f ON f.set_id = m.set_id AND f.removed_at IS NULL
       JOIN desk.page_set s ON s.id = m.set_id
      WHERE m.page_id = $1 AND m.removed_at IS NULL AND f.page_id = $2 AND desk.set_falls($1) IS NOT NULL`,
    [pageId, fallenPageId, readerId],
  );
  return rows[0] ?? null;
}

/** Titles of the pages that fell with this one, of those that the reader may know of. */
export async function listFallenWith(
  pageId: string,
  readerId: string,
): Promise<string[]> {
  const { rows } = await appPool().query<{ title: string }>(
    `${titlesBesides("(SELECT set_id FROM desk.page_set_member WHERE page_id = $1 AND removed_at IS NULL)", "$1::uuid", "$2::uuid")}
        AND desk.set_falls(p.page_id) IS NOT NULL ORDER BY v.title LIMIT 50`,
    [pageId, readerId],
  );
  return rows.map(({ title }) => title);
}

/** Tells of what the passing of days alone brought down; gives the number of alerts. */
export async function raiseFallenSets(): Promise<number> {
  const raised = await runAct<number>(appPool(), "raise_fallen_sets", []);
  if (!raised.ok) throw new Error(`refused: ${raised.because}`);
  return raised.value;
}

const titlesBesides = (set: string, besides: string, reader: string) =>
  `SELECT v.title FROM desk.page_set_member o JOIN desk.publication p ON p.page_id = o.page_id AND p.ended_at IS NULL
     JOIN desk.version v ON v.id = p.version_id
    WHERE o.set_id = ${set} AND o.removed_at IS NULL AND o.page_id <> ${besides} AND desk.may_know_of(o.page_id, ${reader})`;
