import { blockIdOf, type Block, type Body } from "../page-content";
import { contentSchema } from "../schema";
import {
  holdsText,
  idOf,
  isLeaf,
  isSameNode,
  withId,
  type AnyNode,
} from "./any-node";
import { blocksOf, withOwnIds } from "./blocks-of";
import { isEvenGrid } from "./grid";
import { Likeness } from "./likeness";
import { fatesOf, type Fate } from "./merge-lists";
import { mergeText } from "./merge-text";
import { shortNode } from "./node-key";
import { shortHash } from "./short-hash";

export const bodySides = ["mine", "theirs", "both"] as const;
export type BodySide = (typeof bodySides)[number];

/**
 * One block in which both sides changed the same words, or that one removed
 * while the other changed it. Null where the block is not.
 */
export type BodyClash = {
  id: string;
  blockId: string | null;
  base: Block | null;
  mine: Block | null;
  theirs: Block | null;
};

export type BodyMerge = { body: Body; clashes: BodyClash[] };

/**
 * Brings together what two people made of one body. Blocks that one of them
 * left alone are the other's; other words of one paragraph, other cells and
 * rows of one table merge by themselves. Where both touched the same words the
 * block is a clash and goes as `choices` says by the clash's id, mine by
 * default; `both` puts theirs after mine as a block of its own. Every clash
 * holds both texts whole, so that nothing is lost. A proposal is carried over
 * to a base that moved on by `mergeThreeWays(base, proposed, current)`.
 */
export function mergeThreeWays(
  base: Body,
  mine: Body,
  theirs: Body,
  choices: ReadonlyMap<string, BodySide> = new Map(),
): BodyMerge {
  const likeness = new Likeness();
  const fates = fatesOf(
    "doc",
    blocksOf(base),
    blocksOf(mine),
    blocksOf(theirs),
    likeness,
  );
  const clashes: BodyClash[] = [];
  const merged = fates.flatMap((fate) => {
    const outcome = outcomeOf(fate, likeness);
    if (outcome !== "clash") return outcome === null ? [] : [outcome];
    const clash = clashOf(fate);
    clashes.push(clash);
    return chosen(clash, choices.get(clash.id) ?? "mine");
  });
  const content = withOwnIds(merged);
  return {
    // Each block is a side's own or was held against the table of nodes.
    body: {
      type: "doc",
      content: content.length > 0 ? content : mine.content,
    } as Body,
    clashes,
  };
}

/** What becomes of one child: a node, nothing, or a clash. */
function outcomeOf(fate: Fate, likeness: Likeness): AnyNode | null | "clash" {
  const { base, mine, theirs } = fate;
  if (base === null) {
    if (mine === null || theirs === null) return mine ?? theirs;
    return isSameNode(mine, theirs) ? mine : "clash";
  }
  if (mine === null && theirs === null) return null;
  if (mine === null) return theirs && isSameNode(base, theirs) ? null : "clash";
  if (theirs === null) return isSameNode(base, mine) ? null : "clash";
  return mergeNode(base, mine, theirs, likeness) ?? "clash";
}

/** One node with what both sides made of it, or null when they clash. */
function mergeNode(
  base: AnyNode,
  mine: AnyNode,
  theirs: AnyNode,
  likeness: Likeness,
): AnyNode | null {
  const id = idOf(base) ?? idOf(mine) ?? idOf(theirs);
  if (isSameNode(base, theirs) || isSameNode(mine, theirs))
    return withId(mine, id);
  if (isSameNode(base, mine)) return withId(theirs, id);
  const shell = mergeShell(base, mine, theirs);
  const all = [base, mine, theirs];
  if (shell === null || all.some(isLeaf)) return null;
  if (all.every(holdsText)) {
    const [before, ours, others] = all.map((node) => node.content ?? []);
    const inlines = mergeText(before ?? [], ours ?? [], others ?? []);
    return inlines && allowed(withId(shell, id), inlines);
  }
  if (all.some(holdsText)) return null;
  const fates = fatesOf(
    base.type,
    base.content ?? [],
    mine.content ?? [],
    theirs.content ?? [],
    likeness,
  );
  const outcomes = fates.map((fate) => outcomeOf(fate, likeness));
  const children = outcomes.flatMap((outcome) =>
    outcome === null || outcome === "clash" ? [] : [outcome],
  );
  return outcomes.includes("clash")
    ? null
    : allowed(withId(shell, id), children);
}

/** Kind and attributes without what is inside: each from the side that changed it. */
function mergeShell(
  base: AnyNode,
  mine: AnyNode,
  theirs: AnyNode,
): AnyNode | null {
  const type = oneOf(base.type, mine.type, theirs.type);
  if (type === undefined) return null;
  const all = [base, mine, theirs];
  if (all.every(({ attrs }) => attrs === undefined)) return { type };
  if (mine.type !== theirs.type)
    return shellOf(mine.type === type ? mine : theirs);
  const names = new Set(all.flatMap(({ attrs }) => Object.keys(attrs ?? {})));
  const attrs: AnyNode["attrs"] = {};
  for (const name of names) {
    const values = all.map((node) => node.attrs?.[name]);
    const value = oneOf(values[0], values[1], values[2]);
    const isClash =
      value === undefined && values.some((one) => one !== undefined);
    // The id is the server's to give and never a reason to ask anybody.
    if (isClash && name !== "id") return null;
    attrs[name] = value ?? mine.attrs?.[name] ?? null;
  }
  return { type, attrs };
}

/** The value of the side that changed it; undefined when both did, differently. */
function oneOf<T>(base: T, mine: T, theirs: T): T | undefined {
  if (mine === theirs || theirs === base) return mine;
  return mine === base ? theirs : undefined;
}

function shellOf({ content: _, ...shell }: AnyNode): AnyNode {
  return shell;
}

/** The node with these children, or null when the page could not hold it. */
function allowed(shell: AnyNode, children: AnyNode[]): AnyNode | null {
  let match = contentSchema.nodes[shell.type]?.contentMatch ?? null;
  for (const { type } of children) {
    const next = contentSchema.nodes[type];
    match = (next && match?.matchType(next)) ?? null;
  }
  if (!match?.validEnd) return null;
  const node = children.length > 0 ? { ...shell, content: children } : shell;
  return node.type === "table" && !isEvenGrid(node) ? null : node;
}

function clashOf({ base, mine, theirs }: Fate): BodyClash {
  const blocks = [base, mine, theirs].map((node) => node && (node as Block));
  const [before = null, ours = null, others = null] = blocks;
  const blockId = [before, ours, others].reduce<string | null>(
    (id, block) => id ?? (block && blockIdOf(block)),
    null,
  );
  const said = [base, mine, theirs].map((node) => node && shortNode(node));
  const id = shortHash(JSON.stringify([blockId, said]));
  return { id, blockId, base: before, mine: ours, theirs: others };
}

function chosen(clash: BodyClash, side: BodySide): AnyNode[] {
  const { mine, theirs } = clash;
  if (side === "mine") return mine ? [mine] : [];
  if (side === "theirs") return theirs ? [theirs] : [];
  const [first, second] = [mine, theirs].flatMap((block) => block ?? []);
  if (!first) return [];
  return second ? [first, withId(second, null)] : [first];
}
