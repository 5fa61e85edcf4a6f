import { Plugin } from "@tiptap/pm/state";
import { pageSize, sizeSentence } from "./page-size";

const pause = 400;

/**
 * Says that a page nears its bounds before a save of it fails: the sentence
 * when it changes, null for none.
 */
export function boundsPlugin(onSize: (sentence: string | null) => void) {
  let told: string | null = null;
  return new Plugin({
    view: (view) => {
      const look = () => {
        const sentence = sizeSentence(pageSize(view.state.doc));
        if (sentence === told) return;
        told = sentence;
        onSize(sentence);
      };
      let timer = setTimeout(look, pause);
      return {
        update: (_, before) => {
          if (view.state.doc === before.doc) return;
          clearTimeout(timer);
          timer = setTimeout(look, pause);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}
