import { styleOf, unwrap } from "./dom";

/**
 * Lists as word processors put them on the clipboard, made into lists inside
 * items: Word's numbered paragraphs, Word on the web's one list for each item,
 * and Google Docs' lists that stand directly inside lists.
 */
export function repairLists(body: HTMLElement): void {
  joinParagraphs(body);
  joinItems(body);
  for (const inner of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)"))
    putIntoItem(inner);
}

type Item = { level: number; isNumbered: boolean; start: number };

/** Word: paragraphs with `mso-list:l0 level2 lfo1` and their sign in a span. */
function joinParagraphs(body: HTMLElement): void {
  const paragraphs = [
    ...body.querySelectorAll<HTMLElement>("[data-style*='mso-list' i]"),
  ].filter((each) => /^l\d+\s+level\d/.test(styleOf(each, "mso-list")));
  const made = new Map<Element, Element>();
  for (const paragraph of paragraphs) {
    const item = itemOf(paragraph);
    const before = paragraph.previousElementSibling;
    const list = before === null ? undefined : made.get(before);
    const content = body.ownerDocument.createElement("li");
    content.append(...paragraph.childNodes);
    if (list && hangOn(list, content, item)) {
      paragraph.remove();
      continue;
    }
    const opened = newList(body, content, item);
    paragraph.replaceWith(opened);
    made.set(opened, opened);
  }
}

function itemOf(paragraph: HTMLElement): Item {
  const level = /level(\d)/.exec(styleOf(paragraph, "mso-list"))?.[1] ?? "1";
  const sign = [
    ...paragraph.querySelectorAll<HTMLElement>("[data-style*='mso-list' i]"),
  ].find((each) => styleOf(each, "mso-list") === "ignore");
  const written = (sign?.textContent ?? "").replace(/[\s\u00a0]+/g, "");
  const isWord = /^\(?(\d{1,4}|[a-z]{1,4})[.)]$/i.test(written);
  sign?.remove();
  return {
    level: Number(level),
    isNumbered: isWord,
    start: Number(/\d+/.exec(written)?.[0] ?? 1),
  };
}

function newList(body: HTMLElement, content: Element, item: Item): Element {
  const list = body.ownerDocument.createElement(item.isNumbered ? "ol" : "ul");
  if (item.isNumbered && item.start > 1)
    list.setAttribute("start", String(item.start));
  list.setAttribute("data-level", String(item.level));
  list.append(content);
  return list;
}

/** Puts an item at its level below the last one; false when a new list starts. */
function hangOn(list: Element, content: Element, item: Item): boolean {
  const level = Number(list.getAttribute("data-level") ?? "1");
  if (item.level <= level) {
    const isSameKind = (list.tagName === "OL") === item.isNumbered;
    if (item.level < level || !isSameKind) return false;
    list.append(content);
    return true;
  }
  const last = list.lastElementChild;
  const inner = last?.lastElementChild;
  if (last === null) return false;
  if (inner && /^[uo]l$/i.test(inner.tagName) && hangOn(inner, content, item))
    return true;
  last.append(newList(list.ownerDocument.body, content, item));
  return true;
}

/** Word on the web: each item is a list of its own, with its level beside it. */
function joinItems(body: HTMLElement): void {
  for (const box of body.querySelectorAll("div.ListContainerWrapper"))
    unwrap(box);
  const alone = [...body.querySelectorAll(":is(ul, ol)")].filter(
    (list) =>
      list.children.length === 1 &&
      list.firstElementChild?.hasAttribute("data-aria-level"),
  );
  const made = new Set<Element>();
  for (const list of alone) {
    const content = list.firstElementChild;
    const before = list.previousElementSibling;
    if (content === null) continue;
    const level = Number(content.getAttribute("data-aria-level") ?? "1") || 1;
    const isNumbered = list.tagName === "OL";
    const start = Number(list.getAttribute("start") ?? "1") || 1;
    list.setAttribute("data-level", String(level));
    if (
      before !== null &&
      made.has(before) &&
      hangOn(before, content, { level, isNumbered, start })
    )
      list.remove();
    else made.add(list);
  }
}

/** Google Docs: a list inside a list belongs to the item before it. */
function putIntoItem(inner: Element): void {
  const before = inner.previousElementSibling;
  if (before?.tagName === "LI") before.append(inner);
  else {
    const item = inner.ownerDocument.createElement("li");
    inner.before(item);
    item.append(inner);
  }
}
