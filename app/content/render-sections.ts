import { type PlacedMark, renderMarked } from "./anchors/mark-places";
import { sectionBlocks } from "./section-blocks";
import type { PageContent } from "./page-content";

/**
 * The text of a page with its comments marked, as `renderMarked` makes it, in
 * one piece for each section of `sectionBlocks`, so that something can stand
 * between them. Citations keep the numbers they have in the whole; the list of
 * references ends the last piece.
 */
export function renderSections(
  content: PageContent,
  marks: readonly PlacedMark[],
): string[] {
  const anchors = sectionBlocks(content).map(({ anchor }) => anchor);
  const html = renderMarked(content, marks);
  const opening = html.slice(0, html.indexOf(">") + 1);
  const inner = html.slice(opening.length, html.lastIndexOf("</div>"));
  // Every top block begins with an element of its id; words are escaped, so
  // that no text can hold such a beginning.
  const starts = anchors.map((anchor) => {
    const at = inner.indexOf(` id="${anchor}"`);
    return at < 0 ? 0 : inner.lastIndexOf("<", at);
  });
  return starts.map((start, index) => {
    const from = index === 0 ? 0 : start;
    return `${opening}${inner.slice(from, starts[index + 1] ?? inner.length)}</div>`;
  });
}
