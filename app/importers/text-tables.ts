import type { Cell, Table } from "~/content/page-content";
import { paragraphOf } from "./text-lists";

const rule = /^\|?[\s|:-]*-{2,}[\s|:-]*\|?$/;

/** A line of a table drawn with bars: "| Area | Trend |". */
export function isTableLine(line: string): boolean {
  const text = line.trim();
  return text.length > 2 && text.startsWith("|") && text.endsWith("|");
}

/** The table that such lines draw; the row above a line of dashes is its header. */
export function makeTable(lines: readonly string[]): Table {
  const isHeader = (index: number) => rule.test(lines[index + 1]?.trim() ?? "");
  const rows = lines.flatMap((line, index) =>
    rule.test(line.trim())
      ? []
      : [cellsOf(line).map((text) => cell(text, isHeader(index)))],
  );
  const width = Math.max(1, ...rows.map((row) => row.length));
  return {
    type: "table",
    attrs: { caption: "" },
    content: rows.map((row) => ({
      type: "tableRow",
      content: [
        ...row,
        ...Array.from({ length: width - row.length }, () => cell("", false)),
      ],
    })),
  };
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((text) => text.replaceAll("\\|", "|").trim());
}

function cell(text: string, isHeader: boolean): Cell {
  return {
    type: isHeader ? "tableHeader" : "tableCell",
    attrs: { colspan: 1, rowspan: 1 },
    content: [paragraphOf(text)],
  };
}
