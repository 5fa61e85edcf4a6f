import type { NoticeType } from "~/domain/words";
import type { Queryable } from "./act.server";
import { appPool } from "./pools.server";

/** A notice on a page, with who took it down. */
export type PageNotice = {
  id: string;
  type: NoticeType;
  reason: string;
  putUpBy: string | null;
  putUpOn: string;
  takenDownBy: string | null;
  takenDownOn: string | null;
  takenDownReason: string | null;
};

/** The notices of a page: those that stand first, then the newest. */
export async function listNotices(pageId: string): Promise<PageNotice[]> {
  const { rows } = await appPool().query<PageNotice>(
    `SELECT n.id, n.type, n.reason, p.name AS "putUpBy", n.put_up_on AS "putUpOn",
            tp.name AS "takenDownBy", desk.day_of(t.taken_down_at) AS "takenDownOn", t.reason AS "takenDownReason"
       FROM desk.notice n
       LEFT JOIN desk.person p ON p.id = n.put_up_by
       LEFT JOIN desk.notice_taken_down t ON t.notice_id = n.id
       LEFT JOIN desk.person tp ON tp.id = t.taken_down_by
      WHERE n.page_id = $1
      ORDER BY t.notice_id IS NOT NULL, n.put_up_at DESC, n.id LIMIT 100`,
    [pageId],
  );
  return rows;
}

/** Whether a notice of this type stands on the page now. */
export async function hasStandingNotice(
  database: Queryable,
  pageId: string,
  type: NoticeType,
): Promise<boolean> {
  const { rows } = await database.query<{ isUp: boolean }>(
    `SELECT EXISTS (SELECT FROM desk.notice n WHERE n.page_id = $1 AND n.type = $2
       AND NOT EXISTS (SELECT FROM desk.notice_taken_down t WHERE t.notice_id = n.id)) AS "isUp"`,
    [pageId, type],
  );
  return rows[0]?.isUp ?? false;
}
