import type { ContentMatch } from "@tiptap/pm/model";
import type { AttributeValue } from "./attribute-rules";
import { cleanText } from "./characters";
import { isNodeName, nodeTable } from "./node-table";
import { pageBounds } from "./page-bounds";
import type { Body, NodeName } from "./page-content";
import { readAttributes } from "./parse-attributes";
import { readMarks } from "./parse-marks";
import { isRecord, type Report } from "./problems";
import { contentSchema } from "./schema";

const { depth: deepest, nodes: mostNodes, bytes: mostText } = pageBounds;

/** A node as it is stored: plain JSON in the order that the table gives. */
type StoredNode = {
  type: NodeName;
  attrs?: Record<string, AttributeValue>;
  content?: StoredNode[];
  text?: string;
  marks?: StoredMark[];
};
export type StoredMark = { type: string; attrs?: Record<string, unknown> };
export type Walk = { report: Report; nodes: number; bytes: number };

/**
 * Reads a body that somebody sent. Every node, mark, attribute and link must
 * be in the table of nodes and in its place; depth, number of nodes and size
 * are bounded. The result is in stored form: attributes complete, ids on top
 * blocks only, neighbouring equal texts joined, invisible characters out.
 * Null when anything was refused; the report says what and where.
 */
export function readBody(
  report: Report,
  value: unknown,
  path = "body",
): Body | null {
  const walk: Walk = { report, nodes: 0, bytes: 0 };
  const doc = readNode(walk, value, path, 0);
  refuseOversize(walk, path);
  if (report.problems.length > 0 || doc === null) return null;
  if (doc.type !== "doc")
    return report.refuse(path, "wrong_value", "A body is a node named doc.");
  // The walk has checked each node against the table that `Body` is typed from.
  return doc as unknown as Body;
}

function readNode(
  walk: Walk,
  value: unknown,
  path: string,
  depth: number,
): StoredNode | null {
  const { report } = walk;
  walk.nodes += 1;
  if (walk.nodes > mostNodes) return null;
  if (depth > deepest)
    return report.refuse(
      path,
      "too_deep",
      `Parts stand inside each other more than ${deepest} deep.`,
    );
  if (!isRecord(value))
    return report.refuse(path, "not_an_object", "A node is an object.");
  const { type } = value;
  if (!isNodeName(type))
    return report.refuse(
      path,
      "unknown_node",
      `A page cannot hold “${nameOf(type)}”.`,
    );
  if (!hasOnlyKnownFields(report, value, type, path)) return null;
  return type === "text"
    ? readText(walk, value, path)
    : readElement(walk, value, type, path, depth);
}

function readText(
  walk: Walk,
  value: Record<string, unknown>,
  path: string,
): StoredNode | null {
  if (typeof value.text !== "string")
    return walk.report.refuse(
      `${path}.text`,
      "wrong_type",
      "Text is a string.",
    );
  const { text, removed } = cleanText(value.text);
  walk.report.noteCleaned(`${path}.text`, removed);
  walk.bytes += utf8.encode(text).length;
  const marks = readMarks(walk, value.marks, path);
  return text === "" ? null : { type: "text", text, ...marks };
}

function readElement(
  walk: Walk,
  value: Record<string, unknown>,
  type: NodeName,
  path: string,
  depth: number,
): StoredNode {
  const rule = nodeTable[type];
  const attrs = readAttributes(walk, rule.attributes, value.attrs, path, {
    keepsBlockId: depth === 1,
  });
  const content = readChildren(walk, value.content, type, path, depth);
  return {
    type,
    ...(attrs && Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
    ...(rule.inline ? readMarks(walk, value.marks, path) : {}),
  };
}

function readChildren(
  walk: Walk,
  value: unknown,
  type: NodeName,
  path: string,
  depth: number,
): StoredNode[] {
  const { report } = walk;
  if (value !== undefined && !Array.isArray(value)) {
    report.refuse(`${path}.content`, "wrong_type", "Content is a list.");
    return [];
  }
  const children: unknown[] = value ?? [];
  const stored: StoredNode[] = [];
  let match: ContentMatch | null =
    contentSchema.nodes[type]?.contentMatch ?? null;
  for (const [index, child] of children.entries()) {
    if (walk.nodes > mostNodes) return stored;
    const childPath = `${path}.content[${index}]`;
    const refusedBefore = report.problems.length;
    const node = readNode(walk, child, childPath, depth + 1);
    if (node === null) {
      // What follows a refused child is not measured against the table.
      if (report.problems.length > refusedBefore) match = null;
      continue;
    }
    const nodeType = contentSchema.nodes[node.type];
    const next: ContentMatch | null =
      (nodeType && match?.matchType(nodeType)) ?? null;
    if (match !== null && next === null)
      report.refuse(
        childPath,
        "not_allowed_here",
        `“${node.type}” cannot stand here inside “${type}”.`,
      );
    match = next;
    append(stored, node);
  }
  if (match !== null && !match.validEnd)
    report.refuse(
      `${path}.content`,
      "missing",
      `“${type}” lacks something that belongs in it.`,
    );
  return stored;
}

/** Neighbouring texts with the same marks are one text. */
function append(stored: StoredNode[], node: StoredNode): void {
  const last = stored.at(-1);
  const isSame =
    last?.type === "text" &&
    node.type === "text" &&
    JSON.stringify(last.marks) === JSON.stringify(node.marks);
  if (isSame) last.text = `${last.text}${node.text}`;
  else stored.push(node);
}

const fieldsOf = {
  text: ["type", "text", "marks"],
  inline: ["type", "attrs", "marks"],
  other: ["type", "attrs", "content"],
};

function hasOnlyKnownFields(
  report: Report,
  value: Record<string, unknown>,
  type: NodeName,
  path: string,
): boolean {
  const known =
    type === "text"
      ? fieldsOf.text
      : nodeTable[type].inline
        ? fieldsOf.inline
        : fieldsOf.other;
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  for (const key of unknown)
    report.refuse(
      `${path}.${nameOf(key)}`,
      "unknown_field",
      `“${type}” has no field “${nameOf(key)}”.`,
    );
  return unknown.length === 0;
}

function refuseOversize(walk: Walk, path: string): void {
  if (walk.nodes > mostNodes)
    walk.report.refuse(
      path,
      "too_many_nodes",
      `A page holds at most ${mostNodes.toLocaleString("en-GB")} parts; this one has more.`,
    );
  if (walk.bytes > mostText)
    walk.report.refuse(
      path,
      "too_large",
      `A page holds at most 2 MB of text; this one has ${(walk.bytes / 1_000_000).toFixed(1)} MB.`,
    );
}

const utf8 = new TextEncoder();

/** What was sent as a name, short and visible enough to be shown. */
function nameOf(value: unknown): string {
  return typeof value === "string"
    ? cleanText(value.slice(0, 40)).text
    : typeof value;
}
