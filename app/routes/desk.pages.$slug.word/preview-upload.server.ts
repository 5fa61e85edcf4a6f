import { checkDraft } from "~/commands/check-draft.server";
import { compareBodies } from "~/content/compare/compare-bodies";
import { blockName } from "~/content/block-names";
import { findWords } from "~/content/find-words";
import { blockIdOf, type Body, type PageContent } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { renderHtml } from "~/content/render-html";
import type { WordUpload } from "~/importers/word/read-word-upload";

const mostListed = 200;

/** What the preview shows of a Word file before anything is done with it. */
export async function previewUpload(draft: PageContent, upload: WordUpload) {
  const body = upload.proposed ?? upload.base;
  const content = { ...draft, body: upload.base };
  const { findings } = await checkDraft({ ...draft, body }, true);
  const difference = compareBodies(draft.body, body).changes;
  return {
    file: upload.file,
    title: upload.title,
    outline: upload.base.content.flatMap((block) =>
      block.type === "heading"
        ? [{ level: block.attrs.level, text: blockText(block) }]
        : [],
    ),
    kinds: countKinds(upload.base),
    words: countWords(upload.base),
    wordsNow: countWords(draft.body),
    tables: upload.base.content.flatMap((block) =>
      block.type === "table"
        ? [
            {
              caption: block.attrs.caption,
              rows: block.content.length,
              hasHeader: (block.content[0]?.content ?? []).some(
                ({ type }) => type === "tableHeader",
              ),
            },
          ]
        : [],
    ),
    citations: upload.citations,
    references: upload.references.map(({ text, citation }) => ({
      text,
      source: citation && `${citation.scheme}:${citation.id}`,
    })),
    changes: upload.changes.slice(0, mostListed),
    changesInAll: upload.changes.length,
    comments: upload.comments.map((comment) => ({
      ...comment,
      place: placeOf(upload.base, comment),
    })),
    dropped: upload.dropped.map(({ message, excerpt }) => ({
      message,
      excerpt,
    })),
    findings: findings.map(({ severity, message, excerpt }) => ({
      severity,
      message,
      excerpt,
    })),
    differences: difference.length,
    html: renderHtml(content),
  };
}

export type WordPreview = Awaited<ReturnType<typeof previewUpload>>;

function countKinds(body: Body): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const block of body.content) {
    const name = blockName(block);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}

function countWords(body: Body): number {
  const text = body.content.map(blockText).join(" ");
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** The first words of the block where a comment will stand; null when its words are not found. */
function placeOf(
  body: Body,
  words: { quotation: string; prefix: string; suffix: string },
): string | null {
  // Blocks of a file have no ids yet; their order names them here.
  const named: Body = {
    ...body,
    content: body.content.map(
      (block, index) =>
        // Only the id among a block's attributes changes, so its type stays true.
        ({
          ...block,
          attrs: { ...block.attrs, id: `b${String(index)}` },
        }) as typeof block,
    ),
  };
  const place = findWords(named, words);
  const block = named.content.find(
    (each) => blockIdOf(each) === place?.blockId,
  );
  return block ? blockText(block).slice(0, 80) : null;
}
