import type { Editor } from "@tiptap/core";
import type { Attrs } from "@tiptap/pm/model";

/** Puts a part into the line, in place of what is chosen. */
export function putInline(editor: Editor, type: string, attrs: Attrs): void {
  editor.chain().focus().insertContent({ type, attrs }).run();
}

/** The words marked in the text, where a dialog starts from them. */
export function selectedWords(editor: Editor): string {
  const { from, to } = editor.state.selection;
  return editor.state.doc.textBetween(from, to, " ").trim().slice(0, 200);
}

/** New values for a part, wherever it stands. */
export function setAttributes(editor: Editor, at: number, attrs: Attrs): void {
  const change = editor.state.tr;
  for (const [name, value] of Object.entries(attrs))
    change.setNodeAttribute(at, name, value);
  editor.view.dispatch(change);
}
