import { Node } from "@tiptap/core";
import type { Node as ContentNode } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { colspanRule, rowspanRule } from "~/content/attribute-rules";

/*
 * The nodes of a table. How cells are walked, added and joined comes with
 * `table-editing`, which is asked for when a page first holds a table.
 */

/** With a caption, drawn from the attribute, and room to scroll on a phone. */
const Table = Node.create({
  name: "table",
  extendNodeSchema: ({ name }) => ({ tableRole: roles[name] }),
  addAttributes: () => ({
    caption: {
      rendered: false,
      parseHTML: (element) =>
        (element.querySelector("caption")?.textContent ?? "")
          .trim()
          .slice(0, 500),
    },
  }),
  parseHTML: () => [
    {
      tag: "table",
      contentElement: (element) => {
        // The caption is an attribute; its words are not read as a cell.
        element.querySelector?.("caption")?.remove();
        return element;
      },
    },
  ],
  renderHTML({ node, HTMLAttributes }) {
    const { caption } = node.attrs;
    const drawn = caption
      ? [["caption", { contenteditable: "false" }, caption]]
      : [];
    return [
      "div",
      { class: "table-scroll" },
      ["table", HTMLAttributes, ...drawn, ["tbody", 0]],
    ];
  },
  addProseMirrorPlugins() {
    const { editor } = this;
    // Outside the view, which is made anew with every plugin that is added.
    let isAsked = false;
    return [
      new Plugin({
        view: ({ state }) => {
          const look = (doc: ContentNode) => {
            if (isAsked || !hasTable(doc)) return;
            isAsked = true;
            import("../table-editing").then(
              ({ addTableEditing }) => {
                if (!editor.isDestroyed) addTableEditing(editor);
              },
              () => {
                // Not connected: the next change of the text asks again.
                isAsked = false;
              },
            );
          };
          look(state.doc);
          return {
            update: (view, before) => {
              if (view.state.doc !== before.doc) look(view.state.doc);
            },
          };
        },
      }),
    ];
  },
});

const roles: Record<string, string> = {
  table: "table",
  tableRow: "row",
  tableCell: "cell",
  tableHeader: "header_cell",
};

const TableRow = Node.create({
  name: "tableRow",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: ({ HTMLAttributes }) => ["tr", HTMLAttributes, 0],
});

const cell = (name: "tableCell" | "tableHeader", tag: "td" | "th") =>
  Node.create({
    name,
    addAttributes: () => ({
      colspan: {
        parseHTML: (element) => spanOf(element, "colspan"),
        renderHTML: ({ colspan }) => (colspan === 1 ? {} : { colspan }),
      },
      rowspan: {
        parseHTML: (element) => spanOf(element, "rowspan"),
        renderHTML: ({ rowspan }) => (rowspan === 1 ? {} : { rowspan }),
      },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

export const tableNodes = [
  Table,
  TableRow,
  cell("tableHeader", "th"),
  cell("tableCell", "td"),
];

function hasTable(doc: ContentNode): boolean {
  let isFound = false;
  doc.descendants((node) => {
    isFound ||= node.type.name === "table";
    return !isFound && !node.isTextblock;
  });
  return isFound;
}

function spanOf(element: HTMLElement, name: "colspan" | "rowspan"): number {
  const rule = name === "colspan" ? colspanRule : rowspanRule;
  const span = rule.read(Number(element.getAttribute(name) ?? "1"), {});
  return typeof span === "number" ? span : 1;
}
