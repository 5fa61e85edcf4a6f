import { type NeedKind, needKinds } from "~/domain/needs";
import type { DeskState, Expertise, PublicState } from "~/domain/words";
import { appPool } from "./pools.server";
import { isTeam, isVisible, type ListViewer } from "./visible-pages.server";

/** One matter that waits for the viewer's decision. */
export type Need = {
  kind: NeedKind;
  pageId: string;
  slug: string;
  title: string;
  genes: string[];
  deskState: DeskState;
  publicState: PublicState;
  /** The reviewer, or whoever declared an interest. */
  person: string | null;
  expertise: Expertise | "editor" | "colleague" | null;
  assignmentId: string | null;
  /** The day by which: respond by, review by, next review due. */
  day: string | null;
  /** Days that are left; below zero it is late. */
  slack: number;
};

/**
 * What waits for the viewer, one matter a page, the least slack first, up to a
 * limit, and how many there are in all. A safety correction goes before the rest. An editor sees what editors decide on, besides what is
 * their own as author, owner or reviewer. What they put away for some days is
 * left out until then.
 */
export async function listNeeds(
  viewer: ListViewer & { isEditor: boolean },
  limit: number,
): Promise<{ needs: Need[]; total: number }> {
  const { rows } = await appPool().query<Need & { total: number }>(needsSql, [
    viewer.seesAll,
    viewer.personId,
    viewer.isEditor,
    limit,
  ]);
  return { needs: rows, total: rows[0]?.total ?? 0 };
}

const unfilled = (round: string) => `EXISTS (
  SELECT FROM desk.round_need n WHERE n.round_id = ${round} AND n.count > (
    SELECT count(*) FROM desk.assignment a WHERE a.round_id = n.round_id AND a.expertise = n.expertise
       AND a.state IN ('invited', 'accepted', 'done')))`;

const gravestFirst = needKinds.map((kind) => `'${kind}'`).join(", ");

const needsSql = `
WITH day AS (SELECT desk.today() AS today),
o AS MATERIALIZED (
  SELECT o.*, ${isTeam} AS is_team, day.today FROM desk.page_overview o, day
   WHERE o.archived_at IS NULL AND ${isVisible}
),
rounds AS (
  SELECT o.page_id, a.id AS assignment_id, a.state, a.expertise, a.reviewer_id, p.name,
         CASE a.state WHEN 'accepted' THEN a.review_by ELSE a.respond_by END AS day,
         EXISTS (SELECT FROM desk.assignment_reminder x WHERE x.assignment_id = a.id AND x.reminded_on = o.today) AS is_reminded
    FROM o JOIN desk.review_round r ON r.page_id = o.page_id AND r.closed_at IS NULL
    JOIN desk.assignment a ON a.round_id = r.id AND a.state IN ('invited', 'accepted')
    JOIN desk.person p ON p.id = a.reviewer_id
),
answers AS (
  SELECT DISTINCT ON (a.page_id, a.person_id) a.id, a.page_id, a.person_id, a.level, p.name
    FROM desk.interest_answer a JOIN desk.person p ON p.id = a.person_id
   ORDER BY a.page_id, a.person_id, a.answered_at DESC, a.id
),
needs AS (
  SELECT 'publish' AS kind, page_id, NULL::text AS person, NULL::text AS expertise, NULL::uuid AS assignment_id, NULL::date AS day, 0 AS slack
    FROM o WHERE $3 AND desk_state = 'approved'
  UNION ALL SELECT 'publish_correction', page_id, NULL, NULL, NULL, NULL, -1 FROM o WHERE $3 AND correction_state = 'approved'
  UNION ALL SELECT 'schedule_refused', o.page_id, NULL, NULL, NULL, NULL, -1 FROM o
     WHERE $3 AND desk_state = 'scheduled' AND EXISTS (SELECT FROM desk.schedule s
       WHERE s.version_id = newest_version_id AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL AND s.refused_at IS NOT NULL)
  UNION ALL SELECT 'disagreement', page_id, NULL, NULL, NULL, NULL, 0 FROM o
     WHERE $3 AND desk_state = 'changes_requested'
       AND EXISTS (SELECT FROM desk.decision d WHERE d.version_id = newest_version_id AND d.verdict = 'approve')
  UNION ALL SELECT 'assign', page_id, NULL, NULL, NULL, NULL, 1 FROM o
     WHERE $3 AND desk_state = 'in_review' AND ${unfilled("o.round_id")}
  UNION ALL SELECT 'assign_correction', page_id, NULL, NULL, NULL, NULL, 0 FROM o
     WHERE $3 AND correction_state = 'in_review'
       AND ${unfilled("(SELECT id FROM desk.review_round WHERE version_id = o.correction_version_id)")}
  UNION ALL SELECT 'rule', a.page_id, a.name, NULL, NULL, NULL, 2 FROM answers a JOIN o USING (page_id)
     WHERE $3 AND a.level = 'institutional' AND a.person_id <> $2
       AND NOT EXISTS (SELECT FROM desk.interest_ruling r WHERE r.answer_id = a.id)
  UNION ALL SELECT 'late', page_id, string_agg(r.name, ', ' ORDER BY r.day, r.name), NULL,
         -- Whoever may still be reminded today comes first.
         (array_agg(r.assignment_id ORDER BY r.is_reminded, r.day, r.name))[1], min(r.day), min(r.day) - today
    FROM rounds r JOIN o USING (page_id) WHERE $3 AND r.day < today AND r.reviewer_id <> $2 GROUP BY page_id, today
  UNION ALL SELECT 'hand_over', page_id, owner_name, NULL, NULL, NULL, 3 FROM o WHERE $3 AND is_owner_active IS NOT TRUE
  UNION ALL SELECT 'overdue', page_id, NULL, NULL, NULL, next_review_due, next_review_due - today FROM o
     WHERE ($3 OR is_team) AND days_overdue IS NOT NULL AND desk_state IN ('none', 'draft')
  UNION ALL SELECT 'due', page_id, NULL, NULL, NULL, next_review_due, next_review_due - today FROM o
     WHERE is_team AND public_state = 'due_soon' AND desk_state = 'none' AND next_review_due - today <= 30
  UNION ALL SELECT 'answer', page_id, (SELECT p.name FROM desk.decision d JOIN desk.person p ON p.id = d.person_id
            WHERE d.version_id = newest_version_id AND d.verdict = 'request_changes' ORDER BY d.seq DESC LIMIT 1), NULL, NULL, NULL, 1
    FROM o WHERE is_team AND desk_state = 'changes_requested'
  UNION ALL SELECT CASE r.state WHEN 'invited' THEN 'respond' ELSE 'review' END, page_id, NULL, r.expertise, r.assignment_id, r.day, r.day - today
    FROM rounds r JOIN o USING (page_id) WHERE r.reviewer_id = $2
  UNION ALL SELECT 'write', page_id, NULL, NULL, NULL, NULL, 20 FROM o WHERE is_team AND desk_state = 'draft' AND draft_updated_by = $2
),
-- One matter a page, the gravest, with the least slack of all of them; a review of one's own stands beside it.
ranked AS (
  SELECT DISTINCT ON (page_id, is_own) kind, page_id, person, expertise, assignment_id, day,
         min(slack) OVER (PARTITION BY page_id, is_own) AS slack
    FROM (SELECT *, kind IN ('respond', 'review') AS is_own, array_position(ARRAY[${gravestFirst}], kind) AS place FROM needs
           WHERE NOT EXISTS (SELECT FROM desk.snooze z WHERE z.person_id = $2 AND z.page_id = needs.page_id
             AND z.need = needs.kind AND z.until > (SELECT today FROM day))) n
   ORDER BY page_id, is_own, place, slack, assignment_id
)
SELECT n.kind, n.page_id AS "pageId", o.slug, o.title, o.genes, o.desk_state AS "deskState", o.public_state AS "publicState",
       n.person, n.expertise, n.assignment_id AS "assignmentId", n.day, n.slack, count(*) OVER ()::integer AS total
  FROM ranked n JOIN o USING (page_id)
 ORDER BY n.kind LIKE '%correction' OR EXISTS (SELECT FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id
            WHERE a.id = n.assignment_id AND r.kind = 'safety_correction') DESC, n.slack, o.next_review_due NULLS LAST, lower(o.title), n.kind, n.assignment_id LIMIT $4`;
