/** A stream of chances that a seed decides: the same seed, the same history. */
export type Random = {
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** True with this probability. */
  happens(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  pickOrNull<T>(items: readonly T[]): T | null;
  shuffled<T>(items: readonly T[]): T[];
};

/** Marsaglia's xorshift on 32 bits, warmed up so that near seeds part ways. */
export function randomFrom(seed: number): Random {
  let state = (Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) | 1) >>> 0;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
  for (let n = 0; n < 12; n += 1) next();
  const whole = (from: number, to: number) =>
    from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  return {
    whole,
    happens: (probability) => next() < probability,
    pick,
    pickOrNull: (items) => (items.length === 0 ? null : pick(items)),
    shuffled: (items) => {
      const left = [...items];
      const out = [];
      while (left.length > 0)
        out.push(...left.splice(whole(0, left.length - 1), 1));
      return out;
    },
  };
}
