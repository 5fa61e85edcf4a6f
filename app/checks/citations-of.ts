import { nodesOfType, type CheckedBlock } from "./checked-blocks";

/** The citations in a block, in order, each with its scheme, identifier and label. */
export function citationsOf(block: CheckedBlock) {
  return nodesOfType(block.node, "citation").map(({ attrs }) => attrs);
}
