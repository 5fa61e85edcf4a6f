import { Node, wrappingInputRule } from "@tiptap/core";
import { startRule } from "~/content/attribute-rules";

/*
 * Lists are ours and not Tiptap's: half of those is Markdown, which no page
 * speaks. Their structure stands in `~/content/node-table`.
 */

const BulletList = Node.create({
  name: "bulletList",
  parseHTML: () => [{ tag: "ul" }],
  renderHTML: ({ HTMLAttributes }) => ["ul", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      "Mod-Shift-8": () =>
        this.editor.commands.toggleList("bulletList", "listItem"),
    };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*([-+*])\s$/, type: this.type })];
  },
});

const NumberedList = Node.create({
  name: "orderedList",
  addAttributes: () => ({
    start: {
      parseHTML: (element) =>
        startRule.read(Number(element.getAttribute("start") ?? 1), {}) ?? 1,
      renderHTML: ({ start }) => (start === 1 ? {} : { start }),
    },
  }),
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: ({ HTMLAttributes }) => ["ol", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      "Mod-Shift-7": () =>
        this.editor.commands.toggleList("orderedList", "listItem"),
    };
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,4})[.)]\s$/,
        type: this.type,
        getAttributes: (match) => ({ start: Math.max(1, Number(match[1])) }),
        joinPredicate: (match, node) =>
          node.childCount + Number(node.attrs.start) === Number(match[1]),
      }),
    ];
  },
});

const ListItem = Node.create({
  name: "listItem",
  addCommands: () => ({
    leaveItemBackwards:
      () =>
      ({ state, commands }) => {
        const { $from, empty } = state.selection;
        const isFirst =
          empty &&
          $from.parentOffset === 0 &&
          $from.depth > 1 &&
          $from.node(-1).type.name === "listItem" &&
          $from.index(-1) === 0;
        return isFirst && commands.liftListItem("listItem");
      },
    takeInNextItem:
      () =>
      ({ state, commands }) => {
        const { $from, empty } = state.selection;
        const isLast =
          empty &&
          $from.parentOffset === $from.parent.content.size &&
          $from.depth > 1 &&
          $from.node(-1).type.name === "listItem" &&
          $from.indexAfter(-1) === $from.node(-1).childCount;
        return isLast && commands.joinItemForward();
      },
  }),
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem("listItem"),
      Tab: () => this.editor.commands.sinkListItem("listItem"),
      "Shift-Tab": () => this.editor.commands.liftListItem("listItem"),
      Backspace: () =>
        this.editor.commands.undoInputRule() ||
        this.editor.commands.leaveItemBackwards(),
      Delete: () => this.editor.commands.takeInNextItem(),
    };
  },
});

export const listNodes = [BulletList, NumberedList, ListItem];

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    lists: {
      /** Backspace before the first word of an item takes it out of its list. */
      leaveItemBackwards: () => ReturnType;
      /** Delete behind the last word of an item takes the next one in. */
      takeInNextItem: () => ReturnType;
    };
  }
}
