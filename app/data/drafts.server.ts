import { readContent } from "./read-content.server";
import type { PageContent } from "~/content/page-content";
import { appPool } from "./pools.server";

export const draftLines = ["main", "correction"] as const;
export type DraftLine = (typeof draftLines)[number];

/** An open draft: the working copy of a page, or of a safety correction. */
export type Draft = {
  id: string;
  pageId: string;
  line: DraftLine;
  content: PageContent;
  revision: number;
  /** The publication that this text is based on. */
  basedOnId: string | null;
  scope: string[];
  reason: string;
  updatedAt: Date;
  /** Who saved last; null when the desk itself did. */
  updatedBy: string | null;
};

/** The open draft of a page on one line; null when there is none. */
export async function findDraft(
  pageId: string,
  line: DraftLine,
): Promise<Draft | null> {
  const { rows } = await appPool().query<Omit<Draft, "content"> & Stored>(
    `SELECT d.id, d.page_id AS "pageId", d.line, d.content, d.revision,
            d.based_on_id AS "basedOnId", d.scope, d.reason,
            d.updated_at AS "updatedAt", p.name AS "updatedBy"
       FROM desk.draft d LEFT JOIN desk.person p ON p.id = d.updated_by
      WHERE d.page_id = $1 AND d.line = $2 AND d.closed_at IS NULL`,
    [pageId, line],
  );
  const [row] = rows;
  return row ? { ...row, content: readContent(row.content) } : null;
}

/** An open draft by its id; null when there is none. */
export async function findDraftById(draftId: string): Promise<Draft | null> {
  const { rows } = await appPool().query<{ pageId: string; line: DraftLine }>(
    `SELECT page_id AS "pageId", line FROM desk.draft WHERE id = $1 AND closed_at IS NULL`,
    [draftId],
  );
  const [row] = rows;
  return row ? findDraft(row.pageId, row.line) : null;
}

/** What a draft held at one of its revisions; null where that text was not kept. */
export async function findDraftText(
  draftId: string,
  revision: number,
): Promise<PageContent | null> {
  const { rows } = await appPool().query<{ content: string | null }>(
    "SELECT desk.draft_text($1, $2) AS content",
    [draftId, revision],
  );
  const content = rows[0]?.content;
  return content ? readContent(content) : null;
}

type Stored = { content: string };

/** What a page's readers have now, and on which publication it stands. */
export type LiveText = {
  publicationId: string;
  versionId: string;
  number: number;
  content: PageContent;
};

/** The live text of a page; null when it has none. */
export async function findLiveText(pageId: string): Promise<LiveText | null> {
  return findPublishedText("p.page_id = $1 AND p.ended_at IS NULL", pageId);
}

/** What the page said last, live or taken down since; null before its first publication. */
export async function findLatestText(pageId: string): Promise<LiveText | null> {
  return findPublishedText(
    `p.id = (SELECT l.id FROM desk.publication l WHERE l.page_id = $1
              ORDER BY (l.ended_at IS NULL) DESC, l.published_at DESC, l.id LIMIT 1)`,
    pageId,
  );
}

/** The text that one publication made public. */
export async function findTextOf(
  publicationId: string,
): Promise<LiveText | null> {
  return findPublishedText("p.id = $1", publicationId);
}

async function findPublishedText(
  which: string,
  id: string,
): Promise<LiveText | null> {
  const { rows } = await appPool().query<Omit<LiveText, "content"> & Stored>(
    `SELECT p.id AS "publicationId", v.id AS "versionId", v.number, v.content
       FROM desk.publication p JOIN desk.version v ON v.id = p.version_id
      WHERE ${which}`,
    [id],
  );
  const [row] = rows;
  return row ? { ...row, content: readContent(row.content) } : null;
}
