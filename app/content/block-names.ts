import {
  blockIdOf,
  type Block,
  type BlockName,
  type PageContent,
} from "./page-content";
import { blockText } from "./plain-text";

const blockNames = {
  paragraph: "Paragraph",
  heading: "Heading",
  bulletList: "List",
  orderedList: "Numbered list",
  blockquote: "Quotation",
  table: "Table",
  keyMessage: "Key message",
  whatToDo: "What to do",
  questionsToAsk: "Questions to ask",
  callout: "Note",
  disclaimer: "Disclaimer",
  clinicalScenario: "Clinical scenario",
  faqItem: "Question and answer",
  timelineEntry: "Timeline entry",
  figure: "Figure",
  reusable: "Reusable text",
  resourceList: "Resources",
  sourceGuidelines: "Source guidelines",
} as const satisfies Record<BlockName, string>;

/** What a block is, in a word or three: "Paragraph", "Key message". */
export function blockName(block: Block): string {
  return blockNames[block.type];
}

/** The blocks of a page in order, each by its kind and its first words, to choose from. */
export function blockChoices(
  content: PageContent,
): { id: string; label: string }[] {
  return content.body.content.flatMap((block) => {
    const id = blockIdOf(block);
    const words = firstWords(blockText(block));
    return id ? [{ id, label: `${blockName(block)}: ${words}` }] : [];
  });
}

/** The beginning of a text, at most sixty characters, cut between words. */
function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= 60) return line;
  const cut = line.lastIndexOf(" ", 60);
  return `${line.slice(0, cut > 0 ? cut : 60)} …`;
}
