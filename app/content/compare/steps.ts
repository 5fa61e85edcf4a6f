import type { AnyNode } from "./any-node";
import type { Likeness } from "./likeness";
import { gapsOf, inOrder, type Match } from "./match-children";
import { childrenAt, range } from "./places";
import { withRuns } from "./split-and-joined";

/** One step of the way through two lists of children laid over each other. */
export type Step =
  | { kind: "pair" | "from" | "to"; i: number; j: number }
  | { kind: "run"; is: number[]; js: number[]; primary: number }
  | { kind: "retype"; is: number[]; js: number[] }
  | { kind: "remove"; i: number }
  | { kind: "insert"; j: number };

/** What is not found again takes the place of what is new there, so that no list can become empty. */
export function forced(
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

/** The way through two lists: what stays in its order, and between that what goes, comes and moves. */
export function stepsOf(
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
  const [removed, added] = [childrenAt(base, is), childrenAt(proposed, js)];
  const types = new Set(removed.map(({ type }) => type));
  const isOtherKind = added.every(({ type }) => !types.has(type));
  return isOtherKind && likeness.ofAll(removed, added) >= alikeInOtherKind
    ? [{ kind: "retype", is, js }]
    : [...gone, ...come];
}
