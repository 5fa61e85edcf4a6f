import { Node } from "@tiptap/core";
import { fileRule, partialDateRule } from "~/content/attribute-rules";
import { blockClass, listLabels, reusableLabels } from "~/content/block-labels";
import { figureFolders } from "~/content/figure-folders";
import { partialDateWords } from "~/content/iso-dates";
import { reusableKinds } from "~/content/page-content";

const label = (words: string) => [
  "p",
  { class: "block-label", contenteditable: "false" },
  words,
];

/** An entry with its date as the label. */
export const TimelineEntry = Node.create({
  name: "timelineEntry",
  addAttributes: () => ({
    when: {
      parseHTML: (element) =>
        partialDateRule.read(element.dataset.when ?? "", {}) ?? "",
      renderHTML: ({ when }) => ({ "data-when": when }),
    },
  }),
  parseHTML: () => [
    { tag: "section.block-timeline-entry", contentElement: ".block-content" },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    "section",
    { ...HTMLAttributes, class: blockClass("timelineEntry"), role: "group" },
    label(partialDateWords(node.attrs.when) || "Date not given"),
    ["div", { class: "block-content" }, 0],
  ],
});

/** The image cannot be written in; the caption can. */
export const FigureNode = Node.create({
  name: "figure",
  addAttributes: () => ({
    file: {
      rendered: false,
      parseHTML: (element) => {
        const source = element.querySelector("img")?.getAttribute("src") ?? "";
        return fileRule.read(source.split("/").at(-1), {}) ?? null;
      },
    },
    alt: {
      rendered: false,
      parseHTML: (element) =>
        (element.querySelector("img")?.alt ?? "").slice(0, 1_000),
    },
    isDecorative: { rendered: false, parseHTML: () => false },
    credit: { rendered: false, parseHTML: () => "" },
    licence: { rendered: false, parseHTML: () => "" },
    width: { rendered: false, parseHTML: () => null },
    height: { rendered: false, parseHTML: () => null },
  }),
  parseHTML: () => [
    { tag: "figure.block-figure", contentElement: "figcaption" },
  ],
  renderHTML: ({ node, HTMLAttributes }) => {
    const { file, alt, isDecorative, width, height } = node.attrs;
    const size = width && height ? { width, height } : {};
    const image = file
      ? [
          "img",
          {
            src: figureFolders.staff + file,
            alt: isDecorative ? "" : alt,
            ...size,
          },
        ]
      : [
          "p",
          { class: "figure-none", contenteditable: "false" },
          "No image has been added.",
        ];
    return [
      "figure",
      { ...HTMLAttributes, class: blockClass("figure") },
      image,
      ["figcaption", 0],
    ];
  },
});

/** Words approved elsewhere: shown, not to be written in. */
export const ReusableNode = Node.create({
  name: "reusable",
  addAttributes: () => ({
    component: {
      parseHTML: (element) => element.dataset.component,
      renderHTML: ({ component }) => ({ "data-component": component }),
    },
    version: {
      parseHTML: (element) => Number(element.dataset.version),
      renderHTML: ({ version }) => ({ "data-version": version }),
    },
    kind: {
      parseHTML: (element) =>
        reusableKinds.find((kind) => kind === element.dataset.kind),
      renderHTML: ({ kind }) => ({ "data-kind": kind }),
    },
  }),
  parseHTML: () => [
    {
      tag: "section.block-reusable[data-component][data-version][data-kind]",
      contentElement: ".block-content",
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => {
    const kind = reusableKinds.find((known) => known === node.attrs.kind);
    return [
      "section",
      {
        ...HTMLAttributes,
        class: blockClass("reusable"),
        contenteditable: "false",
      },
      label(reusableLabels[kind ?? "disclaimer"]),
      ["div", { class: "block-content" }, 0],
    ];
  },
});

const fields = (names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      {
        parseHTML: (element: HTMLElement) =>
          element.getAttribute(`data-${name}`) ?? "",
        renderHTML: (attributes: Record<string, unknown>) => ({
          [`data-${name}`]: attributes[name],
        }),
      },
    ]),
  );

const listNode = (name: keyof typeof listLabels) =>
  Node.create({
    name,
    parseHTML: () => [
      {
        tag: `section.${blockClass(name).replace(" ", ".")}`,
        contentElement: "ul",
      },
    ],
    renderHTML: ({ HTMLAttributes }) => [
      "section",
      { ...HTMLAttributes, class: blockClass(name), role: "group" },
      label(listLabels[name]),
      ["ul", { class: "entries" }, 0],
    ],
  });

const resourceFields = ["title", "url", "publisher"];
const guidelineFields = ["organisation", "title", "version", "date", "url"];

const entryNode = (name: string, names: readonly string[]) =>
  Node.create({
    name,
    priority: 200,
    addAttributes: () => fields(names),
    parseHTML: () => [{ tag: `li[data-entry="${name}"]`, priority: 60 }],
    renderHTML: ({ node, HTMLAttributes }) => [
      "li",
      { ...HTMLAttributes, "data-entry": name },
      names
        .map((field) => String(node.attrs[field]))
        .filter((words) => words !== "")
        .join(", ") || "Nothing given yet",
    ],
  });

/** Lists whose entries are fields, filled in by a dialog. */
export const entryLists = [
  listNode("resourceList"),
  entryNode("resource", resourceFields),
  listNode("sourceGuidelines"),
  entryNode("guideline", guidelineFields),
];
