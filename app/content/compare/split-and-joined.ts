import { holdsText, isSameNode, type AnyNode } from "./any-node";
import type { Likeness } from "./likeness";
import { range } from "./places";
import type { Step } from "./steps";
import { textPart } from "./text-part";

const cameAlong = 0.6;

/**
 * A block whose words went on into new blocks beside it was split; one that
 * took up the words of blocks beside it was joined with them.
 */
export function withRuns(
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
