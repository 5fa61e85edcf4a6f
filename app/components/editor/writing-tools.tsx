import type { Editor } from "@tiptap/core";
import { dropCursor } from "@tiptap/pm/dropcursor";
import { gapCursor } from "@tiptap/pm/gapcursor";
import { boundsPlugin } from "./bounds-plugin";
import { keepChosen } from "./keep-chosen";
import { pastePlugin } from "./paste/paste-plugin";
import { suggestPlugin } from "./suggest-plugin";
import type { Suggestions } from "./suggestions";

/*
 * What is not needed to read a draft and put the cursor into it: menus, the
 * list under the cursor, cleaning of what is pasted, the bounds. One script,
 * fetched when a hand comes near the editor.
 */
export { blockChoices } from "./block-choices";
export { ChosenBar } from "./chosen-bar";
export { insertMenu } from "./insert-choices";
export { MenuList } from "./menu-list";
export { SuggestionList } from "./suggestion-list";
export { tableChoices } from "./table-choices";

type Doings = {
  suggestions: Suggestions;
  hasPeople: boolean;
  say: (sentence: string) => void;
  onSize: (sentence: string | null) => void;
};

/** Lists come before other keys; the rest stands behind what is there. */
export function addWritingPlugins(editor: Editor, doings: Doings): void {
  const { suggestions, hasPeople, say, onSize } = doings;
  editor.registerPlugin(
    suggestPlugin(suggestions, hasPeople),
    (first, others) => [
      first,
      pastePlugin(say),
      ...others,
      gapCursor(),
      dropCursor({ color: false, class: "drop-cursor" }),
      boundsPlugin(onSize),
      keepChosen(),
    ],
  );
}
