import { canonical } from "../canonical";
import { withId, type AnyNode } from "./any-node";
import { shortHash } from "./short-hash";

/** Stands for a node and all inside it, its id left out. */
export function shortNode(node: AnyNode): string {
  return shortHash(canonical(withId(node, null)));
}
