import type { Place } from "./anchors/find-quotation";
import { blockIdOf, type PageContent } from "./page-content";
import { blockText } from "./plain-text";

/** A value as the database found it: its words, and those round it in its sentence or row. */
export type FoundValue = {
  blockId: string;
  said: string;
  before: string;
  after: string;
};

/**
 * Where a value stands in the words of its block, told by the words beside it:
 * of a table, by those of its own cell. Null where they are not found, or found
 * twice: no mark is better than one at the wrong number.
 */
export function valuePlace(
  content: PageContent,
  { blockId, said, before, after }: FoundValue,
): Place | null {
  const block = content.body.content.find(
    (each) => blockIdOf(each) === blockId,
  );
  if (!block || said === "") return null;
  const left = before.split("|").at(-1) ?? "";
  const right = after.split("|")[0] ?? "";
  const pattern = new RegExp(
    `(${spaced(left)})(${spaced(said)})${spaced(right)}`,
    "g",
  );
  const found = [...blockText(block).matchAll(pattern)];
  const [only] = found;
  if (!only || found.length > 1) return null;
  const start = only.index + (only[1] ?? "").length;
  return { blockId, start, end: start + (only[2] ?? "").length };
}

/** The words as a pattern; a line end and a space are the same. */
function spaced(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`\s*`);
}
