import type { Desk } from "./desk";

/**
 * Where the facts that lists are found by are not what they must be, or where
 * a state that a list takes from them is not the one that weighing every
 * signature gives; empty when all agree.
 */
export async function listingFaults({ db, history }: Desk): Promise<string[]> {
  const { rows } = await db.owner.query<{ fault: string }>({
    name: "listing",
    text: `
    SELECT concat_ws(' ', pg.slug, 'is listed as', to_jsonb(l), 'and is', to_jsonb(n)) AS fault
      FROM desk.page pg LEFT JOIN desk.page_listing l ON l.page_id = pg.id LEFT JOIN desk.page_listing_now n ON n.page_id = pg.id
     WHERE pg.id = ANY ($1::uuid[]) AND to_jsonb(n) IS DISTINCT FROM
           to_jsonb(l) - '{standing,sort_due,title_key,public_title_key,is_standing}'::text[]
    UNION ALL
    SELECT concat_ws(' ', s.slug, 'is', s.public_state, 'and listed as', l.standing, desk.listed_state(l, s.today))
      FROM desk.page_standing s JOIN desk.page_listing l ON l.page_id = s.page_id
     WHERE s.page_id = ANY ($1) AND (s.public_state <> desk.listed_state(l, s.today) OR l.standing <> CASE
           WHEN s.public_state IN ('live', 'due_soon', 'overdue', 'withheld') THEN 'dated'
           WHEN s.public_state = 'none' THEN l.standing ELSE s.public_state END)
    UNION ALL
    SELECT concat_ws(' ', 'version', r.version_id, 'is', x.state, 'and found to be', w.state)
      FROM desk.review_round r
      JOIN desk.work_states(ARRAY(SELECT o.version_id FROM desk.review_round o WHERE o.page_id = ANY ($1))) w ON w.version_id = r.version_id
     CROSS JOIN LATERAL (SELECT CASE
           WHEN r.closed_because = 'published' THEN 'none'
           WHEN r.closed_because IS NOT NULL THEN 'draft'
           WHEN EXISTS (SELECT FROM desk.schedule s WHERE s.version_id = r.version_id AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL) THEN 'scheduled'
           ELSE desk.weighed_state(r.version_id) END AS state) x
     WHERE r.page_id = ANY ($1) AND w.state <> x.state`,
    values: [history.pages.map(({ id }) => id)],
  });
  return rows.map(({ fault }) => fault);
}
