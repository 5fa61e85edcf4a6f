import {
  attributeWords,
  changedAttributes,
  holdsText,
  idOf,
  isLeaf,
  isSameNode,
  isSameShell,
  withId,
  wordsOf,
  type AnyNode,
} from "./any-node";
import { changeOf, within, type Place } from "./change-of";
import { compareChildren } from "./compare-children";
import { compareText } from "./compare-text";
import type { Change, ChangeKind, ComparedNode } from "./comparison";
import {
  attributeTexts,
  harmsOfBlocks,
  harmsOfInlines,
} from "./harms-of-nodes";
import { isSameGrid } from "./grid";
import type { Likeness } from "./likeness";
import { shortNode } from "./node-key";
import { textPart } from "./text-part";

/** One node laid over the node that it became. */
export function compareNodes(
  base: AnyNode,
  proposed: AnyNode,
  place: Place,
  likeness: Likeness,
): ComparedNode {
  const id = idOf(base) ?? idOf(proposed);
  if (isSameNode(base, proposed))
    return { kind: "same", node: withId(base, id) };
  const [before, after] = [withId(base, id), withId(proposed, id)];
  if (
    textPart(base) &&
    textPart(proposed) &&
    holdsText(base) === holdsText(proposed)
  ) {
    const change = shellChange(before, after, place);
    return compareText([before], [after], 0, change, within(place, base.type));
  }
  return (
    compareInside(before, after, place, likeness) ??
    replacement([before], [after], kindOfReplacement(base, proposed), place)
  );
}

/** Null when the two cannot be mixed: then one takes the other's place as a whole. */
function compareInside(
  base: AnyNode,
  proposed: AnyNode,
  place: Place,
  likeness: Likeness,
): ComparedNode | null {
  const isPair = [base, proposed].every(
    (node) => !isLeaf(node) && !holdsText(node),
  );
  if (!isPair || !isSameGrid(base, proposed, likeness)) return null;
  const types = [...new Set([base.type, proposed.type])];
  const children = compareChildren(
    types,
    base.content ?? [],
    proposed.content ?? [],
    within(place, base.type),
    likeness,
  );
  if (children === null) return null;
  return {
    kind: "inside",
    base,
    proposed,
    change: shellChange(base, proposed, place),
    children,
  };
}

/** The decision about a node's kind and attributes; null when they are the same. */
export function shellChange(
  base: AnyNode,
  proposed: AnyNode,
  place: Place,
): Change | null {
  if (isSameShell(base, proposed)) return null;
  const { blockId, sense } = place;
  if (base.type !== proposed.type)
    return changeOf(place, {
      kind: "retype",
      node: base.type,
      becomes: proposed.type,
      before: wordsOf(base),
      after: wordsOf(proposed),
      harms: [{ kind: "structure", blockId, before: "", after: "" }],
      key: [base.type, proposed.type, base.attrs, proposed.attrs],
    });
  const attributes = changedAttributes(base, proposed);
  const [before, after] = [only(base, attributes), only(proposed, attributes)];
  const words = harmsOfInlines(
    blockId,
    attributeTexts(before),
    attributeTexts(after),
    sense,
  );
  return changeOf(place, {
    kind: "attributes",
    node: base.type,
    attributes,
    before: attributeWords(before),
    after: attributeWords(after),
    harms:
      words.length > 0
        ? words
        : [{ kind: "structure", blockId, before: "", after: "" }],
    key: [attributes, before.attrs, after.attrs],
  });
}

function only(node: AnyNode, names: readonly string[]): AnyNode {
  const { attrs = {}, type } = node;
  return {
    type,
    attrs: Object.fromEntries(names.map((name) => [name, attrs[name]])),
  };
}

/** Some nodes in place of others, all or nothing. */
export function replacement(
  removed: AnyNode[],
  added: AnyNode[],
  kind: ChangeKind,
  place: Place,
): ComparedNode {
  const [node, becomes] = [removed[0]?.type, added[0]?.type];
  const change = changeOf(place, {
    kind,
    ...(node ? { node } : {}),
    becomes: kind === "retype" && becomes ? becomes : null,
    before: removed.map(wordsOf).join("\n"),
    after: added.map(wordsOf).join("\n"),
    harms: harmsOfBlocks(place.blockId, removed, added, place.sense),
    key: [removed.map(shortNode), added.map(shortNode)],
  });
  return { kind: "replace", change, removed, added };
}

function kindOfReplacement(base: AnyNode, proposed: AnyNode): ChangeKind {
  if (base.type !== proposed.type) return "retype";
  if (base.type === "table") return "table";
  return isLeaf(base) ? "attributes" : "words";
}
