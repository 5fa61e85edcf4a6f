import type { Day } from "~/domain/days";
import { appPool } from "./pools.server";
import { isVisible, type ListViewer } from "./visible-pages.server";

/** How many months a forecast looks ahead. */
const forecastMonths = 24;

/** The reviews of one week, by its Monday. */
export type WeekLoad = {
  week: Day;
  /** Asked of somebody already, and to be done in this week. */
  asked: number;
  /** Of pages whose next review falls due in this week. */
  due: number;
  /** That follow after the interval, if each review is done on its day. */
  again: number;
  /** How many the people concerned take in this week. */
  capacity: number;
};

/** What one person is to review, three months by three months. */
export type ReviewerLoad = {
  personId: string;
  name: string;
  /** Reviews that they take in a week. */
  takes: number;
  /** Past their day already. */
  late: number;
  quarters: number[];
  total: number;
  busiestWeek: Day | null;
  busiest: number;
  weeksOver: number;
};

/** Seats of pages to come for which nobody is named, by expertise. */
export type UnnamedLoad = {
  expertise: string;
  total: number;
  /** How many people hold it. */
  holders: number;
};

export type Forecast = {
  /** The reviews whose day has passed already: they are in no week. */
  late: number;
  weeks: WeekLoad[];
  reviewers: ReviewerLoad[];
  unnamed: UnnamedLoad[];
  /** The first day of each three months, from that of this month. */
  quarters: Day[];
};

const span = `
  span AS MATERIALIZED (
    SELECT today, date_trunc('week', today)::date AS first_week, extract(year FROM today) * 12 + extract(month FROM today) AS first_month, (today + interval '${String(forecastMonths)} months')::date AS until_day
      FROM (SELECT desk.today() AS today OFFSET 0) d
  ), load AS MATERIALIZED (
    SELECT l.what, l.on_day, l.expertise, l.person_id, date_trunc('week', l.on_day)::date AS week,
           CASE WHEN l.what = 'asked' THEN l.on_day < span.today ELSE desk.is_overdue(l.on_day, span.today) END AS is_late,
           least(7, (extract(year FROM l.on_day) * 12 + extract(month FROM l.on_day) - span.first_month)::integer / 3) AS quarter
      FROM span CROSS JOIN LATERAL desk.review_load($1, span.until_day) l
  ), bears AS MATERIALIZED (
    SELECT c.week_start, c.person_id, c.reviews FROM span CROSS JOIN LATERAL desk.weekly_capacity(span.today, span.until_day) c
  )`;

/**
 * The reviews of the next 24 months, week by week and reviewer by reviewer, of
 * the pages that the viewer knows of; `weeks` of one reviewer alone if asked.
 */
export async function getForecast(
  viewerId: string,
  reviewerId: string | null,
): Promise<Forecast> {
  const { rows } = await appPool().query<Forecast>(
    `WITH ${span}, week AS (
       SELECT w::date AS week FROM span CROSS JOIN LATERAL generate_series(span.first_week, span.until_day, interval '7 days') w
     ), weekly AS (
       SELECT week.week, coalesce(l.asked, 0) AS asked, coalesce(l.due, 0) AS due, coalesce(l.again, 0) AS again, coalesce(b.reviews, 0) AS capacity
         FROM week
         LEFT JOIN (SELECT week, count(*) FILTER (WHERE what = 'asked') AS asked, count(*) FILTER (WHERE what = 'due') AS due,
                           count(*) FILTER (WHERE what = 'again') AS again
                      FROM load WHERE NOT is_late AND ($2::uuid IS NULL OR person_id = $2) GROUP BY week) l ON l.week = week.week
         LEFT JOIN (SELECT week_start, sum(reviews) AS reviews FROM bears WHERE $2::uuid IS NULL OR person_id = $2 GROUP BY week_start) b
           ON b.week_start = week.week
     ), of_person AS (
       SELECT person_id, week, count(*) FILTER (WHERE NOT is_late) AS reviews FROM load WHERE person_id IS NOT NULL GROUP BY person_id, week
     ), busiest AS (
       SELECT DISTINCT ON (person_id) person_id, week, reviews FROM of_person WHERE reviews > 0 ORDER BY person_id, reviews DESC, week
     ), over AS (
       SELECT o.person_id, count(*) AS weeks FROM of_person o JOIN bears b ON b.person_id = o.person_id AND b.week_start = o.week
        WHERE o.reviews > b.reviews GROUP BY o.person_id
     ), reviewer AS (
       SELECT p.id, btrim(p.prefix || ' ' || p.name) AS name, p.review_capacity AS takes,
              (SELECT count(*) FROM load l WHERE l.person_id = p.id AND l.is_late) AS late,
              (SELECT count(*) FROM load l WHERE l.person_id = p.id AND NOT l.is_late) AS total,
              ARRAY(SELECT count(l.person_id) FROM generate_series(0, 7) q LEFT JOIN load l ON l.person_id = p.id AND l.quarter = q AND NOT l.is_late
                     GROUP BY q ORDER BY q) AS quarters,
              b.week AS busiest_week, coalesce(b.reviews, 0) AS busiest, coalesce(o.weeks, 0) AS weeks_over
         FROM desk.person p LEFT JOIN busiest b ON b.person_id = p.id LEFT JOIN over o ON o.person_id = p.id
        WHERE p.id IN (SELECT person_id FROM load)
     )
     SELECT (SELECT count(*)::integer FROM load WHERE is_late AND ($2::uuid IS NULL OR person_id = $2)) AS late,
            (SELECT json_agg(json_build_object('week', week, 'asked', asked, 'due', due, 'again', again, 'capacity', capacity) ORDER BY week) FROM weekly) AS weeks,
            (SELECT coalesce(json_agg(json_build_object('personId', id, 'name', name, 'takes', takes, 'late', late, 'total', total, 'quarters', quarters,
                      'busiestWeek', busiest_week, 'busiest', busiest, 'weeksOver', weeks_over) ORDER BY total DESC, name, id), '[]') FROM reviewer) AS reviewers,
            (SELECT coalesce(json_agg(json_build_object('expertise', expertise, 'total', total, 'holders', holders) ORDER BY total DESC, expertise), '[]')
               FROM (SELECT l.expertise, count(*) AS total, (SELECT count(*) FROM desk.expertise_holder h WHERE h.expertise = l.expertise) AS holders
                       FROM load l WHERE l.person_id IS NULL GROUP BY l.expertise) u) AS unnamed,
            ARRAY(SELECT to_char(date_trunc('month', today) + make_interval(months => 3 * q), 'YYYY-MM-DD') FROM span CROSS JOIN generate_series(0, 7) q ORDER BY q) AS quarters`,
    [viewerId, reviewerId],
  );
  const [forecast] = rows;
  if (!forecast) throw new Error("there is no forecast");
  return forecast;
}

/** A seat of a review to come, for the proposal that spreads them. */
export type LoadSeat = {
  what: "asked" | "due";
  pageId: string;
  /** Today for what is late already. */
  onDay: Day;
  expertise: string;
  personId: string | null;
};

export type LoadFacts = {
  today: Day;
  seats: LoadSeat[];
  /** What each person takes in each week. */
  capacity: { week: Day; personId: string; reviews: number }[];
  holders: { personId: string; expertise: string }[];
};

/** The reviews of the next 24 months that are no guess, and who bears how many when. */
export async function getLoadFacts(viewerId: string): Promise<LoadFacts> {
  const { rows } = await appPool().query<LoadFacts>(
    `WITH ${span}
     SELECT (SELECT today::text FROM span) AS today,
            (SELECT coalesce(json_agg(json_build_object('what', l.what, 'pageId', l.page_id, 'onDay', greatest(l.on_day, span.today),
                      'expertise', l.expertise, 'personId', l.person_id)), '[]')
               FROM span CROSS JOIN LATERAL desk.review_load($1, span.until_day) l WHERE l.what <> 'again') AS seats,
            (SELECT coalesce(json_agg(json_build_object('week', week_start, 'personId', person_id, 'reviews', reviews)), '[]') FROM bears) AS capacity,
            (SELECT coalesce(json_agg(json_build_object('personId', person_id, 'expertise', expertise)), '[]') FROM desk.expertise_holder) AS holders`,
    [viewerId],
  );
  const [facts] = rows;
  if (!facts) throw new Error("the desk has no load");
  return facts;
}

/** A page as a proposal names it. */
export type SpreadPage = {
  id: string;
  slug: string;
  title: string;
  genes: string[];
  ownerName: string | null;
};

/** The pages and the people of a proposal, by id, as far as the viewer may see them. */
export async function findLoadNames(
  { seesAll, personId }: ListViewer,
  pageIds: readonly string[],
  personIds: readonly string[],
): Promise<{ pages: SpreadPage[]; people: { id: string; name: string }[] }> {
  const [pages, people] = await Promise.all([
    appPool().query<SpreadPage>(
      `SELECT o.page_id AS id, o.slug, o.title, coalesce(d.genes, '{}') AS genes, p.name AS "ownerName"
         FROM desk.page_listing o LEFT JOIN desk.person p ON p.id = o.owner_id
         LEFT JOIN desk.draft d ON d.page_id = o.page_id AND d.line = 'main' AND d.closed_at IS NULL
        WHERE o.page_id = ANY ($3::uuid[]) AND ${isVisible} ORDER BY o.page_id`,
      [seesAll, personId, pageIds],
    ),
    appPool().query<{ id: string; name: string }>(
      `SELECT id, btrim(prefix || ' ' || name) AS name FROM desk.person WHERE id = ANY ($1::uuid[]) ORDER BY id`,
      [personIds],
    ),
  ]);
  return { pages: pages.rows, people: people.rows };
}
