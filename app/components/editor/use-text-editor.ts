import { Editor, type EditorOptions } from "@tiptap/core";
import { useLayoutEffect, useRef, useState } from "react";

/**
 * An editor inside an element for as long as that is on the screen. Made once,
 * before the browser draws; the options of the first time hold.
 */
export function useTextEditor(optionsOf: () => Partial<EditorOptions>) {
  const paper = useRef<HTMLDivElement>(null);
  const first = useRef(optionsOf);
  const [editor, setEditor] = useState<Editor | null>(null);
  useLayoutEffect(() => {
    const made = new Editor({ ...first.current(), element: paper.current });
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, []);
  return { editor, paper };
}
