import type { Editor } from "@tiptap/core";
import type * as them from "./writing-tools";

export type WritingTools = typeof them;

/** Signs that a hand or the focus comes near the editor. */
const signs = ["focusin", "pointerover", "dragenter"] as const;

/**
 * Fetches the tools for writing when somebody is about to write, gives them to
 * the editor at once, and tells the screen. Without a network it asks again at
 * the next sign.
 */
export class ToolShed {
  #tools: WritingTools | null = null;
  #asked: Promise<boolean> | null = null;
  #editor: Editor | null = null;
  #listeners = new Set<() => void>();

  constructor(
    private readonly add: (tools: WritingTools, to: Editor) => void,
  ) {}

  /** Null until they have come. */
  get tools(): WritingTools | null {
    return this.#tools;
  }

  /** True once the editor has the tools; false when they could not be had. */
  ask(): Promise<boolean> {
    return (this.#asked ??= this.#fetch());
  }

  /** Gives the editor its tools as soon as they are asked for in its box. */
  serve(editor: Editor, box: HTMLElement): () => void {
    this.#editor = editor;
    if (this.#tools !== null) this.add(this.#tools, editor);
    const ask = () => void this.ask();
    for (const sign of signs) box.addEventListener(sign, ask);
    return () => {
      this.#editor = null;
      for (const sign of signs) box.removeEventListener(sign, ask);
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async #fetch(): Promise<boolean> {
    const found = await import("./writing-tools").catch(() => null);
    if (found === null) {
      this.#asked = null;
      return false;
    }
    this.#tools = found;
    if (this.#editor !== null) this.add(found, this.#editor);
    for (const listener of this.#listeners) listener();
    return true;
  }
}
