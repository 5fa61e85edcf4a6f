import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { editorPlace } from "./editor-place";
import type { DialogName } from "./tools";

/** Ctrl+Alt+M in the text begins a comment, where one may be made. */
export function useCommentKey(
  editor: Editor,
  onDialog: (dialog: DialogName) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isAsked =
        (event.ctrlKey || event.metaKey) &&
        event.altKey &&
        event.code === "KeyM";
      if (!isAsked || !document.getElementById(editorPlace.commentDesk)) return;
      event.preventDefault();
      onDialog("comment");
    };
    const { dom } = editor.view;
    dom.addEventListener("keydown", press);
    return () => dom.removeEventListener("keydown", press);
  }, [editor, onDialog]);
}
