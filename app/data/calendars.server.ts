import { appPool } from "./pools.server";

export type CalendarScope = "mine" | "desk";

/** A secret address as its person sees it: never the secret, which is not kept. */
export type CalendarAddress = {
  id: string;
  scope: CalendarScope;
  madeAt: Date;
  revokedAt: Date | null;
};

/** The calendar addresses of a person, those that work first. */
export async function listCalendarAddresses(
  personId: string,
): Promise<CalendarAddress[]> {
  const { rows } = await appPool().query<CalendarAddress>(
    `SELECT id, scope, made_at AS "madeAt", revoked_at AS "revokedAt" FROM desk.calendar_address
      WHERE person_id = $1 ORDER BY revoked_at IS NOT NULL, made_at DESC, id LIMIT 50`,
    [personId],
  );
  return rows;
}

export type FoundCalendar = {
  personId: string;
  scope: CalendarScope;
  standing: "open" | "revoked" | "person_inactive" | "not_an_editor";
};

/** The calendar under an address, by the hash of its token; null when there is none. */
export async function findCalendar(
  tokenHash: string,
): Promise<FoundCalendar | null> {
  const { rows } = await appPool().query<
    FoundCalendar | { [Key in keyof FoundCalendar]: null }
  >(
    `SELECT person_id AS "personId", scope, standing FROM desk.find_calendar($1)`,
    [tokenHash],
  );
  const [row] = rows;
  return row?.personId ? row : null;
}

/** One day of a calendar: what falls due on it, of which page. */
export type CalendarEntry = {
  key: string;
  what: "answer" | "review" | "page_due" | "going_out";
  on: string;
  gene: string | null;
  title: string;
};

/**
 * What a calendar shows today. Mine: requests to answer, reviews to finish, and
 * when the pages of my team fall due. The desk's: open reviews, due days and
 * scheduled publications of every page. A page that is kept confidential is in
 * neither, not even in that of somebody who may know of it: a calendar is
 * copied to other people's machines.
 */
export async function listCalendarEntries({
  personId,
  scope,
}: Pick<FoundCalendar, "personId" | "scope">): Promise<CalendarEntry[]> {
  const { rows } = await appPool().query<CalendarEntry>(
    `WITH mine AS (
       SELECT page_id FROM desk.page_listing WHERE owner_id = $1 UNION SELECT page_id FROM desk.page_author WHERE person_id = $1
     ), entry AS (
       SELECT 'answer-by.' || a.id AS key, 'answer' AS what, a.respond_by AS on_day, r.page_id
         FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id AND r.closed_at IS NULL
        WHERE $2 = 'mine' AND a.reviewer_id = $1 AND a.state = 'invited'
       UNION ALL
       SELECT 'review-by.' || a.id, 'review', a.review_by, r.page_id
         FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id AND r.closed_at IS NULL
        WHERE ($2 = 'desk' OR a.reviewer_id = $1) AND a.state IN ('invited', 'accepted')
       UNION ALL
       SELECT 'page-due.' || l.page_id, 'page_due', l.next_review_due, l.page_id
         FROM mine JOIN desk.page_listing l ON l.page_id = mine.page_id AND l.is_standing WHERE $2 = 'mine'
       UNION ALL
       SELECT 'page-due.' || l.page_id, 'page_due', l.next_review_due, l.page_id FROM desk.page_listing l WHERE $2 = 'desk' AND l.is_standing
       UNION ALL
       SELECT 'going-out.' || c.id, 'going_out', desk.day_of(c.publish_at), c.page_id
         FROM desk.schedule c WHERE $2 = 'desk' AND c.cancelled_at IS NULL AND c.carried_out_at IS NULL AND c.refused_at IS NULL
     )
     SELECT e.key, e.what, e.on_day AS "on", l.title, d.genes[1] AS gene
       FROM (SELECT desk.today() AS today OFFSET 0) day CROSS JOIN entry e
       JOIN desk.page_listing l ON l.page_id = e.page_id AND NOT l.is_archived
        AND (l.confidential_until IS NULL OR l.confidential_until <= day.today)
       LEFT JOIN desk.draft d ON d.page_id = l.page_id AND d.line = 'main' AND d.closed_at IS NULL
      ORDER BY e.on_day, e.key LIMIT 20000`,
    [personId, scope],
  );
  return rows;
}
