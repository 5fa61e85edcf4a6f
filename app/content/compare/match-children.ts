import { canonical } from "../canonical";
import { nodeTable } from "../node-table";
import type { NodeName } from "../page-content";
import { commonRow } from "../token-differences";
import { idOf, withId, type AnyNode } from "./any-node";
import type { Likeness } from "./likeness";
import { longestRise } from "./longest-rise";
import { range } from "./places";

/** Which child of one list is which of the other: places, in the order of the first. */
export type Match = { i: number; j: number };

const alike = 0.5;
/** Another kind of node must say nearly the same to be the same one. */
const alikeInOtherKind = 0.75;
/** Shorter words stand too often in a page to tell that something moved. */
const fewestWordsToMove = 3;
const mostPairsToWeigh = 40_000;

/**
 * Finds each child of `base` again in `next`: by block id, then by equal
 * content, then by likeness between neighbours that are found. The children of
 * a node with fixed places, such as a question and its answer, are found by
 * their place.
 */
export function matchChildren(
  parent: NodeName,
  base: readonly AnyNode[],
  next: readonly AnyNode[],
  likeness: Likeness,
): Match[] {
  if (hasFixedPlaces(parent) || parent === "tableRow")
    return base.slice(0, next.length).map((_, i) => ({ i, j: i }));
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (i: number, j: number) => {
    found.set(i, j);
    taken.add(j);
  };
  matchIds(base, next, pair);
  const free = () => ({
    ofBase: base.flatMap((_, i) => (found.has(i) ? [] : [i])),
    ofNext: next.flatMap((_, j) => (taken.has(j) ? [] : [j])),
  });
  matchEqual(base, next, free(), likeness, pair);
  const sorted = () =>
    [...found].map(([i, j]) => ({ i, j })).sort((a, b) => a.i - b.i);
  for (const gap of gapsOf(sorted(), base.length, next.length)) {
    const ofBase = range(gap.i, gap.toI).filter((i) => !found.has(i));
    const ofNext = range(gap.j, gap.toJ).filter((j) => !taken.has(j));
    matchAlike(base, next, ofBase, ofNext, likeness, pair);
  }
  return sorted();
}

/** The matches that stand in the same order in both lists, the most there are. */
export function inOrder(matches: readonly Match[]): Match[] {
  const kept = longestRise(matches.map(({ j }) => j));
  return matches.filter((_, index) => kept.has(index));
}

type Gap = { i: number; toI: number; j: number; toJ: number };

/** What stands between matches that keep their order. */
export function gapsOf(
  matches: readonly Match[],
  baseLength: number,
  nextLength: number,
): Gap[] {
  const gaps: Gap[] = [];
  let [i, j] = [0, 0];
  const end = { i: baseLength, j: nextLength };
  for (const anchor of [...inOrder(matches), end]) {
    gaps.push({ i, toI: anchor.i, j, toJ: anchor.j });
    [i, j] = [anchor.i + 1, anchor.j + 1];
  }
  return gaps;
}

function hasFixedPlaces(parent: NodeName): boolean {
  return !/[*+]/.test(nodeTable[parent].content ?? "");
}

type Pair = (i: number, j: number) => void;

function matchIds(
  base: readonly AnyNode[],
  next: readonly AnyNode[],
  pair: Pair,
): void {
  const places = new Map<string, number>();
  for (const [j, node] of next.entries()) {
    const id = idOf(node);
    if (id !== null && !places.has(id)) places.set(id, j);
  }
  for (const [i, node] of base.entries()) {
    const j = places.get(idOf(node) ?? "");
    if (j !== undefined) pair(i, j);
  }
}

/** Equal in all but the id: in order first, then whatever was carried elsewhere. */
function matchEqual(
  base: readonly AnyNode[],
  next: readonly AnyNode[],
  free: { ofBase: number[]; ofNext: number[] },
  likeness: Likeness,
  pair: Pair,
): void {
  if (free.ofBase.length === 0 || free.ofNext.length === 0) return;
  const keyOf = (node: AnyNode | undefined) =>
    node ? canonical(withId(node, null)) : "";
  const baseKeys = free.ofBase.map((i) => keyOf(base[i]));
  const nextKeys = free.ofNext.map((j) => keyOf(next[j]));
  const isTakenBase = new Set<number>();
  const isTakenNext = new Set<number>();
  for (const [a, b] of commonRow(baseKeys, nextKeys) ?? []) {
    pair(free.ofBase[a] ?? 0, free.ofNext[b] ?? 0);
    isTakenBase.add(a);
    isTakenNext.add(b);
  }
  for (const [b, key] of nextKeys.entries()) {
    if (isTakenNext.has(b)) continue;
    const a = baseKeys.findIndex(
      (known, index) => known === key && !isTakenBase.has(index),
    );
    const i = free.ofBase[a];
    const node = i === undefined ? undefined : base[i];
    if (i === undefined || !node) continue;
    if (likeness.size(node) < fewestWordsToMove) continue;
    pair(i, free.ofNext[b] ?? 0);
    isTakenBase.add(a);
  }
}

/** The pairs, in order, that are most alike taken together. */
function matchAlike(
  base: readonly AnyNode[],
  next: readonly AnyNode[],
  ofBase: readonly number[],
  ofNext: readonly number[],
  likeness: Likeness,
  pair: Pair,
): void {
  const [rows, columns] = [ofBase.length, ofNext.length];
  if (rows === 0 || columns === 0) return;
  if (rows * columns > mostPairsToWeigh) return;
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const weights = new Float64Array(rows * columns);
  const at = (a: number, b: number) => best[a * width + b] ?? 0;
  const weight = (a: number, b: number) => weights[a * columns + b] ?? 0;
  for (let a = rows - 1; a >= 0; a -= 1)
    for (let b = columns - 1; b >= 0; b -= 1) {
      const one = base[ofBase[a] ?? 0];
      const other = next[ofNext[b] ?? 0];
      const value = one && other ? weigh(one, other, likeness) : 0;
      weights[a * columns + b] = value;
      best[a * width + b] = Math.max(
        at(a + 1, b),
        at(a, b + 1),
        value > 0 ? at(a + 1, b + 1) + value : 0,
      );
    }
  let [a, b] = [0, 0];
  while (a < rows && b < columns) {
    const value = weight(a, b);
    if (value > 0 && at(a, b) === at(a + 1, b + 1) + value) {
      pair(ofBase[a] ?? 0, ofNext[b] ?? 0);
      a += 1;
      b += 1;
    } else if (at(a, b) === at(a + 1, b)) a += 1;
    else b += 1;
  }
}

/** How alike two nodes are, or 0 when that is not enough to be one. */
function weigh(one: AnyNode, other: AnyNode, likeness: Likeness): number {
  const value = likeness.of(one, other);
  if (one.type !== other.type)
    return value >= alikeInOtherKind ? value * 0.9 : 0;
  if (value >= alike) return value;
  // A row, item or question is known by what it begins with.
  const [first, second] = [one.content?.[0], other.content?.[0]];
  const isParent = (one.content?.length ?? 0) > 1 && !!first && !!second;
  const beginsAlike =
    isParent && likeness.size(first) > 0 && likeness.of(first, second) === 1;
  return beginsAlike ? alike : 0;
}
