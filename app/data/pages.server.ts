import { type PageFacts, pageColumns } from "./page-columns.server";
import { appPool } from "./pools.server";

/** A page with how one person stands to it; the ties are those that policy reads. */
export type PageWithTies = PageFacts & {
  isOwner: boolean;
  isAuthor: boolean;
  /** Confidential, and this person was not named for it. */
  isKeptFrom: boolean;
  /** The day until which only named readers know of it; null where all may. */
  confidentialUntil: string | null;
  /** The newest first. */
  reviewsVersionIds: string[];
};

/** The page at an address, as one person stands to it; null when there is none. */
export async function findPage(
  slug: string,
  personId: string,
): Promise<PageWithTies | null> {
  const { rows } = await appPool().query<PageWithTies>(
    `SELECT ${pageColumns},
            coalesce(o.owner_id = $2, false) AS "isOwner",
            EXISTS (SELECT FROM desk.page_author a WHERE a.page_id = o.page_id AND a.person_id = $2) AS "isAuthor",
            EXISTS (SELECT FROM desk.page c WHERE c.id = o.page_id AND c.confidential_until > desk.today()
                      AND NOT desk.may_know_of(c.id, $2)) AS "isKeptFrom",
            (SELECT c.confidential_until FROM desk.page c WHERE c.id = o.page_id AND c.confidential_until > desk.today()) AS "confidentialUntil",
            (SELECT coalesce(array_agg(r.version_id ORDER BY r.opened_at DESC, a.id), '{}') FROM desk.review_round r
               JOIN desk.assignment a ON a.round_id = r.id
              WHERE r.page_id = o.page_id AND a.reviewer_id = $2
                AND a.state IN ('invited', 'accepted', 'lapsed', 'done')) AS "reviewsVersionIds"
       FROM desk.page_overview o WHERE o.slug = $1`,
    [slug, personId],
  );
  return rows[0] ?? null;
}

/** Where a page stands now that once stood at this address; null when none did. */
export async function findPresentSlug(slug: string): Promise<string | null> {
  const { rows } = await appPool().query<{ slug: string }>(
    `SELECT pg.slug FROM desk.page_address a JOIN desk.page pg ON pg.id = a.page_id
      WHERE a.slug = $1 AND pg.slug <> a.slug`,
    [slug],
  );
  return rows[0]?.slug ?? null;
}

/** Today in the desk's zone, the zone, the hour of the day there, and the name of the desk. */
export type DeskDay = {
  today: string;
  hour: number;
  timeZone: string;
  deskName: string;
};

/** The day that every screen is shown for: PostgreSQL decides it. */
export async function getDeskDay(): Promise<DeskDay> {
  const { rows } = await appPool().query<DeskDay>(
    `SELECT desk.today() AS today, time_zone AS "timeZone", desk_name AS "deskName",
            extract(hour FROM desk.clock() AT TIME ZONE time_zone)::integer AS hour
       FROM desk.desk_setting`,
  );
  const [day] = rows;
  if (!day) throw new Error("the desk has no settings");
  return day;
}

export type Collection = { id: string; name: string };

/** The shelves of the desk, by name. */
export async function listCollections(): Promise<Collection[]> {
  const { rows } = await appPool().query<Collection>(
    "SELECT id, name FROM desk.collection ORDER BY name, id LIMIT 500",
  );
  return rows;
}
