import { citationKey } from "./citation-ids";
import {
  blockIdOf,
  childrenOf,
  type Citation,
  type ContentNode,
  type PageContent,
} from "./page-content";

/** One source of a page: its number, and in which blocks it is cited, in order. */
export type Reference = {
  number: number;
  citation: Citation;
  blockIds: string[];
};

/**
 * The sources of a page, numbered from 1 in the order of their first citation.
 * The same identifier is one source; the first description that is not empty
 * stands for it. Citations in withheld blocks are left out with them.
 */
export function references(
  content: PageContent,
  withheldBlockIds: readonly string[] = [],
): Reference[] {
  const found = new Map<string, Reference>();
  for (const block of content.body.content) {
    const id = blockIdOf(block) ?? "";
    if (withheldBlockIds.includes(id)) continue;
    for (const citation of citationsIn(block)) {
      const key = citationKey(citation);
      const known = found.get(key);
      if (known === undefined)
        found.set(key, {
          number: found.size + 1,
          citation,
          blockIds: [id],
        });
      else {
        known.blockIds.push(id);
        if (known.citation.label === "") known.citation = citation;
      }
    }
  }
  return [...found.values()];
}

/** The citations inside a node, in reading order. */
function citationsIn(node: ContentNode): Citation[] {
  if (node.type === "citation") return [node.attrs];
  return childrenOf(node).flatMap(citationsIn);
}
