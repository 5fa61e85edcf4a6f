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

export type PageSet = {
  id: string;
  name: string;
  /** The pages that the reader may know of. */
  members: SetMember[];
  /** How many confidential pages stand in it besides. */
  hiddenCount: number;
  /** One hash over the texts that would go out; null where none waits. */
  contentSha256: string | null;
};

/**
 * The set that a page stands in, with every page of it that this reader may
 * know of; null for a page by itself, or one that is not theirs to know of.
 */
export async function findSetOf(
  pageId: string,
  readerId: string,
): Promise<PageSet | null> {
  const { rows } = await appPool().query<SetMember & Omit<PageSet, "members">>(
    `SELECT s.id, s.name, hidden.count AS "hiddenCount", desk.set_hash(s.id) AS "contentSha256", o.page_id AS "pageId", w.slug, w.title, w.kind, w.language, w.public_state AS "publicState",
            v.id AS "versionId", v.number AS "versionNumber",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'who', b.who, 'detail', b.detail)), '[]')
               FROM desk.publish_blockers(v.id) b WHERE v.id IS NOT NULL) AS blockers
       FROM desk.page_set_member m
       JOIN desk.page_set s ON s.id = m.set_id
       JOIN desk.page_set_member o ON o.set_id = s.id AND o.removed_at IS NULL
       JOIN desk.page_overview w ON w.page_id = o.page_id
       CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM desk.page_set_member h
         WHERE h.set_id = s.id AND h.removed_at IS NULL AND NOT desk.may_know_of(h.page_id, $2)) hidden
       LEFT JOIN LATERAL (SELECT version_id FROM desk.set_versions(s.id) sv WHERE sv.page_id = o.page_id) going ON true
       LEFT JOIN desk.version v ON v.id = going.version_id
      WHERE m.page_id = $1 AND m.removed_at IS NULL AND desk.may_know_of(m.page_id, $2) AND desk.may_know_of(o.page_id, $2)
      ORDER BY w.title, w.language, o.page_id LIMIT 50`,
    [pageId, readerId],
  );
  const [first] = rows;
  if (!first) return null;
  const { id, name, hiddenCount, contentSha256 } = first;
  const members = rows.map(
    ({
      id: _id,
      name: _name,
      hiddenCount: _count,
      contentSha256: _sha,
      ...member
    }) => member,
  );
  return { id, name, members, hiddenCount, contentSha256 };
}

export type OpenSet = { id: string; name: string };

/** The sets that hold a page now that this reader may know of, by name. */
export async function listSets(readerId: string): Promise<OpenSet[]> {
  const { rows } = await appPool().query<OpenSet>(
    `SELECT s.id, s.name FROM desk.page_set s
      WHERE EXISTS (SELECT FROM desk.page_set_member m WHERE m.set_id = s.id AND m.removed_at IS NULL AND desk.may_know_of(m.page_id, $1))
      ORDER BY s.name, s.id LIMIT 200`,
    [readerId],
  );
  return rows;
}

/** The page of this address; null when there is none that this reader may know of. */
export async function findPageIdBySlug(
  slug: string,
  readerId: string,
): Promise<string | null> {
  const { rows } = await appPool().query<{ id: string }>(
    "SELECT id FROM desk.page WHERE slug = $1 AND desk.may_know_of(id, $2)",
    [slug, readerId],
  );
  return rows[0]?.id ?? null;
}
