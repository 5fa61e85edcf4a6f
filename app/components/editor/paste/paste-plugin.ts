import { Plugin } from "@tiptap/pm/state";
import { cleanHtml } from "./clean-html";
import { cleanSlice } from "./clean-slice";
import { lossesInWords, noLosses, type Losses } from "./losses";

/** In characters: beyond this a browser takes too long to read it. */
const mostHtml = 20_000_000;

/**
 * What is pasted or dropped comes in as headings, paragraphs, lists, tables
 * and links; what was left out is said once it is in.
 */
export function pastePlugin(say: (sentence: string) => void): Plugin {
  let losses: Losses = noLosses;
  const tell = () => {
    const words = lossesInWords(losses);
    losses = noLosses;
    if (words !== null) say(words);
  };
  return new Plugin({
    props: {
      handlePaste: (_, event) => saidOfFiles(event, say),
      transformPastedHTML: (html) => {
        if (isOurs(html)) return html.replace(/<[a-z][^<>]*>/gi, withoutPower);
        if (html.length > mostHtml) {
          say(
            "That is more than this page can take in at once. Nothing was pasted: copy it in parts, or take in the file.",
          );
          return "";
        }
        const cleaned = cleanHtml(html);
        losses = cleaned.losses;
        return cleaned.html;
      },
      transformPasted: (slice, view) => {
        const clean = cleanSlice(slice, view.state.doc);
        losses = { ...losses, ...clean.losses };
        queueMicrotask(tell);
        return clean.slice;
      },
    },
  });
}

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
  const data = event.clipboardData;
  if (!data || data.files.length === 0 || data.types.includes("text/html"))
    return false;
  say(
    "A picture goes in as a figure, with its words for those who cannot see it: choose Insert, then Figure.",
  );
  return true;
}
