import type { Body } from "../page-content";
import { idOf, withId, type AnyNode } from "./any-node";
import { primaryId } from "./compare-text";
import type { ComparedNode, ComparedText, Comparison } from "./comparison";
import { inlinesOf, type Piece } from "./pieces";
import { withText } from "./text-part";

/** The ids of the changes that are made. */
type Accepted = Pick<ReadonlySet<string>, "has">;

/**
 * The body with some of the changes made: none is the base, all is the
 * proposed one, any others give a body that the page may hold. A block found
 * again keeps its id. Names of changes that are not there do nothing.
 */
export function applyChanges(comparison: Comparison, accepted: Accepted): Body {
  const content = comparison.nodes.flatMap((node) => rebuilt(node, accepted));
  // `isAlwaysAllowed` has held every decision against the table of nodes.
  return { type: "doc", content } as unknown as Body;
}

/** What stands in the place of a compared node once it is decided which changes are made. */
export function rebuilt(compared: ComparedNode, accepted: Accepted): AnyNode[] {
  const isMade = (change: { id: string } | null) =>
    change !== null && accepted.has(change.id);
  switch (compared.kind) {
    case "same":
      return [compared.node];
    case "insert":
      return isMade(compared.change) ? [compared.node] : [];
    case "remove":
      return isMade(compared.change) ? [] : [compared.node];
    case "replace":
      return isMade(compared.change) ? compared.added : compared.removed;
    case "from":
      return isMade(compared.change) ? [] : rebuilt(compared.node, accepted);
    case "to":
      return isMade(compared.change) ? rebuilt(compared.node, accepted) : [];
    case "inside": {
      const { content: _, ...shell } = isMade(compared.change)
        ? compared.proposed
        : compared.base;
      const content = compared.children.flatMap((child) =>
        rebuilt(child, accepted),
      );
      return [content.length > 0 ? { ...shell, content } : shell];
    }
    case "text":
      return rebuiltText(compared, accepted, isMade(compared.change));
  }
}

/** A block being put together: which of the compared blocks are in it. */
type Part = { slots: number[]; pieces: Piece[] };

function rebuiltText(
  text: ComparedText,
  accepted: Accepted,
  isFirstMade: boolean,
): AnyNode[] {
  let part: Part = { slots: [0], pieces: [] };
  const parts = [part];
  const take = (pieces: readonly Piece[]) => {
    for (const piece of pieces)
      if (piece.kind === "break") {
        part = { slots: [piece.slot ?? 0], pieces: [] };
        parts.push(part);
      } else part.pieces.push(piece);
  };
  for (const segment of text.segments) {
    if (segment.kind === "same") {
      take(segment.pieces);
      continue;
    }
    const isMade = accepted.has(segment.change.id);
    const left = isMade ? segment.removed : segment.added;
    for (const { kind, slot = 0 } of left)
      if (kind === "break") part.slots.push(slot);
    take(isMade ? segment.added : segment.removed);
  }
  const [first, next] = [text.base[0], text.proposed[0]];
  const shells = text.base.length > 1 ? text.base : text.proposed;
  return parts.flatMap(({ slots, pieces }) => {
    const [slot = 0] = slots;
    const shell = slot > 0 ? shells[slot] : isFirstMade ? next : first;
    const own = shells[slot];
    if (!shell || !own) return [];
    const isPrimary = slots.includes(text.primary);
    const id = isPrimary ? primaryId(text) : idOf(own);
    return [withText(withId(shell, id), inlinesOf(pieces))];
  });
}
