import type { ContentMatch } from "@tiptap/pm/model";
import type { NodeName } from "../page-content";
import { contentSchema } from "../schema";
import type { AnyNode } from "./any-node";
import type { ComparedNode } from "./comparison";

/** The kinds of node that stand at a place after one decision. */
type Row = readonly NodeName[];

/**
 * True when whatever is decided about the compared children, the result may
 * stand in the parent. Follows every decision through the table of nodes at
 * once, as a set of the states it can be in.
 */
export function isAlwaysAllowed(
  parent: NodeName,
  children: readonly ComparedNode[],
): boolean {
  const start = contentSchema.nodes[parent]?.contentMatch;
  if (!start) return false;
  let states = new Set<ContentMatch>([start]);
  for (const rows of children.flatMap(decisionsOf)) {
    const next = new Set<ContentMatch>();
    for (const state of states)
      for (const row of rows) {
        const end = follow(state, row);
        if (end === null) return false;
        next.add(end);
      }
    states = next;
  }
  return [...states].every(({ validEnd }) => validEnd);
}

function follow(state: ContentMatch, row: Row): ContentMatch | null {
  let at: ContentMatch | null = state;
  for (const name of row) {
    const type = contentSchema.nodes[name];
    at = (type && at?.matchType(type)) ?? null;
  }
  return at;
}

/** For each place in turn, what can stand there. */
function decisionsOf(child: ComparedNode): Row[][] {
  switch (child.kind) {
    case "same":
      return [[[child.node.type]]];
    case "insert":
    case "remove":
      return [[[], [child.node.type]]];
    case "replace":
      return [[typesOf(child.removed), typesOf(child.added)]];
    case "from":
    case "to":
      return decisionsOf(child.node).map((rows) => [[], ...rows]);
    case "inside":
      return [eitherOf(child.base, child.proposed)];
    case "text": {
      const longer = child.base.length > 1 ? child.base : child.proposed;
      const [first, second] = [child.base[0], child.proposed[0]];
      const parts = longer.slice(1).map(({ type }): Row[] => [[], [type]]);
      return first && second ? [eitherOf(first, second), ...parts] : parts;
    }
  }
}

function eitherOf(one: AnyNode, other: AnyNode): Row[] {
  return one.type === other.type ? [[one.type]] : [[one.type], [other.type]];
}

function typesOf(nodes: readonly AnyNode[]): Row {
  return nodes.map(({ type }) => type);
}
