import type { ReactNode } from "react";
import { ConfidentialMark } from "./confidential-mark";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row. */
  isHeading?: boolean;
  isNumber?: boolean;
  isBand?: boolean;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  /** What stands here when there are no rows. */
  empty: ReactNode;
};

/**
 * A table with a caption for those who hear it; on a phone each row becomes a
 * card. The roles are written out because `display: block` would take them away.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, empty } = props;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div className="panel">
      <table role="table" className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={column.isNumber ? "is-number" : undefined}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  if (column.isHeading)
    return (
      <th role="rowheader" scope="row">
        {content}
      </th>
    );
  const isEmpty = content === null || content === undefined || content === "";
  const kind = [
    column.isNumber ? "is-number" : "",
    column.isBand ? "is-band" : "",
    isEmpty ? "is-empty" : "",
  ].filter((name) => name !== "");
  return (
    <td
      role="cell"
      data-label={column.header}
      className={kind.join(" ") || undefined}
    >
      <div>{content}</div>
    </td>
  );
}

/** The first cell of a page's row: title over a line of facts. */
export function RowTitle(props: {
  title: ReactNode;
  href?: string;
  below?: ReactNode;
  /** The page's address, so that the row says when it is confidential. */
  slug?: string | null;
}) {
  return (
    <>
      {props.href ? (
        <a href={props.href} className="title-link font-bold">
          {props.title}
        </a>
      ) : (
        <span className="font-bold">{props.title}</span>
      )}
      {props.below && (
        <span className="block text-small text-ink-2">{props.below}</span>
      )}
      {props.slug && <ConfidentialMark slug={props.slug} />}
    </>
  );
}
