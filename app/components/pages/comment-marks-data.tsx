import { type CommentMark, commentMarksId } from "../editor/comment-marks";

/** Tells the editor where comments stand; placed before it in the screen. */
export function CommentMarksData({ marks }: { marks: readonly CommentMark[] }) {
  return (
    <script
      id={commentMarksId}
      type="application/json"
      // Data, which no browser runs; a "<" in it could end the element.
      dangerouslySetInnerHTML={{
        __html: JSON.stringify(marks).replaceAll("<", "\\u003c"),
      }}
    />
  );
}
