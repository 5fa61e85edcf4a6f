import { nodesOfType, type CheckedBlock } from "./checked-blocks";
import { emptyParts } from "./empty-parts";
import { hasWords, sectionsOf } from "./outline";
import {
  findingAt,
  findingOn,
  type CheckInput,
  type Finding,
  type Rule,
} from "./rule";

/**
 * T1: nothing on the page is empty or points nowhere. Blocks: a heading without
 * words or with nothing under it, and what `emptyParts` names, so that an
 * unfilled template never goes out. Warns: a text ending with a colon that nothing follows,
 * "see below" or "see above" that names no place, an answer ("No. …") without
 * a question. In an imported draft the message says that the part was lost
 * when the page was captured, since the author is not at fault.
 */
export const gapsInText: Rule = {
  id: "T1",
  severity: "blocks",
  title: "Nothing is empty or points nowhere",
  needs: [],
  without: null,
  run: (input) => [
    ...emptyHeadings(input),
    ...input.blocks.flatMap((block) =>
      emptyParts(block.node, input.isImported).flatMap((message) =>
        blocked(block, message),
      ),
    ),
    ...openColons(input),
    ...input.blocks.flatMap((block) => pointers(block, input)),
    ...answersAlone(input),
  ],
};

function emptyHeadings({ blocks, isImported }: CheckInput): Finding[] {
  return sectionsOf(blocks).flatMap(({ heading, under }) => {
    const title = heading.text.trim();
    if (title === "") return blocked(heading, "A heading has no words.");
    if (hasWords(under.filter(isText))) return [];
    return blocked(
      heading,
      isImported
        ? `What stood under “${title}” was lost when the page was captured.`
        : `Nothing stands under the heading “${title}”.`,
    );
  });
}

/** A disclaimer or a "Back to top" left from the site is not what a heading announces. */
function isText({ node, text }: CheckedBlock): boolean {
  return (
    !isDisclaimer(node) &&
    !/^\W*(?:back|return) to (?:the )?top\W*$/i.test(text)
  );
}

function isDisclaimer({ type }: CheckedBlock["node"]): boolean {
  return type === "disclaimer" || type === "reusable";
}

function blocked(block: CheckedBlock, message: string): Finding[] {
  return [findingOn(block, { rule: "T1", severity: "blocks", message })];
}

/** A colon may be answered by the next part of the block or by any block but a heading or a disclaimer. */
function openColons({ blocks, isImported }: CheckInput): Finding[] {
  return blocks.flatMap((block, index) =>
    block.parts.flatMap((part, at) => {
      const text = block.text.slice(part.start, part.end).trimEnd();
      if (!/[:：]$/.test(text) || part.node.type === "heading") return [];
      if (at + 1 < block.parts.length) return [];
      const next = blocks[index + 1]?.node;
      const isAnswered =
        next !== undefined && next.type !== "heading" && !isDisclaimer(next);
      if (isAnswered && block.node.type === "paragraph") return [];
      const message = isImported
        ? "The text announces something that was lost when the page was captured."
        : "The text announces something that does not follow.";
      const found = findingOn(block, {
        rule: "T1",
        severity: "warns",
        message,
      });
      return [{ ...found, excerpt: text.slice(-80) }];
    }),
  );
}

const pointer =
  /\b(?:see|as (?:described|shown|listed|discussed)|shown|described|listed)\s+(.{0,60}?)\b(below|above)\b/gi;

/** A pointer names its place by a link, by words in quotation marks or a heading, or by a figure's or table's number. */
function pointers(block: CheckedBlock, input: CheckInput): Finding[] {
  if (isDisclaimer(block.node)) return [];
  const hasLink = nodesOfType(block.node, "text").some(
    ({ text, marks }) =>
      /below|above|see/i.test(text) &&
      marks?.some(({ type }) => type === "link"),
  );
  if (hasLink) return [];
  const headings = input.blocks.filter(({ node }) => node.type === "heading");
  const { text } = block.normal;
  return [...text.matchAll(pointer)].flatMap((found) => {
    const [whole, named = ""] = found;
    const place = text.slice(found.index, found.index + whole.length + 80);
    const isNamed =
      /["']|\b(?:figure|fig\.|table|section|box)\s/i.test(named) ||
      headings.some(({ normal }) => {
        const title = normal.text.trim().toLowerCase();
        return title !== "" && place.toLowerCase().includes(title);
      });
    if (isNamed) return [];
    return findingAt(
      block,
      { start: found.index, end: found.index + whole.length },
      {
        rule: "T1",
        severity: "warns",
        message: `“${whole}” names no place: link it or name the heading.`,
      },
    );
  });
}

function answersAlone({ blocks, isImported }: CheckInput): Finding[] {
  return blocks.flatMap((block, index) => {
    const answer = /^(?:Yes|No)[.,](?=\s)/.exec(block.normal.text);
    const before = blocks[index - 1]?.text.trimEnd() ?? "";
    if (!answer || block.node.type !== "paragraph" || before.endsWith("?"))
      return [];
    const message = isImported
      ? "An answer stands without its question, which was lost when the page was captured."
      : "An answer stands without its question.";
    const found = findingOn(block, { rule: "T1", severity: "warns", message });
    return [found];
  });
}
