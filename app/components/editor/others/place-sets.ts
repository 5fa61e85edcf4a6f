import type { Node } from "@tiptap/pm/model";
import { StepMap } from "@tiptap/pm/transform";
import type { OpenPlace } from "~/content/suggestions/open-places";
import { replacementsBetween } from "../save-differences";
import type { OpenSet } from "./open-sets";

/** An open change in the text on the screen. */
export type Placed = {
  /** Names the change among all sets. */
  key: string;
  cardId: string;
  madeBy: string;
  hand: number;
  from: number;
  to: number;
  /** This writer changed the very words, or right beside them. */
  isTouched: boolean;
} & (
  | { kind: "words"; added: string }
  | { kind: "block"; look: "removed" | "moved" | "other" }
  | { kind: "new"; added: string }
);

export function keyOf(setId: string, changeId: string): string {
  return `${setId}/${changeId}`;
}

/** A block on the screen and how positions of the set's block come to it. */
type Carried = { at: number; map: StepMap };

/**
 * Finds the places of open sets in a document: a block by its id, and in it
 * through the words that changed since the set knew it. A place whose block is
 * gone is left out.
 */
export function placeSets(
  doc: Node,
  sets: readonly OpenSet[],
  handOf: (set: OpenSet) => number,
  cardIdOf: (card: { setId: string; id: string }) => string,
): Placed[] {
  const blocks = new Map<string, { node: Node; at: number }>();
  doc.forEach((node, at) => {
    const id: unknown = node.attrs.id;
    if (typeof id === "string") blocks.set(id, { node, at });
  });
  return sets.flatMap((set) => {
    const carried = new Map<string, Carried>();
    for (const block of set.blocks) {
      const now = blocks.get(block.attrs?.id ?? "");
      if (now) carried.set(block.attrs?.id ?? "", carry(now, block));
    }
    const ends = new Map(
      [...blocks].map(([id, { node, at }]) => [id, at + node.nodeSize]),
    );
    return set.places.flatMap((place) => {
      const found = placed(place, carried, ends);
      if (found === null) return [];
      const { changeId } = place;
      return [
        {
          ...{ ...found, madeBy: set.madeBy, hand: handOf(set) },
          key: keyOf(set.setId, changeId),
          cardId: cardIdOf({ setId: set.setId, id: changeId }),
        },
      ];
    });
  });
}

function carry(now: { node: Node; at: number }, block: unknown): Carried {
  const { schema } = now.node.type;
  const docOf = (node: Node) => schema.topNodeType.create(null, node);
  const known = docOf(schema.nodeFromJSON(block));
  const ranges = replacementsBetween(known, docOf(now.node)).flatMap((each) =>
    "at" in each ? [] : [each.from, each.to - each.from, each.content.size],
  );
  return { at: now.at, map: new StepMap(ranges) };
}

type Found = Omit<Placed, "key" | "cardId" | "madeBy" | "hand"> &
  (
    | { kind: "words"; added: string }
    | { kind: "block"; look: "removed" | "moved" | "other" }
    | { kind: "new"; added: string }
  );

function placed(
  place: OpenPlace,
  carried: ReadonlyMap<string, Carried>,
  ends: ReadonlyMap<string, number>,
): Found | null {
  if (place.kind === "between") {
    const at = place.after === null ? 0 : ends.get(place.after);
    if (at === undefined) return null;
    const here = { from: at, to: at, isTouched: false };
    return { kind: "new", ...here, added: place.added };
  }
  const block = carried.get(place.blockId);
  if (!block) return null;
  const span =
    place.kind === "new" ? { from: place.at, to: place.at } : { ...place };
  const isTouched = place.kind !== "block" && isMet(block.map, span);
  const from = block.at + block.map.map(span.from, 1);
  const to = Math.max(from, block.at + block.map.map(span.to, -1));
  const here = { from, to, isTouched };
  return place.kind === "block"
    ? { kind: "block", ...here, look: place.look }
    : { kind: place.kind, ...here, added: place.added };
}

/** Whether a change is in a range, or right beside it. */
export function isMet(
  map: Pick<StepMap, "forEach">,
  { from, to }: { from: number; to: number },
): boolean {
  let met = false;
  map.forEach((start, end) => {
    if (start <= to && end >= from) met = true;
  });
  return met;
}
