import { type Paragraph, Table, TableCell, TableRow, WidthType } from "docx";
import type { Cell, Table as PageTable } from "~/content/page-content";
import { tableHeadingStyle } from "~/content/word-marks";
import { headerShading, styleId } from "./styles";

type Write = (cell: Cell, style: string | undefined) => (Paragraph | Table)[];

/** A table as wide as the text; its header row stands again on every sheet. Null when it has no cell. */
export function tableOf(table: PageTable, write: Write): Table | null {
  const rows = table.content
    .filter((row) => (row.content ?? []).length > 0)
    .map((row, index) => {
      const cells = row.content ?? [];
      const isHead =
        index === 0 && cells.every(({ type }) => type === "tableHeader");
      return new TableRow({
        // Word takes the mark for set even where it says false.
        tableHeader: isHead || undefined,
        cantSplit: true,
        children: cells.map((cell) => cellOf(cell, write)),
      });
    });
  if (rows.length === 0) return null;
  return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
}

function cellOf(cell: Cell, write: Write): TableCell {
  const isHeading = cell.type === "tableHeader";
  const { colspan, rowspan } = cell.attrs;
  return new TableCell({
    children: write(cell, isHeading ? styleId(tableHeadingStyle) : undefined),
    columnSpan: colspan,
    rowSpan: rowspan,
    shading: isHeading ? headerShading : undefined,
  });
}
