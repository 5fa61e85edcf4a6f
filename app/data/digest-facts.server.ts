import type { ReminderRecipient } from "~/domain/reminder-schedule";
import type { PageKind } from "~/domain/words";
import { appPool } from "./pools.server";

export type DigestPage = {
  slug: string;
  title: string;
  kind: PageKind;
  gene: string | null;
  nextReviewDue: string;
  /** Null while its review is not overdue. */
  daysOverdue: number | null;
  graceEndsOn: string;
  isPastGrace: boolean;
  ownerName: string | null;
  told: ReminderRecipient[];
};

/** What a digest tells of: the pages it lists, and how many come after them. */
export type DigestFacts = {
  pages: DigestPage[];
  more: { pages: number; overdue: number };
};

/** A mail that is still opened; nobody reads further than this. */
const mostPages = 500;

/**
 * The pages that a digest tells its reader of, as they stand now: a page that
 * was reviewed, withdrawn or archived meanwhile is left out, and so is one
 * that no longer concerns this person. A page that is confidential today
 * stands in a digest of its own alone. The page that is due longest comes
 * first, and what comes after the most that one mail lists is counted.
 */
export async function getDigestFacts(
  mailId: string,
  limit = mostPages,
): Promise<DigestFacts> {
  const { rows } = await appPool().query<
    DigestPage & { total: number; overdue: number }
  >(digestSql, [mailId, limit]);
  const [first] = rows;
  const listedLate = rows.filter(
    ({ daysOverdue }) => daysOverdue !== null,
  ).length;
  return {
    pages: rows.map(({ total: _, overdue: __, ...page }) => page),
    more: {
      pages: (first?.total ?? 0) - rows.length,
      overdue: (first?.overdue ?? 0) - listedLate,
    },
  };
}

/**
 * The pages come first, and each is then asked how it stands: a desk's worth of
 * pages is never weighed for the few that a mail tells of.
 */
const digestSql = `
  WITH alerted AS MATERIALIZED (
    SELECT DISTINCT a.page_id, a.due_on, a.recipient_id, m.page_id AS kept_page
      FROM desk.alert a JOIN desk.mail m ON m.id = a.mail_id WHERE a.mail_id = $1
  )
  SELECT told.*, (count(*) OVER ())::integer AS total, (count("daysOverdue") OVER ())::integer AS overdue
    FROM (SELECT s.slug, coalesce(d.title, s.slug) AS title, s.kind,
            jsonb_path_query_first(d.content::jsonb, '$.topics[*] ? (@.type == "gene").label') #>> '{}' AS gene,
            s.next_review_due AS "nextReviewDue", s.days_overdue AS "daysOverdue", s.grace_ends_on AS "graceEndsOn",
            desk.is_overdue(s.grace_ends_on, s.today) AS "isPastGrace", o.name AS "ownerName", t.told
       FROM alerted a
       CROSS JOIN LATERAL (SELECT * FROM desk.page_standing WHERE page_id = a.page_id OFFSET 0) s
       JOIN desk.page pg ON pg.id = a.page_id
       LEFT JOIN desk.person o ON o.id = pg.owner_id AND o.is_active
       LEFT JOIN desk.collection c ON c.id = pg.collection_id
       LEFT JOIN desk.draft d ON d.page_id = pg.id AND d.line = 'main' AND d.closed_at IS NULL
       CROSS JOIN LATERAL (SELECT array_remove(ARRAY[
         CASE WHEN pg.owner_id = a.recipient_id THEN 'owner' END,
         CASE WHEN EXISTS (SELECT FROM desk.publication_line(s.publication_id) l
           JOIN desk.publication_approval pa ON pa.publication_id = l.publication_id
           JOIN desk.decision de ON de.id = pa.decision_id WHERE de.person_id = a.recipient_id
            AND EXISTS (SELECT FROM desk.person_role WHERE person_id = a.recipient_id)
            AND (de.expertise IN ('editor', 'colleague') OR EXISTS (SELECT FROM desk.person_expertise x
                  WHERE x.person_id = a.recipient_id AND x.expertise = de.expertise))) THEN 'last_reviewers' END,
         CASE WHEN EXISTS (SELECT FROM desk.person_role WHERE person_id = a.recipient_id AND role = 'editor') THEN 'editors' END,
         CASE WHEN c.lead_id = a.recipient_id THEN 'collection_lead' END,
         CASE WHEN EXISTS (SELECT FROM desk.person_role WHERE person_id = a.recipient_id AND role = 'clinical_lead') THEN 'clinical_lead' END
       ], NULL) AS told OFFSET 0) t
      WHERE s.next_review_due = a.due_on AND cardinality(t.told) > 0
        AND (s.public_state IN ('live', 'due_soon', 'overdue', 'withheld')
          -- Readers have it not while it is confidential; its team is told.
          OR (a.kept_page = s.page_id AND s.public_state = 'none' AND s.ended_at IS NULL))) told
   ORDER BY "nextReviewDue", slug LIMIT $2`;
