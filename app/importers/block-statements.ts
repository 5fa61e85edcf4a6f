import type {
  BulletList,
  ListItem,
  OrderedList,
  Table,
} from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import type { OrderOfFigures } from "./read-dates";
import { readPeople } from "./read-people";
import {
  emptyStatement,
  readStatement,
  type Statement,
} from "./read-statement";
import type { StatedRole } from "./report";

/** Several lines in one paragraph are statements only together. */
export function linesStatement(
  text: string,
  order: OrderOfFigures,
): Statement | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const all = lines.map((line) => readStatement(line, order));
  const read = all.filter((statement) => statement !== null);
  const [first] = read;
  if (first === undefined || read.length < all.length) return null;
  return read.slice(1).reduce(merge, first);
}

function merge(one: Statement, other: Statement): Statement {
  return {
    raw: `${one.raw}\n${other.raw}`,
    dates: [...one.dates, ...other.dates],
    people: [...one.people, ...other.people],
    tools: [...one.tools, ...other.tools],
    organisations: [...one.organisations, ...other.organisations],
    tags: [...one.tags, ...other.tags],
    citedTitle: one.citedTitle ?? other.citedTitle,
    isByline: one.isByline || other.isByline,
  };
}

/** A list in runs: items that are statements one by one, the others as lists of their own. */
export function splitList(
  list: BulletList | OrderedList,
  names: StatedRole | null,
  order: OrderOfFigures,
): (BulletList | OrderedList | Statement)[] {
  const parts: (BulletList | OrderedList | Statement)[] = [];
  for (const [index, item] of list.content.entries()) {
    const text = itemText(item);
    const parties = names && readPeople(text, names);
    const statement = parties
      ? { ...emptyStatement(text), ...parties }
      : item.content.length === 1
        ? linesStatement(text, order)
        : null;
    const last = parts.at(-1);
    if (statement) parts.push(statement);
    else if (last && "type" in last) last.content.push(item);
    else parts.push(listFrom(list, index, item));
  }
  return parts;
}

function listFrom(
  list: BulletList | OrderedList,
  index: number,
  item: ListItem,
): BulletList | OrderedList {
  return list.type === "bulletList"
    ? { type: "bulletList", content: [item] }
    : {
        type: "orderedList",
        attrs: { start: list.attrs.start + index },
        content: [item],
      };
}

/** A table of labels and values ("Last reviewed | 4 May 2022") whose every row is a statement. */
export function tableStatements(
  table: Table,
  order: OrderOfFigures,
): Statement[] | null {
  const rows = table.content.map((row) => {
    const cells = (row.content ?? []).map((cell) =>
      cell.content.map(blockText),
    );
    return cells.length === 2 ? readStatement(cells.join(": "), order) : null;
  });
  const statements = rows.filter((row) => row !== null);
  return statements.length === rows.length ? statements : null;
}

/** All that a list item says. */
export function itemText(item: ListItem): string {
  return item.content.map(blockText).join("\n");
}
