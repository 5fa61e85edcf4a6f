import { Node } from "@tiptap/core";
import type { DOMOutputSpec, Node as ContentNode } from "@tiptap/pm/model";
import { blockClass } from "~/content/block-labels";
import { figureFolders } from "~/content/figure-folders";
import { keepAttributes, readKept } from "./kept-attributes";

/** The image with what is missing about it; the caption is written below it. */
export const FigureNode = Node.create({
  name: "figure",
  parseHTML: () => [
    {
      tag: '[data-node="figure"]',
      getAttrs: (element) => readKept("figure", element),
      contentElement: (element) =>
        element.querySelector<HTMLElement>(".figure-caption") ?? element,
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    "figure",
    { ...HTMLAttributes, class: blockClass("figure"), ...keepAttributes(node) },
    ["div", { class: "figure-image", contenteditable: "false" }, image(node)],
    [
      "figcaption",
      ["span", { class: "figure-caption" }, 0],
      [
        "span",
        { class: "figure-rights", contenteditable: "false" },
        rights(node),
      ],
    ],
  ],
});

function image({ attrs }: ContentNode): DOMOutputSpec {
  const { file, alt, isDecorative, width, height } = attrs;
  if (file === null)
    return ["p", { class: "figure-none" }, "No image has been added."];
  return [
    "img",
    {
      src: `${figureFolders.staff}${String(file)}`,
      alt: isDecorative ? "" : String(alt),
      ...(width && height ? { width, height } : {}),
      draggable: "false",
    },
  ];
}

/** Credit and licence as readers see them, and what sending will ask for. */
function rights({ attrs }: ContentNode): string {
  const { file, alt, isDecorative, credit, licence } = attrs;
  const given = [
    credit ? `Credit: ${String(credit)}.` : "",
    licence ? `Licence: ${String(licence)}.` : "",
  ];
  const lacking = [
    file !== null && !alt && !isDecorative ? "alternative text" : "",
    licence ? "" : "a licence",
  ].filter((part) => part !== "");
  const needs =
    file !== null && lacking.length > 0
      ? `Needs ${lacking.join(" and ")} before it is sent.`
      : "";
  return [...given, needs].filter((part) => part !== "").join(" ");
}
