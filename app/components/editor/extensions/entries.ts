import { Node } from "@tiptap/core";
import type { DOMOutputSpec, Node as ContentNode } from "@tiptap/pm/model";
import { blockClass, listLabels } from "~/content/block-labels";
import { guidelineEdition } from "~/content/entry-words";
import type { Guideline } from "~/content/page-content";
import { keepAttributes, readKept } from "./kept-attributes";

/*
 * Resources and source guidelines: lists of entries that each have their own
 * fields. An entry is chosen whole and changed in its dialog.
 */

const lists = (["resourceList", "sourceGuidelines"] as const).map((name) =>
  Node.create({
    name,
    parseHTML: () => [
      {
        tag: `section.${blockClass(name).replace(" ", ".")}`,
        contentElement: (element) =>
          element.querySelector<HTMLElement>(".entries") ?? element,
      },
    ],
    renderHTML: ({ HTMLAttributes }) => [
      "section",
      {
        ...HTMLAttributes,
        class: blockClass(name),
        role: "group",
        "aria-label": listLabels[name],
      },
      [
        "p",
        { class: "block-label", contenteditable: "false" },
        listLabels[name],
      ],
      ["ul", { class: "entries" }, 0],
    ],
  }),
);

const entries = (["resource", "guideline"] as const).map((name) =>
  Node.create({
    name,
    parseHTML: () => [
      {
        tag: `[data-node="${name}"]`,
        priority: 60,
        getAttrs: (element) => readKept(name, element),
      },
    ],
    renderHTML: ({ node }) => [
      "li",
      keepAttributes(node),
      ...(name === "resource" ? resource(node) : guideline(node)),
    ],
  }),
);

type Part = string | DOMOutputSpec;

export const entryNodes = [...lists, ...entries];

function resource({ attrs }: ContentNode): Part[] {
  const { title, url, publisher } = attrs;
  return [named(title, url, "An empty resource"), ...more(publisher)];
}

function guideline({ attrs }: ContentNode): Part[] {
  const { organisation, title, version, date, url } = attrs;
  const all = { organisation, title, version, date, url };
  const entry: Guideline = { type: "guideline", attrs: all };
  return [
    ...(organisation ? [`${String(organisation)}. `] : []),
    ["cite", named(title, url, "An empty guideline")],
    ...more(guidelineEdition(entry)),
  ];
}

/** No link: in the editor a press on an entry chooses it. */
function named(title: unknown, url: unknown, none: string): DOMOutputSpec {
  const words = String(title || url || none);
  return ["span", { class: url ? "entry-link" : "entry-words" }, words];
}

function more(words: unknown): Part[] {
  return words ? [" ", ["span", { class: "entry-more" }, String(words)]] : [];
}
