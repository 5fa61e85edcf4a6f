import type { Editor } from "@tiptap/core";

/** Below the sign, or above it near the foot of the window; set on the element, as the security policy demands. */
export function placeList(
  element: HTMLElement,
  editor: Editor,
  from: number,
): void {
  const at = editor.view.coordsAtPos(
    Math.min(from, editor.state.doc.content.size),
  );
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - at.bottom - 12;
  const above = at.top - 12;
  const isAbove = below < 200 && above > below;
  const left = Math.min(at.left, clientWidth - element.offsetWidth - 8);
  element.style.left = `${Math.max(8, left)}px`;
  element.style.maxHeight = `${Math.min(352, isAbove ? above : below)}px`;
  element.style.top = isAbove ? "auto" : `${at.bottom + 4}px`;
  element.style.bottom = isAbove ? `${clientHeight - at.top + 4}px` : "auto";
}
