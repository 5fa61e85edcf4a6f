import type { Block } from "~/content/page-content";
import { parseBody } from "~/content/parse-page-content";
import type { DraftLine } from "./drafts.server";
import { appPool } from "./pools.server";

/** A block that was not chosen where two people had changed the same words. */
export type WordsSetAside = {
  id: string;
  line: DraftLine;
  /** Where it stood; the page may still have a block of this id. */
  blockId: string;
  block: Block;
  /** Null when the desk itself had saved it. */
  writtenBy: string | null;
  setAsideBy: string;
  setAsideAt: Date;
};

const columns = `
  SELECT s.id, d.line, s.block_id AS "blockId", s.content, w.name AS "writtenBy",
         p.name AS "setAsideBy", s.set_aside_at AS "setAsideAt"
    FROM desk.words_set_aside s JOIN desk.draft d ON d.id = s.draft_id
    JOIN desk.person p ON p.id = s.set_aside_by LEFT JOIN desk.person w ON w.id = s.written_by
   WHERE d.page_id = $1`;

/** What was set aside on a page, the newest first. */
export async function listWordsSetAside(
  pageId: string,
  limit = 50,
): Promise<WordsSetAside[]> {
  const { rows } = await appPool().query<Stored>(
    `${columns} ORDER BY s.set_aside_at DESC, s.id LIMIT $2`,
    [pageId, limit],
  );
  return rows.map(read);
}

/** One of them, on this page; null when it is not there. */
export async function findWordsSetAside(
  pageId: string,
  id: string,
): Promise<WordsSetAside | null> {
  const { rows } = await appPool().query<Stored>(`${columns} AND s.id = $2`, [
    pageId,
    id,
  ]);
  return rows[0] ? read(rows[0]) : null;
}

type Stored = Omit<WordsSetAside, "block"> & { content: string };

/** Checked when it was stored; one that cannot be read is an accident. */
function read({ content, ...row }: Stored): WordsSetAside {
  const block: unknown = JSON.parse(content);
  const parsed = parseBody({ type: "doc", content: [block] });
  const kept = parsed.ok ? parsed.content.content[0] : undefined;
  if (!kept) throw new Error(`words set aside cannot be read: ${row.id}`);
  return { ...row, block: kept };
}
