import { canonical } from "./canonical";
import {
  blockIdOf,
  type Block,
  type MetadataField,
  type PageContent,
} from "./page-content";

export const blockChangeKinds = [
  "added",
  "removed",
  "changed",
  "moved",
] as const;
export type BlockChangeKind = (typeof blockChangeKinds)[number];
export type BlockChange = { id: string; change: BlockChangeKind };

/**
 * What differs between two versions, block by block: the blocks of `next` in
 * their order, then the removed ones. A block is the same only when it is
 * equal in every text, mark and attribute. `moved` names the fewest blocks
 * whose place alone differs; one that also changed is `changed`. Throws
 * RangeError when a block lacks an id or two share one (see `giveBlockIds`).
 */
export function changedBlocks(
  base: PageContent,
  next: PageContent,
): BlockChange[] {
  const before = byId(base);
  const after = byId(next);
  const common = [...after.keys()].filter((id) => before.has(id));
  const places = [...before.keys()].filter((id) => after.has(id));
  const stayed = longestInOrder(common, places);
  const changes: BlockChange[] = [];
  for (const [id, block] of after) {
    const old = before.get(id);
    if (old === undefined) changes.push({ id, change: "added" });
    else if (canonical(old) !== canonical(block))
      changes.push({ id, change: "changed" });
    else if (!stayed.has(id)) changes.push({ id, change: "moved" });
  }
  for (const id of before.keys())
    if (!after.has(id)) changes.push({ id, change: "removed" });
  return changes;
}

/** The metadata fields that differ, in the order of `PageContent`. */
export function changedMetadata(
  base: PageContent,
  next: PageContent,
): MetadataField[] {
  const fields: MetadataField[] = [
    "title",
    "kind",
    "audience",
    "language",
    "jurisdictions",
    "topics",
    "tags",
    "credits",
    "aiUse",
    "changeNote",
  ];
  return fields.filter(
    (field) => canonical(base[field]) !== canonical(next[field]),
  );
}

function byId(content: PageContent): Map<string, Block> {
  const blocks = new Map<string, Block>();
  for (const block of content.body.content) {
    const id = blockIdOf(block);
    if (id === null) throw new RangeError("a block has no id");
    if (blocks.has(id)) throw new RangeError(`two blocks have the id ${id}`);
    blocks.set(id, block);
  }
  return blocks;
}

/** The largest set of ids that stand in the same order in both lists. */
function longestInOrder(
  ids: readonly string[],
  places: readonly string[],
): Set<string> {
  const placeOf = new Map(places.map((id, place) => [id, place]));
  // tails[n] ends the run of n + 1 ids whose last place is smallest.
  const tails: { place: number; id: string }[] = [];
  const previous = new Map<string, string | undefined>();
  for (const id of ids) {
    const place = placeOf.get(id) ?? 0;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle]?.place ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous.set(id, tails[low - 1]?.id);
    tails[low] = { place, id };
  }
  const stayed = new Set<string>();
  let last = tails.at(-1)?.id;
  while (last !== undefined) {
    stayed.add(last);
    last = previous.get(last);
  }
  return stayed;
}
