import { createHash } from "node:crypto";
import { canonical } from "~/content/canonical";
import {
  findSignedText,
  readServedPages,
  type ServedPage,
} from "~/data/served-pages.server";

/** One public page, held against what was signed. */
export type LivePage = {
  page: string;
  state: string;
  version: number;
  signedSha256: string;
  /** SHA-256 of the text that readers get; null when they get none. */
  servedSha256: string | null;
  withheldBlocks: string[];
  /** Null when what is served is what was signed. */
  because: string | null;
};

const showsText = ["live", "due_soon", "overdue"];

/**
 * Every public page: the text that the public role is given must have the hash
 * that its approvals name. Where blocks are withheld, the rest must be the
 * signed text with those blocks, and no others, taken out. A page that shows
 * no text must be given none.
 */
export async function verifyLive(): Promise<LivePage[]> {
  const pages: LivePage[] = [];
  for await (const served of readServedPages()) {
    pages.push({
      page: served.slug,
      state: served.state,
      version: served.versionNumber,
      signedSha256: served.contentSha256,
      servedSha256: served.content === null ? null : sha256(served.content),
      withheldBlocks: served.withheldBlocks,
      because: await whyWrong(served),
    });
  }
  return pages;
}

async function whyWrong(served: ServedPage): Promise<string | null> {
  if (!showsText.includes(served.state)) {
    return served.content === null ? null : "It serves a text and should not.";
  }
  if (served.content === null) return "It serves no text and should.";
  const signed = await findSignedText(served.slug);
  if (signed === null) return "No publication of it is live.";
  const { contentSha256, withheldBlocks } = served;
  if (signed.signedHashes.length === 0) return "Nobody signed for it.";
  if (signed.signedHashes.some((hash) => hash !== contentSha256)) {
    return "Its approvals name another text.";
  }
  if (sha256(signed.content) !== contentSha256) {
    return "The stored version is not the signed text.";
  }
  const isAsSigned =
    withheldBlocks.length === 0
      ? sha256(served.content) === contentSha256
      : canonical(JSON.parse(served.content)) ===
        canonical(withoutBlocks(JSON.parse(signed.content), withheldBlocks));
  return isAsSigned ? null : "What it serves is not the signed text.";
}

type Document = { body: { content: { attrs: { id: string } }[] } };

/** The document with a bare marker where each of these blocks stood. */
function withoutBlocks(document: Document, ids: readonly string[]): Document {
  const content = document.body.content.map((block) =>
    ids.includes(block.attrs.id)
      ? { type: "withheldBlock", attrs: { id: block.attrs.id } }
      : block,
  );
  return { ...document, body: { ...document.body, content } };
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
