import type { Node } from "@tiptap/pm/model";
import { pageBounds } from "~/content/page-bounds";

export type PageSize = { depth: number; nodes: number; bytes: number };

/** Blocks never change, they are replaced: what was measured once holds. */
const known = new WeakMap<Node, PageSize>();
const utf8 = new TextEncoder();

/**
 * How large a document is by the measures that the server bounds: depth, the
 * number of parts, and bytes of UTF-8 in texts and attributes. Only blocks
 * that changed since the last time are looked at again.
 */
export function pageSize(doc: Node): PageSize {
  const size = { depth: 0, nodes: 1, bytes: 0 };
  doc.forEach((block) => {
    const { depth, nodes, bytes } = known.get(block) ?? measure(block);
    size.depth = Math.max(size.depth, depth + 1);
    size.nodes += nodes;
    size.bytes += bytes;
  });
  return size;
}

function measure(node: Node): PageSize {
  const size = { depth: 0, nodes: 1, bytes: bytesOf(node.attrs) };
  if (node.text !== undefined) size.bytes += utf8.encode(node.text).length;
  for (const mark of node.marks) size.bytes += bytesOf(mark.attrs);
  node.forEach((child) => {
    const inner = measure(child);
    size.depth = Math.max(size.depth, inner.depth + 1);
    size.nodes += inner.nodes;
    size.bytes += inner.bytes;
  });
  if (node.isBlock) known.set(node, size);
  return size;
}

function bytesOf(attributes: Record<string, unknown>): number {
  let bytes = 0;
  for (const value of Object.values(attributes))
    if (typeof value === "string") bytes += utf8.encode(value).length;
  return bytes;
}

/** The part of the strictest bound that a page fills: 1 is the most it may. */
export function shareOfBounds(size: PageSize): number {
  return Math.max(
    size.depth / pageBounds.depth,
    size.nodes / pageBounds.nodes,
    size.bytes / pageBounds.bytes,
  );
}

/** Said from nine tenths on; null while there is room. */
export function sizeSentence(size: PageSize): string | null {
  if (size.depth > pageBounds.depth)
    return `Parts of this page stand inside each other more than ${pageBounds.depth} deep. The desk cannot hold that: take a list or a quotation out of another.`;
  if (shareOfBounds(size) > 1)
    return "This page is longer than the desk can hold. Nothing more is saved until it is shorter: move a part to another page.";
  const isNear =
    size.nodes > 0.9 * pageBounds.nodes || size.bytes > 0.9 * pageBounds.bytes;
  if (isNear) return "This page is nearly as long as the desk can hold.";
  return size.depth > 0.9 * pageBounds.depth
    ? "Parts of this page stand inside each other nearly as deep as the desk can hold."
    : null;
}
