import { type NeedKind, needKinds } from "~/domain/needs";
import type { DeskState, Expertise, PublicState } from "~/domain/words";
import { appPool } from "./pools.server";
import {
  hasEnoughApprovals,
  isTeam,
  isVisible,
  type ListViewer,
} from "./visible-pages.server";

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

const unfilled = (version: string) => `EXISTS (
  SELECT FROM desk.review_round r JOIN desk.round_need n ON n.round_id = r.id WHERE r.version_id = ${version} AND n.count > (
    SELECT count(*) FROM desk.assignment a WHERE a.round_id = n.round_id AND a.expertise = n.expertise
       AND a.state IN ('invited', 'accepted', 'done')))`;

const gravestFirst = needKinds.map((kind) => `'${kind}'`).join(", ");

const needsSql = `
WITH day AS (SELECT desk.today() AS today),
o AS MATERIALIZED (
  SELECT o.page_id, o.owner_id, o.title_key, o.next_review_due, o.work, o.newest_version_id, o.correction_version_id,
         o.ended_because IS NULL AND desk.is_overdue(o.next_review_due, day.today) AS is_overdue,
         desk.listed_state(o, day.today) = 'due_soon' AS is_due_soon, ${isTeam} AS is_team, day.today
    FROM desk.page_listing o CROSS JOIN (SELECT today FROM day OFFSET 0) day
   WHERE NOT o.is_archived AND ${isVisible}
),
-- The states of reviews, asked once each and of no other pages. Without a
-- request for changes, a schedule, or an approval for each that is needed they
-- are in review, whoever signed.
work AS MATERIALIZED (
  SELECT o.page_id, o.is_team, o.newest_version_id AS version_id,
         CASE WHEN (SELECT true FROM desk.decision d WHERE d.version_id = o.newest_version_id AND d.verdict = 'request_changes' LIMIT 1)
                OR EXISTS (SELECT FROM desk.schedule s WHERE s.version_id = o.newest_version_id)
                OR ${hasEnoughApprovals}
              THEN desk.version_state(o.newest_version_id) ELSE 'in_review' END AS desk_state
    FROM o WHERE o.work = 'open' AND ($3 OR o.is_team)
),
correction AS MATERIALIZED (
  SELECT o.page_id, o.correction_version_id AS version_id, desk.version_state(o.correction_version_id) AS correction_state
    FROM o WHERE $3 AND o.correction_version_id IS NOT NULL
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
    FROM work WHERE $3 AND desk_state = 'approved'
  UNION ALL SELECT 'publish_correction', page_id, NULL, NULL, NULL, NULL, -1 FROM correction WHERE correction_state = 'approved'
  UNION ALL SELECT 'schedule_refused', work.page_id, NULL, NULL, NULL, NULL, -1 FROM work
     WHERE $3 AND desk_state = 'scheduled' AND EXISTS (SELECT FROM desk.schedule s
       WHERE s.version_id = work.version_id AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL AND s.refused_at IS NOT NULL)
  UNION ALL SELECT 'triage', page_id, NULL, NULL, NULL, min(s.triage_by), min(s.triage_by) - today FROM o JOIN desk.watch_standing s USING (page_id)
     WHERE ($3 OR is_team) AND s.triage_id IS NULL AND s.waits GROUP BY page_id, today
  UNION ALL SELECT 'disagreement', page_id, NULL, NULL, NULL, NULL, 0 FROM work
     WHERE $3 AND desk_state = 'changes_requested'
       AND EXISTS (SELECT FROM desk.decision d WHERE d.version_id = work.version_id AND d.verdict = 'approve')
  UNION ALL SELECT 'assign', page_id, NULL, NULL, NULL, NULL, 1 FROM work
     WHERE $3 AND desk_state = 'in_review' AND ${unfilled("work.version_id")}
  UNION ALL SELECT 'assign_correction', page_id, NULL, NULL, NULL, NULL, 0 FROM correction
     WHERE correction_state = 'in_review'
       AND ${unfilled("correction.version_id")}
  UNION ALL SELECT 'rule', a.page_id, a.name, NULL, NULL, NULL, 2 FROM answers a JOIN o USING (page_id)
     WHERE $3 AND a.level = 'institutional' AND a.person_id <> $2
       AND NOT EXISTS (SELECT FROM desk.interest_ruling r WHERE r.answer_id = a.id)
  UNION ALL SELECT 'late', page_id, string_agg(r.name, ', ' ORDER BY r.day, r.name), NULL,
         -- Whoever may still be reminded today comes first.
         (array_agg(r.assignment_id ORDER BY r.is_reminded, r.day, r.name))[1], min(r.day), min(r.day) - today
    FROM rounds r JOIN o USING (page_id) WHERE $3 AND r.day < today AND r.reviewer_id <> $2 GROUP BY page_id, today
  UNION ALL SELECT 'hand_over', page_id, p.name, NULL, NULL, NULL, 3 FROM o LEFT JOIN desk.person p ON p.id = o.owner_id
     WHERE $3 AND p.is_active IS NOT TRUE
  UNION ALL SELECT 'overdue', page_id, NULL, NULL, NULL, next_review_due, next_review_due - today FROM o
     WHERE ($3 OR is_team) AND is_overdue AND work IN ('none', 'draft')
  UNION ALL SELECT 'due', page_id, NULL, NULL, NULL, next_review_due, next_review_due - today FROM o
     WHERE is_team AND is_due_soon AND work = 'none' AND next_review_due - today <= 30
  UNION ALL SELECT 'answer', page_id, (SELECT p.name FROM desk.decision d JOIN desk.person p ON p.id = d.person_id
            WHERE d.version_id = work.version_id AND d.verdict = 'request_changes' ORDER BY d.seq DESC LIMIT 1), NULL, NULL, NULL, 1
    FROM work WHERE is_team AND desk_state = 'changes_requested'
  UNION ALL SELECT CASE r.state WHEN 'invited' THEN 'respond' ELSE 'review' END, page_id, NULL, r.expertise, r.assignment_id, r.day, r.day - today
    FROM rounds r JOIN o USING (page_id) WHERE r.reviewer_id = $2
  UNION ALL SELECT 'write', page_id, NULL, NULL, NULL, NULL, 20 FROM o
     WHERE is_team AND work = 'draft' AND EXISTS (SELECT FROM desk.draft d
       WHERE d.page_id = o.page_id AND d.line = 'main' AND d.closed_at IS NULL AND d.updated_by = $2)
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
SELECT n.kind, n.page_id AS "pageId", w.slug, w.title, w.genes, w.desk_state AS "deskState", w.public_state AS "publicState",
       n.person, n.expertise, n.assignment_id AS "assignmentId", n.day, n.slack, n.total
  FROM (SELECT n.*, o.next_review_due, o.title_key, count(*) OVER ()::integer AS total,
               n.kind LIKE '%correction' OR EXISTS (SELECT FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id
                 WHERE a.id = n.assignment_id AND r.kind = 'safety_correction') AS is_of_correction
          FROM ranked n JOIN o USING (page_id)
         ORDER BY is_of_correction DESC, n.slack, o.next_review_due NULLS LAST, o.title_key, n.kind, n.assignment_id LIMIT $4) n
 CROSS JOIN LATERAL (SELECT * FROM desk.page_overview v WHERE v.page_id = n.page_id OFFSET 0) w
 ORDER BY n.is_of_correction DESC, n.slack, n.next_review_due NULLS LAST, n.title_key, n.kind, n.assignment_id`;
