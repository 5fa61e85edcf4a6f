import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { cleanText } from "~/content/characters";

/** Invisible characters stay out of the page already when pasting. */
export const CleanPaste = Extension.create({
  name: "cleanPaste",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPastedHTML: (html) => cleanLines(html),
        transformPastedText: (text) => cleanLines(text),
      },
    }),
  ],
});

function cleanLines(text: string): string {
  return text
    .split("\n")
    .map((line) => cleanText(line).text)
    .join("\n");
}
