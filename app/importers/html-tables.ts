import type { Cell, Prose, Table } from "~/content/page-content";
import { inlineText } from "~/content/plain-text";
import { isElement, type HtmlElement, type HtmlNode } from "./html-tree";

type ReadProse = (nodes: readonly HtmlNode[]) => Prose[];

/** The table that a <table> element draws; null when it has no row. Its caption is kept. */
export function readTableElement(
  element: HtmlElement,
  readProse: ReadProse,
): Table | null {
  const rows = rowsOf(element).map((row) => ({
    type: "tableRow" as const,
    content: row.children
      .filter(isElement)
      .filter(({ tagName }) => tagName === "td" || tagName === "th")
      .map((cell) => readCell(cell, readProse)),
  }));
  const caption = element.children
    .filter(isElement)
    .filter(({ tagName }) => tagName === "caption")
    .flatMap((found) => readProse(found.children))
    .map(inlineText)
    .join(" ")
    .slice(0, 500);
  const filled = rows.filter((row) => row.content.length > 0);
  return filled.length === 0
    ? null
    : { type: "table", attrs: { caption }, content: filled };
}

function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.tagName === "tr") return [child];
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function readCell(cell: HtmlElement, readProse: ReadProse): Cell {
  const content = readProse(cell.children);
  return {
    type: cell.tagName === "th" ? "tableHeader" : "tableCell",
    attrs: {
      colspan: spanOf(cell.properties.colSpan, 50),
      rowspan: spanOf(cell.properties.rowSpan, 500),
    },
    content: content.length > 0 ? content : [{ type: "paragraph" }],
  };
}

function spanOf(value: unknown, most: number): number {
  const span = Number(value);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, most) : 1;
}
