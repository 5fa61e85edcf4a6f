import { Extension } from "@tiptap/core";
import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { isBlockId } from "~/content/attribute-rules";
import { isBlockName, nodeTable } from "~/content/node-table";
import type { NodeName } from "~/content/page-content";

const names = Object.keys(nodeTable) as NodeName[];
const blockNames = names.filter(isBlockName);

/**
 * Carries the server's block ids through the browser: drawn as the element's
 * id, kept when a block is cut and pasted, not taken along by the second half
 * of a split block or by a copy. The browser never makes one.
 */
export const BlockIds = Extension.create({
  name: "blockIds",
  addGlobalAttributes: () => [
    {
      types: blockNames,
      attributes: {
        id: {
          keepOnSplit: false,
          parseHTML: (element) => {
            const id = element.getAttribute("data-block-id");
            return isBlockId(id) ? id : null;
          },
          renderHTML: ({ id }) =>
            isBlockId(id) ? { id: `b-${id}`, "data-block-id": id } : {},
        },
      },
    },
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPasted: (slice, view) =>
          withoutIds(slice, idsIn(view.state.doc)),
      },
    }),
  ],
});

function idsIn(doc: Node): Set<unknown> {
  const ids = new Set<unknown>();
  doc.forEach((block) => ids.add(block.attrs.id));
  return ids;
}

function withoutIds(slice: Slice, taken: ReadonlySet<unknown>): Slice {
  const blocks: Node[] = [];
  slice.content.forEach((node) => {
    const isCopy = isBlockId(node.attrs.id) && taken.has(node.attrs.id);
    blocks.push(
      isCopy
        ? node.type.create(
            { ...node.attrs, id: null },
            node.content,
            node.marks,
          )
        : node,
    );
  });
  return new Slice(Fragment.from(blocks), slice.openStart, slice.openEnd);
}
