import { tokensOf } from "./change-tokens";
import {
  changedBlocks,
  changedMetadata,
  type BlockChangeKind,
} from "./changed-blocks";
import {
  blockIdOf,
  type Block,
  type BlockName,
  type MetadataField,
  type PageContent,
} from "./page-content";
import { blockText } from "./plain-text";
import { renderHtml } from "./render-html";
import { tokenDifferences } from "./token-differences";

/** One block that differs between two versions, for people to read. */
export type DescribedChange = {
  id: string;
  change: BlockChangeKind;
  /** What the block is: "Paragraph", "Table". */
  name: string;
  beforeHtml: string | null;
  afterHtml: string | null;
  /** The words that differ inside a changed block; empty when too many do. */
  words: { removed: string; added: string }[];
};

export type DescribedChanges = {
  blocks: DescribedChange[];
  metadata: MetadataField[];
};

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

/**
 * What differs between two versions, block by block as `changedBlocks` has it,
 * each block rendered whole before and after, so that no number, unit or name
 * is ever shown cut in two. Throws RangeError as `changedBlocks` does.
 */
export function describeChanges(
  base: PageContent,
  next: PageContent,
): DescribedChanges {
  const before = blocksById(base);
  const after = blocksById(next);
  const blocks = changedBlocks(base, next).map(({ id, change }) => {
    const old = before.get(id);
    const now = after.get(id);
    const named = now ?? old;
    return {
      id,
      change,
      name: named ? blockName(named) : "",
      beforeHtml: old && change !== "moved" ? renderOne(base, old) : null,
      afterHtml: now ? renderOne(next, now) : null,
      words: old && now && change === "changed" ? wordChanges(old, now) : [],
    };
  });
  return { blocks, metadata: changedMetadata(base, next) };
}

const mostWordChanges = 8;

function wordChanges(
  old: Block,
  now: Block,
): { removed: string; added: string }[] {
  const differences = tokenDifferences(tokensOf(old), tokensOf(now)) ?? [];
  const words = differences
    .map(({ removed, added }) => ({
      removed: textOf(removed),
      added: textOf(added),
    }))
    .filter(({ removed, added }) => removed !== "" || added !== "");
  return words.length > mostWordChanges ? [] : words;
}

function textOf(tokens: readonly { kind: string; text: string }[]): string {
  return tokens
    .filter(({ kind }) => kind !== "structure")
    .map(({ text }) => text)
    .join(" ");
}

/** Without its id, so that no two elements of a screen share one. */
function renderOne(content: PageContent, block: Block): string {
  // Only the id among a block's attributes changes, so its type stays true.
  const bare = { ...block, attrs: { ...block.attrs, id: null } } as Block;
  return renderHtml(
    { ...content, body: { type: "doc", content: [bare] } },
    { citations: "named" },
  );
}

function blocksById(content: PageContent): Map<string, Block> {
  return new Map(
    content.body.content.map((block) => [blockIdOf(block) ?? "", block]),
  );
}
