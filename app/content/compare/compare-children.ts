import type { NodeName } from "../page-content";
import { idOf, withId, wordsOf, type AnyNode } from "./any-node";
import { changeOf, within, type Place } from "./change-of";
import { compareNodes, replacement, shellChange } from "./compare-nodes";
import { compareText } from "./compare-text";
import type { ComparedNode } from "./comparison";
import { harmsOfBlocks } from "./harms-of-nodes";
import { isAlwaysAllowed } from "./is-always-allowed";
import type { Likeness } from "./likeness";
import { matchChildren } from "./match-children";
import { shortNode } from "./node-key";
import { childAt, childrenAt } from "./places";
import { forced, stepsOf, type Step } from "./steps";

/**
 * Two lists of children laid over each other so that any choice among the
 * changes gives children that may stand in each of the parents; null when
 * there is no such way but taking one list or the other.
 */
export function compareChildren(
  parents: readonly NodeName[],
  base: readonly AnyNode[],
  proposed: readonly AnyNode[],
  place: Place,
  likeness: Likeness,
): ComparedNode[] | null {
  const matches = matchChildren(parents[0] ?? "doc", base, proposed, likeness);
  for (const steps of [
    stepsOf(matches, base, proposed, likeness),
    stepsOf(forced(matches, base, proposed), base, proposed, likeness),
  ]) {
    const children = compared(steps, base, proposed, place, likeness);
    if (parents.every((parent) => isAlwaysAllowed(parent, children)))
      return children;
  }
  return null;
}

function compared(
  steps: readonly Step[],
  base: readonly AnyNode[],
  proposed: readonly AnyNode[],
  place: Place,
  likeness: Likeness,
): ComparedNode[] {
  const moves = new Map<number, ComparedNode & { kind: "from" }>();
  const move = (i: number, j: number) => {
    const known = moves.get(i);
    if (known) return known;
    const [one, other] = [childAt(base, i), childAt(proposed, j)];
    const here = placeOf(place, one, other);
    const change = changeOf(here, {
      kind: "move",
      node: one.type,
      before: wordsOf(one),
      after: wordsOf(other),
      harms: [
        { kind: "structure", blockId: here.blockId, before: "", after: "" },
      ],
      key: [shortNode(one)],
    });
    const moved = {
      kind: "from" as const,
      change,
      node: compareNodes(one, other, here, likeness),
    };
    moves.set(i, moved);
    return moved;
  };
  return steps.map((step): ComparedNode => {
    switch (step.kind) {
      case "pair": {
        const [one, other] = [childAt(base, step.i), childAt(proposed, step.j)];
        return compareNodes(one, other, placeOf(place, one, other), likeness);
      }
      case "from":
        return move(step.i, step.j);
      case "to":
        return { ...move(step.i, step.j), kind: "to" };
      case "run":
        return comparedRun(
          childrenAt(base, step.is),
          childrenAt(proposed, step.js),
          step.primary,
          place,
        );
      case "retype": {
        const [removed, added] = [
          childrenAt(base, step.is),
          childrenAt(proposed, step.js),
        ];
        return replacement(
          removed,
          added,
          "retype",
          placeOf(place, removed[0]),
        );
      }
      case "remove":
      case "insert": {
        const is = step.kind === "remove";
        const one = is ? childAt(base, step.i) : childAt(proposed, step.j);
        const here = placeOf(place, one);
        const nodes: [AnyNode[], AnyNode[]] = is ? [[one], []] : [[], [one]];
        const change = changeOf(here, {
          kind: step.kind,
          node: one.type,
          before: is ? wordsOf(one) : "",
          after: is ? "" : wordsOf(one),
          harms: harmsOfBlocks(here.blockId, ...nodes, here.sense),
          key: [shortNode(one)],
        });
        return { kind: step.kind, change, node: one };
      }
    }
  });
}

function comparedRun(
  base: AnyNode[],
  proposed: AnyNode[],
  primary: number,
  place: Place,
): ComparedNode {
  const isSplit = proposed.length > 1;
  const one = childAt(base, isSplit ? 0 : primary);
  const other = childAt(proposed, isSplit ? primary : 0);
  const here = placeOf(place, one, other);
  const [first, firstNext] = [childAt(base, 0), childAt(proposed, 0)];
  const change = shellChange(first, withId(firstNext, idOf(first)), here);
  return compareText(base, proposed, primary, change, within(here, one.type));
}

/** A block of the body begins a place of its own; what stands deeper belongs to its block. */
function placeOf(
  place: Place,
  one: AnyNode | undefined,
  other?: AnyNode,
): Place {
  if (place.path.length > 0) return place;
  const blockId = (one && idOf(one)) ?? (other && idOf(other)) ?? null;
  return { ...place, blockId };
}
