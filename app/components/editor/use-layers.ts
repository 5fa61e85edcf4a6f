import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type * as all from "./layers";
import type { Writing } from "./use-writing";

type Layers = typeof all;

/** The layers over the text, from when one of them may be needed. */
export function useLayers(
  editor: Editor | null,
  { journal, state }: Writing,
): Layers | null {
  const [layers, setLayers] = useState<Layers | null>(null);
  const [isWanted, setIsWanted] = useState(false);
  const { phase } = state;

  useEffect(() => {
    if (phase === "clash" || phase === "signed_out") setIsWanted(true);
  }, [phase]);
  useEffect(() => {
    void journal?.list().then((kept) => {
      if (kept.length > 0) setIsWanted(true);
    });
  }, [journal]);
  useEffect(() => {
    const want = () => setIsWanted(true);
    editor?.once("update", want);
    return () => {
      editor?.off("update", want);
    };
  }, [editor]);
  useEffect(() => {
    if (!isWanted) return;
    let isThere = true;
    import("./layers").then(
      (found) => {
        if (isThere) setLayers(found);
      },
      // Not connected: wanted again with the next change of state.
      () => setIsWanted(false),
    );
    return () => {
      isThere = false;
    };
  }, [isWanted]);
  return layers;
}
