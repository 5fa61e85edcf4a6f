import type { Body } from "~/content/page-content";
import type { NamedTimers } from "./named-timers";
import { changedBlockCount } from "./save-count";
import type { SentNote } from "./save-state";

/** Milliseconds. */
const shortestToTell = 5_000;

/** How long words waited for the desk, and what of them was sent in the end. */
export class Outage {
  readonly #timers: NamedTimers;
  #current: { since: string; base: Body | null; isLong: boolean } | null = null;

  constructor(timers: NamedTimers) {
    this.#timers = timers;
  }

  /** Words wait, the first since a moment in ISO 8601. */
  begin(since: string, base: Body | null): void {
    if (this.#current !== null) return;
    const current = { since, base, isLong: false };
    this.#current = current;
    this.#timers.start("outage", shortestToTell, () => {
      current.isLong = true;
    });
  }

  /** Words of an earlier visit, however long ago, are always told of. */
  resume(since: string, base: Body | null): void {
    this.#current = { since, base, isLong: true };
  }

  /** All is stored: what is to be told of it; null after a short stumble. */
  end(stored: Body, savedAt: string): SentNote | null {
    const current = this.#current;
    this.#current = null;
    this.#timers.cancel("outage");
    if (current === null || !current.isLong) return null;
    const blocks = changedBlockCount(current.base, stored);
    return { since: current.since, savedAt, blocks };
  }
}
