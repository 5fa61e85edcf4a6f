import { Extension } from "@tiptap/core";
import { NodeSelection, Plugin, TextSelection } from "@tiptap/pm/state";
import { dialogOf } from "../chosen";
import type { DialogName } from "../tools";

export type KeyboardOptions = {
  goToToolbar: () => void;
  openDialog: (name: DialogName) => void;
};

/**
 * Ctrl+K asks for a link; Enter, or a double press, on a citation, a gene, a
 * figure or another part chosen whole opens what can be changed about it. The
 * ways out: Alt+F10 to the toolbar; Esc, then Tab or Shift+Tab leaves the
 * editor, though Tab alone moves through tables and lists (WCAG 2.1.2);
 * Ctrl+Enter starts a paragraph after the block.
 */
export const Keyboard = Extension.create<KeyboardOptions>({
  name: "keyboard",
  priority: 1100,
  addOptions: () => ({
    goToToolbar: () => undefined,
    openDialog: () => undefined,
  }),
  addKeyboardShortcuts() {
    return {
      "Alt-F10": () => {
        this.options.goToToolbar();
        return true;
      },
      "Mod-k": () => {
        this.options.openDialog("link");
        return true;
      },
      "Mod-Enter": () => this.editor.commands.leaveBlock(),
      Enter: () => {
        const { selection } = this.editor.state;
        const dialog =
          selection instanceof NodeSelection ? dialogOf(selection.node) : null;
        if (dialog === null)
          return this.editor.commands.leaveQuestionOrAnswer();
        this.options.openDialog(dialog);
        return true;
      },
    };
  },
  addCommands() {
    return {
      leaveBlock:
        () =>
        ({ state, tr, dispatch }) => {
          // After an earlier step of the same command only `tr` is up to date.
          const { $to, to } = tr.selection;
          const after = $to.depth === 0 ? to : $to.after(1);
          const paragraph = state.schema.nodes.paragraph?.create();
          if (!paragraph) return false;
          if (dispatch) {
            tr.insert(after, paragraph);
            tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)));
            tr.scrollIntoView();
          }
          return true;
        },
      leaveQuestionOrAnswer:
        () =>
        ({ state, tr, dispatch, commands }) => {
          const { $from, empty } = state.selection;
          if (!empty) return false;
          if ($from.parent.type.name === "faqQuestion") {
            const answer = TextSelection.near(
              state.doc.resolve($from.after() + 1),
            );
            if (dispatch) tr.setSelection(answer).scrollIntoView();
            return true;
          }
          const container = $from.depth > 1 ? $from.node(-1) : null;
          const isLastEmpty =
            container?.type.name === "faqAnswer" &&
            container.childCount > 1 &&
            $from.parent.content.size === 0 &&
            $from.indexAfter(-1) === container.childCount;
          if (!isLastEmpty) return false;
          if (dispatch) tr.delete($from.before(), $from.after());
          return commands.leaveBlock();
        },
    };
  },
  addProseMirrorPlugins() {
    const { openDialog } = this.options;
    let mayLeave = false;
    return [
      new Plugin({
        props: {
          handleDoubleClickOn: (view, _at, node, nodeAt, _event, isDirect) => {
            const dialog = isDirect ? dialogOf(node) : null;
            if (dialog === null) return false;
            const choice = NodeSelection.create(view.state.doc, nodeAt);
            view.dispatch(view.state.tr.setSelection(choice));
            openDialog(dialog);
            return true;
          },
          handleDOMEvents: {
            keydown: (_view, event) => {
              const leaves = mayLeave && event.key === "Tab";
              if (event.key !== "Shift" && !leaves)
                mayLeave = event.key === "Escape";
              // True keeps ProseMirror's keys off; the browser moves the focus.
              return leaves;
            },
            blur: () => {
              mayLeave = false;
              return false;
            },
          },
        },
      }),
    ];
  },
});

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    keyboard: {
      /** A new paragraph after the block that the cursor is in. */
      leaveBlock: () => ReturnType;
      /** Enter goes from a question to its answer, and out of a finished one. */
      leaveQuestionOrAnswer: () => ReturnType;
    };
  }
}
