import type { Token } from "./change-tokens";

/** A place where two rows of tokens differ. */
export type Difference = {
  removed: Token[];
  added: Token[];
  /** The last token before the place, the same in both. */
  before: Token | undefined;
};

const mostComparisons = 4_000_000;

/**
 * The places where two rows of tokens differ, by their longest common row, or
 * null when the changed part is too large to compare: then everything counts
 * as changed.
 */
export function tokenDifferences(
  base: readonly Token[],
  next: readonly Token[],
): Difference[] | null {
  let start = 0;
  while (start < base.length && base[start]?.key === next[start]?.key)
    start += 1;
  let baseEnd = base.length;
  let nextEnd = next.length;
  while (
    baseEnd > start &&
    nextEnd > start &&
    base[baseEnd - 1]?.key === next[nextEnd - 1]?.key
  ) {
    baseEnd -= 1;
    nextEnd -= 1;
  }
  const one = base.slice(start, baseEnd);
  const other = next.slice(start, nextEnd);
  if (one.length * other.length > mostComparisons) return null;
  return walk(one, other, base[start - 1]);
}

function walk(
  one: readonly Token[],
  other: readonly Token[],
  before: Token | undefined,
): Difference[] {
  const common = commonLengths(one, other);
  const width = other.length + 1;
  const differences: Difference[] = [];
  let current: Difference = { removed: [], added: [], before };
  const end = () => {
    if (current.removed.length + current.added.length > 0)
      differences.push(current);
  };
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    const removed = one[i];
    const added = other[j];
    if (removed && added && removed.key === added.key) {
      end();
      current = { removed: [], added: [], before: removed };
      i += 1;
      j += 1;
      continue;
    }
    const ifRemoved = common[(i + 1) * width + j] ?? 0;
    const ifAdded = common[i * width + j + 1] ?? 0;
    if (removed && (!added || ifRemoved >= ifAdded)) {
      current.removed.push(removed);
      i += 1;
    } else if (added) {
      current.added.push(added);
      j += 1;
    }
  }
  end();
  return differences;
}

/** At [i, j]: the length of the longest common row of the two rests. */
function commonLengths(
  one: readonly Token[],
  other: readonly Token[],
): Uint32Array {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        one[i]?.key === other[j]?.key
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(
              lengths[(i + 1) * width + j] ?? 0,
              lengths[i * width + j + 1] ?? 0,
            );
  return lengths;
}
