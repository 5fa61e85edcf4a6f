/** The places of the longest part of a list of numbers that rises, in any spacing. */
export function longestRise(numbers: readonly number[]): Set<number> {
  // tails[n] is the place of the smallest number that ends a rise of n + 1.
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [place, number] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[place] = tails[low - 1];
    tails[low] = place;
  }
  const kept = new Set<number>();
  let last = tails.at(-1);
  while (last !== undefined) {
    kept.add(last);
    last = previous[last];
  }
  return kept;
}
