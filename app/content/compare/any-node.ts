import type { AttributeValue } from "../attribute-rules";
import { citationName } from "../citation-ids";
import { nodeTable } from "../node-table";
import type { Citation, ContentNode, Mark, NodeName } from "../page-content";
import { blockText, inlineText } from "../plain-text";
import { contentSchema } from "../schema";

/**
 * Any node of a page, block or inline, as comparing sees it: what it is, its
 * attributes and what is inside. No kind of node is known here by its name
 * unless the page's own table does not say enough.
 */
export type AnyNode = {
  type: NodeName;
  attrs?: Record<string, AttributeValue | undefined>;
  content?: AnyNode[];
  text?: string;
  marks?: Mark[];
};

/** True for a node whose children are words and things among words. */
export function holdsText(node: AnyNode): boolean {
  return contentSchema.nodes[node.type]?.inlineContent ?? false;
}

/** True for a node in which nothing can stand: its attributes are all it says. */
export function isLeaf(node: AnyNode): boolean {
  return nodeTable[node.type].content === undefined;
}

/** The id of a block; null for what has none. */
export function idOf(node: AnyNode): string | null {
  const rule = nodeTable[node.type].attributes["id"];
  const id = rule?.default === null ? node.attrs?.["id"] : null;
  return typeof id === "string" ? id : null;
}

/** The same node with another id; one without attributes of its own gets them. */
export function withId(node: AnyNode, id: string | null): AnyNode {
  return idOf(node) === id ? node : { ...node, attrs: { ...node.attrs, id } };
}

/** The node's own words, attributes said aloud where it has no others. */
export function wordsOf(node: AnyNode): string {
  // `blockText` reads any node of the table; its type names what callers hold.
  const text = blockText(node as never);
  return text === "" && !holdsText(node) ? attributeWords(node) : text;
}

/** What an inline node shows: its text, its name, a citation by its identifier. */
export function shownText(inline: AnyNode): string {
  if (inline.type === "text") return inline.text ?? "";
  if (inline.type === "citation")
    // The check of the page has given a citation these attributes.
    return `[${citationName(inline.attrs as unknown as Citation)}]`;
  const paragraph = { type: "paragraph", content: [inline] };
  return inlineText(paragraph as unknown as ContentNode);
}

/** The attributes that say something, one a line. */
export function attributeWords(node: AnyNode): string {
  return Object.entries(node.attrs ?? {})
    .filter(([name, value]) => name !== "id" && isSaid(value))
    .map(([, value]) => String(value))
    .join("\n");
}

function isSaid(value: AttributeValue | undefined): boolean {
  return value !== null && value !== undefined && value !== "";
}

/** True when two nodes agree in everything but the ids of blocks. */
export function isSameNode(one: AnyNode, other: AnyNode): boolean {
  if (one === other) return true;
  if (one.type !== other.type || one.text !== other.text) return false;
  if (
    !isSameShell(one, other) ||
    !isSameList(one.marks, other.marks, isSameMark)
  )
    return false;
  return isSameList(one.content, other.content, isSameNode);
}

/** True when two nodes are of one kind with the same attributes but the id. */
export function isSameShell(one: AnyNode, other: AnyNode): boolean {
  return one.type === other.type && changedAttributes(one, other).length === 0;
}

/** The names of the attributes that differ, the id of a block left out. */
export function changedAttributes(one: AnyNode, other: AnyNode): string[] {
  const [a, b] = [one.attrs ?? {}, other.attrs ?? {}];
  if (a === b) return [];
  const isBlockId = (name: string) => name === "id" && isIdOfBlock(one);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => !isBlockId(name) && a[name] !== b[name],
  );
}

function isIdOfBlock(node: AnyNode): boolean {
  return nodeTable[node.type].attributes["id"]?.default === null;
}

/** True when the same marks stand on two pieces of text, in stored order. */
export function isSameMarks(one?: Mark[], other?: Mark[]): boolean {
  return one === other || isSameList(one, other, isSameMark);
}

function isSameMark(one: Mark, other: Mark): boolean {
  if (one.type !== other.type) return false;
  if (one.type !== "link" || other.type !== "link") return true;
  return one.attrs.href === other.attrs.href;
}

function isSameList<T>(
  one: readonly T[] = [],
  other: readonly T[] = [],
  isSame: (one: T, other: T) => boolean,
): boolean {
  return (
    one.length === other.length &&
    one.every((item, index) => isSame(item, other[index] as T))
  );
}
