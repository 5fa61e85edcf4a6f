import { atStart, type SaveState } from "./save-state";

/** The state of saving, and who is told when it changes. */
export class SaveStore {
  #state: SaveState = atStart;
  readonly #listeners = new Set<() => void>();

  readonly get = (): SaveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<SaveState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
