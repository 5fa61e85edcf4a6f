import type { FaqItem, Inline, Prose } from "~/content/page-content";
import { isElement, type HtmlElement, type HtmlNode } from "./html-tree";

/** What <summary> or <dt> asks, if there is one, and what stands under it. */
export type Pair = { question: HtmlElement | null; answer: HtmlNode[] };

/** The pairs of a <details> or <dl>; several <dt> in a row have one answer for the last. */
export function pairsOf(element: HtmlElement): Pair[] {
  const pairs: Pair[] = [];
  for (const child of element.children.flatMap(unwrapDivision)) {
    const isQuestion =
      isElement(child) && /^(?:summary|dt)$/.test(child.tagName);
    if (isQuestion) pairs.push({ question: child, answer: [] });
    else {
      const last = pairs.at(-1);
      if (last) last.answer.push(child);
      else pairs.push({ question: null, answer: [child] });
    }
  }
  return pairs;
}

export function faqItem(question: Inline[], answer: Prose[]): FaqItem {
  return {
    type: "faqItem",
    content: [
      { type: "faqQuestion", content: question },
      { type: "faqAnswer", content: answer },
    ],
  };
}

export function textOfInline(inline: readonly Inline[]): string {
  return inline
    .map((node) => (node.type === "text" ? node.text : " "))
    .join("");
}

/** HTML allows <div> round each pair in a <dl>. */
function unwrapDivision(node: HtmlNode): HtmlNode[] {
  const isPair =
    isElement(node) &&
    node.tagName === "div" &&
    node.children.some((child) => isElement(child) && child.tagName === "dt");
  return isPair ? node.children : [node];
}
