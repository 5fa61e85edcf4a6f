import type { Editor } from "@tiptap/core";
import type { Writing } from "../use-writing";

/** What every dialog of the editor is given. */
export type DialogProps = {
  editor: Editor;
  /** Genes that fit what was typed. */
  genesUrl: string;
  /** POST: takes an image in; null where this writer may not give one. */
  figuresUrl: string | null;
  /** The reusable texts that a page may hold. */
  componentsUrl: string;
  writing: Writing;
  /** Says a sentence in the polite region. */
  say: (sentence: string) => void;
  /** Gives the focus back to the text. */
  onClose: () => void;
};
