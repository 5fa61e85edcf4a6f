import type { NodeName } from "../page-content";
import type { AnyNode } from "./any-node";
import type { ComparedNode, Comparison } from "./comparison";

export type PartCount = { part: NodeName; count: number };
/** What changed under one heading of the second level; null before the first. */
export type SectionCount = { heading: string | null; parts: PartCount[] };

/**
 * How many paragraphs, rows, citations and so on differ, section by section of
 * the proposed text. Each part counts once however often it was touched: a
 * row as a row, an item as an item, a citation that comes or goes as itself.
 */
export function countParts({ nodes }: Comparison): SectionCount[] {
  const sections = new Map<string | null, Map<NodeName, number>>();
  let heading: string | null = null;
  for (const compared of nodes) {
    heading = headingOf(compared) ?? heading;
    const parts = sections.get(heading) ?? new Map<NodeName, number>();
    for (const part of partsIn(compared))
      parts.set(part, (parts.get(part) ?? 0) + 1);
    if (parts.size > 0) sections.set(heading, parts);
  }
  return [...sections].map(([name, parts]) => ({
    heading: name,
    parts: [...parts].map(([part, count]) => ({ part, count })),
  }));
}

/** The parts of all sections together, the most frequent first. */
export function totalParts(sections: readonly SectionCount[]): PartCount[] {
  const counts = new Map<NodeName, number>();
  for (const { part, count } of sections.flatMap(({ parts }) => parts))
    counts.set(part, (counts.get(part) ?? 0) + count);
  return [...counts]
    .map(([part, count]) => ({ part, count }))
    .sort((one, other) => other.count - one.count);
}

function partsIn(compared: ComparedNode): NodeName[] {
  switch (compared.kind) {
    case "same":
    case "from":
      return [];
    case "insert":
    case "remove":
      return [compared.node.type];
    case "replace":
      return [(compared.added[0] ?? compared.removed[0])?.type ?? "doc"];
    case "to":
      return [typeOf(compared.node) ?? "paragraph"];
    case "inside": {
      const inside = compared.children.flatMap(partsIn);
      const { type } = compared.proposed;
      const isOne = type === "tableRow" || type === "listItem";
      if (isOne && inside.length > 0) return [type, ...inside.filter(isThing)];
      return compared.change ? [type, ...inside] : inside;
    }
    case "text": {
      const changes = compared.segments.flatMap((segment) =>
        segment.kind === "changed" ? [segment.change] : [],
      );
      const things = changes.map(({ node }) => node).filter(isThing);
      const isTouched = things.length < changes.length || compared.change;
      const type = compared.proposed[0]?.type ?? "paragraph";
      return isTouched ? [type, ...things] : things;
    }
  }
}

const things = new Set<NodeName>([
  "citation",
  "gene",
  "variant",
  "fusion",
  "therapy",
]);

function isThing(part: NodeName): boolean {
  return things.has(part);
}

function typeOf(compared: ComparedNode): NodeName | null {
  return nodeOf(compared)?.type ?? null;
}

/** The node as the proposed text has it; null for what is not in it. */
function nodeOf(compared: ComparedNode): AnyNode | null {
  switch (compared.kind) {
    case "same":
    case "insert":
      return compared.node;
    case "to":
      return nodeOf(compared.node);
    case "inside":
      return compared.proposed;
    case "text":
    case "replace":
      return (
        (compared.kind === "text" ? compared.proposed : compared.added)[0] ??
        null
      );
    case "remove":
    case "from":
      return null;
  }
}

function headingOf(compared: ComparedNode): string | null {
  const node = nodeOf(compared);
  if (node?.type !== "heading" || node.attrs?.["level"] !== 2) return null;
  const text = (node.content ?? []).map((inline) => inline.text ?? "").join("");
  return text.trim() || null;
}
