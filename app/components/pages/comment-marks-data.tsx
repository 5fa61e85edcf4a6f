import { DataScript } from "../data-script";
import type { CommentMark } from "../editor/comment-marks";
import { editorPlace } from "../editor/editor-place";

/** Tells the editor where comments stand; placed before it in the screen. */
export function CommentMarksData({ marks }: { marks: readonly CommentMark[] }) {
  return <DataScript id={editorPlace.commentMarks} data={marks} />;
}
