import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { cardId } from "../../suggestions/suggestion-card";
import { handsOf } from "./hands";
import type { OpenSet } from "./open-sets";
import { othersMarks, showPlaces, type ShownOthers } from "./others-marks";
import { placeSets } from "./place-sets";

/** Draws the sets in the text for as long as the list stands beside it. */
export function useOthersMarks(
  editor: Editor,
  sets: readonly OpenSet[],
  onOpen: (key: string) => void,
): ShownOthers {
  const [shown, setShown] = useState<ShownOthers>({
    places: [],
    current: null,
  });
  useEffect(() => {
    const plugin = othersMarks({ onShown: setShown, onOpen });
    editor.registerPlugin(plugin);
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(plugin.spec.key ?? "");
    };
  }, [editor, onOpen]);
  useEffect(() => {
    const { view } = editor;
    const hands = handsOf(sets);
    const place = () => {
      if (editor.isDestroyed) return;
      const handOf = ({ madeById }: OpenSet) => hands.get(madeById) ?? 0;
      showPlaces(view, placeSets(view.state.doc, sets, handOf, cardId));
    };
    if (!view.composing) {
      place();
      return;
    }
    // Other marks under an unfinished character would end it.
    const later = () => setTimeout(place, 0);
    view.dom.addEventListener("compositionend", later, { once: true });
    return () => view.dom.removeEventListener("compositionend", later);
  }, [editor, sets, onOpen]);
  return shown;
}
