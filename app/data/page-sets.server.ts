import type { Blocker } from "~/domain/blockers";
import type { PageKind, PublicState } from "~/domain/words";
import { appPool } from "./pools.server";

/** A page of a set: how readers have it, and the version that would go out. */
export type SetMember = {
  pageId: string;
  slug: string;
  title: string;
  kind: PageKind;
  language: string;
  publicState: PublicState;
  versionId: string | null;
  versionNumber: number | null;
  blockers: Blocker[];
};

export type PageSet = { id: string; name: string; members: SetMember[] };

/** The set that a page stands in, with every page of it; null for a page by itself. */
export async function findSetOf(pageId: string): Promise<PageSet | null> {
  const { rows } = await appPool().query<
    SetMember & { id: string; name: string }
  >(
    `SELECT s.id, s.name, o.page_id AS "pageId", w.slug, w.title, w.kind, w.language, w.public_state AS "publicState",
            v.id AS "versionId", v.number AS "versionNumber",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'who', b.who, 'detail', b.detail)), '[]')
               FROM desk.publish_blockers(v.id) b WHERE v.id IS NOT NULL) AS blockers
       FROM desk.page_set_member m
       JOIN desk.page_set s ON s.id = m.set_id
       JOIN desk.page_set_member o ON o.set_id = s.id AND o.removed_at IS NULL
       JOIN desk.page_overview w ON w.page_id = o.page_id
       LEFT JOIN LATERAL (SELECT version_id FROM desk.set_versions(s.id) sv WHERE sv.page_id = o.page_id) going ON true
       LEFT JOIN desk.version v ON v.id = going.version_id
      WHERE m.page_id = $1 AND m.removed_at IS NULL
      ORDER BY w.title, w.language, o.page_id LIMIT 50`,
    [pageId],
  );
  const [first] = rows;
  if (!first) return null;
  const members = rows.map(({ id: _id, name: _name, ...member }) => member);
  return { id: first.id, name: first.name, members };
}

export type OpenSet = { id: string; name: string };

/** The sets that hold a page now, by name. */
export async function listSets(): Promise<OpenSet[]> {
  const { rows } = await appPool().query<OpenSet>(
    `SELECT s.id, s.name FROM desk.page_set s
      WHERE EXISTS (SELECT FROM desk.page_set_member m WHERE m.set_id = s.id AND m.removed_at IS NULL)
      ORDER BY s.name, s.id LIMIT 200`,
  );
  return rows;
}

/** The page of this address; null when there is none. */
export async function findPageIdBySlug(slug: string): Promise<string | null> {
  const { rows } = await appPool().query<{ id: string }>(
    "SELECT id FROM desk.page WHERE slug = $1",
    [slug],
  );
  return rows[0]?.id ?? null;
}
