import {
  reusableKinds,
  type Inner,
  type ReusableKind,
} from "~/content/page-content";
import { appPool } from "./pools.server";

/** One version of a reusable text, with who wrote it and who approved it. */
export type ReusableVersion = {
  slug: string;
  kind: ReusableKind;
  name: string;
  number: number;
  content: Inner[];
  sha256: string;
  writtenBy: string;
  writerId: string;
  writtenAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  reason: string | null;
};

const columns = `c.slug, c.kind, c.name, v.number, v.content, v.content_sha256 AS sha256,
  w.name AS "writtenBy", v.written_by AS "writerId", v.written_at AS "writtenAt",
  b.name AS "approvedBy", a.approved_at AS "approvedAt", a.reason`;

const tables = `desk.component c
  JOIN desk.component_version v ON v.component_id = c.id
  JOIN desk.person w ON w.id = v.written_by
  LEFT JOIN desk.component_approval a ON a.component_id = v.component_id AND a.number = v.number
  LEFT JOIN desk.person b ON b.id = a.approved_by`;

type Row = Omit<ReusableVersion, "content" | "kind"> & {
  content: string;
  kind: string;
};

/** Every version of every reusable text, by name, the newest first. */
export async function listReusableVersions(): Promise<ReusableVersion[]> {
  const { rows } = await appPool().query<Row>(
    `SELECT ${columns} FROM ${tables} ORDER BY lower(c.name), c.slug, v.number DESC LIMIT 500`,
  );
  return rows.map(read);
}

/** The versions of one reusable text, the newest first. */
export async function listVersionsOf(slug: string): Promise<ReusableVersion[]> {
  const { rows } = await appPool().query<Row>(
    `SELECT ${columns} FROM ${tables} WHERE c.slug = $1 ORDER BY v.number DESC LIMIT 200`,
    [slug],
  );
  return rows.map(read);
}

/** The approved versions of these reusable texts; of every one without names. */
export async function listApprovedVersions(
  slugs: readonly string[] | null = null,
): Promise<ReusableVersion[]> {
  if (slugs?.length === 0) return [];
  const { rows } = await appPool().query<Row>(
    `SELECT ${columns} FROM ${tables}
      WHERE a.approved_at IS NOT NULL AND ($1::text[] IS NULL OR c.slug = ANY ($1::text[]))
      ORDER BY lower(c.name), c.slug, v.number DESC LIMIT 2000`,
    [slugs],
  );
  return rows.map(read);
}

/** How many pages' open drafts or live texts show each version of a reusable text. */
export async function countPagesShowing(
  slug: string,
): Promise<{ number: number; pages: number }[]> {
  const { rows } = await appPool().query<{ number: number; pages: number }>(
    `SELECT (b -> 'attrs' ->> 'version')::integer AS number, count(DISTINCT d.page_id)::integer AS pages
       FROM desk.draft d CROSS JOIN LATERAL jsonb_array_elements(d.content::jsonb -> 'body' -> 'content') b
      WHERE d.closed_at IS NULL AND d.content LIKE '%"reusable"%' AND b ->> 'type' = 'reusable'
        AND b -> 'attrs' ->> 'component' = $1
      GROUP BY 1 ORDER BY 1`,
    [slug],
  );
  return rows;
}

function read(row: Row): ReusableVersion {
  const kind = reusableKinds.find((known) => known === row.kind);
  if (kind === undefined) throw new Error(`no reusable text is a ${row.kind}`);
  // Checked by the document's schema before it was written.
  return { ...row, kind, content: JSON.parse(row.content) as Inner[] };
}
