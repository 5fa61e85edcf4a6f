import { commonRow } from "./save-differences";

const highlightName = "clash-words";

type Word = { text: string; range: Range };

/**
 * Marks in two columns the words that the other lacks, without touching what
 * they show. A browser without highlights shows the columns plain.
 */
export function markDifferences(columns: HTMLElement | null): void {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete(highlightName);
  const [one, other] = columns?.querySelectorAll(".page-text") ?? [];
  if (!one || !other) return;
  const mine = wordsIn(one);
  const theirs = wordsIn(other);
  const common = commonRow(
    mine.map(({ text }) => text),
    theirs.map(({ text }) => text),
  );
  const inMine = new Set(common.map(([place]) => place));
  const inTheirs = new Set(common.map(([, place]) => place));
  const ranges = [
    ...mine.filter((_, place) => !inMine.has(place)),
    ...theirs.filter((_, place) => !inTheirs.has(place)),
  ].map(({ range }) => range);
  CSS.highlights.set(highlightName, new Highlight(...ranges));
}

function wordsIn(element: Element): Word[] {
  const words: Word[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    for (const { 0: text, index } of (node.nodeValue ?? "").matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      words.push({ text, range });
    }
  return words;
}
