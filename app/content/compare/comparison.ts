import type { Harm } from "../harm-of-words";
import type { Body, NodeName } from "../page-content";
import type { AnyNode } from "./any-node";
import type { Piece } from "./pieces";

export type ChangeKind =
  | "insert"
  | "remove"
  | "move"
  | "split"
  | "join"
  | "retype"
  | "words"
  | "format"
  | "attributes"
  | "table";

/**
 * One decision about the text: accepted or declined as a whole. `before` and
 * `after` are the words concerned, the sentences those in which they stand;
 * `harms` says why it is no copy fix (rule T14). `node` is what it touches and
 * `path` where that stands, from the block inwards. The id comes from the
 * block and the words, so that the same two bodies always give the same one.
 */
export type Change = {
  id: string;
  kind: ChangeKind;
  blockId: string | null;
  node: NodeName;
  /** What it turns into, for a change of kind. */
  becomes: NodeName | null;
  /** The attributes that differ, for a change of them. */
  attributes: readonly string[];
  path: readonly NodeName[];
  before: string;
  after: string;
  sentenceBefore: string;
  sentenceAfter: string;
  harms: Harm[];
};

/** Text as a row of parts, kept or changed. */
export type Segment =
  | { kind: "same"; pieces: Piece[] }
  | { kind: "changed"; change: Change; removed: Piece[]; added: Piece[] };

/**
 * One node, or a few that belong to one decision, of the two bodies laid over
 * each other. A moved node stands twice, at its old and at its new place.
 */
export type ComparedNode =
  | { kind: "same"; node: AnyNode }
  | { kind: "insert" | "remove"; change: Change; node: AnyNode }
  | {
      kind: "replace";
      change: Change;
      removed: AnyNode[];
      added: AnyNode[];
    }
  | { kind: "from" | "to"; change: Change; node: ComparedNode }
  | ComparedInside
  | ComparedText;

/** A node whose children are compared; `change` is about the node itself. */
export type ComparedInside = {
  kind: "inside";
  base: AnyNode;
  proposed: AnyNode;
  change: Change | null;
  children: ComparedNode[];
};

/**
 * Words compared. More than one node on one side when it was split or joined;
 * `primary` is the place among them of the one that carries the block's id.
 */
export type ComparedText = {
  kind: "text";
  base: AnyNode[];
  proposed: AnyNode[];
  primary: number;
  change: Change | null;
  segments: Segment[];
};

export type Comparison = {
  base: Body;
  proposed: Body;
  /** In the order of the text. */
  changes: Change[];
  nodes: ComparedNode[];
};
