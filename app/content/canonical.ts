import canonicalize from "canonicalize";
import type { Body, PageContent } from "./page-content";

/**
 * The one way to write content as text: JSON after RFC 8785 (keys sorted, no
 * spaces). Stored, hashed and signed in this form. Throws Error on a lone
 * surrogate, which `parsePageContent` lets nobody send.
 */
export function canonicalContent(content: PageContent): string {
  return canonical(content);
}

/** Any part of the content in the same form, to compare two parts. */
export function canonical(part: unknown): string {
  const text = canonicalize(part);
  if (text === undefined) throw new TypeError("nothing to write as JSON");
  return text;
}

/**
 * True when two bodies say the same in the same order: equal but for the ids
 * of their blocks, which the server gives and nobody reads.
 */
export function isSameText(one: Body, other: Body): boolean {
  return canonical(withoutIds(one)) === canonical(withoutIds(other));
}

function withoutIds(body: Body): unknown {
  return body.content.map((block) => ({
    ...block,
    attrs: { ...block.attrs, id: null },
  }));
}
