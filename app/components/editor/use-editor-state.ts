import type { Editor } from "@tiptap/core";
import { useCallback, useRef, useSyncExternalStore } from "react";

/**
 * What `read` finds in the editor, read again after every transaction. A new
 * value that equals the old one, field by field, draws nothing again: a key
 * pressed in the text leaves the tools alone.
 */
export function useEditorState<Found>(
  editor: Editor,
  read: (editor: Editor) => Found,
): Found {
  const last = useRef<{ found: Found } | null>(null);
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on("transaction", listener);
      return () => {
        editor.off("transaction", listener);
      };
    },
    [editor],
  );
  const snapshot = () => {
    const found = read(editor);
    if (last.current === null || !isSame(last.current.found, found))
      last.current = { found };
    return last.current.found;
  };
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.is(one[name], other[name]))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
