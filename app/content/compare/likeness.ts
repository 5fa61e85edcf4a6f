import { wordsOf, type AnyNode } from "./any-node";

/** The words of a node and how often each stands there. */
type Bag = { counts: Map<string, number>; size: number };

/**
 * Says how alike nodes are. Each node's words are counted once, however often
 * it is asked about.
 */
export class Likeness {
  readonly #bags = new WeakMap<AnyNode, Bag>();

  /** 0 for nothing in common, 1 for the same words in any order (Dice). */
  of(one: AnyNode, other: AnyNode): number {
    return dice(this.#bag(one), this.#bag(other));
  }

  /** As `of`, for the words of several nodes together. */
  ofAll(some: readonly AnyNode[], others: readonly AnyNode[]): number {
    return dice(this.#sum(some), this.#sum(others));
  }

  /**
   * How much of what stands in `part` was in `whole` and no longer is in
   * `rest`: 1 when every word of it came from there.
   */
  cameFrom(part: AnyNode, whole: AnyNode, rest: AnyNode): number {
    const words = this.#bag(part);
    if (words.size === 0) return 0;
    const [all, kept] = [this.#bag(whole), this.#bag(rest)];
    let count = 0;
    for (const [word, times] of words.counts) {
      const gone = (all.counts.get(word) ?? 0) - (kept.counts.get(word) ?? 0);
      count += Math.max(0, Math.min(times, gone));
    }
    return count / words.size;
  }

  /** The number of words in a node. */
  size(node: AnyNode): number {
    return this.#bag(node).size;
  }

  #bag(node: AnyNode): Bag {
    const known = this.#bags.get(node);
    if (known) return known;
    const counts = new Map<string, number>();
    const words = wordsOf(node).match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const bag = { counts, size: words.length };
    this.#bags.set(node, bag);
    return bag;
  }

  #sum(nodes: readonly AnyNode[]): Bag {
    const counts = new Map<string, number>();
    let size = 0;
    for (const bag of nodes.map((node) => this.#bag(node))) {
      size += bag.size;
      for (const [word, times] of bag.counts)
        counts.set(word, (counts.get(word) ?? 0) + times);
    }
    return { counts, size };
  }
}

function dice(one: Bag, other: Bag): number {
  if (one.size + other.size === 0) return 1;
  let common = 0;
  for (const [word, times] of one.counts)
    common += Math.min(times, other.counts.get(word) ?? 0);
  return (2 * common) / (one.size + other.size);
}
