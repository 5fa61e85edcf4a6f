import type { Day } from "~/domain/days";
import { appPool } from "./pools.server";

/** One thing that somebody who leaves holds, and who gets it; null: nobody yet. */
export type HeldThing = {
  what: "page" | "collection" | "review" | "pen" | "schedule" | "component";
  title: string;
  slug: string | null;
  /** The expertise of a review. */
  expertise: string | null;
  reviewBy: Day | null;
  heirName: string | null;
};

/**
 * All that a person holds, and where each would go if they were switched off
 * now with these choices: the same rules that the act follows decide it. A page
 * that `viewerId` may not know of is there without its name, so that somebody
 * is chosen for it.
 */
export async function previewDeparture(
  personId: string,
  handOverTo: string | null,
  deputies: Record<string, string>,
  viewerId: string,
): Promise<HeldThing[]> {
  const { rows } = await appPool().query<HeldThing>(
    `WITH heir AS (SELECT btrim(prefix || ' ' || name) AS name FROM desk.person WHERE id = $2 AND is_active), held AS (
     SELECT p.id AS page_id, 'page' AS what, coalesce(d.title, p.slug) AS title, p.slug, NULL AS expertise, NULL::date AS "reviewBy", (SELECT name FROM heir) AS "heirName"
       FROM desk.page p LEFT JOIN desk.draft d ON d.page_id = p.id AND d.line = 'main' AND d.closed_at IS NULL
      WHERE p.owner_id = $1 AND p.archived_at IS NULL
     UNION ALL SELECT NULL, 'collection', c.name, NULL, NULL, NULL, (SELECT name FROM heir) FROM desk.collection c WHERE c.lead_id = $1
     UNION ALL SELECT p.id, 'review', v.title, p.slug, a.expertise, a.review_by,
            (SELECT btrim(h.prefix || ' ' || h.name) FROM desk.person h WHERE h.id = desk.heir_of_review(a.id, $3::jsonb))
       FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id AND r.closed_at IS NULL
       JOIN desk.version v ON v.id = r.version_id JOIN desk.page p ON p.id = r.page_id
      WHERE a.reviewer_id = $1 AND a.state IN ('invited', 'accepted')
     UNION ALL SELECT p.id, 'pen', coalesce(d.title, p.slug), p.slug, NULL, NULL, NULL
       FROM desk.pen x JOIN desk.draft d ON d.id = x.draft_id AND d.closed_at IS NULL JOIN desk.page p ON p.id = d.page_id WHERE x.held_by = $1
     UNION ALL SELECT p.id, 'schedule', v.title, p.slug, NULL, NULL, NULL
       FROM desk.schedule s JOIN desk.version v ON v.id = s.version_id JOIN desk.page p ON p.id = s.page_id
      WHERE s.scheduled_by = $1 AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL
     UNION ALL SELECT NULL, 'component', c.name, NULL, NULL, NULL, NULL
       FROM desk.component c JOIN desk.component_version w ON w.component_id = c.id AND w.written_by = $1
      WHERE NOT EXISTS (SELECT FROM desk.component_approval x WHERE x.component_id = c.id AND x.number = w.number)
     ), seen AS (SELECT *, page_id IS NULL OR desk.may_know_of(page_id, $4) AS is_known FROM held)
     SELECT what, CASE WHEN is_known THEN title ELSE 'A confidential page' END AS title, CASE WHEN is_known THEN slug END AS slug,
            expertise, "reviewBy", "heirName"
       FROM seen ORDER BY 1, 2, 3 LIMIT 1000`,
    [personId, handOverTo, JSON.stringify(deputies), viewerId],
  );
  return rows;
}
