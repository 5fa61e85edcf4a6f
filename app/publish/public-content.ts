import type { PageContent } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import { renderHtml } from "~/content/render-html";
import { withheldBlockSentence } from "~/wording/notices";

/**
 * The document as a public view gives it. A block that was withheld stands
 * there as a bare marker; here it becomes an empty paragraph with its id, in
 * whose place the renderer puts a fixed sentence. Throws on anything that is
 * no document: what is published was checked when it was stored.
 */
export function readPublicContent(stored: string): {
  content: PageContent;
  withheldBlockIds: string[];
} {
  const withheldBlockIds: string[] = [];
  const document: unknown = JSON.parse(stored, (_key, value: unknown) => {
    if (!isWithheldMarker(value)) return value;
    withheldBlockIds.push(value.attrs.id);
    return { type: "paragraph", attrs: { id: value.attrs.id } };
  });
  const parsed = parsePageContent(document);
  if (!parsed.ok) throw new Error("a published text is not a document");
  return { content: parsed.content, withheldBlockIds };
}

/** The text as readers get it, withheld blocks replaced by their sentence. */
export function renderPublicHtml(
  content: PageContent,
  withheldBlockIds: readonly string[],
): string {
  return renderHtml(content, {
    figures: "readers",
    withheld: { blockIds: withheldBlockIds, sentence: withheldBlockSentence },
  });
}

type WithheldMarker = { type: "withheldBlock"; attrs: { id: string } };

function isWithheldMarker(value: unknown): value is WithheldMarker {
  return (
    value instanceof Object && "type" in value && value.type === "withheldBlock"
  );
}
