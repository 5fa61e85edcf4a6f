import type { Editor } from "@tiptap/core";
import type { Choice, DialogName } from "./tools";

const isOutside = (editor: Editor) => !editor.isActive("table");

function inTable(
  name: string,
  label: string,
  run: (editor: Editor) => void,
  isFirstOfGroup = false,
): Choice {
  const kind = "act";
  return { name, label, kind, run, isOff: isOutside, isFirstOfGroup };
}

/** A table is made with a header row; its caption has a dialog. */
export function tableChoices(onDialog: (dialog: DialogName) => void): Choice[] {
  return [
    {
      name: "insertTable",
      label: "Insert a table",
      kind: "act",
      run: (editor) =>
        editor
          .chain()
          .focus()
          .insertTable({ rows: 3, cols: 3, withHeaderRow: true })
          .run(),
      isOff: (editor) =>
        editor.isActive("table") || !editor.can().insertTable(),
    },
    inTable("caption", "Caption…", () => onDialog("caption")),
    inTable(
      "rowAbove",
      "Add a row above",
      (editor) => editor.chain().focus().addRowBefore().run(),
      true,
    ),
    inTable("rowBelow", "Add a row below", (editor) =>
      editor.chain().focus().addRowAfter().run(),
    ),
    inTable("columnBefore", "Add a column before", (editor) =>
      editor.chain().focus().addColumnBefore().run(),
    ),
    inTable("columnAfter", "Add a column after", (editor) =>
      editor.chain().focus().addColumnAfter().run(),
    ),
    {
      name: "headerRow",
      label: "First row is a header",
      kind: "tick",
      isFirstOfGroup: true,
      run: (editor) => editor.chain().focus().toggleHeaderRow().run(),
      isOn: hasHeaderRow,
      isOff: isOutside,
    },
    inTable(
      "removeRow",
      "Remove the row",
      (editor) => editor.chain().focus().deleteRow().run(),
      true,
    ),
    inTable("removeColumn", "Remove the column", (editor) =>
      editor.chain().focus().deleteColumn().run(),
    ),
    inTable("removeTable", "Remove the table", (editor) =>
      editor.chain().focus().deleteTable().run(),
    ),
  ];
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
