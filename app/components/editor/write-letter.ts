import type { EditorView } from "@tiptap/pm/view";

/**
 * Writes a letter into drawn words by a transaction. A browser that wrote it
 * itself would keep their look in a style, which the security policy refuses,
 * and the editor would draw the words anew at every key.
 */
export function writeLetter(
  view: EditorView,
  { charCode, ctrlKey, metaKey }: KeyboardEvent,
): boolean {
  const letter = String.fromCharCode(charCode);
  if (charCode === 0 || ctrlKey || metaKey || /[\r\n]/.test(letter))
    return false;
  const { from, to } = view.state.selection;
  const plain = () => view.state.tr.insertText(letter).scrollIntoView();
  const isTaken = view.someProp("handleTextInput", (take) =>
    take(view, from, to, letter, plain),
  );
  if (!isTaken) view.dispatch(plain());
  return true;
}
