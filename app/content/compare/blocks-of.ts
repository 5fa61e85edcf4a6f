import type { Body } from "../page-content";
import { idOf, withId, type AnyNode } from "./any-node";

/** The blocks of a body; where two have one id the first keeps it, as on the server. */
export function blocksOf(body: Body): AnyNode[] {
  return withOwnIds(body.content);
}

/** The same blocks with no id twice: a later one has none until the server gives it one. */
export function withOwnIds(blocks: readonly AnyNode[]): AnyNode[] {
  const taken = new Set<string>();
  return blocks.map((block) => {
    const id = idOf(block);
    if (id === null) return block;
    if (taken.has(id)) return withId(block, null);
    taken.add(id);
    return block;
  });
}
