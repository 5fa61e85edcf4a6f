import { Fragment, type Node } from "@tiptap/pm/model";

/**
 * One place where a document is to become another, in positions of the first:
 * other content between two of them, or other attributes of the node at one.
 */
export type Replacement =
  | { from: number; to: number; content: Fragment }
  | { at: number; attributes: Record<string, unknown> };

/**
 * The places, in order, at which one document must change to be the other:
 * whole blocks where one came or went, else single words of a line, so that a
 * cursor anywhere else stays where it is. Applied all together, last first.
 */
export function replacementsBetween(one: Node, other: Node): Replacement[] {
  const found: Replacement[] = [];
  compareChildren(one, other, 0, found);
  return found;
}

/** The same, but a top block that differs is replaced as a whole. */
export function blockReplacementsBetween(
  one: Node,
  other: Node,
): Replacement[] {
  const found: Replacement[] = [];
  const rows = { one: one.children, other: other.children };
  for (const part of parts(rows, 0, wholeKey))
    if (!part.isSame) replace(rows, part, found);
  return found;
}

type Rows = { one: readonly Node[]; other: readonly Node[] };

/** A stretch of two rows: the same in both, or all that lies between. */
type Part = {
  isSame: boolean;
  one: [from: number, to: number];
  other: [from: number, to: number];
  /** Where the stretch begins in the first document. */
  position: number;
};

function compareChildren(
  one: Node,
  other: Node,
  position: number,
  found: Replacement[],
): void {
  const rows = one.inlineContent
    ? { one: wordsOf(one), other: wordsOf(other) }
    : { one: one.children, other: other.children };
  for (const part of parts(rows, position, keyWithoutId)) {
    if (part.isSame || arePairs(rows, part)) comparePairs(rows, part, found);
    else if (one.inlineContent) replace(rows, part, found);
    else compareById(rows, part, found);
  }
}

/** Blocks between two that are the same: by their ids, the rest is replaced. */
function compareById(rows: Rows, part: Part, found: Replacement[]): void {
  const inner = {
    one: rows.one.slice(...part.one),
    other: rows.other.slice(...part.other),
  };
  for (const place of parts(inner, part.position, idKey)) {
    if (place.isSame || arePairs(inner, place))
      comparePairs(inner, place, found);
    else replace(inner, place, found);
  }
}

function comparePairs(rows: Rows, part: Part, found: Replacement[]): void {
  let { position } = part;
  for (let index = 0; index < part.one[1] - part.one[0]; index += 1) {
    const one = rows.one[part.one[0] + index];
    const other = rows.other[part.other[0] + index];
    if (!one || !other) return;
    if (one.type !== other.type || one.isText)
      replacePair(one, other, position, found);
    else {
      const attributes = changedAttributes(one, other);
      if (attributes !== null) found.push({ at: position, attributes });
      compareChildren(one, other, position + 1, found);
    }
    position += one.nodeSize;
  }
}

function replacePair(
  one: Node,
  other: Node,
  from: number,
  found: Replacement[],
): void {
  if (one.eq(other)) return;
  const to = from + one.nodeSize;
  found.push({ from, to, content: Fragment.from(other) });
}

function replace(rows: Rows, part: Part, found: Replacement[]): void {
  const from = part.position;
  const to = rows.one
    .slice(...part.one)
    .reduce((sum, node) => sum + node.nodeSize, from);
  const content = Fragment.fromArray(rows.other.slice(...part.other));
  found.push({ from, to, content });
}

/** As many on both sides, each of the same kind, and no words of a line. */
function arePairs(rows: Rows, { one, other }: Part): boolean {
  if (one[1] - one[0] !== other[1] - other[0]) return false;
  for (let index = 0; index < one[1] - one[0]; index += 1) {
    const first = rows.one[one[0] + index];
    const second = rows.other[other[0] + index];
    if (first?.isInline || first?.type !== second?.type) return false;
    const id: unknown = first?.attrs.id;
    if (typeof id === "string" && id !== second?.attrs.id) return false;
  }
  return true;
}

function changedAttributes(
  one: Node,
  other: Node,
): Record<string, unknown> | null {
  const changed = Object.entries(other.attrs).filter(
    ([name, value]) => one.attrs[name] !== value,
  );
  return changed.length > 0 ? Object.fromEntries(changed) : null;
}

/** A line as its words, the gaps between them, and its other parts. */
function wordsOf(line: Node): Node[] {
  return line.children.flatMap((child) => {
    if (!child.isText) return [child];
    const pieces: Node[] = [];
    let at = 0;
    for (const piece of (child.text ?? "").match(/\s+|\S+/g) ?? []) {
      pieces.push(child.cut(at, at + piece.length));
      at += piece.length;
    }
    return pieces;
  });
}

function wholeKey(node: Node): string {
  return JSON.stringify(node.toJSON());
}

function keyWithoutId(node: Node): string {
  if (node.isInline) return wholeKey(node);
  return JSON.stringify({
    type: node.type.name,
    attrs: { ...node.attrs, id: null },
    content: node.content.toJSON() as unknown,
  });
}

function idKey(node: Node): string {
  const id: unknown = node.attrs.id;
  return typeof id === "string" ? id : wholeKey(node);
}

/** Two rows cut where their longest common row begins and ends. */
function parts(
  rows: Rows,
  position: number,
  keyOf: (node: Node) => string,
): Part[] {
  const one = rows.one.map(keyOf);
  const other = rows.other.map(keyOf);
  const found: Part[] = [];
  let i = 0;
  let j = 0;
  let at = position;
  const add = (isSame: boolean, toOne: number, toOther: number) => {
    if (toOne > i || toOther > j)
      found.push({
        isSame,
        one: [i, toOne],
        other: [j, toOther],
        position: at,
      });
    for (; i < toOne; i += 1) at += rows.one[i]?.nodeSize ?? 0;
    j = toOther;
  };
  for (const [first, second] of commonRow(one, other)) {
    add(false, first, second);
    add(true, first + 1, second + 1);
  }
  add(false, one.length, other.length);
  return found;
}

const mostComparisons = 4_000_000;

/** Pairs of places of a longest common row; of very long rows only the ends. */
export function commonRow(
  one: readonly string[],
  other: readonly string[],
): [number, number][] {
  const pairs: [number, number][] = [];
  let start = 0;
  while (start < one.length && start < other.length) {
    if (one[start] !== other[start]) break;
    pairs.push([start, start]);
    start += 1;
  }
  let end = 0;
  const least = Math.min(one.length, other.length) - start;
  while (end < least && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const oneEnd = one.length - end;
  const otherEnd = other.length - end;
  if ((oneEnd - start) * (otherEnd - start) <= mostComparisons)
    pairs.push(
      ...middle(one.slice(start, oneEnd), other.slice(start, otherEnd)).map(
        ([i, j]): [number, number] => [i + start, j + start],
      ),
    );
  for (let index = 0; index < end; index += 1)
    pairs.push([oneEnd + index, otherEnd + index]);
  return pairs;
}

function middle(
  one: readonly string[],
  other: readonly string[],
): [number, number][] {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        one[i] === other[j]
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
