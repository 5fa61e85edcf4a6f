import { Node, wrappingInputRule } from "@tiptap/core";
import { ListKeymap } from "@tiptap/extension-list/keymap";
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
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem("listItem"),
      Tab: () => this.editor.commands.sinkListItem("listItem"),
      "Shift-Tab": () => this.editor.commands.liftListItem("listItem"),
    };
  },
});

export const listNodes = [BulletList, NumberedList, ListItem, ListKeymap];
