import type { Block } from "~/content/page-content";
import type { PageKind } from "~/domain/words";
import type { CheckedBlock } from "./checked-blocks";
import { hasWords, sectionsOf } from "./outline";
import { findingOn, type CheckInput, type Rule } from "./rule";

/**
 * A section that a kind of page must have: met by words under a heading that
 * matches, by a block of one of the types, or, for `opening`, by words before
 * the first heading.
 */
type RequiredSection = {
  name: string;
  heading: RegExp;
  blocks: readonly Block["type"][];
  opening: boolean;
};

const requiredSections = {
  clinician_page: [
    {
      name: "the gene",
      heading: /\bgenes?\b|biology|about|overview|background|molecular/i,
      blocks: [],
      opening: false,
    },
    {
      name: "clinical characteristics",
      heading:
        /characteristics|clinical (?:features|presentation|picture|significance)|phenotype|presentation|features|risks?\b|diagnosis/i,
      blocks: [],
      opening: false,
    },
    {
      name: "what to do",
      heading:
        /what (?:to|do|should)\b|management|treatment|therapy|actions?\b/i,
      blocks: ["whatToDo"],
      opening: false,
    },
  ],
  gene_summary: [
    {
      name: "what the gene is",
      heading: /\bgenes?\b|protein|function|biology|about|overview|what .* is/i,
      blocks: [],
      opening: true,
    },
  ],
  patient_explainer: [
    {
      name: "what it is",
      heading: /^what|about|overview|explained/i,
      blocks: ["keyMessage"],
      opening: true,
    },
    {
      name: "what to ask or do next",
      heading: /\bask\b|questions?|next|what (?:can|should|to)|help|support/i,
      blocks: ["questionsToAsk", "whatToDo"],
      opening: false,
    },
  ],
  patient_qa: [
    {
      name: "the answer",
      heading: /./,
      blocks: ["faqItem", "keyMessage"],
      opening: true,
    },
  ],
  glossary: [
    {
      name: "the terms",
      heading: /./,
      blocks: ["faqItem", "table"],
      opening: true,
    },
  ],
} satisfies Record<PageKind, readonly RequiredSection[]>;

/**
 * P13: the sections that the kind of page asks for are there and say
 * something. A clinician page needs the gene, clinical characteristics and
 * what to do; a gene summary what the gene is; a patient explainer what it is
 * and what to ask or do next; a patient Q&A its answer; a glossary its terms.
 * Headings are understood in English; elsewhere any heading with words counts.
 */
export const sectionsPresent: Rule = {
  id: "P13",
  severity: "blocks",
  title: "The page has the sections its kind asks for",
  needs: [],
  without: null,
  run: ({ content, blocks }: CheckInput) => {
    const required: readonly RequiredSection[] = requiredSections[content.kind];
    return required
      .filter((section) => !isMet(section, blocks, content.language))
      .map(({ name }) =>
        findingOn(null, {
          rule: "P13",
          severity: "blocks",
          message: `The section “${name}” is missing or says nothing.`,
        }),
      );
  },
};

function isMet(
  section: RequiredSection,
  blocks: readonly CheckedBlock[],
  language: string,
): boolean {
  const isEnglish = /^en\b/i.test(language);
  const byType = blocks.filter(({ node }) =>
    section.blocks.includes(node.type),
  );
  if (hasWords(byType)) return true;
  const firstHeading = blocks.findIndex(({ node }) => node.type === "heading");
  const opening = firstHeading < 0 ? blocks : blocks.slice(0, firstHeading);
  if (section.opening && hasWords(opening)) return true;
  return sectionsOf(blocks).some(
    ({ heading, under }) =>
      (!isEnglish || section.heading.test(heading.normal.text)) &&
      hasWords(under),
  );
}
