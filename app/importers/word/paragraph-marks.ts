import {
  childElements,
  childNodes,
  remove,
  wordChild,
  wordElements,
  wordName,
  wordsIn,
} from "./word-xml";

/**
 * A paragraph whose mark vanishes runs on into the next one, which keeps its
 * own format (17.13.5.15); with no paragraph after it, it stays unless empty.
 * The words of a run of such paragraphs are carried on and put down once.
 * `marks` are the names of changes of a mark, `gone` those it vanishes with.
 */
export function settleParagraphMarks(
  document: Document,
  marks: readonly string[],
  gone: readonly string[],
): void {
  const carried = new Map<Element, Node[]>();
  for (const paragraph of wordElements(document, "p")) {
    const properties = wordChild(paragraph, "pPr");
    const changes = changesOfMark(properties, marks);
    for (const change of changes) remove(change);
    const isGone = changes.some((change) =>
      gone.includes(wordName(change) ?? ""),
    );
    const words = carried.get(paragraph) ?? [];
    carried.delete(paragraph);
    const next = isGone ? paragraphAfter(paragraph) : null;
    if (next) {
      for (const child of childNodes(paragraph))
        if (child !== properties) words.push(child);
      carried.set(next, words);
      remove(paragraph);
      continue;
    }
    const place = properties ? properties.nextSibling : paragraph.firstChild;
    for (const child of words) paragraph.insertBefore(child, place);
    if (isGone && wordsIn(paragraph) === "" && !isLastOfCell(paragraph))
      remove(paragraph);
  }
}

function changesOfMark(
  properties: Element | null,
  marks: readonly string[],
): Element[] {
  const ofMark = properties && wordChild(properties, "rPr");
  return (ofMark ? childElements(ofMark) : []).filter((child) =>
    marks.includes(wordName(child) ?? ""),
  );
}

/** The paragraph that follows; null when a table, or nothing, stands there. */
function paragraphAfter(paragraph: Element): Element | null {
  for (let node = paragraph.nextSibling; node; node = node.nextSibling) {
    const name = wordName(node);
    // Found by name just above, so it is an element.
    if (name === "p") return node as Element;
    if (name === "tbl" || name === "sdt" || name === "sectPr") return null;
  }
  return null;
}

function isLastOfCell(paragraph: Element): boolean {
  return (
    wordName(paragraph.parentNode) === "tc" &&
    !hasParagraph(paragraph, "nextSibling") &&
    !hasParagraph(paragraph, "previousSibling")
  );
}

function hasParagraph(
  from: Element,
  way: "nextSibling" | "previousSibling",
): boolean {
  for (let node = from[way]; node; node = node[way])
    if (wordName(node) === "p") return true;
  return false;
}
