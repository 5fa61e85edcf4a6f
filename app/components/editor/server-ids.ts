import { type Node, Slice } from "@tiptap/pm/model";
import {
  type EditorState,
  TextSelection,
  type Transaction,
} from "@tiptap/pm/state";
import { Mapping, type Mappable, ReplaceStep } from "@tiptap/pm/transform";
import { isBlockId } from "~/content/attribute-rules";
import type { Body } from "~/content/page-content";
import {
  blockReplacementsBetween,
  type Replacement,
  replacementsBetween,
} from "./save-differences";

/** Set on a transaction that brings in what the desk has: nobody typed it. */
export const fromDeskMeta = "fromDesk";

/**
 * Brings into the document what the desk answered while writing went on: each
 * place of what was sent is followed through what was typed since, so that the
 * cursor stays and Undo does not know of it.
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
    return change.docChanged ? fromDesk(change) : null;
  }

  /**
   * The transaction that makes of what was sent what the desk merged, and
   * leaves alone what was typed since. `busy` where both are in one place:
   * then the merge must be asked for again with what stands now.
   */
  merged(state: EditorState, body: Body): Transaction | "busy" {
    if (this.#sent === null) return "busy";
    const wanted = state.schema.nodeFromJSON(body);
    return (
      this.#become(state, replacementsBetween(this.#sent, wanted)) ??
      this.#become(state, blockReplacementsBetween(this.#sent, wanted)) ??
      this.#replaceAll(state, wanted) ??
      "busy"
    );
  }

  /** When nothing was typed since, what came can stand for all of it. */
  #replaceAll(state: EditorState, wanted: Node): Transaction | null {
    if (this.#since.maps.length > 0) return null;
    const { size } = state.doc.content;
    return fromDesk(state.tr.replaceWith(0, size, wanted.content));
  }

  #become(state: EditorState, places: Replacement[]): Transaction | null {
    const change = state.tr;
    try {
      for (const place of places.reverse())
        if (!this.#apply(change, place)) return null;
      change.doc.check();
    } catch {
      // A place that only together with another is as the schema allows.
      return null;
    }
    keepCursor(state, change);
    return fromDesk(change);
  }

  #apply(change: Transaction, place: Replacement): boolean {
    if ("at" in place) {
      const at = placeOf(this.#since, place.at);
      if (at === null) return false;
      const before = this.#sent?.nodeAt(place.at)?.type;
      if (change.doc.nodeAt(at)?.type !== before) return false;
      for (const [name, value] of Object.entries(place.attributes))
        change.setNodeAttribute(at, name, value);
      return true;
    }
    const range = rangeOf(this.#since, place.from, place.to);
    if (range === null) return false;
    const slice = new Slice(place.content, 0, 0);
    change.step(new ReplaceStep(range.from, range.to, slice));
    return true;
  }
}

function fromDesk(change: Transaction): Transaction {
  return change.setMeta(fromDeskMeta, true).setMeta("addToHistory", false);
}

/** Words that arrive exactly at the cursor stand behind it. */
function keepCursor(state: EditorState, change: Transaction): void {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || !change.docChanged) return;
  const place = (position: number) =>
    change.doc.resolve(change.mapping.map(position, -1));
  const anchor = place(selection.anchor);
  const head = place(selection.head);
  if (anchor.parent.inlineContent && head.parent.inlineContent)
    change.setSelection(new TextSelection(anchor, head));
}

function placeOf(since: Mappable, position: number): number | null {
  const { pos, deletedAfter } = since.mapResult(position, 1);
  return deletedAfter ? null : pos;
}

/**
 * A range now, or null when something was typed in it or right beside it: of
 * words next to each other a person decides, here as in the merge.
 */
function rangeOf(
  since: Mapping,
  from: number,
  to: number,
): { from: number; to: number } | null {
  for (const map of since.maps) {
    let isTouched = false;
    const range = { from, to };
    map.forEach((start, end) => {
      if (start <= range.to && end >= range.from) isTouched = true;
    });
    if (isTouched) return null;
    from = map.map(from);
    to = map.map(to);
  }
  return { from, to };
}
