import {
  Table,
  TableCell,
  TableHeader,
  TableRow,
} from "@tiptap/extension-table";

/** With a caption, drawn from the attribute, and room to scroll on a phone. */
const CaptionedTable = Table.extend({
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
}).configure({ View: null });

const cellAttributes = () => ({
  colspan: { parseHTML: (element: HTMLElement) => spanOf(element, "colspan") },
  rowspan: { parseHTML: (element: HTMLElement) => spanOf(element, "rowspan") },
});

export const tableNodes = [
  CaptionedTable,
  TableRow,
  TableHeader.extend({ addAttributes: cellAttributes }),
  TableCell.extend({ addAttributes: cellAttributes }),
];

function spanOf(element: HTMLElement, name: "colspan" | "rowspan"): number {
  const span = Number.parseInt(element.getAttribute(name) ?? "1", 10);
  return Number.isInteger(span) && span >= 1 && span <= 50 ? span : 1;
}
