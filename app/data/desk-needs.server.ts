import { type NeedKind, needKinds } from "~/domain/needs";
import type { DeskState, Expertise, PublicState } from "~/domain/words";
import { appPool } from "./pools.server";
import { isVisible, type ListViewer } from "./visible-pages.server";

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
  /** Of a review of one's own: the day by which it is to be decided. */
  reviewBy: string | null;
  /** Whether the viewer owns the page. */
  isOwner: boolean;
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

const unfilled = (version: string) =>
  `${version} IN (SELECT version_id FROM unfilled)`;

const gravestFirst = needKinds.map((kind) => `'${kind}'`).join(", ");

const isOnTeam = "o.page_id IN (SELECT page_id FROM team)";
/** Asked for once, so that an index finds the rows. */
const today = "(SELECT today FROM day)";

/**
 * Every branch finds its pages by an index: none goes through all of the desk.
 * Which of them the viewer may see is asked once, of what was found: planning
 * that question for each branch took as long as answering all of them.
 */
const needsSql = `
WITH day AS MATERIALIZED (SELECT desk.today() AS today),
team AS MATERIALIZED (
  SELECT id AS page_id FROM desk.page WHERE owner_id = $2 UNION SELECT page_id FROM desk.page_author WHERE person_id = $2
),
opened AS MATERIALIZED (
  SELECT o.page_id, ${isOnTeam} AS is_team, o.newest_version_id AS version_id, o.review
    FROM desk.page_listing o WHERE o.work = 'open' AND ($3 OR ${isOnTeam})
),
corrected AS MATERIALIZED (
  SELECT o.page_id, o.correction_version_id AS version_id
    FROM desk.page_listing o WHERE $3 AND o.has_correction AND o.correction_version_id IS NOT NULL
),
-- The states of reviews, asked once each and only where something is on file.
weighed AS MATERIALIZED (
  SELECT s.version_id, s.state FROM desk.work_states(ARRAY(
    SELECT version_id FROM opened WHERE review IN ('signed', 'disputed') UNION ALL SELECT version_id FROM corrected)) s
),
work AS MATERIALIZED (
  SELECT w.page_id, w.is_team, w.version_id,
         CASE w.review WHEN 'asked' THEN 'in_review' WHEN 'scheduled' THEN 'scheduled' ELSE s.state END AS desk_state
    FROM opened w LEFT JOIN weighed s ON s.version_id = w.version_id
),
correction AS (
  SELECT c.page_id, c.version_id, s.state AS correction_state FROM corrected c JOIN weighed s ON s.version_id = c.version_id
),
-- Open rounds with a seat for which nobody is asked.
needed AS MATERIALIZED (
  SELECT r.version_id, n.* FROM desk.review_round r CROSS JOIN LATERAL (
    SELECT x.round_id, x.expertise, x.count FROM desk.round_need x WHERE x.round_id = r.id OFFSET 0) n
   WHERE $3 AND r.closed_at IS NULL
),
asked AS MATERIALIZED (
  SELECT a.round_id, a.expertise, count(*) AS people FROM desk.review_round r CROSS JOIN LATERAL (
    SELECT x.round_id, x.expertise FROM desk.assignment x WHERE x.round_id = r.id AND x.state IN ('invited', 'accepted', 'done') OFFSET 0) a
   WHERE $3 AND r.closed_at IS NULL GROUP BY a.round_id, a.expertise
),
unfilled AS MATERIALIZED (
  SELECT n.version_id FROM needed n LEFT JOIN asked a ON a.round_id = n.round_id AND a.expertise = n.expertise
   WHERE n.count > coalesce(a.people, 0)
),
own_seat AS (
  SELECT r.page_id, a.id AS assignment_id, a.state, a.expertise, CASE a.state WHEN 'accepted' THEN a.review_by ELSE a.respond_by END AS day
    FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id AND r.closed_at IS NULL
   WHERE a.reviewer_id = $2 AND a.state IN ('invited', 'accepted')
),
late_seat AS (
  SELECT r.page_id, a.id AS assignment_id, p.name, CASE a.state WHEN 'accepted' THEN a.review_by ELSE a.respond_by END AS day,
         EXISTS (SELECT FROM desk.assignment_reminder x WHERE x.assignment_id = a.id AND x.reminded_on = ${today}) AS is_reminded
    FROM desk.review_round r JOIN desk.assignment a ON a.round_id = r.id AND a.state IN ('invited', 'accepted')
    JOIN desk.person p ON p.id = a.reviewer_id
   WHERE $3 AND r.closed_at IS NULL AND a.reviewer_id <> $2
     AND CASE a.state WHEN 'accepted' THEN a.review_by ELSE a.respond_by END < ${today}
),
needs AS (
  SELECT 'publish' AS kind, page_id, NULL::text AS person, NULL::text AS expertise, NULL::uuid AS assignment_id, NULL::date AS day, 0 AS slack
    FROM work WHERE $3 AND desk_state = 'approved'
  UNION ALL SELECT 'publish_correction', page_id, NULL, NULL, NULL, NULL, -1 FROM correction WHERE correction_state = 'approved'
  UNION ALL SELECT 'schedule_refused', work.page_id, NULL, NULL, NULL, NULL, -1 FROM work
     WHERE $3 AND desk_state = 'scheduled' AND EXISTS (SELECT FROM desk.schedule s
       WHERE s.version_id = work.version_id AND s.cancelled_at IS NULL AND s.carried_out_at IS NULL AND s.refused_at IS NOT NULL)
  UNION ALL SELECT 'triage', o.page_id, NULL, NULL, NULL, min(s.triage_by), min(s.triage_by) - ${today}
    FROM desk.watch_standing s JOIN desk.page_listing o ON o.page_id = s.page_id
     WHERE ($3 OR ${isOnTeam}) AND s.triage_id IS NULL AND s.waits GROUP BY o.page_id
  UNION ALL SELECT 'disagreement', page_id, NULL, NULL, NULL, NULL, 0 FROM work
     WHERE $3 AND desk_state = 'changes_requested'
       AND EXISTS (SELECT FROM desk.decision d WHERE d.version_id = work.version_id AND d.verdict = 'approve')
  UNION ALL SELECT 'assign', page_id, NULL, NULL, NULL, NULL, 1 FROM work
     WHERE $3 AND desk_state = 'in_review' AND ${unfilled("work.version_id")}
  UNION ALL SELECT 'assign_correction', page_id, NULL, NULL, NULL, NULL, 0 FROM correction
     WHERE correction_state = 'in_review'
       AND ${unfilled("correction.version_id")}
  -- The latest answer of each person on a page, where it waits for a ruling.
  UNION ALL SELECT 'rule', a.page_id, p.name, NULL, NULL, NULL, 2
    FROM desk.interest_answer a JOIN desk.person p ON p.id = a.person_id
     WHERE $3 AND a.level = 'institutional' AND a.person_id <> $2
       AND NOT EXISTS (SELECT FROM desk.interest_ruling r WHERE r.answer_id = a.id)
       AND NOT EXISTS (SELECT FROM desk.interest_answer l WHERE l.page_id = a.page_id AND l.person_id = a.person_id
                          AND (l.answered_at > a.answered_at OR (l.answered_at = a.answered_at AND l.id < a.id)))
  UNION ALL SELECT 'late', page_id, string_agg(s.name, ', ' ORDER BY s.day, s.name), NULL,
         -- Whoever may still be reminded today comes first.
         (array_agg(s.assignment_id ORDER BY s.is_reminded, s.day, s.name))[1], min(s.day), min(s.day) - ${today}
    FROM late_seat s GROUP BY page_id
  UNION ALL SELECT 'hand_over', o.page_id, NULL, NULL, NULL, NULL, 3 FROM desk.page_listing o WHERE $3 AND o.owner_id IS NULL
  UNION ALL SELECT 'hand_over', o.page_id, p.name, NULL, NULL, NULL, 3
    FROM desk.person p JOIN desk.page_listing o ON o.owner_id = p.id WHERE $3 AND NOT p.is_active
  UNION ALL SELECT 'overdue', o.page_id, NULL, NULL, NULL, o.next_review_due, o.next_review_due - ${today} FROM desk.page_listing o
     WHERE o.standing = 'dated' AND desk.is_overdue(o.sort_due, ${today}) AND o.work IN ('none', 'draft') AND ($3 OR ${isOnTeam})
  UNION ALL SELECT 'due', o.page_id, NULL, NULL, NULL, o.next_review_due, o.next_review_due - day.today FROM desk.page_listing o CROSS JOIN day
     WHERE ${isOnTeam} AND o.standing = 'dated' AND o.work = 'none' AND o.next_review_due - day.today <= 30
       AND desk.listed_state(o, day.today) = 'due_soon'
  UNION ALL SELECT 'answer', page_id, (SELECT p.name FROM desk.decision d JOIN desk.person p ON p.id = d.person_id
            WHERE d.version_id = work.version_id AND d.verdict = 'request_changes' ORDER BY d.seq DESC LIMIT 1), NULL, NULL, NULL, 1
    FROM work WHERE is_team AND desk_state = 'changes_requested'
  UNION ALL SELECT CASE s.state WHEN 'invited' THEN 'respond' ELSE 'review' END, page_id, NULL, s.expertise, s.assignment_id, s.day, s.day - ${today}
    FROM own_seat s
  UNION ALL SELECT 'write', o.page_id, NULL, NULL, NULL, NULL, 20 FROM desk.page_listing o
     WHERE ${isOnTeam} AND o.work = 'draft' AND EXISTS (SELECT FROM desk.draft d
       WHERE d.page_id = o.page_id AND d.line = 'main' AND d.closed_at IS NULL AND d.updated_by = $2)
),
-- One matter a page, the gravest, with the least slack of all of them; a review of one's own stands beside it.
ranked AS (
  SELECT DISTINCT ON (page_id, is_own) kind, page_id, person, expertise, assignment_id, day,
         min(slack) OVER (PARTITION BY page_id, is_own) AS slack
    FROM (SELECT *, kind IN ('respond', 'review') AS is_own, array_position(ARRAY[${gravestFirst}], kind) AS place FROM needs
           WHERE EXISTS (SELECT FROM desk.page_listing o WHERE o.page_id = needs.page_id AND NOT o.is_archived AND ${isVisible})
             AND NOT EXISTS (SELECT FROM desk.snooze z WHERE z.person_id = $2 AND z.page_id = needs.page_id
             AND z.need = needs.kind AND z.until > ${today})) n
   ORDER BY page_id, is_own, place, slack, assignment_id
)
SELECT n.kind, n.page_id AS "pageId", w.slug, w.title, w.genes, w.desk_state AS "deskState", w.public_state AS "publicState",
       n.person, n.expertise, n.assignment_id AS "assignmentId", n.day,
       (SELECT a.review_by FROM desk.assignment a WHERE a.id = n.assignment_id) AS "reviewBy", n.slack, n.total, n.is_owner AS "isOwner"
  FROM (SELECT n.*, coalesce(o.owner_id = $2, false) AS is_owner, o.next_review_due, o.title_key, count(*) OVER ()::integer AS total,
               n.kind LIKE '%correction' OR EXISTS (SELECT FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id
                 WHERE a.id = n.assignment_id AND r.closed_at IS NULL AND r.kind = 'safety_correction') AS is_of_correction
          FROM ranked n CROSS JOIN LATERAL (SELECT l.owner_id, l.next_review_due, l.title_key FROM desk.page_listing l WHERE l.page_id = n.page_id OFFSET 0) o
         ORDER BY is_of_correction DESC, n.slack, o.next_review_due NULLS LAST, o.title_key, n.kind, n.assignment_id LIMIT $4) n
 CROSS JOIN LATERAL (SELECT * FROM desk.page_overview v WHERE v.page_id = n.page_id OFFSET 0) w
 ORDER BY n.is_of_correction DESC, n.slack, n.next_review_due NULLS LAST, n.title_key, n.kind, n.assignment_id`;
