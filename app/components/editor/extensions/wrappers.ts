import { Node } from "@tiptap/core";
import type { DOMOutputSpec, Node as ContentNode } from "@tiptap/pm/model";
import {
  blockClass,
  blockLabels,
  reusableLabels,
  scenarioLabels,
} from "~/content/block-labels";
import { partialDateWords } from "~/content/iso-dates";
import {
  reusableKinds,
  scenarioBases,
  type ScenarioBasis,
} from "~/content/page-content";
import { keepAttributes, readKept } from "./kept-attributes";

type WrapperName = keyof typeof blockLabels | "clinicalScenario";

const names: WrapperName[] = [
  "keyMessage",
  "whatToDo",
  "questionsToAsk",
  "callout",
  "disclaimer",
  "clinicalScenario",
];

/** Drawn as readers will see them, the label outside what can be written. */
export const wrappers = [
  ...names.map((name) =>
    Node.create({
      name,
      addAttributes: () =>
        name === "clinicalScenario"
          ? {
              basis: {
                parseHTML: (element) => basisOf(element.dataset.basis),
                renderHTML: ({ basis }) => ({ "data-basis": basis }),
              },
            }
          : {},
      parseHTML: () => [
        {
          tag: `section.${blockClass(name).replace(" ", ".")}`,
          contentElement: contentOf,
        },
      ],
      renderHTML: ({ node, HTMLAttributes }) =>
        labelled(HTMLAttributes, name, labelOf(name, node)),
    }),
  ),
  Node.create({
    name: "timelineEntry",
    parseHTML: () => [
      {
        tag: '[data-node="timelineEntry"]',
        getAttrs: (element) => readKept("timelineEntry", element),
        contentElement: contentOf,
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const when = String(node.attrs.when);
      const label = when === "" ? "Date not given" : partialDateWords(when);
      const attributes = { ...HTMLAttributes, ...keepAttributes(node) };
      return labelled(attributes, "timelineEntry", label);
    },
  }),
  Node.create({
    name: "reusable",
    parseHTML: () => [
      {
        tag: '[data-node="reusable"]',
        getAttrs: (element) => readKept("reusable", element),
        contentElement: contentOf,
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const kind = reusableKinds.find((known) => known === node.attrs.kind);
      const label = reusableLabels[kind ?? "disclaimer"];
      const attributes = { ...HTMLAttributes, ...keepAttributes(node) };
      return labelled(
        { ...attributes, contenteditable: "false" },
        "reusable",
        `${label} · reusable text, version ${String(node.attrs.version)}`,
      );
    },
  }),
];

export const FaqItem = Node.create({
  name: "faqItem",
  parseHTML: () => [{ tag: "section.block-faq-item" }],
  renderHTML: ({ HTMLAttributes }) => [
    "section",
    { ...HTMLAttributes, class: blockClass("faqItem") },
    0,
  ],
});

export const FaqQuestion = Node.create({
  name: "faqQuestion",
  priority: 200,
  parseHTML: () => [{ tag: ".faq-question", priority: 60 }],
  renderHTML: () => ["h3", { class: "faq-question" }, 0],
});

export const FaqAnswer = Node.create({
  name: "faqAnswer",
  parseHTML: () => [{ tag: "div.faq-answer" }],
  renderHTML: () => ["div", { class: "faq-answer" }, 0],
});

function labelled(
  attributes: Record<string, unknown>,
  name: WrapperName | "timelineEntry" | "reusable",
  label: string,
): DOMOutputSpec {
  return [
    "section",
    {
      ...attributes,
      class: blockClass(name),
      role: "group",
      "aria-label": label,
    },
    ["p", { class: "block-label", contenteditable: "false" }, label],
    ["div", { class: "block-content" }, 0],
  ];
}

/** What was copied from a reader's page has no element round its content. */
function contentOf(element: HTMLElement): HTMLElement {
  const content = element.querySelector<HTMLElement>(".block-content");
  if (content === null) element.querySelector(".block-label")?.remove();
  return content ?? element;
}

function labelOf(name: WrapperName, node: ContentNode): string {
  return name === "clinicalScenario"
    ? scenarioLabels[basisOf(node.attrs.basis)]
    : blockLabels[name];
}

function basisOf(value: unknown): ScenarioBasis {
  return scenarioBases.find((basis) => basis === value) ?? "unstated";
}
