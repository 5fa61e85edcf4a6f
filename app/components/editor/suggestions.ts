import type { Citation } from "~/content/page-content";

/** What a list under the cursor is about, and the text that it would replace. */
export type Suggestion = {
  from: number;
  to: number;
  /** What was typed behind the sign. */
  query: string;
} & (
  | { kind: "blocks" | "genes" | "people" }
  | { kind: "citation"; citation: Citation }
);

/**
 * Joins the text to the list under its cursor: the text says what is asked
 * for, the list takes the keys and says which of its lines is chosen. The
 * focus stays in the text all the while.
 */
export class Suggestions {
  /** True when the list has taken the key. */
  takeKey: ((event: KeyboardEvent) => boolean) | null = null;
  #now: Suggestion | null = null;
  #listeners = new Set<() => void>();

  get now(): Suggestion | null {
    return this.#now;
  }

  show(suggestion: Suggestion | null): void {
    if (suggestion === this.#now) return;
    this.#now = suggestion;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}

/** The ids by which the text names its list and the line chosen in it. */
export const suggestionList = "suggestion-list";
export const suggestionId = (index: number) => `suggestion-${String(index)}`;
