import type { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { dialogOf } from "./chosen";
import type { DialogName } from "./tools";
import { useCommentKey } from "./use-comment-key";
import { useEditorState } from "./use-editor-state";

type Props = { editor: Editor; onDialog: (dialog: DialogName) => void };

const names: Record<string, string> = {
  citation: "Citation",
  gene: "Gene",
  variant: "Variant",
  fusion: "Fusion",
  therapy: "Treatment",
  figure: "Figure",
  reusable: "Reusable text",
  resource: "Resource",
  guideline: "Source guideline",
  timelineEntry: "Timeline entry",
};

/** What can be done with the part that is chosen, or that the cursor is in. */
export function ChosenBar({ editor, onDialog }: Props) {
  const chosen = useEditorState(editor, readChosen);
  useCommentKey(editor, onDialog);
  if (chosen === null) return null;
  const { name, dialog, isEntry, isFirst, isLast } = chosen;
  const label = names[name] ?? "";
  return (
    <div
      className="chosen-bar"
      role="group"
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
    >
      <b>{label}</b>
      <Act onPress={() => onDialog(dialog)}>Change…</Act>
      {isEntry ? (
        <>
          <Act onPress={() => addAfter(editor, name, onDialog)}>
            Add another…
          </Act>
          <Act isOff={isFirst} onPress={() => move(editor, -1)}>
            Move up
          </Act>
          <Act isOff={isLast} onPress={() => move(editor, 1)}>
            Move down
          </Act>
        </>
      ) : null}
      <Act onPress={() => remove(editor, name)}>Remove</Act>
    </div>
  );
}

function Act(props: {
  onPress: () => void;
  isOff?: boolean;
  children: string;
}) {
  const { onPress, isOff, children } = props;
  return (
    <button
      type="button"
      className="button button-small"
      aria-disabled={isOff || undefined}
      onClick={() => {
        if (!isOff) onPress();
      }}
    >
      {children}
    </button>
  );
}

type Chosen = {
  name: string;
  dialog: DialogName;
  isEntry: boolean;
  isFirst: boolean;
  isLast: boolean;
};

function readChosen({ state }: Editor): Chosen | null {
  const { selection } = state;
  const { $from } = selection;
  if (selection instanceof NodeSelection) {
    const dialog = dialogOf(selection.node);
    if (dialog === null) return null;
    const name = selection.node.type.name;
    return {
      ...{ name, dialog },
      isEntry: name === "resource" || name === "guideline",
      isFirst: $from.index() === 0,
      isLast: $from.index() === $from.parent.childCount - 1,
    };
  }
  const top = $from.depth === 0 ? "" : $from.node(1).type.name;
  if (top !== "timelineEntry" && top !== "figure") return null;
  const none = { isEntry: false, isFirst: true, isLast: true };
  return { name: top, dialog: top, ...none };
}

function remove(editor: Editor, name: string): void {
  const { state, view } = editor;
  const { $from } = state.selection;
  const change = state.tr;
  if (state.selection instanceof NodeSelection) {
    // The last entry takes its list along.
    const isOnly =
      $from.parent.childCount === 1 && $from.parent.type.spec.isolating;
    if (isOnly && $from.depth > 0) change.delete($from.before(), $from.after());
    else change.deleteSelection();
  } else if ($from.node(1).type.name === name)
    change.delete($from.before(1), $from.after(1));
  view.dispatch(change.scrollIntoView());
  view.focus();
}

function addAfter(
  editor: Editor,
  name: string,
  onDialog: (dialog: DialogName) => void,
): void {
  const { state, view } = editor;
  const after = state.selection.to;
  const entry = state.schema.nodes[name]?.create();
  if (!entry) return;
  const change = state.tr.insert(after, entry);
  change.setSelection(NodeSelection.create(change.doc, after));
  view.dispatch(change);
  const dialog = dialogOf(entry);
  if (dialog !== null) onDialog(dialog);
}

/** The entry and its neighbour change places. */
function move(editor: Editor, step: -1 | 1): void {
  const { state, view } = editor;
  const { selection } = state;
  if (!(selection instanceof NodeSelection)) return;
  const { from, to, node, $from } = selection;
  const other = $from.parent.maybeChild($from.index() + step);
  if (other === null) return;
  const change = state.tr.delete(from, to);
  const at = step < 0 ? from - other.nodeSize : from + other.nodeSize;
  change.insert(at, node);
  change.setSelection(NodeSelection.create(change.doc, at));
  view.dispatch(change.scrollIntoView());
  view.focus();
}
