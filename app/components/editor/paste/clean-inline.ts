import { escapeHtml } from "~/content/escape-html";
import { parseLink } from "~/content/links";
import { isElement, styleOf } from "./dom";
import type { Losses } from "./losses";

type Marks = {
  isHeading?: boolean;
  isBold?: boolean;
  isItalic?: boolean;
  place?: "sup" | "sub";
  href?: string;
};

/** The words in an element, with the marks that a page may hold. */
export function inlines(
  element: Element,
  losses: Losses,
  marks: Marks,
): string {
  return [...element.childNodes]
    .map((node) => inline(node, losses, marks))
    .join("");
}

/** The same of one node. */
export function inline(node: Node, losses: Losses, marks: Marks): string {
  if (node.nodeType === Node.TEXT_NODE) return marked(node.nodeValue, marks);
  if (!isElement(node)) return "";
  if (node.tagName === "BR") return "<br>";
  if (node.matches("i.gene"))
    return `<i class="gene">${escapeHtml((node.textContent ?? "").trim())}</i>`;
  return inlines(node, losses, marksOf(node, marks, losses));
}

function marksOf(element: Element, marks: Marks, losses: Losses): Marks {
  const own = { ...marks };
  const weight = styleOf(element, "font-weight");
  if (/^(B|STRONG)$/.test(element.tagName)) own.isBold = weight !== "normal";
  if (/^(bold|bolder|[6-9]00)$/.test(weight)) own.isBold = true;
  if (/^(normal|400)$/.test(weight)) own.isBold = false;
  const slant = styleOf(element, "font-style");
  if (/^(I|EM|CITE)$/.test(element.tagName)) own.isItalic = true;
  if (slant !== "") own.isItalic = slant === "italic";
  const raised = styleOf(element, "vertical-align");
  if (element.tagName === "SUP" || raised === "super") own.place = "sup";
  if (element.tagName === "SUB" || raised === "sub") own.place = "sub";
  if (element.tagName === "A" && element.hasAttribute("href")) {
    const href = linkOf(element.getAttribute("href") ?? "", losses);
    if (href !== null) own.href = href;
  }
  return own;
}

/** Google Docs sends links through its own address; places on that page go nowhere here. */
function linkOf(typed: string, losses: Losses): string | null {
  const address = typed.trim();
  if (address === "" || address.startsWith("#")) return null;
  const link = parseLink(address);
  if (link === null) {
    losses.links += 1;
    return null;
  }
  const url = new URL(link);
  const isSent =
    /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url";
  const sent = isSent ? url.searchParams.get("q") : null;
  return sent === null ? link : parseLink(sent);
}

function marked(text: string | null, marks: Marks): string {
  let html = escapeHtml(text ?? "");
  if (html === "") return "";
  if (marks.place) html = `<${marks.place}>${html}</${marks.place}>`;
  if (marks.isItalic) html = `<em>${html}</em>`;
  // A heading is bold by itself.
  if (marks.isBold && !marks.isHeading) html = `<strong>${html}</strong>`;
  if (marks.href) html = `<a href="${escapeHtml(marks.href)}">${html}</a>`;
  return html;
}
