import type { PageKind } from "~/domain/words";
import type { TemplateSection } from "./template";

/**
 * The sections with which a page of each kind begins, in order, with the
 * headings that check P13 looks for.
 */
export const sectionsOfKinds = {
  clinician_page: [
    {
      heading: null,
      blocks: [
        {
          type: "keyMessage",
          prompt: "What a clinician must know if they read nothing else.",
        },
      ],
      words: 40,
    },
    {
      heading: "The gene",
      blocks: [
        {
          type: "paragraph",
          prompt:
            "What the gene does, and how a change in it leads to disease.",
        },
      ],
      words: 120,
    },
    {
      heading: "Clinical characteristics",
      blocks: [
        {
          type: "paragraph",
          prompt:
            "Who has it, how it shows itself and how often, with the source of each figure.",
        },
      ],
      words: 200,
    },
    {
      heading: "Testing",
      blocks: [
        {
          type: "paragraph",
          prompt:
            "Whom to test, by which method, and what a result cannot tell.",
        },
      ],
      words: 150,
    },
    {
      heading: "What to do",
      blocks: [
        {
          type: "whatToDo",
          prompt: "What the reader does next, the most urgent first.",
        },
      ],
      words: 120,
    },
  ],
  gene_summary: [
    {
      heading: null,
      blocks: [
        { type: "paragraph", prompt: "What the gene is, in one sentence." },
      ],
      words: 30,
    },
    {
      heading: "The gene and its protein",
      blocks: [
        {
          type: "paragraph",
          prompt: "Where it lies, what its protein does and in which tissues.",
        },
      ],
      words: 120,
    },
    {
      heading: "Changes that matter",
      blocks: [
        {
          type: "paragraph",
          prompt: "Which changes cause disease, named as HGVS recommends.",
        },
      ],
      words: 120,
    },
    {
      heading: "Conditions",
      blocks: [
        {
          type: "paragraph",
          prompt: "The conditions that follow, and how they are inherited.",
        },
      ],
      words: 120,
    },
  ],
  patient_explainer: [
    {
      heading: null,
      blocks: [
        {
          type: "keyMessage",
          prompt: "What this result means for the reader, in plain words.",
        },
      ],
      words: 40,
    },
    {
      heading: "What it is",
      blocks: [
        {
          type: "paragraph",
          prompt: "The gene and the condition, without words of the trade.",
        },
      ],
      words: 120,
    },
    {
      heading: "What it means for you and your family",
      blocks: [
        {
          type: "paragraph",
          prompt:
            "The risk in numbers out of 100, and who else may be affected.",
        },
      ],
      words: 150,
    },
    {
      heading: "What happens next",
      blocks: [
        {
          type: "whatToDo",
          prompt: "The next steps in order, and who arranges each.",
        },
      ],
      words: 100,
    },
    {
      heading: "Questions to ask",
      blocks: [
        {
          type: "questionsToAsk",
          prompt: "Questions to take to the clinic, one on each line.",
        },
      ],
      words: 60,
    },
  ],
  patient_qa: [
    {
      heading: null,
      blocks: [
        {
          type: "keyMessage",
          prompt: "The short answer, for somebody who is worried.",
        },
        {
          type: "faqItem",
          prompt: "The first question that a reader has, and its answer.",
        },
        { type: "faqItem", prompt: "What it means for the family." },
        { type: "faqItem", prompt: "Where to find help, and from whom." },
      ],
      words: 250,
    },
  ],
  glossary: [
    {
      heading: null,
      blocks: [
        {
          type: "paragraph",
          prompt: "Which words stand here, and for which reader.",
        },
      ],
      words: 30,
    },
    {
      heading: "Terms",
      blocks: [
        {
          type: "faqItem",
          prompt: "A term as the question, its meaning as the answer.",
        },
      ],
      words: 200,
    },
  ],
} as const satisfies Record<PageKind, readonly TemplateSection[]>;
