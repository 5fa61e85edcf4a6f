import { withoutId } from "~/content/block-ids";
import { canonical } from "~/content/canonical";
import type { Block, Body } from "~/content/page-content";

/** How many blocks of a body do not stand word for word in its base. */
export function changedBlockCount(base: Body | null, body: Body): number {
  const known = new Set(base?.content.map(keyOf));
  return body.content.filter((block) => !known.has(keyOf(block))).length;
}

function keyOf(block: Block): string {
  return canonical(withoutId(block));
}
