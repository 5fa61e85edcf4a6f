import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { cleanSlice } from "../paste/clean-slice";
import { lossesInWords, noLosses, type Losses } from "../paste/losses";

export type PasteOptions = {
  /** Shown and read out once. */
  say: (sentence: string) => void;
};

/** In characters: beyond this a browser takes too long to read it. */
const mostHtml = 20_000_000;

/**
 * What is pasted or dropped comes in as headings, paragraphs, lists, tables
 * and links, and what was left out is said. Cleaning comes with its own
 * script when something is first pasted; without it the words go in plain.
 */
export const Paste = Extension.create<PasteOptions>({
  name: "cleanPaste",
  addOptions: () => ({ say: () => undefined }),
  addProseMirrorPlugins() {
    const { say } = this.options;
    let losses: Losses = noLosses;
    let isClean = false;
    const tell = () => {
      const words = lossesInWords(losses);
      losses = noLosses;
      if (words !== null) say(words);
    };
    const pasteClean = async (
      view: EditorView,
      html: string,
      event: ClipboardEvent,
    ) => {
      const plain = event.clipboardData?.getData("text/plain") ?? "";
      const cleaner = await import("../paste/clean-html").catch(() => null);
      if (view.isDestroyed) return;
      isClean = true;
      if (cleaner === null) {
        view.pasteText(plain, event);
        say(
          "Pasted as plain words: what keeps headings and lists did not arrive. Undo, and paste again when you are connected.",
        );
      } else {
        const cleaned = cleaner.cleanHtml(html);
        losses = cleaned.losses;
        if (cleaned.html === "") tell();
        else view.pasteHTML(cleaned.html, event);
      }
      isClean = false;
    };
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            if (isClean) return false;
            const html = event.clipboardData?.getData("text/html") ?? "";
            if (html === "") return saidOfFiles(event, say);
            if (isOurs(html)) return false;
            if (html.length > mostHtml)
              say(
                "That is more than this page can take in at once. Nothing was pasted: copy it in parts, or import the file.",
              );
            else void pasteClean(view, html, event);
            return true;
          },
          transformPasted: (slice, view) => {
            const clean = cleanSlice(slice, view.state.doc);
            losses = { ...losses, ...clean.losses };
            // After the paste has gone in, so that it is read out last.
            queueMicrotask(tell);
            return clean.slice;
          },
          transformPastedHTML: (html) =>
            isClean ? html : html.replace(/<[a-z][^<>]*>/gi, withoutPower),
        },
      }),
    ];
  },
});

/** What this editor itself put on the clipboard. */
function isOurs(html: string): boolean {
  return (
    html.includes("data-pm-slice") &&
    !/<(?:script|iframe|img\s|xml)/i.test(html)
  );
}

/** No style reaches a document here: the security policy refuses it. */
function withoutPower(tag: string): string {
  return tag.replace(/[\s/"'](?:style|on[a-z]+)\s*=/gi, " data-none=");
}

/** A file from the clipboard, such as a picture of the screen. */
function saidOfFiles(
  event: ClipboardEvent,
  say: (sentence: string) => void,
): boolean {
  const { files } = event.clipboardData ?? {};
  if (!files || files.length === 0) return false;
  say(
    "A picture goes in as a figure, with its words for those who cannot see it: choose Insert, then Figure.",
  );
  return true;
}
