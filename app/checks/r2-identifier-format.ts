import { citationId } from "~/content/citation-ids";
import { citationsOf } from "./citations-of";
import type { CheckedBlock } from "./checked-blocks";
import { findingAt, findingOn, type Finding, type Rule } from "./rule";

/**
 * R2: identifiers have the form of their scheme: a PMID is one to eight
 * digits, a DOI begins with 10., an NCT number has eight digits, in citations
 * and in the running text. The form only; nothing is looked up. (An ORCID iD
 * that does not add up is refused when content is saved.)
 */
export const identifierFormat: Rule = {
  id: "R2",
  severity: "blocks",
  title: "Identifiers have the right form",
  needs: [],
  without: null,
  run: (input) => [
    ...input.blocks.flatMap(inCitations),
    ...input.blocks.flatMap(inText),
  ],
};

function inCitations(block: CheckedBlock): Finding[] {
  return citationsOf(block)
    .filter(({ scheme, id }) => citationId(scheme, id) === null)
    .map(({ scheme, id }) => {
      const message = `“${id}” has not the form of a ${names[scheme]}.`;
      const found = findingOn(block, {
        rule: "R2",
        severity: "blocks",
        message,
      });
      return { ...found, excerpt: id };
    });
}

const names = {
  pmid: "PMID",
  doi: "DOI",
  nct: "trial number (NCT and eight digits)",
  guideline: "guideline's name",
  url: "web address",
} as const;

const inWords: [pattern: RegExp, isRight: RegExp, message: string][] = [
  [/\bNCT\d+\b/g, /^NCT\d{8}$/, "A trial number is NCT and eight digits."],
  [
    /\bPMID:? ?\d[\d ]*\d|\bPMID:? ?\d/g,
    /^PMID:? ?[1-9]\d{0,7}$/,
    "A PMID has one to eight digits.",
  ],
  [
    /\bdoi:? ?\S+/gi,
    /^doi:? ?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}(?:\.\d+)*\/\S+$/i,
    "A DOI begins with 10. and has a slash after its prefix.",
  ],
];

function inText(block: CheckedBlock): Finding[] {
  const { text } = block.normal;
  return inWords.flatMap(([pattern, isRight, message]) =>
    [...text.matchAll(pattern)]
      .filter(([found]) => /\d/.test(found) && !isRight.test(found))
      .map(({ 0: found, index }) =>
        findingAt(
          block,
          { start: index, end: index + found.length },
          { rule: "R2", severity: "blocks", message },
        ),
      ),
  );
}
