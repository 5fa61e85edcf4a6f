import { type PageSection, sectionsOf } from "~/content/sections";
import { appPool } from "./pools.server";
import { readContent } from "./read-content.server";

/** The sections of these pages' main drafts, by page, for their bands. */
export async function findSections(
  pageIds: readonly string[],
): Promise<Map<string, PageSection[]>> {
  const { rows } = await appPool().query<{ pageId: string; content: string }>(
    `SELECT page_id AS "pageId", content FROM desk.draft
      WHERE page_id = ANY ($1) AND line = 'main' AND closed_at IS NULL LIMIT 100`,
    [pageIds],
  );
  return new Map(
    rows.map(({ pageId, content }) => [
      pageId,
      sectionsOf(readContent(content)),
    ]),
  );
}
