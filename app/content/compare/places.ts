import type { AnyNode } from "./any-node";

/** The whole numbers from one up to, but not, another. */
export function range(from: number, to: number): number[] {
  return Array.from(
    { length: Math.max(0, to - from) },
    (_, place) => from + place,
  );
}

/** The child at a place. Throws RangeError where there is none. */
export function childAt(list: readonly AnyNode[], index: number): AnyNode {
  const found = list[index];
  if (!found) throw new RangeError(`no child at ${index}`);
  return found;
}

/** The children at some places. */
export function childrenAt(
  list: readonly AnyNode[],
  places: readonly number[],
): AnyNode[] {
  return places.map((index) => childAt(list, index));
}
