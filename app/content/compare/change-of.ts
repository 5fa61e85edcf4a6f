import type { NodeName } from "../page-content";
import type { Change } from "./comparison";
import type { HarmSense } from "./harms-of-nodes";
import { shortHash } from "./short-hash";

/** Where comparing stands: in which block, in which kinds of node, at which kind. */
export type Place = {
  blockId: string | null;
  path: readonly NodeName[];
  node: NodeName;
  sense: HarmSense;
};

type Facts = Pick<Change, "kind" | "before" | "after" | "harms"> &
  Partial<Omit<Change, "id" | "blockId" | "path">> & {
    /** What tells this change from any other in its block, in order. */
    key: readonly unknown[];
  };

/** A change with an id made of its block and its words. */
export function changeOf(place: Place, facts: Facts): Change {
  const { key, ...said } = facts;
  const { blockId, path } = place;
  const id = shortHash(JSON.stringify([said.kind, blockId, path, key]));
  return {
    node: place.node,
    becomes: null,
    attributes: [],
    sentenceBefore: said.before,
    sentenceAfter: said.after,
    ...said,
    id,
    blockId,
    path,
  };
}

/** The place inside a node. */
export function within(place: Place, node: NodeName): Place {
  return { ...place, path: [...place.path, node], node };
}
