import type { NodeName } from "../page-content";
import { isSameNode, type AnyNode } from "./any-node";
import type { Likeness } from "./likeness";
import { inOrder, matchChildren } from "./match-children";

/**
 * What became of one child: as it was before and on each side, null where it
 * is not. `key` names it on all three.
 */
export type Fate = {
  key: string;
  base: AnyNode | null;
  mine: AnyNode | null;
  theirs: AnyNode | null;
};

/**
 * The children of one node in three bodies, each once, in the order of the
 * side that moved some (mine when both did); what only one side has stands
 * after what it follows there.
 */
export function fatesOf(
  parent: NodeName,
  base: readonly AnyNode[],
  mine: readonly AnyNode[],
  theirs: readonly AnyNode[],
  likeness: Likeness,
): Fate[] {
  const ours = matchChildren(parent, base, mine, likeness);
  const others = matchChildren(parent, base, theirs, likeness);
  const mineOf = new Map(ours.map(({ i, j }) => [i, j]));
  const theirsOf = new Map(others.map(({ i, j }) => [i, j]));
  const fates = new Map<string, Fate>();
  const mineKeys: string[] = mine.map((_, j) => `m${j}`);
  const theirKeys: string[] = theirs.map((_, j) => `t${j}`);
  for (const [i, node] of base.entries()) {
    const [j, k] = [mineOf.get(i), theirsOf.get(i)];
    const key = `b${i}`;
    fates.set(key, {
      key,
      base: node,
      mine: j === undefined ? null : (mine[j] ?? null),
      theirs: k === undefined ? null : (theirs[k] ?? null),
    });
    if (j !== undefined) mineKeys[j] = key;
    if (k !== undefined) theirKeys[k] = key;
  }
  const isNew = (keys: readonly string[], side: string) =>
    keys.flatMap((key, place) => (key.startsWith(side) ? [place] : []));
  const newMine = isNew(mineKeys, "m");
  const newTheirs = isNew(theirKeys, "t");
  for (const j of newMine)
    fates.set(`m${j}`, {
      key: `m${j}`,
      base: null,
      mine: mine[j] ?? null,
      theirs: null,
    });
  // What both sides added is one thing when it has one id or the same words.
  const added = matchChildren(
    "doc",
    newMine.flatMap((j) => mine[j] ?? []),
    newTheirs.flatMap((k) => theirs[k] ?? []),
    likeness,
  );
  const twins = new Map(
    added.map(({ i, j }) => [newTheirs[j] ?? -1, newMine[i] ?? -1]),
  );
  for (const k of newTheirs) {
    const node = theirs[k] ?? null;
    const twin = fates.get(`m${twins.get(k)}`);
    if (twin && isOneAddition(twin.mine, node)) {
      twin.theirs = node;
      theirKeys[k] = twin.key;
    } else {
      fates.set(`t${k}`, {
        key: `t${k}`,
        base: null,
        mine: null,
        theirs: node,
      });
    }
  }
  const hasMoved = (matches: typeof ours) =>
    inOrder(matches).length < matches.length;
  const order =
    hasMoved(others) && !hasMoved(ours)
      ? interleaved(theirKeys, mineKeys, "t")
      : interleaved(mineKeys, theirKeys, "m");
  const left = [...fates.keys()].filter((key) => !order.includes(key));
  return [...order, ...left].flatMap((key) => fates.get(key) ?? []);
}

function isOneAddition(one: AnyNode | null, other: AnyNode | null): boolean {
  if (!one || !other) return false;
  const [id, otherId] = [one.attrs?.["id"], other.attrs?.["id"]];
  const hasOneId = typeof id === "string" && id === otherId;
  return (hasOneId && one.type === other.type) || isSameNode(one, other);
}

/** The first order, with each key it lacks after the one it follows in the second. */
function interleaved(
  first: readonly string[],
  second: readonly string[],
  side: string,
): string[] {
  const order = [...first];
  let place = 0;
  for (const key of second) {
    const held = order.indexOf(key);
    if (held >= 0) {
      place = held + 1;
      continue;
    }
    // What the first side added here stays next to what it follows.
    while (order[place]?.startsWith(side)) place += 1;
    order.splice(place, 0, key);
    place += 1;
  }
  return order;
}
