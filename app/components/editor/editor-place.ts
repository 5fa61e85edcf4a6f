import type { EditorProps } from "./editor-props";

/** Where the server left room for the editor, and what it is given. */
export const editorPlace = {
  box: "page-editor-box",
  props: "page-editor-props",
  /** Where comments stand in the text, on a screen that has them. */
  commentMarks: "comment-marks",
  /** What a new comment needs, where one may be made. */
  commentDesk: "comment-desk",
};

/** The place of the editor on this screen; null where nobody may write. */
export function findEditorPlace(): {
  box: HTMLElement;
  props: EditorProps;
} | null {
  const box = document.getElementById(editorPlace.box);
  const written = document.getElementById(editorPlace.props)?.textContent;
  if (box === null || !written) return null;
  // Our own server wrote it, from props of this type.
  return { box, props: JSON.parse(written) as EditorProps };
}

/** The text stays to read; the button loads the screen again. */
export function tellEditorFailed(): void {
  const line = document.querySelector(`#${editorPlace.box} .save-line`);
  if (line === null) return;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button button-small";
  again.textContent = "Try again";
  again.addEventListener("click", () => location.reload());
  line.replaceChildren("The editor did not arrive. ", again);
}
