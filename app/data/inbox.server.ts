import { mailReaders } from "~/domain/mail-access";
import type { PublicState } from "~/domain/words";
import { tiesOf } from "./mail-ties.server";
import { appPool } from "./pools.server";

/** One alert as its person reads it now. */
export type InboxAlert = {
  id: string;
  kind: string;
  /** The subject of its mail; null for a reminder, and until the mail is written. */
  subject: string | null;
  /** Where its one act is done, a path of ours; null when there is nowhere to go. */
  href: string | null;
  slug: string | null;
  title: string | null;
  gene: string | null;
  /** Of a reminder: the day the review was due, and whether that day was past when it was told. */
  dueOn: string | null;
  wasOverdue: boolean;
  /** Of a reminder: how readers have the page today, and its next review. */
  stateNow: PublicState | null;
  dueNow: string | null;
  raisedAt: Date;
  isRead: boolean;
};

/** No inbox goes further back than this many alerts. */
const newest = 300;

/**
 * A person's newest alerts that they may still be told of: of a confidential
 * page only as long as they may know of it, and of any only with a tie that
 * its kind is for. Asked each time it is shown, because access may have ended.
 */
const permitted = (only: string) => `
  WITH mine AS (
    SELECT a.* FROM desk.alert a WHERE a.recipient_id = $1 ${only} ORDER BY a.raised_at DESC, a.id LIMIT ${String(newest)}
  ), pages AS MATERIALIZED (
    SELECT p.page_id, t.ties FROM (SELECT DISTINCT page_id FROM mine) p
      LEFT JOIN LATERAL (${tiesOf("$1::uuid", "p.page_id")}) t ON true
     WHERE p.page_id IS NULL OR desk.may_know_of(p.page_id, $1::uuid)
  ), shown AS (
    SELECT m.* FROM mine m JOIN pages p ON p.page_id IS NOT DISTINCT FROM m.page_id
     WHERE ARRAY(SELECT jsonb_array_elements_text(coalesce($2::jsonb #> ARRAY['byKind', m.kind], $2::jsonb -> 'otherwise'))) && p.ties
  )`;

/** What this person is told, the newest first. */
export async function listInbox(
  personId: string,
  isUnreadOnly: boolean,
): Promise<InboxAlert[]> {
  const only = isUnreadOnly ? "AND a.seen_at IS NULL" : "";
  const { rows } = await appPool().query<InboxAlert>(
    `${permitted(only)}
     SELECT s.id, s.kind, CASE WHEN NOT s.is_digest THEN m.subject END AS subject,
            coalesce(CASE WHEN NOT s.is_digest THEN substring(m.plain_text FROM 'https?://[^/\\s]+(/(?:desk|pages)/[^\\s]*)') END,
                     CASE WHEN s.kind IN ('review_requested', 'review_reminder', 'review_by_extended', 'review_dismissed') THEN '/desk/reviews/' || (s.props ->> 'assignmentId') END,
                     '/desk/pages/' || pg.slug) AS href,
            pg.slug, coalesce(d.title, pg.slug) AS title,
            jsonb_path_query_first(d.content::jsonb, '$.topics[*] ? (@.type == "gene").label') #>> '{}' AS gene,
            s.due_on AS "dueOn", coalesce(desk.is_overdue(s.due_on, desk.day_of(s.raised_at)), false) AS "wasOverdue",
            CASE WHEN s.due_on IS NOT NULL THEN desk.listed_state(l, (SELECT desk.today())) END AS "stateNow",
            CASE WHEN s.due_on IS NOT NULL AND l.standing = 'dated' THEN l.next_review_due END AS "dueNow",
            s.raised_at AS "raisedAt", s.seen_at IS NOT NULL AS "isRead"
       FROM shown s LEFT JOIN desk.mail m ON m.id = s.mail_id LEFT JOIN desk.page pg ON pg.id = s.page_id
       LEFT JOIN desk.page_listing l ON l.page_id = pg.id
       LEFT JOIN desk.draft d ON d.page_id = pg.id AND d.line = 'main' AND d.closed_at IS NULL
      ORDER BY s.raised_at DESC, s.id`,
    [personId, JSON.stringify(mailReaders)],
  );
  return rows;
}

/** How many of them are not read yet; 300 stands for as many or more. */
export async function countUnreadAlerts(personId: string): Promise<number> {
  const { rows } = await appPool().query<{ count: number }>(
    `${permitted("AND a.seen_at IS NULL")} SELECT count(*)::integer AS count FROM shown`,
    [personId, JSON.stringify(mailReaders)],
  );
  return rows[0]?.count ?? 0;
}

/** What a person was told of one request to review and has not read. */
export async function listUnreadOfReview(
  personId: string,
  assignmentId: string,
): Promise<string[]> {
  const { rows } = await appPool().query<{ id: string }>(
    `SELECT id FROM desk.alert
      WHERE recipient_id = $1 AND seen_at IS NULL AND props ->> 'assignmentId' = $2 ORDER BY raised_at, id LIMIT 20`,
    [personId, assignmentId],
  );
  return rows.map(({ id }) => id);
}
