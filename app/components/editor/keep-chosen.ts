import { NodeSelection, Plugin, Selection } from "@tiptap/pm/state";

/** Keys by which a browser moves the cursor itself. */
const movingKeys = /^(Arrow|Home|End|Page)/;

/**
 * Keeps what is chosen whole chosen. Between two parts that hold no cursor, as
 * the entries of a list are, Chromium lets its own selection fall to the start
 * of the text at the next move of the mouse, and nobody meant that: unless a
 * key or a press in the text came before it, the choice is put back.
 */
export function keepChosen(): Plugin {
  let isByHand = false;
  return new Plugin({
    state: {
      init: () => null,
      apply: (change) => {
        if (change.selectionSet) isByHand = false;
        return null;
      },
    },
    props: {
      createSelectionBetween: ({ state }, anchor, head) => {
        const { doc, selection } = state;
        const isFallen =
          !isByHand &&
          selection instanceof NodeSelection &&
          anchor.pos === head.pos &&
          anchor.pos === Selection.atStart(doc).from;
        return isFallen ? selection : null;
      },
      handleDOMEvents: {
        keydown: (_, { key }) => {
          isByHand ||= movingKeys.test(key);
        },
        pointerdown: (view, { target }) => {
          const { selection } = view.state;
          const isChosen =
            selection instanceof NodeSelection &&
            selection.node.isAtom &&
            target instanceof Node &&
            view.nodeDOM(selection.from)?.contains(target);
          isByHand = !isChosen;
        },
      },
    },
  });
}
