import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import type { tableActs } from "./table-editing";
import type { Choice, DialogName } from "./tools";
import { insertBlock } from "./insert-block";

const isOutside = (editor: Editor) => !editor.isActive("table");

function inTable(
  name: keyof typeof tableActs,
  label: string,
  isFirstOfGroup = false,
): Choice {
  return {
    ...{ name, label, isFirstOfGroup },
    kind: "act",
    run: (editor) => void actInTable(editor, name),
    isOff: isOutside,
  };
}

/** A table is made with a header row; its caption has a dialog. */
export function tableChoices(onDialog: (dialog: DialogName) => void): Choice[] {
  return [
    {
      name: "insertTable",
      label: "Insert a table",
      kind: "act",
      run: insertTable,
      isOff: (editor) => editor.isActive("table"),
    },
    {
      name: "caption",
      label: "Caption…",
      kind: "act",
      run: () => onDialog("caption"),
      isOff: isOutside,
    },
    inTable("rowAbove", "Add a row above", true),
    inTable("rowBelow", "Add a row below"),
    inTable("columnBefore", "Add a column before"),
    inTable("columnAfter", "Add a column after"),
    {
      ...inTable("headerRow", "First row is a header", true),
      kind: "tick",
      isOn: hasHeaderRow,
    },
    inTable("removeRow", "Remove the row", true),
    inTable("removeColumn", "Remove the column"),
    inTable("removeTable", "Remove the table"),
  ];
}

/** Three rows of three cells, the first row a header; the cursor goes to its first. */
export function insertTable(editor: Editor): void {
  const { nodes } = editor.schema;
  const row = (cell: "tableHeader" | "tableCell") =>
    nodes.tableRow?.create(
      null,
      [1, 2, 3].flatMap(() => nodes[cell]?.createAndFill() ?? []),
    );
  const rows = [row("tableHeader"), row("tableCell"), row("tableCell")];
  const table = nodes.table?.create(
    null,
    rows.flatMap((each) => each ?? []),
  );
  if (table) insertBlock(editor, table);
}

async function actInTable(
  editor: Editor,
  name: keyof typeof tableActs,
): Promise<void> {
  const { tableActs: acts } = await import("./table-editing");
  acts[name](editor.state, editor.view.dispatch);
  keepCursorNear(editor);
  editor.view.focus();
}

/** After a row or column is gone, the cursor stands in the text again. */
function keepCursorNear(editor: Editor): void {
  const { selection, tr } = editor.state;
  if (selection.$from.parent.inlineContent) return;
  editor.view.dispatch(
    tr.setSelection(TextSelection.near(selection.$from)).scrollIntoView(),
  );
}

function hasHeaderRow(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name !== "table") continue;
    const cells = node.firstChild?.children ?? [];
    return cells.every(({ type }) => type.name === "tableHeader");
  }
  return false;
}
