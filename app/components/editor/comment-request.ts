import type { Editor } from "@tiptap/core";
import { isRecord } from "~/content/problems";
import type { CommentMark } from "./comment-marks";
import { editorPlace } from "./editor-place";
import { commentsKey, commentsPlugin } from "./extensions/comments";

export type CommentError = { name: string; sentence: string };

const patience = 20_000;

/** Sends a comment; gives what is wrong with it, nothing when it stands. Never throws. */
export async function sendComment(
  raiseUrl: string,
  form: FormData,
): Promise<CommentError[]> {
  try {
    const response = await fetch(raiseUrl, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: { Accept: "application/json" },
      body: form,
      signal: AbortSignal.timeout(patience),
    });
    if (response.type === "opaqueredirect" || response.status === 401)
      return [
        {
          name: "",
          sentence: "You are signed out. Sign in, then send it again.",
        },
      ];
    const answer: unknown = await response.json();
    if (isRecord(answer) && answer.ok === true) return [];
    const errors = isRecord(answer) ? answer.errors : null;
    return Array.isArray(errors) && errors.length > 0
      ? (errors as CommentError[])
      : notReached;
  } catch {
    return notReached;
  }
}

const notReached = [
  {
    name: "",
    sentence:
      "The desk cannot be reached. Your comment is kept on this device; send it again.",
  },
];

/**
 * Brings the comments of the screen up to date: their cards below the text as
 * the server draws them, and their marks in it. Never throws; without an
 * answer they stay as they were until the screen is opened again.
 */
export async function showComments(editor: Editor): Promise<void> {
  try {
    const response = await fetch(location.pathname, {
      headers: { Accept: "text/html" },
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) return;
    const screen = new DOMParser().parseFromString(
      await response.text(),
      "text/html",
    );
    const cardsOf = (page: Document) =>
      page.getElementById("remarks")?.closest("section");
    const cards = cardsOf(screen);
    if (cards) cardsOf(document)?.replaceWith(document.adoptNode(cards));
    editor.unregisterPlugin(commentsKey);
    const json =
      screen.getElementById(editorPlace.commentMarks)?.textContent ?? "[]";
    // Written by our own server into the same page.
    const marks = JSON.parse(json) as CommentMark[];
    editor.registerPlugin(commentsPlugin(marks));
  } catch {
    // Shown when the screen is opened again.
  }
}
