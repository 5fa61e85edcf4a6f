import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { Mapping, type Mappable } from "@tiptap/pm/transform";
import { isBlockId } from "~/content/attribute-rules";
import type { Body } from "~/content/page-content";

/** Set on a transaction that only brings ids in: it is no change of words. */
export const serverIdsMeta = "serverIds";

/**
 * Brings the ids that the server gave into the document while writing goes on:
 * each block sent is followed through what was typed since, and only its id
 * changes, so that the cursor stays and Undo does not know of it.
 */
export class ServerIds {
  #sent: Node | null = null;
  #since = new Mapping();

  noteSent(doc: Node): void {
    this.#sent = doc;
    this.#since = new Mapping();
  }

  noteTransaction(transaction: Transaction): void {
    this.#since.appendMapping(transaction.mapping);
  }

  /** The transaction that brings the ids in, or null when all are there. */
  given(state: EditorState, stored: Body): Transaction | null {
    const sent = this.#sent;
    if (sent === null || sent.childCount !== stored.content.length) return null;
    const change = state.tr;
    sent.forEach((block, position, index) => {
      const id = stored.content[index]?.attrs?.id;
      if (!isBlockId(id) || id === block.attrs.id) return;
      const place = placeOf(this.#since, position);
      const now = place === null ? null : change.doc.nodeAt(place);
      const isSame =
        now?.type === block.type && now.attrs.id === block.attrs.id;
      if (place !== null && isSame && change.doc.resolve(place).depth === 0)
        change.setNodeAttribute(place, "id", id);
    });
    if (!change.docChanged) return null;
    return change.setMeta(serverIdsMeta, true).setMeta("addToHistory", false);
  }
}

function placeOf(since: Mappable, position: number): number | null {
  const { pos, deletedAfter } = since.mapResult(position, 1);
  return deletedAfter ? null : pos;
}
