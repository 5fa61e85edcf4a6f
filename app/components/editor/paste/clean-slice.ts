import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { cleanText } from "~/content/characters";
import { pageBounds } from "~/content/page-bounds";
import { pageSize } from "../page-size";
import type { Losses } from "./losses";

/**
 * A pasted slice as a page may hold it: without invisible characters, and cut
 * after the last whole block for which the page has room.
 */
export function cleanSlice(
  slice: Slice,
  doc: Node,
): { slice: Slice; losses: Pick<Losses, "invisible" | "tooMuch"> } {
  const losses = { invisible: 0, tooMuch: 0 };
  const whole = withoutInvisible(slice.content, losses);
  const { nodes, bytes } = pageSize(doc);
  const room = {
    nodes: pageBounds.nodes - nodes,
    bytes: pageBounds.bytes - bytes,
  };
  const kept: Node[] = [];
  whole.forEach((block) => {
    const size = pageSize(block);
    room.nodes -= size.nodes;
    room.bytes -= size.bytes;
    const fits =
      room.nodes >= 0 && room.bytes >= 0 && size.depth < pageBounds.depth;
    if (fits && losses.tooMuch === 0) kept.push(block);
    else losses.tooMuch += 1;
  });
  if (losses.tooMuch === 0)
    return { slice: new Slice(whole, slice.openStart, slice.openEnd), losses };
  const openStart = kept.length === 0 ? 0 : slice.openStart;
  return { slice: new Slice(Fragment.from(kept), openStart, 0), losses };
}

function withoutInvisible(
  content: Fragment,
  losses: { invisible: number },
): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.text === undefined) {
      nodes.push(node.copy(withoutInvisible(node.content, losses)));
      return;
    }
    const { text, removed } = cleanText(node.text);
    losses.invisible += removed;
    if (removed === 0) nodes.push(node);
    else if (text !== "") nodes.push(node.type.schema.text(text, node.marks));
  });
  return Fragment.fromArray(nodes);
}
