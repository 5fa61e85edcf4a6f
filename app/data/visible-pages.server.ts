/** Who looks at a list: an editor or admin sees every page, others their own. */
export type ListViewer = { personId: string; seesAll: boolean };

/** Of a confidential page only those editors know who were named for it. */
const isKnown = `(o.confidential_until IS NULL OR o.confidential_until <= (SELECT desk.today())
  OR EXISTS (SELECT FROM desk.confidential_reader n WHERE n.page_id = o.page_id AND n.person_id = $2))`;

/**
 * The condition that a row of `desk.page_listing o` may be shown to the
 * viewer, whose `seesAll` is $1 and whose `personId` is $2: pages of their
 * teams and those that they were asked to review.
 */
export const isVisible = `(($1::boolean AND ${isKnown}) OR o.owner_id = $2
  OR EXISTS (SELECT FROM desk.page_author a WHERE a.page_id = o.page_id AND a.person_id = $2)
  OR EXISTS (SELECT FROM desk.review_round r JOIN desk.assignment a ON a.round_id = r.id
              WHERE r.page_id = o.page_id AND a.reviewer_id = $2 AND a.state IN ('invited', 'accepted', 'lapsed', 'done')))`;

/** Whether the viewer, $2, is on the team of the page `o`. */
export const isTeam = `(o.owner_id = $2
  OR EXISTS (SELECT FROM desk.page_author a WHERE a.page_id = o.page_id AND a.person_id = $2))`;
