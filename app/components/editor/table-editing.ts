import type { Editor } from "@tiptap/core";
import { keydownHandler } from "@tiptap/pm/keymap";
import { Plugin, type Command } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  tableEditing,
  toggleHeader,
} from "@tiptap/pm/tables";

/** What can be done inside a table, by the name of its choice in the menu. */
export const tableActs = {
  rowAbove: addRowBefore,
  rowBelow: addRowAfter,
  columnBefore: addColumnBefore,
  columnAfter: addColumnAfter,
  headerRow: toggleHeader("row"),
  removeRow: deleteRow,
  removeColumn: deleteColumn,
  removeTable: deleteTable,
} satisfies Record<string, Command>;

/**
 * The behaviour of tables: cells as they are chosen, Tab from cell to cell and
 * a new row behind the last, Delete for a table that is chosen whole.
 */
export function addTableEditing(editor: Editor): void {
  editor.registerPlugin(
    new Plugin({
      props: {
        handleKeyDown: keydownHandler({
          Tab: nextCell,
          "Shift-Tab": goToNextCell(-1),
          Backspace: deleteWhole,
          Delete: deleteWhole,
        }),
      },
    }),
  );
  editor.registerPlugin(tableEditing());
}

/** From the last cell into a row that is made for it. */
const nextCell: Command = (state, dispatch, view) => {
  if (goToNextCell(1)(state, dispatch)) return true;
  if (!addRowAfter(state, dispatch)) return false;
  if (view) goToNextCell(1)(view.state, view.dispatch);
  return true;
};

const deleteWhole: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof CellSelection)) return false;
  const isWhole = selection.isColSelection() && selection.isRowSelection();
  return isWhole && deleteTable(state, dispatch);
};
