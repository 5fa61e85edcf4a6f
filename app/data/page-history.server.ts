import { appPool } from "./pools.server";

/** One run of saves by one person. */
export type DraftSave = {
  line: "main" | "correction";
  revision: number;
  savedBy: string | null;
  savedAt: Date;
  via: "create" | "import" | "edit" | "rebase" | "desk";
};

/** The saves of a page's drafts, the newest first. */
export async function listSaves(
  pageId: string,
  limit = 60,
): Promise<DraftSave[]> {
  const { rows } = await appPool().query<DraftSave>(
    `SELECT d.line, s.revision, p.name AS "savedBy", s.saved_at AS "savedAt", s.via
       FROM desk.draft_save s JOIN desk.draft d ON d.id = s.draft_id
       LEFT JOIN desk.person p ON p.id = s.saved_by
      WHERE d.page_id = $1 ORDER BY s.saved_at DESC, s.revision DESC LIMIT $2`,
    [pageId, limit],
  );
  return rows;
}

/** One act on the page, as the audit chain holds it. */
export type PageAct = {
  seq: string;
  at: Date;
  act: string;
  actor: string | null;
  /** Who stood behind an act that no signed-in person did: "operator", "desk". */
  realActor: string | null;
};

/** The acts on a page, the newest first. */
export async function listPageActs(
  pageId: string,
  limit = 100,
): Promise<PageAct[]> {
  const { rows } = await appPool().query<PageAct>(
    `SELECT e.seq::text, e.at, e.act, p.name AS actor, e.real_actor AS "realActor"
       FROM desk.audit_event e LEFT JOIN desk.person p ON p.id = e.actor_id
      WHERE e.page_id = $1 ORDER BY e.seq DESC LIMIT $2`,
    [pageId, limit],
  );
  return rows;
}
