/** How much one caller may do: at once, and for ever after in each second. */
export type Allowance = { burst: number; perSecond: number };

export type RateLimit = {
  /** Takes one turn; gives 0, or the whole seconds to wait before the next. */
  take(caller: string, nowMs: number): number;
};

/** Beyond this many, whoever was heard of longest ago is forgotten. */
const mostCallers = 10_000;

/** Limits each caller by a bucket that holds `burst` turns and refills steadily. */
export function makeRateLimit({ burst, perSecond }: Allowance): RateLimit {
  // A map keeps the order of writing, so the first key is the longest unheard.
  const buckets = new Map<string, { turns: number; atMs: number }>();

  function remember(caller: string, turns: number, atMs: number) {
    buckets.delete(caller);
    const oldest = buckets.keys().next().value;
    if (buckets.size >= mostCallers && oldest !== undefined) {
      buckets.delete(oldest);
    }
    buckets.set(caller, { turns, atMs });
  }

  return {
    take(caller, nowMs) {
      const bucket = buckets.get(caller) ?? { turns: burst, atMs: nowMs };
      const gained = ((nowMs - bucket.atMs) / 1000) * perSecond;
      const turns = Math.min(burst, bucket.turns + gained);
      const isLeft = turns >= 1;
      remember(caller, isLeft ? turns - 1 : turns, nowMs);
      return isLeft ? 0 : Math.ceil((1 - turns) / perSecond);
    },
  };
}
