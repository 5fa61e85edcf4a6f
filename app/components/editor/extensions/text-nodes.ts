import { Node, textblockTypeInputRule, wrappingInputRule } from "@tiptap/core";

/**
 * Behaviour in the browser of the plain nodes: how they are read from pasted
 * HTML, how they are drawn, their keys. Their structure stands in
 * `~/content/node-table` and reaches Tiptap as `schemaSpec`.
 */
export const Doc = Node.create({ name: "doc", topNode: true });

export const Text = Node.create({ name: "text" });

export const Paragraph = Node.create({
  name: "paragraph",
  priority: 1000,
  parseHTML: () => [{ tag: "p" }],
  renderHTML: ({ HTMLAttributes }) => ["p", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      "Mod-Alt-0": () => this.editor.commands.setNode("paragraph"),
    };
  },
});

/** Word and the web use h1 for titles; inside a page the highest is level 2. */
export const Heading = Node.create({
  name: "heading",
  addAttributes: () => ({ level: { rendered: false } }),
  parseHTML: () => [
    { tag: "h1", attrs: { level: 2 } },
    { tag: "h2", attrs: { level: 2 } },
    ...["h3", "h4", "h5", "h6"].map((tag) => ({ tag, attrs: { level: 3 } })),
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    node.attrs.level === 3 ? "h3" : "h2",
    HTMLAttributes,
    0,
  ],
  addKeyboardShortcuts() {
    const toggle = (level: number) => () =>
      this.editor.commands.toggleNode("heading", "paragraph", { level });
    return { "Mod-Alt-2": toggle(2), "Mod-Alt-3": toggle(3) };
  },
  addInputRules() {
    return [2, 3].map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^#{${level}}\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
});

export const Blockquote = Node.create({
  name: "blockquote",
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
  },
});

export const HardBreak = Node.create({
  name: "hardBreak",
  parseHTML: () => [{ tag: "br" }],
  renderHTML: () => ["br"],
  renderText: () => "\n",
  addKeyboardShortcuts() {
    return {
      "Shift-Enter": () =>
        this.editor.commands.insertContent({ type: "hardBreak" }),
    };
  },
});
