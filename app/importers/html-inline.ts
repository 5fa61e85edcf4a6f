import { parseLink } from "~/content/links";
import type { Inline, Mark } from "~/content/page-content";
import { isElement, parseFragment, type HtmlNode } from "./html-tree";
import type { Losses } from "./losses";

const markOf: Record<string, Mark["type"]> = {
  strong: "bold",
  b: "bold",
  em: "italic",
  i: "italic",
  cite: "italic",
  sup: "superscript",
  sub: "subscript",
};
const silent = new Set(
  "script style template iframe object embed svg canvas audio video head".split(
    " ",
  ),
);

/** True for elements whose content is never text of the page. */
export function isSilent(name: string): boolean {
  return silent.has(name);
}

/**
 * The words of inline HTML with the marks a page may have. Runs of white space
 * become one space, none at the ends or beside a line break. A picture is its
 * alternative text in square brackets.
 */
export function readInline(
  nodes: readonly HtmlNode[],
  losses: Losses,
): Inline[] {
  const pieces: Inline[] = [];
  collect(nodes, [], pieces, losses);
  return tidy(pieces);
}

function collect(
  nodes: readonly HtmlNode[],
  marks: Mark[],
  into: Inline[],
  losses: Losses,
): void {
  for (const node of nodes) {
    if (node.type === "text") into.push(textWith(node.value, marks));
    else if (node.type === "raw")
      collect(parseFragment(node.value), marks, into, losses);
    else if (node.type === "comment") losses.add("comment");
    else if (isElement(node)) {
      losses.noteHandlers(node.properties);
      const { tagName, properties, children } = node;
      if (isSilent(tagName)) losses.add(tagName);
      else if (tagName === "br") into.push({ type: "hardBreak" });
      else if (tagName === "img")
        into.push(...picture(properties.alt, marks, losses));
      else
        collect(
          children,
          withMark(tagName, properties.href, marks, losses),
          into,
          losses,
        );
    }
  }
}

function textWith(text: string, marks: Mark[]): Inline {
  return marks.length > 0
    ? { type: "text", text, marks }
    : { type: "text", text };
}

function picture(alt: unknown, marks: Mark[], losses: Losses): Inline[] {
  losses.add("img");
  return typeof alt === "string" && alt.trim() !== ""
    ? [textWith(`[${alt.trim()}]`, marks)]
    : [];
}

function withMark(
  tagName: string,
  href: unknown,
  marks: Mark[],
  losses: Losses,
): Mark[] {
  const mark = newMark(tagName, href, losses);
  if (mark === null || marks.some(({ type }) => type === mark.type))
    return marks;
  const raised = ["superscript", "subscript"];
  if (
    raised.includes(mark.type) &&
    marks.some(({ type }) => raised.includes(type))
  )
    return marks;
  return [...marks, mark];
}

function newMark(tagName: string, href: unknown, losses: Losses): Mark | null {
  if (tagName === "a") {
    if (typeof href !== "string" || /^\s*(?:#|$)/.test(href)) return null;
    const address = parseLink(href);
    if (address === null) losses.add("link");
    return address === null ? null : { type: "link", attrs: { href: address } };
  }
  const type = markOf[tagName];
  return type === undefined || type === "link" ? null : { type };
}

function tidy(pieces: readonly Inline[]): Inline[] {
  const tidied: Inline[] = [];
  let endsOpen = false;
  for (const piece of pieces) {
    if (piece.type !== "text") {
      trimEnd(tidied);
      tidied.push(piece);
      endsOpen = false;
      continue;
    }
    let text = piece.text.replace(/[ \t\n\r\f]+/g, " ");
    if (!endsOpen) text = text.replace(/^ /, "");
    if (text === "") continue;
    endsOpen = !text.endsWith(" ");
    tidied.push({ ...piece, text });
  }
  trimEnd(tidied);
  while (tidied.at(-1)?.type === "hardBreak") tidied.pop();
  trimEnd(tidied);
  while (tidied[0]?.type === "hardBreak") tidied.shift();
  return tidied;
}

function trimEnd(pieces: Inline[]): void {
  const last = pieces.at(-1);
  if (last?.type !== "text") return;
  const text = last.text.replace(/ $/, "");
  if (text === "") pieces.pop();
  else pieces[pieces.length - 1] = { ...last, text };
}
