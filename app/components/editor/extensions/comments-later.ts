import { Extension } from "@tiptap/core";
import { readCommentMarks } from "../comment-marks";

/** Draws where comments stand; a text without any does not fetch the script for it. */
export const Comments = Extension.create({
  name: "comments",
  onCreate() {
    const { editor } = this;
    const marks = readCommentMarks();
    if (marks.length === 0) return;
    import("./comments").then(
      ({ commentsPlugin }) => {
        if (!editor.isDestroyed) editor.registerPlugin(commentsPlugin(marks));
      },
      // The comments themselves stand below the text all the same.
      () => undefined,
    );
  },
});
