import { appPool } from "./pools.server";

/** A block that readers do not see, and who took it away. */
export type WithheldBlock = {
  id: string;
  blockId: string;
  reason: string;
  withheldById: string;
  withheldBy: string;
  withheldOn: string;
};

/** The blocks withheld from what is live now: those of this text that stand and were not given back. */
export async function listWithheldBlocks(
  pageId: string,
): Promise<WithheldBlock[]> {
  const { rows } = await appPool().query<WithheldBlock>(
    `SELECT DISTINCT ON (w.block_id) w.id, w.block_id AS "blockId", w.reason, w.withheld_by AS "withheldById",
            p.name AS "withheldBy", desk.day_of(w.withheld_at) AS "withheldOn"
       FROM desk.publication live
       CROSS JOIN LATERAL unnest(desk.withheld_block_ids(live.id)) held(block_id)
       JOIN desk.withheld_block w ON w.page_id = live.page_id AND w.block_id = held.block_id
        AND NOT EXISTS (SELECT FROM desk.withheld_block_return r WHERE r.withheld_block_id = w.id)
       JOIN desk.person p ON p.id = w.withheld_by
      WHERE live.page_id = $1 AND live.ended_at IS NULL
      ORDER BY w.block_id, w.withheld_at DESC, w.id`,
    [pageId],
  );
  return rows;
}
