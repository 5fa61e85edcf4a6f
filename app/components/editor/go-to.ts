import type { Node } from "@tiptap/pm/model";
import { Selection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/** Puts the cursor at a place and the place on the screen. */
export function goTo(view: EditorView, at: number): void {
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(cursorAt(doc, at)).scrollIntoView());
  view.focus();
}

/** Of some places the next after the cursor, or the last before it; null at the end. */
export function nextFrom(
  { state }: EditorView,
  starts: readonly number[],
  step: 1 | -1,
): number | null {
  const { from } = state.selection;
  const row = starts
    .map((start) => ({ start, cursor: cursorAt(state.doc, start).from }))
    .sort((one, other) => one.cursor - other.cursor);
  const next =
    step === 1
      ? row.find(({ cursor }) => cursor > from)
      : row.findLast(({ cursor }) => cursor < from);
  return next?.start ?? null;
}

/** Alt and an arrow walk from change to change. */
export function walkStep(event: KeyboardEvent): -1 | 0 | 1 {
  if (!event.altKey || event.ctrlKey || event.metaKey) return 0;
  return event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
}

/** The cursor at a place in a line, or in the first line from there. */
function cursorAt(doc: Node, at: number): Selection {
  return Selection.near(doc.resolve(Math.min(at, doc.content.size)));
}
