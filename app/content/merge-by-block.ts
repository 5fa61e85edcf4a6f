import { canonical } from "./canonical";
import { blockIdOf, type Block, type PageContent } from "./page-content";

export const sides = ["draft", "live"] as const;
export type Side = (typeof sides)[number];

/** One block that both sides changed, each in its own way; null: it is gone there. */
export type Clash = { id: string; draft: Block | null; live: Block | null };

export type Merge = { content: PageContent; clashes: Clash[] };

/**
 * Brings the live text into a draft, block by block: a block that the draft
 * changed since `base` stays the draft's, any other becomes the live one; one
 * that both changed differently is a clash and goes as `choices` says, the
 * draft's by default. The metadata and the order are the draft's; a block new
 * in the live text follows the one it follows there. No word is written: each
 * block is one of the two. Without a base, blocks that differ are clashes.
 */
export function mergeByBlock(
  base: PageContent | null,
  draft: PageContent,
  live: PageContent,
  choices: ReadonlyMap<string, Side> = new Map(),
): Merge {
  const before = blocksById(base);
  const ours = blocksById(draft);
  const theirs = blocksById(live);
  const clashes: Clash[] = [];
  const merged = new Map<string, Block>();
  for (const id of idsInOrder(draft, live)) {
    const mine = ours.get(id) ?? null;
    const other = theirs.get(id) ?? null;
    const was = base ? (before.get(id) ?? null) : undefined;
    const isClash =
      !isSame(mine, other) && !isSame(mine, was) && !isSame(other, was);
    if (isClash) clashes.push({ id, draft: mine, live: other });
    const side = isClash ? (choices.get(id) ?? "draft") : sideOf(mine, was);
    const block = side === "draft" ? mine : other;
    if (block) merged.set(id, block);
  }
  const content = [...merged.values()];
  return { content: { ...draft, body: { type: "doc", content } }, clashes };
}

/** Without a clash the side that changed since the base is right. */
function sideOf(mine: Block | null, was: Block | null | undefined): Side {
  return isSame(mine, was) ? "live" : "draft";
}

/** The draft's blocks, and each block new in the live text after its neighbour there. */
function idsInOrder(draft: PageContent, live: PageContent): string[] {
  const ids = [...blocksById(draft).keys()];
  let place = -1;
  for (const id of blocksById(live).keys()) {
    const held = ids.indexOf(id);
    if (held >= 0) place = held;
    else ids.splice((place += 1), 0, id);
  }
  return ids;
}

function blocksById(content: PageContent | null): Map<string, Block> {
  return new Map(
    content?.body.content.map((block) => [blockIdOf(block) ?? "", block]),
  );
}

/** `undefined` stands for a base that nobody has: nothing is the same as it. */
function isSame(one: Block | null, other: Block | null | undefined): boolean {
  if (other === undefined) return false;
  if (one === null || other === null) return one === other;
  return canonical(one) === canonical(other);
}
