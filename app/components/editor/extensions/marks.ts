import { Mark, markInputRule } from "@tiptap/core";
import { parseLink } from "~/content/links";

export const Bold = Mark.create({
  name: "bold",
  parseHTML: () => [
    { tag: "strong" },
    // Google Docs wraps whole documents in a b that is not bold.
    {
      tag: "b",
      getAttrs: (element) =>
        element.style.fontWeight === "normal" ? false : null,
    },
    {
      style: "font-weight",
      getAttrs: (value) => (/^(bold|[6-9]00)/.test(value) ? null : false),
    },
  ],
  renderHTML: () => ["strong", 0],
  addKeyboardShortcuts() {
    return { "Mod-b": () => this.editor.commands.toggleMark("bold") };
  },
  addInputRules() {
    return [
      markInputRule({ find: /(?:^|\s)(\*\*([^*]+)\*\*)$/, type: this.type }),
    ];
  },
});

export const Italic = Mark.create({
  name: "italic",
  parseHTML: () => [
    { tag: "em" },
    { tag: "i:not(.gene)" },
    { style: "font-style=italic" },
  ],
  renderHTML: () => ["em", 0],
  addKeyboardShortcuts() {
    return { "Mod-i": () => this.editor.commands.toggleMark("italic") };
  },
});

export const Superscript = Mark.create({
  name: "superscript",
  parseHTML: () => [{ tag: "sup" }, { style: "vertical-align=super" }],
  renderHTML: () => ["sup", 0],
  addKeyboardShortcuts() {
    return { "Mod-.": () => this.editor.commands.toggleMark("superscript") };
  },
});

export const Subscript = Mark.create({
  name: "subscript",
  parseHTML: () => [{ tag: "sub" }, { style: "vertical-align=sub" }],
  renderHTML: () => ["sub", 0],
  addKeyboardShortcuts() {
    return { "Mod-,": () => this.editor.commands.toggleMark("subscript") };
  },
});

/** A link that may not stand on a page loses the link and keeps its words. */
export const Link = Mark.create({
  name: "link",
  addAttributes: () => ({ href: { rendered: false } }),
  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => {
        const href = parseLink(element.getAttribute("href") ?? "");
        return href === null ? false : { href };
      },
    },
  ],
  renderHTML: ({ mark }) => ["a", { href: parseLink(mark.attrs.href) }, 0],
});
