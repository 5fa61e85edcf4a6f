import { holdsText, type AnyNode } from "./any-node";

/**
 * The node whose words a node stands for: itself where words stand in it
 * directly, or the one paragraph of a list item. Null for anything else.
 */
export function textPart(node: AnyNode): AnyNode | null {
  if (holdsText(node)) return node;
  const [only, ...others] = node.content ?? [];
  const isItem = node.type === "listItem" && others.length === 0;
  return isItem && only && holdsText(only) ? only : null;
}

/** The words of such a node replaced; its kind and attributes stay. */
export function withText(node: AnyNode, inlines: readonly AnyNode[]): AnyNode {
  if (!holdsText(node))
    return {
      ...node,
      content: (node.content ?? []).map((inner) => withText(inner, inlines)),
    };
  const { content: _, ...shell } = node;
  return inlines.length > 0 ? { ...shell, content: [...inlines] } : shell;
}
