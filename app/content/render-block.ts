import {
  blockClass,
  blockLabels,
  reusableLabels,
  scenarioLabels,
} from "./block-labels";
import { element, escapeHtml } from "./escape-html";
import { figureFolders } from "./figure-folders";
import { partialDateWords } from "./iso-dates";
import {
  type Block,
  type Cell,
  type Inner,
  type ListItem,
  type Prose,
  type Table,
  type TableRow,
} from "./page-content";
import { renderEntries } from "./render-entries";
import { renderFigure } from "./render-figure";
import { renderInlines, type CitationPlaces } from "./render-inline";

type Places = CitationPlaces | null;

/**
 * One block of the page as HTML; only a block with an id gets an element id.
 * `figures` is the folder from which images are served.
 */
export function renderBlock(
  block: Block,
  places: Places,
  figures: string = figureFolders.staff,
): string {
  const blockId = block.attrs?.id;
  const id = blockId ? `b-${blockId}` : null;
  switch (block.type) {
    case "paragraph":
      return element("p", { id }, renderInlines(block.content ?? [], places));
    case "heading":
      return element(
        `h${block.attrs.level === 3 ? 3 : 2}`,
        { id },
        renderInlines(block.content ?? [], places),
      );
    case "bulletList":
      return element("ul", { id }, items(block.content, places));
    case "orderedList": {
      const start = block.attrs.start === 1 ? null : block.attrs.start;
      return element("ol", { id, start }, items(block.content, places));
    }
    case "blockquote":
      return element("blockquote", { id }, inner(block.content, places));
    case "table":
      return renderTable(block, id, places);
    case "faqItem": {
      const [question, answer] = block.content;
      const asked = renderInlines(question.content ?? [], places);
      const heading = element("h3", { class: "faq-question" }, asked);
      const answered = inner(answer.content, places);
      return element(
        "section",
        { class: blockClass(block.type), id },
        `${heading}${element("div", { class: "faq-answer" }, answered)}`,
      );
    }
    case "figure": {
      const caption = renderInlines(block.content ?? [], places);
      return renderFigure(block, id, caption, figures);
    }
    case "resourceList":
    case "sourceGuidelines":
      return renderEntries(block, id);
    case "timelineEntry": {
      const { when } = block.attrs;
      const words = when === "" ? "Date not given" : partialDateWords(when);
      const time =
        when === "" ? words : element("time", { datetime: when }, words);
      return labelled(block, words, id, places, time);
    }
    case "reusable":
      return labelled(block, reusableLabels[block.attrs.kind], id, places);
    case "clinicalScenario":
      return labelled(block, scenarioLabels[block.attrs.basis], id, places);
    default:
      return labelled(block, blockLabels[block.type], id, places);
  }
}

function labelled(
  block: Exclude<Block, Prose | Table> & { content: Inner[] },
  label: string,
  id: string | null,
  places: Places,
  labelHtml: string = escapeHtml(label),
): string {
  const word = element("p", { class: "block-label" }, labelHtml);
  return element(
    "section",
    // A group is named but no landmark: a page may hold many of them.
    { class: blockClass(block.type), id, role: "group", "aria-label": label },
    `${word}${inner(block.content, places)}`,
  );
}

function inner(content: readonly Inner[], places: Places): string {
  return content.map((block) => renderBlock(block, places)).join("");
}

function items(list: readonly ListItem[], places: Places): string {
  return list
    .map(({ content }) => element("li", {}, tight(content, places)))
    .join("");
}

/** A lone paragraph, or the first of an item, needs no paragraph of its own. */
function tight(content: readonly Prose[], places: Places): string {
  const [first, ...rest] = content;
  if (first?.type !== "paragraph" || rest.some(isParagraph))
    return inner(content, places);
  return `${renderInlines(first.content ?? [], places)}${inner(rest, places)}`;
}

function isParagraph(block: Prose): boolean {
  return block.type === "paragraph";
}

/** The scroll area can be reached by keyboard and is named by the caption. */
function renderTable(table: Table, id: string | null, places: Places): string {
  const { caption } = table.attrs;
  const [first, ...others] = table.content;
  const isHead = (first?.content ?? []).every(
    ({ type }) => type === "tableHeader",
  );
  const head = first && isHead && first.content?.length ? first : null;
  const body = head ? others : table.content;
  const html = [
    caption ? element("caption", {}, escapeHtml(caption)) : "",
    head ? element("thead", {}, renderRow(head, "col", places)) : "",
    body.length > 0
      ? element(
          "tbody",
          {},
          body.map((row) => renderRow(row, "row", places)).join(""),
        )
      : "",
  ].join("");
  return element(
    "div",
    {
      class: "table-scroll",
      id,
      role: "group",
      tabindex: 0,
      "aria-label": caption || "Table",
    },
    element("table", {}, html),
  );
}

function renderRow(
  row: TableRow,
  scope: "col" | "row",
  places: Places,
): string {
  const cells = (row.content ?? []).map((cell) =>
    renderCell(cell, scope, places),
  );
  return element("tr", {}, cells.join(""));
}

function renderCell(cell: Cell, scope: "col" | "row", places: Places): string {
  const { colspan, rowspan } = cell.attrs;
  const isHeader = cell.type === "tableHeader";
  const spans = {
    colspan: colspan === 1 ? null : colspan,
    rowspan: rowspan === 1 ? null : rowspan,
  };
  return element(
    isHeader ? "th" : "td",
    { scope: isHeader ? scope : null, ...spans },
    tight(cell.content, places),
  );
}
