import { publicPool } from "./pools.server";
import type {
  PublicCorrection,
  PublicDesk,
  PublicEvent,
  PublicInterest,
  PublicListRow,
  PublicNotice,
  PublicPage,
  PublicReviewer,
  PublicVersion,
  PublishedRow,
} from "./public-rows";

const pageColumns = `slug, title, kind, audience, language, jurisdictions, topics, state,
  withheld_because AS "withheldBecause", content_sha256 AS "contentSha256",
  version_number AS "versionNumber", round_kind AS "roundKind", last_reviewed_on AS "lastReviewedOn",
  evidence_checked_to AS "evidenceCheckedTo", next_review_due AS "nextReviewDue", grace_ends_on AS "graceEndsOn",
  days_overdue AS "daysOverdue", published_on AS "publishedOn", withdrawn_on AS "withdrawnOn",
  withdrawal_type AS "withdrawalType", withdrawal_reason AS "withdrawalReason", today, content, withheld_blocks AS "withheldBlocks"`;

/** The page at this address as readers get it today; null when there is none. */
export async function findPublicPage(slug: string): Promise<PublicPage | null> {
  const { rows } = await publicPool().query<PublicPage>(
    `SELECT ${pageColumns} FROM desk.public_page WHERE slug = $1`,
    [slug],
  );
  return rows[0] ?? null;
}

/** Where a page stands now that was renamed; null when none that readers know of was. */
export async function findPresentAddress(slug: string): Promise<string | null> {
  const { rows } = await publicPool().query<{ slug: string }>(
    "SELECT slug FROM desk.public_address WHERE old_slug = $1",
    [slug],
  );
  return rows[0]?.slug ?? null;
}

const listed = `slug, title, kind, audience, topics, state, last_reviewed_on AS "lastReviewedOn",
  next_review_due AS "nextReviewDue" FROM desk.list_public_pages`;

/**
 * Pages that show text today, by title, from the one after the page at an
 * address; `gene` is an approved symbol, and then all come from the first.
 */
export async function listPublicPages({
  gene = null,
  limit = 200,
  after = null,
}: {
  gene?: string | null;
  limit?: number;
  after?: string | null;
} = {}): Promise<PublicListRow[]> {
  const { rows } = await publicPool().query<PublicListRow>(
    `SELECT ${listed}($1, NULL, $2, $3)`,
    [gene, after, limit],
  );
  return rows;
}

/**
 * Pages that show text today, by address, from the one after an address; on one
 * gene, when an approved symbol is given.
 */
export async function listPublished(
  gene: string | null,
  after: string | null,
  limit: number,
): Promise<PublishedRow[]> {
  const { rows } = await publicPool().query<PublishedRow>(
    `SELECT slug, title, kind, audience, language, topics, state, last_reviewed_on AS "lastReviewedOn",
            next_review_due AS "nextReviewDue", is_overdue AS "isOverdue", published_on AS "publishedOn",
            version_number AS "versionNumber", content_sha256 AS "contentSha256"
       FROM desk.list_published($1, $2, $3)`,
    [gene, after, limit],
  );
  return rows;
}

/**
 * Pages that show text today and in whose title, topics or text every word of
 * the query begins a word, those with all of them in the title first.
 */
export async function searchPublicPages(
  words: readonly string[],
  limit = 50,
): Promise<PublicListRow[]> {
  const { rows } = await publicPool().query<PublicListRow>(
    `SELECT ${listed}(NULL, $1, NULL, $2)`,
    [words.join(" "), limit],
  );
  return rows;
}

/** The addresses of all pages that show text today, in their order. */
export async function listPublicAddresses(): Promise<string[]> {
  const { rows } = await publicPool().query<{ slugs: string[] }>(
    "SELECT desk.list_public_addresses() AS slugs",
  );
  return rows[0]?.slugs ?? [];
}

const versionColumns = `number, title, content_sha256 AS "contentSha256", round_kind AS "roundKind",
  last_reviewed_on AS "lastReviewedOn", next_review_due AS "nextReviewDue", published_on AS "publishedOn",
  ended_on AS "endedOn", ended_because AS "endedBecause", page_state AS "pageState", is_current AS "isCurrent",
  change_note AS "changeNote", correction_reason AS "correctionReason"`;

/** One version that was once public; null when there is none of that number. */
export async function findPublicVersion(
  slug: string,
  number: number,
): Promise<PublicVersion | null> {
  const { rows } = await publicPool().query<PublicVersion>(
    `SELECT ${versionColumns}, content FROM desk.public_version
      WHERE slug = $1 AND number = $2 ORDER BY is_current DESC, published_on DESC LIMIT 1`,
    [slug, number],
  );
  return rows[0] ?? null;
}

/**
 * The text of the latest full review that was public before a page as it stands
 * now, for saying what changed since; null for a full review, and without text.
 */
export async function findReviewedTextBefore({
  slug,
  versionNumber,
  roundKind,
  content,
}: Pick<
  PublicPage,
  "slug" | "versionNumber" | "roundKind" | "content"
>): Promise<string | null> {
  if (content === null || roundKind === "full_review") return null;
  const { rows } = await publicPool().query<{ content: string | null }>(
    `SELECT content FROM desk.public_version
      WHERE slug = $1 AND number < $2 AND round_kind = 'full_review' ORDER BY number DESC LIMIT 1`,
    [slug, versionNumber],
  );
  return rows[0]?.content ?? null;
}

/** Every publication of a page, the newest first, without its text. */
export async function listPublicVersions(
  slug: string,
): Promise<Omit<PublicVersion, "content">[]> {
  const { rows } = await publicPool().query<Omit<PublicVersion, "content">>(
    `SELECT ${versionColumns} FROM desk.public_version
      WHERE slug = $1 ORDER BY published_on DESC, number DESC LIMIT 500`,
    [slug],
  );
  return rows;
}

/** Who signed what is public today: the full review and every change since. */
export async function listPublicReviewers(
  slug: string,
): Promise<PublicReviewer[]> {
  const { rows } = await publicPool().query<PublicReviewer>(
    `SELECT name, credentials, affiliation, orcid, expertise, round_kind AS "roundKind",
            version_number AS "versionNumber", meaning, signed_on AS "signedOn",
            evidence_checked_to AS "evidenceCheckedTo", interests,
            interests_details AS "interestsDetails", interests_reason AS "interestsReason"
       FROM desk.public_reviewer WHERE slug = $1
      ORDER BY version_number, signed_on, name LIMIT 100`,
    [slug],
  );
  return rows;
}

/** How the interests of signers and authors of what is public stood then. */
export async function listPublicInterests(
  slug: string,
): Promise<PublicInterest[]> {
  const { rows } = await publicPool().query<PublicInterest>(
    `SELECT capacity, version_number AS "versionNumber", name, person_id AS "personId", standing, details, public_reason AS reason
       FROM desk.public_interest WHERE slug = $1 ORDER BY version_number, capacity, name LIMIT 200`,
    [slug],
  );
  return rows;
}

/** Notices that stand above the title today, the newest first. */
export async function listPublicNotices(slug: string): Promise<PublicNotice[]> {
  const { rows } = await publicPool().query<PublicNotice>(
    `SELECT type, put_up_on AS "putUpOn" FROM desk.public_notice
      WHERE slug = $1 ORDER BY put_up_on DESC, type LIMIT 20`,
    [slug],
  );
  return rows;
}

/** Safety corrections of the last twelve months, block by block, before and after. */
export async function listPublicCorrections(
  slug: string,
): Promise<PublicCorrection[]> {
  const { rows } = await publicPool().query<PublicCorrection>(
    `SELECT number, published_on AS "publishedOn", reason, block_id AS "blockId", before, after
       FROM desk.public_correction WHERE slug = $1
      ORDER BY published_on DESC, number DESC, block_id LIMIT 100`,
    [slug],
  );
  return rows;
}

/** The review calendar that other programs read, as the JSON of an array of `PublicReviewDate`. */
export async function readReviewDates(): Promise<string> {
  const { rows } = await publicPool().query<{ dates: string }>(
    "SELECT desk.list_review_dates() AS dates",
  );
  return rows[0]?.dates ?? "[]";
}

/** What was published, updated, reinstated or withdrawn, the newest first. */
export async function listPublicEvents(limit = 50): Promise<PublicEvent[]> {
  const { rows } = await publicPool().query<PublicEvent>(
    `SELECT id, what, at, on_day AS "onDay", slug, title, kind, version_number AS "versionNumber", round_kind AS "roundKind",
            last_reviewed_on AS "lastReviewedOn", next_review_due AS "nextReviewDue", withdrawal_type AS "withdrawalType"
       FROM desk.public_event ORDER BY at DESC, id, what LIMIT $1`,
    [limit],
  );
  return rows;
}

/** The desk's public face; null until it has settings, and then nothing is shown. */
export async function findPublicDesk(): Promise<PublicDesk | null> {
  const { rows } = await publicPool().query<PublicDesk>(
    `SELECT desk_name AS "deskName", time_zone AS "timeZone", mode, today,
            is_clock_moved AS "isClockMoved" FROM desk.public_desk`,
  );
  return rows[0] ?? null;
}

/** An image that a text shown to readers today names; null otherwise. */
export async function findPublicFigure(
  sha256: string,
): Promise<{ mediaType: string; bytes: Buffer } | null> {
  const { rows } = await publicPool().query<{
    mediaType: string;
    bytes: Buffer;
  }>(
    `SELECT media_type AS "mediaType", bytes FROM desk.public_figure WHERE sha256 = $1`,
    [sha256],
  );
  return rows[0] ?? null;
}
