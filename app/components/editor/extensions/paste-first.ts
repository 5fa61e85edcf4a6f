import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { ToolShed } from "../tool-shed";

export type PasteOptions = {
  /** Has what cleans a paste, or fetches it. */
  shed: Pick<ToolShed, "tools" | "ask"> | null;
  say: (sentence: string) => void;
};

/**
 * Nothing is pasted before it can be cleaned: a paste that comes before the
 * cleaning has, waits for it. Without a network the words go in plain.
 */
export const PasteFirst = Extension.create<PasteOptions>({
  name: "pasteFirst",
  addOptions: () => ({ shed: null, say: () => undefined }),
  addProseMirrorPlugins() {
    const { shed, say } = this.options;
    if (shed === null) return [];
    return [
      new Plugin({
        props: {
          // ProseMirror reads the HTML before it asks handlePaste.
          transformPastedHTML: (html) => (shed.tools === null ? "" : html),
          handlePaste: (view, event) => {
            if (shed.tools !== null) return false;
            const html = event.clipboardData?.getData("text/html") ?? "";
            const text = event.clipboardData?.getData("text/plain") ?? "";
            if (html === "" && text === "") return false;
            void shed.ask().then((hasCleaning) => {
              if (view.isDestroyed) return;
              if (hasCleaning && html !== "") view.pasteHTML(html);
              else view.pasteText(text);
              if (!hasCleaning)
                say(
                  "Pasted as plain words: what keeps headings and lists did not arrive. Undo, and paste again when you are connected.",
                );
            });
            return true;
          },
          handleDrop: (_view, event, _slice, isMoved) =>
            !isMoved &&
            shed.tools === null &&
            (event.dataTransfer?.types.includes("text/html") ?? false),
        },
      }),
    ];
  },
});
