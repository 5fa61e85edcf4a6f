import { Node } from "@tiptap/core";
import type { Node as ContentNode } from "@tiptap/pm/model";
import {
  blockClass,
  blockLabels,
  scenarioLabels,
} from "~/content/block-labels";
import { scenarioBases, type ScenarioBasis } from "~/content/page-content";

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
export const wrappers = names.map((name) =>
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
        contentElement: ".block-content",
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const label = labelOf(name, node);
      return [
        "section",
        {
          ...HTMLAttributes,
          class: blockClass(name),
          role: "group",
          "aria-label": label,
        },
        ["p", { class: "block-label", contenteditable: "false" }, label],
        ["div", { class: "block-content" }, 0],
      ];
    },
  }),
);

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

function labelOf(name: WrapperName, node: ContentNode): string {
  return name === "clinicalScenario"
    ? scenarioLabels[basisOf(node.attrs.basis)]
    : blockLabels[name];
}

function basisOf(value: unknown): ScenarioBasis {
  return scenarioBases.find((basis) => basis === value) ?? "unstated";
}
