import { escapeHtml } from "../escape-html";
import {
  blockIdOf,
  childrenOf,
  type Block,
  type ContentNode,
  type PageContent,
} from "../page-content";
import { blockText, imageText, inlineText, isTextblock } from "../plain-text";
import { renderHtml, type RenderOptions } from "../render-html";
import type { Place } from "./find-quotation";

/** A comment that is shown in the text: the id of its card, and what its mark is called. */
export type PlacedMark = Place & {
  cardId: string;
  name: string;
  /** Of a value that is typed again: its number among them. Its card is the field. */
  keyNumber?: number;
};

// Noncharacters, which Unicode keeps for a program's own use: no text holds
// them, and no escaping touches them.
const opens = "\uFDD0";
const names = "\uFDD1";
const closes = "\uFDD2";
const points = "\uFDD3";

/**
 * The text of a page as HTML with its comments marked: each stretch of words
 * tells by `aria-details` which card is about it, and ends in a numbered link
 * to that card. A value to type again leads to its field in the same way. The
 * marks are no part of the document.
 */
export function renderMarked(
  content: PageContent,
  marks: readonly PlacedMark[],
  options: RenderOptions = {},
): string {
  const blocks = content.body.content.map((block) => {
    const inBlock = marks.flatMap((mark, index) =>
      mark.blockId === blockIdOf(block) ? [{ ...mark, index }] : [],
    );
    return inBlock.length === 0 ? block : markBlock(block, inBlock);
  });
  const html = renderHtml(
    { ...content, body: { type: "doc", content: blocks } },
    options,
  );
  const begun = new Set<string>();
  return html
    .replace(new RegExp(`${opens}(\\d+)${names}`, "g"), (_, index: string) => {
      const card = cardOf(marks, index);
      // The first stretch is where the card leads back to.
      const id = begun.has(card) ? "" : ` id="at-${card}"`;
      begun.add(card);
      const isKey = marks[Number(index)]?.keyNumber !== undefined;
      return isKey
        ? `<mark class="key-mark" aria-details="${card}">`
        : `<mark class="comment-mark"${id} aria-details="${card}">`;
    })
    .replaceAll(closes, "</mark>")
    .replace(new RegExp(`${points}(\\d+)${names}`, "g"), (_, index: string) =>
      pointOf(marks, index),
    );
}

/** The numbered link at the end of a mark; comments are counted by themselves. */
function pointOf(marks: readonly PlacedMark[], index: string): string {
  const mark = marks[Number(index)];
  if (!mark) return "";
  const card = escapeHtml(mark.cardId);
  const name = escapeHtml(mark.name);
  if (mark.keyNumber !== undefined)
    return `<a class="key-point" id="at-${card}" href="#${card}" aria-label="${name}">Value ${String(mark.keyNumber)}</a>`;
  const comments = marks.filter(({ keyNumber }) => keyNumber === undefined);
  return `<a class="comment-point" href="#${card}" aria-label="${name}">${String(comments.indexOf(mark) + 1)}</a>`;
}

function cardOf(marks: readonly PlacedMark[], index: string): string {
  return escapeHtml(marks[Number(index)]?.cardId ?? "");
}

type Mark = Place & { index: number };

function markBlock(block: Block, marks: readonly Mark[]): Block {
  const cursor = { at: 0 };
  // Each node is rebuilt as what it was, with other words in it.
  return markNode(block, marks, cursor) as Block;
}

type Cursor = { at: number };

/** Goes through a block in the order in which `blockText` tells its words. */
function markNode(
  node: ContentNode,
  marks: readonly Mark[],
  cursor: Cursor,
): ContentNode {
  if (isTextblock(node)) return markTextblock(node, marks, cursor);
  // A caption or a date, which no mark can stand in.
  const own = blockText({ ...node, content: [] } as unknown as Block);
  if (own !== "") cursor.at += own.length + 1;
  const content = childrenOf(node).map((child) =>
    markNode(child, marks, cursor),
  );
  return { ...node, ...(content.length > 0 && { content }) } as ContentNode;
}

function markTextblock(
  node: ContentNode,
  marks: readonly Mark[],
  cursor: Cursor,
): ContentNode {
  const text = inlineText(node);
  let at = cursor.at;
  const content = childrenOf(node).map((inline) => {
    if (inline.type !== "text") {
      at += inlineText({ ...node, content: [inline] } as ContentNode).length;
      return inline;
    }
    const start = at;
    at += inline.text.length;
    const isLink = inline.marks?.some(({ type }) => type === "link") ?? false;
    return { ...inline, text: markWords(inline.text, start, marks, isLink) };
  });
  if (text !== "") cursor.at = at + 1;
  const image = imageText(node);
  if (image !== "") cursor.at += image.length + 1;
  return { ...node, ...(content.length > 0 && { content }) } as ContentNode;
}

/** Words cut at every edge of a mark; of marks that overlap, the one that begins last is shown. */
function markWords(
  text: string,
  from: number,
  marks: readonly Mark[],
  isLink: boolean,
): string {
  const to = from + text.length;
  const edges = new Set([from, to]);
  for (const { start, end } of marks)
    for (const edge of [start, end])
      if (edge > from && edge < to) edges.add(edge);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts
    .map((cut, index) => {
      const next = cuts[index + 1] ?? cut;
      const words = text.slice(cut - from, next - from);
      const mark = marks.findLast(
        ({ start, end }) => start <= cut && next <= end && next > cut,
      );
      const marked = mark
        ? `${opens}${String(mark.index)}${names}${words}${closes}`
        : words;
      // A link may stand in no other link.
      const ending = isLink ? [] : marks.filter(({ end }) => end === next);
      const numbers = next > cut ? ending : [];
      return `${marked}${numbers.map(({ index: n }) => `${points}${String(n)}${names}`).join("")}`;
    })
    .join("");
}
