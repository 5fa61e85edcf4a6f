import { makeAnchor } from "~/content/anchors/make-anchor";
import type { Body } from "~/content/page-content";
import type { CommentKind } from "~/domain/words";

/** What somebody typed and selected for a comment. */
export type CommentInput = {
  kind: CommentKind;
  /** Null for a comment on the page as a whole. */
  blockId: string | null;
  quotation: string;
  /** The offset in the block's plain text that the browser counted, if it did. */
  start?: number | null;
  body: string;
  mentionIds?: string[];
};

/** The place as it is stored: the text's own words, or none to hold on to. */
export function placeOf(text: Body, input: CommentInput) {
  const { blockId, quotation, start = null } = input;
  const anchor =
    blockId === null ? null : makeAnchor(text, { blockId, quotation, start });
  return (
    anchor ?? {
      ...{ blockId, quotation, start: null, end: null },
      ...{ prefix: "", suffix: "" },
    }
  );
}
