import type { Body, PageContent } from "~/content/page-content";
import type { DeskState, RoundKind } from "~/domain/words";
import { appPool } from "./pools.server";
import { readContent } from "./read-content.server";

/** An immutable version, with the round that it was submitted into. */
export type VersionFacts = {
  id: string;
  number: number;
  line: "main" | "correction";
  title: string;
  contentSha256: string;
  submittedAt: Date;
  /** Null when the desk opened a re-review. */
  submittedBy: string | null;
  basedOnId: string | null;
  roundKind: RoundKind;
  scope: string[];
  reason: string;
  closedBecause: "taken_back" | "superseded" | "published" | null;
  state: DeskState;
  isLive: boolean;
  publishedOn: string | null;
};

export type Version = VersionFacts & {
  pageId: string;
  draftId: string;
  content: PageContent;
};

const versionColumns = `
  v.id, v.number, v.line, v.title, v.content_sha256 AS "contentSha256",
  v.submitted_at AS "submittedAt", p.name AS "submittedBy", v.based_on_id AS "basedOnId",
  r.kind AS "roundKind", r.scope, r.reason, r.closed_because AS "closedBecause",
  desk.version_state(v.id) AS state,
  EXISTS (SELECT FROM desk.publication l WHERE l.version_id = v.id AND l.ended_at IS NULL) AS "isLive",
  (SELECT min(l.published_on) FROM desk.publication l WHERE l.version_id = v.id) AS "publishedOn"`;
const versionTables = `desk.version v
  JOIN desk.review_round r ON r.version_id = v.id
  LEFT JOIN desk.person p ON p.id = v.submitted_by`;

/** The versions of a page, the newest first. */
export async function listVersions(
  pageId: string,
  limit = 100,
): Promise<VersionFacts[]> {
  const { rows } = await appPool().query<VersionFacts>(
    `SELECT ${versionColumns} FROM ${versionTables}
      WHERE v.page_id = $1 ORDER BY v.number DESC LIMIT $2`,
    [pageId, limit],
  );
  return rows;
}

/** One version of a page with its text; null when the page has no such version. */
export async function findVersion(
  pageId: string,
  versionId: string,
): Promise<Version | null> {
  const { rows } = await appPool().query<
    Omit<Version, "content"> & { content: string }
  >(
    `SELECT ${versionColumns}, v.page_id AS "pageId", v.draft_id AS "draftId", v.content FROM ${versionTables}
      WHERE v.page_id = $1 AND v.id::text = $2`,
    [pageId, versionId],
  );
  const [row] = rows;
  return row ? { ...row, content: readContent(row.content) } : null;
}

/** The body of a version, wherever its page; null when there is none. */
export async function findVersionBody(versionId: string): Promise<Body | null> {
  const { rows } = await appPool().query<{ content: string }>(
    "SELECT content FROM desk.version WHERE id::text = $1",
    [versionId],
  );
  const [row] = rows;
  return row ? readContent(row.content).body : null;
}

export type Contributor = {
  personId: string;
  name: string;
  because: (
    | "credited"
    | "wrote"
    | "submitted"
    | "ai_drafter"
    | "ai_verifier"
    | "suggested"
  )[];
};

/** Whose words these are: nobody in this list may approve the version. */
export async function listContributors(
  versionId: string,
): Promise<Contributor[]> {
  const { rows } = await appPool().query<Contributor>(
    `SELECT p.id AS "personId", p.name, array_agg(c.because ORDER BY c.because) AS because
       FROM desk.version_contributor c JOIN desk.person p ON p.id = c.person_id
      WHERE c.version_id = $1 GROUP BY p.id, p.name ORDER BY p.name, p.id LIMIT 200`,
    [versionId],
  );
  return rows;
}
