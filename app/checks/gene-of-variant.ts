import { findGeneMentions, type GeneMention } from "~/content/gene-mentions";
import type { PageContent } from "~/content/page-content";
import type { CheckedBlock } from "./checked-blocks";
import { knownGenes } from "./known-facts";
import type { VariantMention } from "./read-variants";
import type { Reference } from "./reference";
import { sentencesOf } from "./sentences";

/**
 * Genes a variant may belong to, likeliest first; `isSure` when the text
 * leaves one only, `isBeside` when it is written right before the variant.
 */
export type GeneChoice = {
  symbols: string[];
  isSure: boolean;
  isBeside: boolean;
};

/** The genes that a page is about and those it names, block by block. */
export type GeneContext = {
  topics: string[];
  /** Genes named in each block's normalised text. */
  mentionsIn: (block: CheckedBlock) => GeneMention[];
};

/** Reads once where genes are named; well-known symbols and those of the reference count. */
export function readGeneContext(
  content: PageContent,
  blocks: readonly CheckedBlock[],
  reference: Reference,
): GeneContext {
  const isSymbol = (symbol: string) =>
    knownGenes.has(symbol) ||
    reference.genes.has(symbol) ||
    reference.proteins.has(symbol);
  // Read as one text, so that a symbol told to be a gene once counts everywhere.
  const texts = blocks.map(({ normal }) => normal.text);
  const all = findGeneMentions(texts.join("\n\n"), isSymbol);
  const mentions = new Map<CheckedBlock, GeneMention[]>();
  let offset = 0;
  for (const block of blocks) {
    const end = offset + block.normal.text.length;
    const inside = all.filter((m) => m.start >= offset && m.end <= end);
    mentions.set(
      block,
      inside.map((m) => ({
        symbol: m.symbol,
        start: m.start - offset,
        end: m.end - offset,
      })),
    );
    offset = end + 2;
  }
  const topics = content.topics
    .filter(({ type }) => type === "gene")
    .map(({ label }) => label.trim());
  return { topics, mentionsIn: (block) => mentions.get(block) ?? [] };
}

/**
 * Which gene a variant is of: the one its author told with it, else the one
 * written right before it or before the list it stands in, for sure. Otherwise every gene of its sentence, of its
 * block and of the page's topics may be meant, nearest before it first, and it
 * is sure when that is one gene. Null when no gene is in sight.
 */
export function geneOfVariant(
  variant: VariantMention,
  block: CheckedBlock,
  context: GeneContext,
): GeneChoice | null {
  const text = block.normal.text;
  const told = geneTold(variant, block);
  if (told !== null) return { symbols: [told], isSure: true, isBeside: true };
  const mentions = context.mentionsIn(block);
  const last = mentions.findLast(({ end }) => end <= variant.start);
  if (last && isJoined(text.slice(last.end, variant.start)))
    return { symbols: [last.symbol], isSure: true, isBeside: true };
  const sentence = sentencesOf(text).find(
    ({ start, end }) => start <= variant.start && variant.end <= end,
  );
  const inSentence = mentions.filter(
    ({ start, end }) =>
      sentence !== undefined && start >= sentence.start && end <= sentence.end,
  );
  const symbols = [
    ...new Set([
      ...nearestFirst(inSentence, variant),
      ...nearestFirst(mentions, variant),
      ...context.topics,
    ]),
  ];
  if (symbols.length === 0) return null;
  return { symbols, isSure: symbols.length === 1, isBeside: false };
}

/** The gene that its author gave to the variant when entering it. */
function geneTold(variant: VariantMention, { normal, variants }: CheckedBlock) {
  const start = normal.toOriginal(variant.start);
  const inside = variants.find(
    (held) => held.start <= start && start < held.end,
  );
  return inside?.gene ?? null;
}

/** True for what may stand between a gene and its variant: "ROS1 (p.", "ROS1 L2026M, D2033N and ". */
function isJoined(between: string): boolean {
  const plain = between.replaceAll(/p\.\(?|[()]/g, "");
  return /^[ :-]*(?:[A-Za-z]{1,3}\d+(?:[A-Za-z]{1,3}|\*)(?:, and |, or | and | or |, |\/| ))*$/.test(
    plain,
  );
}

function nearestFirst(
  mentions: readonly GeneMention[],
  variant: VariantMention,
): string[] {
  const distance = ({ start, end }: GeneMention) =>
    end <= variant.start ? variant.start - end : 10_000 + start;
  const sorted = [...mentions].sort((a, b) => distance(a) - distance(b));
  return [...new Set(sorted.map(({ symbol }) => symbol))];
}
