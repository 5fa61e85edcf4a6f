import type { Node } from "@tiptap/pm/model";
import { nodeTable } from "~/content/node-table";
import type { NodeName } from "~/content/page-content";

/**
 * The attributes of a node as one attribute of its element, so that a copy
 * keeps them. A block's id travels by itself.
 */
export function keepAttributes(node: Node): Record<string, string> {
  const { id: _, ...others } = node.attrs;
  return { "data-node": node.type.name, "data-attrs": JSON.stringify(others) };
}

/**
 * The attributes that a pasted element carries, each by its own rule of the
 * table of nodes: one that is not allowed falls back to its default; false
 * when there is none, and the element is then no such node.
 */
export function readKept(
  name: NodeName,
  element: HTMLElement,
): Record<string, unknown> | false {
  const given = parse(element.dataset.attrs);
  const attributes: Record<string, unknown> = {};
  for (const [attribute, rule] of Object.entries(nodeTable[name].attributes)) {
    if (attribute === "id" && rule.default === null) continue;
    const sent = given[attribute] ?? rule.default;
    const value = rule.read(sent, given) ?? rule.default;
    if (value === undefined) return false;
    attributes[attribute] = value;
  }
  return attributes;
}

function parse(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value))
      : {};
  } catch {
    return {};
  }
}
