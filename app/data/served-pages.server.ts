import { appPool, publicPool } from "./pools.server";

/** One page as the public role sees it now; `content` is null when no text is shown. */
export type ServedPage = {
  slug: string;
  state: string;
  versionNumber: number;
  content: string | null;
  contentSha256: string;
  withheldBlocks: string[];
};

const batchSize = 100;

/** Every public page, by address, as readers get it. */
export async function* readServedPages(): AsyncGenerator<ServedPage> {
  let after = "";
  for (;;) {
    const { rows }: { rows: ServedPage[] } =
      await publicPool().query<ServedPage>(
        `SELECT slug, state, version_number AS "versionNumber", content, content_sha256 AS "contentSha256",
                withheld_blocks AS "withheldBlocks"
           FROM desk.public_page WHERE slug > $1 ORDER BY slug LIMIT $2`,
        [after, batchSize],
      );
    yield* rows;
    if (rows.length < batchSize) return;
    after = rows.at(-1)?.slug ?? after;
  }
}

/** What was signed for the live publication of a page. */
export type SignedText = {
  content: string;
  /** The hashes that the approvals name under which it went out. */
  signedHashes: string[];
};

/** The text of a page's live publication and the hashes signed for it; null when none is live. */
export async function findSignedText(slug: string): Promise<SignedText | null> {
  const { rows } = await appPool().query<SignedText>(
    `SELECT v.content, ARRAY(
              SELECT DISTINCT d.content_sha256 FROM desk.publication_approval a
                JOIN desk.decision d ON d.id = a.decision_id WHERE a.publication_id = p.id ORDER BY 1) AS "signedHashes"
       FROM desk.page pg
       JOIN desk.publication p ON p.page_id = pg.id AND p.ended_at IS NULL
       JOIN desk.version v ON v.id = p.version_id
      WHERE pg.slug = $1`,
    [slug],
  );
  return rows[0] ?? null;
}
