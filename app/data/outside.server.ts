import type { PageContent } from "~/content/page-content";
import type { Outcome } from "~/domain/outcome";
import { done, refused } from "~/domain/outcome";
import type { OutsideAdvice, Verdict } from "~/domain/words";
import { refusalFrom, runAct } from "./act.server";
import { appPool, authPool } from "./pools.server";
import { readContent } from "./read-content.server";

/** What stands before the button of a link. */
export type OutsideInvitation = {
  name: string;
  title: string;
  invitedBy: string;
  expiresOn: string;
  /** What a signature is asked for as; null where an opinion is asked for. */
  expertise: string | null;
};

/** Whom a link is for, by the hash of its token, or why it leads nowhere. */
export async function findOutsideInvitation(
  tokenHash: string,
): Promise<Outcome<OutsideInvitation>> {
  return oneRow(
    authPool().query<OutsideInvitation>(
      `SELECT name, title, invited_by AS "invitedBy", expires_on AS "expiresOn", expertise FROM desk.outside_invitation($1)`,
      [tokenHash],
    ),
  );
}

/** Opens a session for one link. */
export async function openOutsideLink(
  tokenHash: string,
  sessionHash: string,
): Promise<Outcome<string>> {
  return runAct(authPool(), "open_outside_link", [tokenHash, sessionHash]);
}

type ReadingRow = {
  linkId: string;
  personId: string;
  personName: string;
  versionId: string;
  versionNumber: number;
  title: string;
  content: string;
  contentSha256: string;
  invitedBy: string;
  invitedOn: string;
  expiresOn: string;
  /** The version is still in front of its reviewers. */
  isOpen: boolean;
};

export type OutsideReading = Omit<ReadingRow, "content"> & {
  content: PageContent;
};

/** The one version that an outside session may read, or why there is none. */
export async function findOutsideReading(
  sessionHash: string,
): Promise<Outcome<OutsideReading>> {
  const found = await oneRow(
    appPool().query<ReadingRow>(
      `SELECT link_id AS "linkId", person_id AS "personId", person_name AS "personName", version_id AS "versionId",
              version_number AS "versionNumber", title, content, content_sha256 AS "contentSha256",
              invited_by AS "invitedBy", invited_on AS "invitedOn", expires_on AS "expiresOn", is_open AS "isOpen"
         FROM desk.outside_reading($1)`,
      [sessionHash],
    ),
  );
  if (!found.ok) return found;
  const { content, ...facts } = found.value;
  return done({ ...facts, content: readContent(content) });
}

async function oneRow<Row>(
  asked: Promise<{ rows: Row[] }>,
): Promise<Outcome<Row>> {
  try {
    const [row] = (await asked).rows;
    return row ? done(row) : refused("not_found");
  } catch (error) {
    const refusal = refusalFrom(error);
    if (refusal) return refusal;
    throw error;
  }
}

/** What one person from outside said about one version. */
export type OutsideVoice = {
  linkId: string;
  personId: string;
  versionId: string;
  /** The expertise that a signature is asked for; null for an opinion only. */
  signsAs: string | null;
  signed: Verdict | null;
  signedOn: string | null;
  name: string;
  credentials: string;
  affiliation: string;
  versionNumber: number;
  invitedBy: string;
  invitedOn: string;
  expiresOn: string;
  state: "waits" | "opened" | "over" | "revoked";
  comments: { id: string; quotation: string; body: string }[];
  recommendation: OutsideAdvice | null;
  recommendationComment: string;
  recommendedOn: string | null;
};

const voices = `
  SELECT l.id AS "linkId", l.person_id AS "personId", l.version_id AS "versionId", a.expertise AS "signsAs",
         d.verdict AS signed, desk.day_of(d.signed_at) AS "signedOn", p.name, p.credentials, p.affiliation, v.number AS "versionNumber", e.name AS "invitedBy",
         desk.day_of(l.created_at) AS "invitedOn", desk.day_of(l.expires_at) AS "expiresOn",
         CASE WHEN l.revoked_at IS NOT NULL THEN 'revoked' WHEN l.expires_at <= desk.clock() THEN 'over'
              WHEN l.opened_at IS NOT NULL THEN 'opened' ELSE 'waits' END AS state,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'quotation', c.quotation, 'body', c.body) ORDER BY c.raised_at, c.id), '[]')
            FROM desk.outside_comment c WHERE c.link_id = l.id) AS comments,
         r.recommendation, coalesce(r.comment, '') AS "recommendationComment", desk.day_of(r.recommended_at) AS "recommendedOn"
    FROM desk.outside_link l
    JOIN desk.person p ON p.id = l.person_id
    JOIN desk.person e ON e.id = l.invited_by
    JOIN desk.version v ON v.id = l.version_id
    LEFT JOIN desk.assignment a ON a.id = l.assignment_id
    LEFT JOIN LATERAL (SELECT * FROM desk.decision x WHERE x.assignment_id = a.id ORDER BY x.seq DESC LIMIT 1) d ON true
    LEFT JOIN LATERAL (SELECT * FROM desk.outside_recommendation x WHERE x.link_id = l.id ORDER BY x.recommended_at DESC, x.id LIMIT 1) r ON true`;

/** Every link to a version of a page with what came of it, the newest first. */
export async function listOutsideVoices(
  pageId: string,
): Promise<OutsideVoice[]> {
  const { rows } = await appPool().query<OutsideVoice>(
    `${voices} WHERE l.page_id = $1 ORDER BY l.created_at DESC, l.id LIMIT 100`,
    [pageId],
  );
  return rows;
}

/** What was said of one version from outside, beside signatures: the newest first. */
export async function listOutsideSaid(
  versionId: string,
): Promise<OutsideVoice[]> {
  const { rows } = await appPool().query<OutsideVoice>(
    `${voices} WHERE l.version_id = $1
        AND (r.id IS NOT NULL OR EXISTS (SELECT FROM desk.outside_comment c WHERE c.link_id = l.id))
      ORDER BY l.created_at DESC, l.id LIMIT 50`,
    [versionId],
  );
  return rows;
}

/** What came of one link so far. */
export async function getOutsideVoice(linkId: string): Promise<OutsideVoice> {
  const { rows } = await appPool().query<OutsideVoice>(
    `${voices} WHERE l.id = $1`,
    [linkId],
  );
  const [row] = rows;
  if (!row) throw new Error(`there is no outside link ${linkId}`);
  return row;
}

/** The newest version of a page whose round is open; null when nothing is in review. */
export async function findVersionInReview(
  pageId: string,
): Promise<{ id: string; number: number } | null> {
  const { rows } = await appPool().query<{ id: string; number: number }>(
    `SELECT v.id, v.number FROM desk.version v JOIN desk.review_round r ON r.version_id = v.id
      WHERE v.page_id = $1 AND r.closed_at IS NULL ORDER BY v.number DESC LIMIT 1`,
    [pageId],
  );
  return rows[0] ?? null;
}
