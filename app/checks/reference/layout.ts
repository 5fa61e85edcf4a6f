import type { ReferenceProblem } from "./rows";
import type { SourceRecord } from "./read-records";

/** A record's cell under the first of the named columns that the file has; "" when empty. */
export type CellOf = (...columns: string[]) => string;

/**
 * One way in which a file of some kind is laid out, told by its header. `read`
 * gives the rows of one record, or a sentence saying why there is none.
 */
export type TableLayout<Row> = {
  name: string;
  /** Lower-case columns that must all be there; the first layout that fits is taken. */
  columns: readonly string[];
  read: (cell: CellOf) => Row[] | string;
};

/** Finds the layout whose columns the header has, whatever their order or case. */
export function layoutFor<Row>(
  layouts: readonly TableLayout<Row>[],
  header: readonly string[],
): TableLayout<Row> | null {
  const has = new Set(header.map((column) => column.toLowerCase()));
  const fits = (layout: TableLayout<Row>) =>
    layout.columns.every((column) => has.has(column));
  return layouts.find(fits) ?? null;
}

/** The rows of every record after the header; unusable records go to `problem`. */
export async function* readTable<Row>(
  layout: TableLayout<Row>,
  header: readonly string[],
  records: AsyncIterable<SourceRecord>,
  problem: (problem: ReferenceProblem) => void,
): AsyncGenerator<Row> {
  const position = new Map(
    header.map((column, index) => [column.toLowerCase(), index]),
  );
  for await (const { line, cells } of records) {
    const cell: CellOf = (...columns) => {
      for (const column of columns) {
        const index = position.get(column);
        if (index !== undefined) return cells[index] ?? "";
      }
      return "";
    };
    const rows = layout.read(cell);
    if (typeof rows === "string") problem({ line, message: rows });
    else yield* rows;
  }
}
