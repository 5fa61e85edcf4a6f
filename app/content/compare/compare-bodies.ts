import { tokensOf } from "../change-tokens";
import type { Body } from "../page-content";
import type { KnownTerms } from "../sensitive-words";
import { blocksOf } from "./blocks-of";
import type { Place } from "./change-of";
import { compareChildren } from "./compare-children";
import { replacement } from "./compare-nodes";
import type { Change, ComparedNode, Comparison } from "./comparison";
import { Likeness } from "./likeness";

/**
 * Compares two bodies: block by block, found again by id and then by likeness,
 * and inside a block word by word, where a number with its unit, a variant's,
 * gene's or drug's name, a citation or a word with its marks is never cut. A
 * split, join, move or change of kind is one decision, and so is a table whose
 * columns change. `terms` are names the desk knows, for `harms`; they never
 * alter what is a change. Neither body is altered.
 */
export function compareBodies(
  base: Body,
  proposed: Body,
  terms: KnownTerms = {},
): Comparison {
  const [before, after] = [blocksOf(base), blocksOf(proposed)];
  let words: ReadonlySet<string> | null = null;
  const remaining = () =>
    (words ??= new Set(
      proposed.content.flatMap(tokensOf).map(({ text }) => text),
    ));
  const place: Place = {
    blockId: null,
    path: [],
    node: "doc",
    sense: { terms, remaining },
  };
  const nodes = compareChildren(
    ["doc"],
    before,
    after,
    place,
    new Likeness(),
  ) ?? [replacement(before, after, "words", place)];
  return { base, proposed, nodes, changes: numbered(nodes) };
}

/** All changes in the order of the text; of two with one id the later is told apart by its number. */
function numbered(nodes: readonly ComparedNode[]): Change[] {
  const changes = new Set<Change>();
  for (const node of nodes) collect(node, changes);
  const times = new Map<string, number>();
  for (const change of changes) {
    const time = (times.get(change.id) ?? 0) + 1;
    times.set(change.id, time);
    if (time > 1) change.id = `${change.id}-${time}`;
  }
  return [...changes];
}

function collect(node: ComparedNode, changes: Set<Change>): void {
  if (node.kind !== "same" && node.change) changes.add(node.change);
  switch (node.kind) {
    case "from":
    case "to":
      return collect(node.node, changes);
    case "inside":
      for (const child of node.children) collect(child, changes);
      return;
    case "text":
      for (const segment of node.segments)
        if (segment.kind === "changed") changes.add(segment.change);
      return;
    case "same":
    case "insert":
    case "remove":
    case "replace":
      return;
  }
}
