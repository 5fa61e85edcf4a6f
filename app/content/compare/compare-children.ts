import type { NodeName } from "../page-content";
import {
  holdsText,
  idOf,
  isSameNode,
  withId,
  wordsOf,
  type AnyNode,
} from "./any-node";
import { changeOf, within, type Place } from "./change-of";
import { compareNodes, replacement, shellChange } from "./compare-nodes";
import { compareText } from "./compare-text";
import type { ComparedNode } from "./comparison";
import { harmsOfBlocks } from "./harms-of-nodes";
import { isAlwaysAllowed } from "./is-always-allowed";
import type { Likeness } from "./likeness";
import { gapsOf, inOrder, matchChildren, type Match } from "./match-children";
import { shortNode } from "./node-key";
import { textPart } from "./text-part";

/** One step of the way through two lists of children laid over each other. */
type Step =
  | { kind: "pair" | "from" | "to"; i: number; j: number }
  | { kind: "run"; is: number[]; js: number[]; primary: number }
  | { kind: "retype"; is: number[]; js: number[] }
  | { kind: "remove"; i: number }
  | { kind: "insert"; j: number };

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

/** What is not found again takes the place of what is new there, so that no list can become empty. */
function forced(
  matches: readonly Match[],
  base: readonly AnyNode[],
  proposed: readonly AnyNode[],
): Match[] {
  const [bases, nexts] = [
    new Set(matches.map(({ i }) => i)),
    new Set(matches.map(({ j }) => j)),
  ];
  const more = gapsOf(matches, base.length, proposed.length).flatMap((gap) => {
    const ofBase = range(gap.i, gap.toI).filter((i) => !bases.has(i));
    const ofNext = range(gap.j, gap.toJ).filter((j) => !nexts.has(j));
    return ofBase
      .slice(0, ofNext.length)
      .map((i, at) => ({ i, j: ofNext[at] ?? 0 }));
  });
  return [...inOrder(matches), ...more].sort((one, other) => one.i - other.i);
}

function stepsOf(
  matches: readonly Match[],
  base: readonly AnyNode[],
  proposed: readonly AnyNode[],
  likeness: Likeness,
): Step[] {
  const byBase = new Map(matches.map(({ i, j }) => [i, j]));
  const byNext = new Map(matches.map(({ i, j }) => [j, i]));
  const kept = inOrder(matches);
  const steps = gapsOf(matches, base.length, proposed.length).flatMap(
    (gap, index) => {
      const gone = range(gap.i, gap.toI).map((i): Step => {
        const j = byBase.get(i);
        return j === undefined ? { kind: "remove", i } : { kind: "from", i, j };
      });
      const come = range(gap.j, gap.toJ).map((j): Step => {
        const i = byNext.get(j);
        return i === undefined ? { kind: "insert", j } : { kind: "to", i, j };
      });
      const anchor = kept[index];
      const pair: Step[] = anchor ? [{ kind: "pair", ...anchor }] : [];
      return [...retyped(gone, come, base, proposed, likeness), ...pair];
    },
  );
  return withRuns(steps, base, proposed, likeness);
}

const alikeInOtherKind = 0.7;

/** Some blocks that became others of another kind with the same words are one step. */
function retyped(
  gone: Step[],
  come: Step[],
  base: readonly AnyNode[],
  proposed: readonly AnyNode[],
  likeness: Likeness,
): Step[] {
  const is = gone.flatMap((step) => (step.kind === "remove" ? [step.i] : []));
  const js = come.flatMap((step) => (step.kind === "insert" ? [step.j] : []));
  const isWhole = is.length === gone.length && js.length === come.length;
  if (!isWhole || is.length + js.length < 3 || is.length * js.length === 0)
    return [...gone, ...come];
  const [removed, added] = [at(base, is), at(proposed, js)];
  const types = new Set(removed.map(({ type }) => type));
  const isOtherKind = added.every(({ type }) => !types.has(type));
  return isOtherKind && likeness.ofAll(removed, added) >= alikeInOtherKind
    ? [{ kind: "retype", is, js }]
    : [...gone, ...come];
}

const cameAlong = 0.6;

/**
 * A block whose words went on into new blocks beside it was split; one that
 * took up the words of blocks beside it was joined with them.
 */
function withRuns(
  steps: readonly Step[],
  base: readonly AnyNode[],
  proposed: readonly AnyNode[],
  likeness: Likeness,
): Step[] {
  const used = new Set<Step>();
  const runs = new Map<Step, Step>();
  for (const [index, step] of steps.entries()) {
    if (step.kind !== "pair") continue;
    const [one, other] = [base[step.i], proposed[step.j]];
    if (!one || !other || !textPart(one) || !textPart(other)) continue;
    if (holdsText(one) !== holdsText(other) || isSameNode(one, other)) continue;
    const isPart = (node: AnyNode | undefined, whole: AnyNode, rest: AnyNode) =>
      node !== undefined &&
      textPart(node) !== null &&
      holdsText(node) === holdsText(one) &&
      likeness.cameFrom(node, whole, rest) >= cameAlong;
    const near = neighbours(steps, index).filter((next) => !used.has(next));
    const js = besides(
      step.j,
      near.flatMap((next) =>
        next.kind === "insert" && isPart(proposed[next.j], one, other)
          ? [next.j]
          : [],
      ),
    );
    const is = besides(
      step.i,
      near.flatMap((next) =>
        next.kind === "remove" && isPart(base[next.i], other, one)
          ? [next.i]
          : [],
      ),
    );
    if (js.length + is.length < 3) continue;
    const run: Step =
      js.length > 1
        ? { kind: "run", is: [step.i], js, primary: js.indexOf(step.j) }
        : { kind: "run", is, js: [step.j], primary: is.indexOf(step.i) };
    runs.set(step, run);
    for (const next of near)
      if (
        (next.kind === "insert" && run.js.includes(next.j)) ||
        (next.kind === "remove" && run.is.includes(next.i))
      )
        used.add(next);
  }
  return steps.flatMap((step) =>
    used.has(step) ? [] : [runs.get(step) ?? step],
  );
}

/** The steps round a pair, up to the pairs before and after it. */
function neighbours(steps: readonly Step[], index: number): Step[] {
  let [from, to] = [index, index + 1];
  while (from > 0 && steps[from - 1]?.kind !== "pair") from -= 1;
  while (to < steps.length && steps[to]?.kind !== "pair") to += 1;
  return steps.slice(from, to);
}

/** Of some places those that follow on each other up to and from one place. */
function besides(place: number, places: readonly number[]): number[] {
  const known = new Set(places);
  let [from, to] = [place, place];
  while (known.has(from - 1)) from -= 1;
  while (known.has(to + 1)) to += 1;
  return range(from, to + 1);
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
    const [one, other] = [node(base, i), node(proposed, j)];
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
        const [one, other] = [node(base, step.i), node(proposed, step.j)];
        return compareNodes(one, other, placeOf(place, one, other), likeness);
      }
      case "from":
        return move(step.i, step.j);
      case "to":
        return { ...move(step.i, step.j), kind: "to" };
      case "run":
        return comparedRun(
          at(base, step.is),
          at(proposed, step.js),
          step.primary,
          place,
        );
      case "retype": {
        const [removed, added] = [at(base, step.is), at(proposed, step.js)];
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
        const one = is ? node(base, step.i) : node(proposed, step.j);
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
  const one = node(base, isSplit ? 0 : primary);
  const other = node(proposed, isSplit ? primary : 0);
  const here = placeOf(place, one, other);
  const [first, firstNext] = [node(base, 0), node(proposed, 0)];
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

function node(list: readonly AnyNode[], index: number): AnyNode {
  const found = list[index];
  if (!found) throw new RangeError(`no child at ${index}`);
  return found;
}

function at(list: readonly AnyNode[], places: readonly number[]): AnyNode[] {
  return places.map((index) => node(list, index));
}

function range(from: number, to: number): number[] {
  return Array.from(
    { length: Math.max(0, to - from) },
    (_, place) => from + place,
  );
}
