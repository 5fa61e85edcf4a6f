import { editorPlace } from "./editor-place";

/** A place in the text that a comment is about, and the card of the comment. */
export type CommentMark = {
  cardId: string;
  blockId: string;
  start: number;
  end: number;
};

/** The marks that the screen was drawn with; none on a screen without comments. */
export function readCommentMarks(): CommentMark[] {
  const json = document.getElementById(editorPlace.commentMarks)?.textContent;
  // Written by our own server into the same page.
  return json ? (JSON.parse(json) as CommentMark[]) : [];
}
