import type { Editor } from "@tiptap/core";

/** What every dialog of the editor is given. */
export type DialogProps = {
  editor: Editor;
  /** Genes that fit what was typed. */
  genesUrl: string;
  /** POST: takes an image in; null where this writer may not give one. */
  figuresUrl: string | null;
  /** The reusable texts that a page may hold. */
  componentsUrl: string;
  /** Gives the focus back to the text. */
  onClose: () => void;
};
