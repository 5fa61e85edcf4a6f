import type { Token } from "./change-tokens";

/** A place where two rows of tokens differ. */
export type Difference = {
  removed: Token[];
  added: Token[];
  /** The last token before the place, the same in both. */
  before: Token | undefined;
};

/**
 * The places where two rows of tokens differ, by their longest common row, or
 * null when the changed part is too large to compare: then everything counts
 * as changed.
 */
export function tokenDifferences(
  base: readonly Token[],
  next: readonly Token[],
): Difference[] | null {
  const pairs = commonRow(
    base.map(({ key }) => key),
    next.map(({ key }) => key),
  );
  if (pairs === null) return null;
  const differences: Difference[] = [];
  let [i, j] = [0, 0];
  for (const [one, other] of [...pairs, [base.length, next.length] as const]) {
    if (one > i || other > j)
      differences.push({
        removed: base.slice(i, one),
        added: next.slice(j, other),
        before: base[i - 1],
      });
    [i, j] = [one + 1, other + 1];
  }
  return differences;
}

const mostComparisons = 4_000_000;

/**
 * The longest row of keys that two rows have in common, in order, as pairs of
 * places; null when the part between their common beginning and end is too
 * large to compare.
 */
export function commonRow(
  base: readonly string[],
  next: readonly string[],
): [number, number][] | null {
  let start = 0;
  while (start < base.length && base[start] === next[start]) start += 1;
  let baseEnd = base.length;
  let nextEnd = next.length;
  while (
    baseEnd > start &&
    nextEnd > start &&
    base[baseEnd - 1] === next[nextEnd - 1]
  ) {
    baseEnd -= 1;
    nextEnd -= 1;
  }
  if ((baseEnd - start) * (nextEnd - start) > mostComparisons) return null;
  const pairs: [number, number][] = [];
  for (let at = 0; at < start; at += 1) pairs.push([at, at]);
  const middle = walk(base.slice(start, baseEnd), next.slice(start, nextEnd));
  for (const [i, j] of middle) pairs.push([start + i, start + j]);
  for (let at = 0; baseEnd + at < base.length; at += 1)
    pairs.push([baseEnd + at, nextEnd + at]);
  return pairs;
}

function walk(
  one: readonly string[],
  other: readonly string[],
): [number, number][] {
  if (one.length === 0 || other.length === 0) return [];
  const common = commonLengths(one, other);
  const width = other.length + 1;
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (
      (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)
    )
      i += 1;
    else j += 1;
  }
  return pairs;
}

/** At [i, j]: the length of the longest common row of the two rests. */
function commonLengths(
  one: readonly string[],
  other: readonly string[],
): Uint32Array {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        one[i] === other[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(
              lengths[(i + 1) * width + j] ?? 0,
              lengths[i * width + j + 1] ?? 0,
            );
  return lengths;
}
