import type {
  BulletList,
  ListItem,
  OrderedList,
  Paragraph,
} from "~/content/page-content";
import { textNodes } from "./source";

/** A line that begins a list item: how far it is indented, its number if it has one, its words. */
export type ItemLine = { indent: number; number: number | null; text: string };

const marker =
  /^([ \t\u00a0]*)(?:([•‣◦▪●○·*+–-])|(\d{1,3})[.)])[ \t\u00a0]+(\S.*)$/;

export function readItemLine(line: string): ItemLine | null {
  const found = marker.exec(line);
  if (!found) return null;
  const [, space = "", , number, text = ""] = found;
  return {
    indent: space.replaceAll("\t", "    ").length,
    number: number === undefined ? null : Number(number),
    text: text.trim(),
  };
}

/** A line that holds a list mark and nothing else; its words stand in the next line. */
export function isLoneMark(line: string): boolean {
  return /^\s*(?:[•‣◦▪●○–-]|\d{1,3}[.)])\s*$/.test(line);
}

/** Further indented items are lists inside the item before them, ten deep at most. */
export function makeLists(
  items: readonly ItemLine[],
  depth = 0,
): (BulletList | OrderedList)[] {
  const lists: (BulletList | OrderedList)[] = [];
  let at = 0;
  while (at < items.length) {
    const item = items[at];
    if (item === undefined) break;
    let end = at + 1;
    while (end < items.length && isInside(items[end], item, depth)) end += 1;
    const node: ListItem = {
      type: "listItem",
      content: [
        paragraphOf(item.text),
        ...makeLists(items.slice(at + 1, end), depth + 1),
      ],
    };
    const last = lists.at(-1);
    const isOrdered = item.number !== null;
    if (last && (last.type === "orderedList") === isOrdered)
      last.content.push(node);
    else lists.push(newList(item.number, node));
    at = end;
  }
  return lists;
}

function isInside(
  item: ItemLine | undefined,
  parent: ItemLine,
  depth: number,
): boolean {
  return item !== undefined && depth < 10 && item.indent > parent.indent;
}

function newList(
  number: number | null,
  first: ListItem,
): BulletList | OrderedList {
  return number === null
    ? { type: "bulletList", content: [first] }
    : {
        type: "orderedList",
        attrs: { start: Math.max(1, number) },
        content: [first],
      };
}

export function paragraphOf(text: string): Paragraph {
  return { type: "paragraph", content: textNodes(text) };
}
