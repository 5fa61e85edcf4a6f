import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { pageSize, sizeSentence } from "../page-size";

export type BoundsOptions = {
  /** Told when the sentence about the page's length changes; null for none. */
  onSize: (sentence: string | null) => void;
};

const pause = 400;

/** Says that a page nears its bounds before a save of it fails. */
export const Bounds = Extension.create<BoundsOptions>({
  name: "bounds",
  addOptions: () => ({ onSize: () => undefined }),
  addProseMirrorPlugins() {
    const { onSize } = this.options;
    return [
      new Plugin({
        view: (first) => {
          let told: string | null = null;
          let timer: ReturnType<typeof setTimeout> | undefined;
          const look = (doc = first.state.doc) => {
            const sentence = sizeSentence(pageSize(doc));
            if (sentence === told) return;
            told = sentence;
            onSize(sentence);
          };
          timer = setTimeout(look, pause);
          return {
            update: (view, before) => {
              if (view.state.doc === before.doc) return;
              clearTimeout(timer);
              timer = setTimeout(() => look(view.state.doc), pause);
            },
            destroy: () => clearTimeout(timer),
          };
        },
      }),
    ];
  },
});
