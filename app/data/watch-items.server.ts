import type {
  TriageOutcome,
  WatchKind,
  WatchSubject,
  WatchVia,
} from "~/domain/watch-items";
import type { Expertise } from "~/domain/words";
import { appPool } from "./pools.server";

export type WatchItem = {
  id: string;
  kind: WatchKind;
  subjectKind: WatchSubject;
  subjectLabel: string;
  what: string;
  address: string | null;
  happenedOn: string | null;
  raisedOn: string;
  /** Null: newly loaded reference data raised it, or a reader. */
  raisedBy: string | null;
  via: WatchVia;
  /** Pages that wait for triage, and all that it touches, as the viewer may know of them. */
  waiting: number;
  touched: number;
  triageBy: string | null;
  isLate: boolean;
};

/**
 * Items as a viewer may know of them: those that touch no page or one that
 * they may know of, and their own. A page that is confidential counts for its
 * own people alone.
 */
const known = `
  SELECT i.id, i.kind, i.subject_kind AS "subjectKind", CASE WHEN i.subject_kind = 'page' THEN coalesce(pg.slug, i.subject_label) ELSE i.subject_label END AS "subjectLabel",
         i.what, i.address, i.happened_on AS "happenedOn", i.raised_on AS "raisedOn", i.raised_at, p.name AS "raisedBy", i.via,
         s.waiting, s.touched, s.triage_by AS "triageBy", coalesce(s.triage_by < desk.today(), false) AS "isLate"
    FROM desk.watch_item i LEFT JOIN desk.person p ON p.id = i.raised_by
    LEFT JOIN desk.page pg ON i.subject_kind = 'page' AND pg.id::text = i.subject_key
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE s.waits)::integer AS waiting, count(*)::integer AS touched, min(s.triage_by) AS triage_by
        FROM desk.watch_standing s WHERE s.item_id = i.id AND desk.may_know_of(s.page_id, $1)) s
   WHERE (s.touched > 0 OR i.raised_by = $1 OR NOT EXISTS (SELECT FROM desk.watch_touch t WHERE t.item_id = i.id))`;

/** Items that wait, the most urgent first; or the newest 100 that do not. */
export async function listWatchItems(
  viewerId: string,
  isWaiting: boolean,
): Promise<WatchItem[]> {
  const { rows } = await appPool().query<WatchItem>(
    isWaiting
      ? `SELECT * FROM (${known} AND EXISTS (SELECT FROM desk.watch_touch t WHERE t.item_id = i.id AND NOT EXISTS (
           SELECT FROM desk.watch_triage r WHERE r.item_id = t.item_id AND r.page_id = t.page_id))) k
          WHERE waiting > 0 ORDER BY "triageBy", raised_at, id LIMIT 500`
      : `SELECT * FROM (${known}) k WHERE waiting = 0 ORDER BY raised_at DESC, id LIMIT 100`,
    [viewerId],
  );
  return rows;
}

/** One item; null where there is none that the viewer may know of. */
export async function findWatchItem(
  id: string,
  viewerId: string,
): Promise<WatchItem | null> {
  const { rows } = await appPool().query<WatchItem>(`${known} AND i.id = $2`, [
    viewerId,
    id,
  ]);
  return rows[0] ?? null;
}

export type TouchedPage = {
  pageId: string;
  slug: string;
  title: string;
  genes: string[];
  waits: boolean;
  triageBy: string | null;
  isLate: boolean;
  /** What is live now; null when nothing is. */
  contentSha256: string | null;
  content: string | null;
  nextReviewDue: string | null;
  earliestDue: string;
  /** Blocks of the live text that rest on it, in no order. */
  blockIds: string[];
  /** The words under which they do: "NICE NG122 Lung cancer". */
  labels: string[];
  /** Owner or author, or one whose approval the live text rests on. */
  isOwn: boolean;
  outcome: TriageOutcome | null;
  reason: string | null;
  triagedBy: string | null;
  triagedAt: Date | null;
  expertise: Expertise | null;
};

/**
 * The pages that an item touches as the viewer may know of them, those that
 * wait first. A page that is not live and was never triaged is shown to its
 * team and to editors alone.
 */
export async function listTouchedPages(
  itemId: string,
  viewer: { personId: string; seesAll: boolean },
): Promise<TouchedPage[]> {
  const { rows } = await appPool().query<TouchedPage>(
    `SELECT s.page_id AS "pageId", pg.slug, coalesce(v.title, d.title, pg.slug) AS title,
            ARRAY(SELECT jsonb_path_query(coalesce(v.content, d.content)::jsonb, '$.topics[*] ? (@.type == "gene").label') #>> '{}') AS genes,
            s.waits, s.triage_by AS "triageBy", coalesce(s.triage_by < desk.today(), false) AS "isLate",
            p.content_sha256 AS "contentSha256", v.content, desk.effective_due(p.id) AS "nextReviewDue", desk.today() + 14 AS "earliestDue",
            coalesce(u.block_ids, '{}') AS "blockIds", coalesce(u.labels, '{}') AS labels, own.is_own AS "isOwn",
            tr.outcome, tr.reason, coalesce(tr.signed_name, who.name) AS "triagedBy", tr.triaged_at AS "triagedAt", tr.expertise
       FROM desk.watch_standing s JOIN desk.watch_item i ON i.id = s.item_id JOIN desk.page pg ON pg.id = s.page_id
       LEFT JOIN desk.publication p ON p.id = s.publication_id LEFT JOIN desk.version v ON v.id = p.version_id
       LEFT JOIN desk.draft d ON d.page_id = pg.id AND d.line = 'main' AND d.closed_at IS NULL
       LEFT JOIN desk.watch_triage tr ON tr.id = s.triage_id LEFT JOIN desk.person who ON who.id = tr.triaged_by
       LEFT JOIN LATERAL (SELECT array_agg(DISTINCT x.block_id) AS block_ids, array_agg(DISTINCT x.label) AS labels FROM desk.source_use x
         WHERE x.version_id = p.version_id AND x.kind = i.subject_kind AND desk.is_source(x.kind, x.key, i.subject_key)) u ON true
       CROSS JOIN LATERAL (SELECT pg.owner_id IS NOT DISTINCT FROM $2::uuid
           OR EXISTS (SELECT FROM desk.page_author a WHERE a.page_id = pg.id AND a.person_id = $2) AS is_team) team
       CROSS JOIN LATERAL (SELECT team.is_team OR EXISTS (SELECT FROM desk.publication_approval pa JOIN desk.decision de ON de.id = pa.decision_id
         WHERE pa.publication_id = p.id AND de.person_id = $2) AS is_own) own
      WHERE s.item_id = $1 AND desk.may_know_of(s.page_id, $2) AND (p.id IS NOT NULL OR tr.id IS NOT NULL OR $3 OR team.is_team)
      ORDER BY s.waits DESC, s.triage_by, title, pg.slug LIMIT 500`,
    [itemId, viewer.personId, viewer.seesAll],
  );
  return rows;
}

/** How many pages that this person may know of wait for triage. */
export async function countWaitingTriage(viewerId: string): Promise<number> {
  const { rows } = await appPool().query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM desk.watch_standing s
      WHERE s.triage_id IS NULL AND s.waits AND desk.may_know_of(s.page_id, $1)`,
    [viewerId],
  );
  return rows[0]?.count ?? 0;
}

/** What a mail about an item says, for one recipient; null when nothing waits that they may know of. */
export type WatchMailFacts = Pick<
  WatchItem,
  "kind" | "subjectKind" | "subjectLabel" | "what" | "via" | "isLate"
> & {
  triageBy: string;
  pageIds: string[];
};

export async function findWatchMailFacts(
  itemId: string,
  recipientId: string,
): Promise<WatchMailFacts | null> {
  const item = await findWatchItem(itemId, recipientId);
  if (!item?.triageBy) return null;
  const { rows } = await appPool().query<{ pageIds: string[] }>(
    `SELECT array_agg(s.page_id ORDER BY s.page_id) AS "pageIds" FROM desk.watch_standing s
      WHERE s.item_id = $1 AND s.waits AND desk.may_know_of(s.page_id, $2)`,
    [itemId, recipientId],
  );
  const pageIds = rows[0]?.pageIds ?? [];
  return { ...item, triageBy: item.triageBy, pageIds };
}
