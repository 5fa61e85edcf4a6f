/** A whole number from 0 up to, but not, `below`. */
export type Random = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function oneOf<T>(random: Random, all: readonly T[]): T {
  const one = all[random(all.length)];
  if (one === undefined) throw new RangeError("nothing to choose from");
  return one;
}

/** The same things in another order. */
export function shuffled<T>(random: Random, all: readonly T[]): T[] {
  const rest = [...all];
  for (let at = rest.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [rest[at], rest[other]] = [rest[other] as T, rest[at] as T];
  }
  return rest;
}
