import type { AnyNode } from "./any-node";
import { inOrder, matchChildren } from "./match-children";
import type { Likeness } from "./likeness";

/**
 * True when two tables have the same columns, so that rows can come and go and
 * cells change one by one; true for anything that is no table. Header cells
 * count as columns of another kind. Where a cell spans rows, rows can neither
 * come nor go one by one.
 */
export function isSameGrid(
  base: AnyNode,
  next: AnyNode,
  likeness: Likeness,
): boolean {
  if (base.type !== "table" || next.type !== "table")
    return base.type !== "table" && next.type !== "table";
  const [rows, others] = [base.content ?? [], next.content ?? []];
  const width = widthOf(rows[0]);
  if ([...rows, ...others].some((row) => widthOf(row) !== width)) return false;
  const matches = matchChildren("table", rows, others, likeness);
  const isSameShape = matches.every(
    ({ i, j }) => shapeOf(rows[i]) === shapeOf(others[j]),
  );
  if (!isSameShape) return false;
  const isOneToOne =
    inOrder(matches).length === rows.length && rows.length === others.length;
  return isOneToOne || ![...rows, ...others].some(spansRows);
}

/** True when every row is as wide as the first: what merging rows may not break. */
export function isEvenGrid(table: AnyNode): boolean {
  const rows = table.content ?? [];
  return rows.every((row) => widthOf(row) === widthOf(rows[0]));
}

function widthOf(row: AnyNode | undefined): number {
  return (row?.content ?? []).reduce(
    (width, cell) => width + Number(cell.attrs?.["colspan"] ?? 1),
    0,
  );
}

function shapeOf(row: AnyNode | undefined): string {
  return (row?.content ?? [])
    .map(
      ({ type, attrs }) =>
        `${type} ${attrs?.["colspan"]} ${attrs?.["rowspan"]}`,
    )
    .join();
}

function spansRows(row: AnyNode): boolean {
  return (row.content ?? []).some(({ attrs }) => attrs?.["rowspan"] !== 1);
}
