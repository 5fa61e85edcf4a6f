import { escapeHtml } from "~/content/escape-html";
import { inline, inlines } from "./clean-inline";
import { isElement, styleOf, treeOf } from "./dom";
import { repairLists } from "./lists";
import { noLosses, type Losses } from "./losses";

/** Gone with all that is in them. */
const programs =
  "iframe, frame, object, embed, applet, input, button, select, textarea";
const nothing =
  "head, title, meta, link, base, template, noscript, svg, math, canvas, audio, video, map, del, [hidden]";
const remarks =
  ".MsoCommentReference, [data-style*='mso-element:comment' i], [data-style*='mso-comment-reference' i]";

/**
 * Pasted HTML as this editor reads it: headings, paragraphs, lists, quotations,
 * tables, links and emphasis, and of the rest the words. Knows what Word, Word
 * on the web and Google Docs put on the clipboard. Nothing of the paste runs,
 * is fetched or keeps an attribute that is not made here.
 */
export function cleanHtml(html: string): { html: string; losses: Losses } {
  const { body, programs: found } = treeOf(html);
  const losses = { ...noLosses, programs: found };
  losses.comments += count(body, ".MsoCommentReference");
  losses.deletions += count(body, "del");
  losses.pictures += count(body, "img, picture, v\\:imagedata");
  losses.programs += count(body, programs);
  losses.references += count(body, "a.citation");
  drop(
    body,
    `${programs}, ${nothing}, ${remarks}, img, picture, sup:has(> a.citation)`,
  );
  for (const each of body.querySelectorAll("[data-style]"))
    if (isHidden(each)) each.remove();
  repairLists(body);
  for (const table of body.querySelectorAll(":is(td, th, li) table"))
    toLines(table, losses);
  return { html: blocks(body, { losses, place: "page" }), losses };
}

type Walk = { losses: Losses; place: "page" | "item" | "cell" };

const containers = new Set(
  "ADDRESS ARTICLE ASIDE BODY CENTER DETAILS DIV DL FIELDSET FIGURE FOOTER FORM HEADER HGROUP MAIN NAV SECTION SUMMARY TBODY".split(
    " ",
  ),
);
const paragraphs = new Set("P DT DD FIGCAPTION PRE LEGEND CAPTION".split(" "));

/** The blocks in an element; words that stand loose become a paragraph. */
function blocks(parent: Node, walk: Walk): string {
  let html = "";
  let loose = "";
  const close = () => {
    html += paragraph("p", loose);
    loose = "";
  };
  for (const node of parent.childNodes) {
    const block = isElement(node) ? blockOf(node, walk) : null;
    if (block === null) loose += inline(node, walk.losses, {});
    else {
      close();
      html += block;
    }
  }
  close();
  return html;
}

/** Null for what stands in a line. */
function blockOf(element: Element, walk: Walk): string | null {
  const { tagName } = element;
  const level = headingLevel(element);
  if (level !== null) {
    const words = inlines(element, walk.losses, { isHeading: true });
    return paragraph(walk.place === "page" ? `h${level}` : "p", words);
  }
  if (paragraphs.has(tagName))
    return hasBlocks(element)
      ? blocks(element, walk)
      : paragraph("p", inlines(element, walk.losses, {}));
  switch (tagName) {
    case "UL":
    case "OL":
      return list(element, walk);
    case "LI":
      return blocks(element, { ...walk, place: "item" });
    case "BLOCKQUOTE": {
      const inner = blocks(element, { ...walk, place: "item" });
      return inner === "" ? "" : `<blockquote>${inner}</blockquote>`;
    }
    case "TABLE":
      return table(element, walk);
    case "TR":
    case "TD":
    case "TH":
    case "THEAD":
      return blocks(element, walk);
    case "HR":
      return "";
  }
  if (containers.has(tagName)) return blocks(element, walk);
  // Google Docs wraps all that was copied in a bold that is not bold.
  return hasBlocks(element) ? blocks(element, walk) : null;
}

const blockTags =
  "p, div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, section, article, dl, pre";

function hasBlocks(element: Element): boolean {
  return element.querySelector(blockTags) !== null;
}

/** Word's titles and the headings of Word on the web are paragraphs. */
function headingLevel(element: Element): 2 | 3 | null {
  const depth = Number(/^H([1-6])$/.exec(element.tagName)?.[1] ?? 0);
  if (depth > 0) return depth <= 2 ? 2 : 3;
  if (element.tagName !== "P" && element.tagName !== "DIV") return null;
  if (element.classList.contains("MsoTitle")) return 2;
  const named = /^MsoHeading(\d)$/.exec(element.className)?.[1];
  const told =
    element.getAttribute("role") === "heading"
      ? element.getAttribute("aria-level")
      : null;
  const given = Number(named ?? told ?? 0);
  if (given === 0) return null;
  return given <= 2 ? 2 : 3;
}

function list(element: Element, walk: Walk): string {
  const items = [...element.children]
    .map((child) => blocks(child, { ...walk, place: "item" }))
    .filter((inner) => inner !== "")
    // An item begins with a paragraph.
    .map(
      (inner) => `<li>${inner.startsWith("<p>") ? "" : "<p></p>"}${inner}</li>`,
    );
  if (items.length === 0) return "";
  const isNumbered = element.tagName === "OL";
  const start = Number(element.getAttribute("start") ?? "1");
  const from =
    isNumbered && Number.isInteger(start) && start > 1 && start < 10_000
      ? ` start="${start}"`
      : "";
  const name = isNumbered ? "ol" : "ul";
  return `<${name}${from}>${items.join("")}</${name}>`;
}

function table(element: Element, walk: Walk): string {
  const rows = [...element.querySelectorAll("tr")].map((row) => {
    const isHead = row.parentElement?.tagName === "THEAD";
    const cells = [...row.children].filter(({ tagName }) =>
      /^T[DH]$/.test(tagName),
    );
    const html = cells.map((cell) => {
      const tag = isHead || cell.tagName === "TH" ? "th" : "td";
      const inner = blocks(cell, { ...walk, place: "cell" });
      const spans = span(cell, "colspan") + span(cell, "rowspan");
      return `<${tag}${spans}>${inner || "<p></p>"}</${tag}>`;
    });
    return html.length === 0 ? "" : `<tr>${html.join("")}</tr>`;
  });
  const drawn = rows.join("");
  if (drawn === "") return "";
  const caption = element.querySelector("caption")?.textContent?.trim() ?? "";
  const named = caption ? `<caption>${escapeHtml(caption)}</caption>` : "";
  return `<table>${named}<tbody>${drawn}</tbody></table>`;
}

function span(cell: Element, name: "colspan" | "rowspan"): string {
  const size = Number(cell.getAttribute(name) ?? "1");
  return Number.isInteger(size) && size > 1 && size <= 50
    ? ` ${name}="${size}"`
    : "";
}

/** A row for each line, its cells with a stop between them. */
function toLines(inner: Element, losses: Losses): void {
  losses.tables += 1;
  const lines = [...inner.querySelectorAll("tr")].map((row) => {
    const line = inner.ownerDocument.createElement("p");
    line.textContent = [...row.children]
      .map((cell) => (cell.textContent ?? "").trim())
      .filter((words) => words !== "")
      .join(" · ");
    return line;
  });
  inner.replaceWith(...lines);
}

/** Word sets an empty line as a paragraph with a space that does not break. */
function paragraph(tag: string, inner: string): string {
  const words = inner.replace(/<[^>]*>/g, "").replace(/[\s\u00a0]/g, "");
  if (words === "") return "";
  return `<${tag}>${inner.replace(/^(<br>)+|(<br>)+$/g, "")}</${tag}>`;
}

function isHidden(element: Element): boolean {
  return (
    styleOf(element, "display") === "none" ||
    styleOf(element, "mso-hide") === "all" ||
    styleOf(element, "visibility") === "hidden"
  );
}

function count(body: Element, selector: string): number {
  return body.querySelectorAll(selector).length;
}

function drop(body: Element, selector: string): void {
  for (const each of body.querySelectorAll(selector)) each.remove();
}
