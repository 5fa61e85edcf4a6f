import { DataScript } from "../data-script";
import { type CommentMark, commentMarksId } from "../editor/comment-marks";

/** Tells the editor where comments stand; placed before it in the screen. */
export function CommentMarksData({ marks }: { marks: readonly CommentMark[] }) {
  return <DataScript id={commentMarksId} data={marks} />;
}
