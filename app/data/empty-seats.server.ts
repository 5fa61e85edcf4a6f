import type { Day } from "~/domain/days";
import type { Need, PageKind, RoundKind } from "~/domain/words";
import { appPool } from "./pools.server";
import { isVisible, type ListViewer } from "./visible-pages.server";

/** A seat of an open round for which nobody is asked. */
export type EmptySeat = {
  /** Names the seat in a form: the round, the expertise, and which of several. */
  key: string;
  roundId: string;
  expertise: Need;
  /** In which step of its round the seat signs. */
  step: number;
  slug: string;
  title: string;
  genes: string[];
  kind: PageKind;
  language: string;
  roundKind: RoundKind;
  openedOn: Day;
  /** The day that an assignment gets when its editor names none. */
  reviewBy: Day;
};

const mostSeats = 200;

const genes = `ARRAY(SELECT t ->> 'label' FROM jsonb_array_elements(coalesce(v.content::jsonb -> 'topics', '[]')) t
  WHERE t ->> 'type' = 'gene')`;

const pageOf = `(SELECT id AS page_id, owner_id, slug, kind, language, confidential_until FROM desk.page WHERE archived_at IS NULL) o`;

/**
 * The empty seats of all open rounds that the viewer may know of: safety
 * corrections first, then whoever waits longest. An expertise narrows them.
 */
export async function listEmptySeats(
  viewer: ListViewer,
  expertise: string | null,
): Promise<EmptySeat[]> {
  const { rows } = await appPool().query<EmptySeat>(
    `SELECT concat_ws('~', r.id, n.expertise, seat.place) AS key, r.id AS "roundId", n.expertise, n.step,
            o.slug, v.title, o.kind, o.language, r.kind AS "roundKind", desk.day_of(r.opened_at) AS "openedOn",
            ${genes} AS genes,
            desk.today() + greatest(rules.review_days, rules.respond_days) AS "reviewBy"
       FROM desk.review_round r
       JOIN desk.version v ON v.id = r.version_id
       JOIN desk.review_rules rules ON rules.id = r.rules_id
       JOIN desk.round_need n ON n.round_id = r.id
       JOIN ${pageOf} ON o.page_id = r.page_id
       CROSS JOIN LATERAL generate_series(1, n.count - (SELECT count(*) FROM desk.assignment a WHERE a.round_id = r.id
         AND a.expertise = n.expertise AND a.state IN ('invited', 'accepted', 'done'))) AS seat(place)
      WHERE r.closed_at IS NULL AND ($3::text IS NULL OR n.expertise = $3) AND ${isVisible}
      ORDER BY r.kind = 'safety_correction' DESC, r.opened_at, r.id, n.step, n.expertise, seat.place LIMIT $4`,
    [viewer.seesAll, viewer.personId, expertise, mostSeats],
  );
  return rows;
}

/** The page of a round, as the viewer may know of it. */
export type RoundPage = {
  roundId: string;
  slug: string;
  title: string;
  genes: string[];
};

/** The pages of some rounds; those that the viewer may not know of are left out. */
export async function listRoundPages(
  viewer: ListViewer,
  roundIds: readonly string[],
): Promise<RoundPage[]> {
  const { rows } = await appPool().query<RoundPage>(
    `SELECT r.id AS "roundId", o.slug, v.title, ${genes} AS genes
       FROM desk.review_round r JOIN desk.version v ON v.id = r.version_id JOIN ${pageOf} ON o.page_id = r.page_id
      WHERE r.id = ANY ($3::uuid[]) AND ${isVisible}`,
    [viewer.seesAll, viewer.personId, roundIds],
  );
  return rows;
}

/** Somebody who reviews, for a choice of one person. */
export type Reviewer = { id: string; name: string; expertise: Need[] };

/** Everybody active who holds the role of a reviewer, by name. */
export async function listReviewers(): Promise<Reviewer[]> {
  const { rows } = await appPool().query<Reviewer>(
    `SELECT p.id, btrim(p.prefix || ' ' || p.name) AS name,
            ARRAY(SELECT e.expertise FROM desk.person_expertise e WHERE e.person_id = p.id ORDER BY e.expertise) AS expertise
       FROM desk.person p JOIN desk.person_role r ON r.person_id = p.id AND r.role = 'reviewer'
      WHERE p.is_active ORDER BY p.name, p.id LIMIT 1000`,
  );
  return rows;
}

/** The review-by days of what some people have open. */
export async function listOpenReviewDays(
  personIds: readonly string[],
): Promise<{ personId: string; day: Day }[]> {
  const { rows } = await appPool().query<{ personId: string; day: Day }>(
    `SELECT a.reviewer_id AS "personId", a.review_by AS day
       FROM desk.assignment a JOIN desk.review_round r ON r.id = a.round_id AND r.closed_at IS NULL
      WHERE a.reviewer_id = ANY ($1::uuid[]) AND a.state IN ('invited', 'accepted')`,
    [personIds],
  );
  return rows;
}

/** The next working days of the desk, holidays left out, the first after today. */
export async function listWorkingDays(count: number): Promise<Day[]> {
  const { rows } = await appPool().query<{ day: Day }>(
    `SELECT day::date AS day FROM generate_series(desk.today() + 1, desk.today() + 2 * $1::integer, '1 day') day
      WHERE extract(isodow FROM day) <= 5 AND NOT EXISTS (SELECT FROM desk.holiday h WHERE h.day = day::date)
      ORDER BY 1 LIMIT $1`,
    [count],
  );
  return rows.map(({ day }) => day);
}
