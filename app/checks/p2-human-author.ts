import { findingOn, type Rule } from "./rule";

/**
 * P2: a page has at least one human author credit, that is one matched to a
 * person of the desk with the role author. An organisation's or a tool's name,
 * or a name matched to nobody, is no human author (ICMJE, authorship).
 */
export const humanAuthor: Rule = {
  id: "P2",
  severity: "blocks",
  title: "A person is credited as author",
  needs: [],
  without: null,
  run: ({ content }) => {
    const { credits } = content;
    const isHuman = credits.some(
      ({ role, personId }) => role === "author" && personId !== null,
    );
    if (isHuman) return [];
    const names = credits.map(({ name }) => name).join(", ");
    const message =
      credits.length === 0
        ? "Nobody is credited as author; credit the person who answers for the text."
        : `None of the credits (${names}) is an author matched to a person of the desk.`;
    return [findingOn(null, { rule: "P2", severity: "blocks", message })];
  },
};
