import {
  blockIdOf,
  childrenOf,
  type Block,
  type ContentNode,
  type PageContent,
} from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import { sentencesOf } from "./sentences";

/** What is looked for: an identifier with its scheme, or the words of a name. */
export type Sought = { kind: string; words: readonly string[] };

export type BlockSentences = { blockId: string; sentences: string[] };

/** Stands where a citation stands; no text has it (U+2063, an invisible sign). */
const mark = "\u2063";
const longest = 600;

/** Sources that a text has as a citation and nowhere in its words. */
const byIdentifier: ReadonlySet<string> = new Set(["pmid", "doi", "nct"]);

/**
 * The sentences of these blocks that rest on a source or have a name, in the
 * order of the page: the sentence that a citation stands in or after, or the
 * one that has the words, capital letters or not. A block without such a
 * sentence, such as a list of sources, gives its first 600 characters. Blocks
 * that the page does not have are left out.
 */
export function sourceSentences(
  content: PageContent,
  blockIds: readonly string[],
  sought: Sought,
): BlockSentences[] {
  return content.body.content.flatMap((block) => {
    const blockId = blockIdOf(block);
    if (blockId === null || !blockIds.includes(blockId)) return [];
    return [{ blockId, sentences: sentencesIn(block, sought) }];
  });
}

function sentencesIn(block: Block, sought: Sought): string[] {
  const text = blockText(marked(block, sought))
    // A citation behind the full stop belongs to the sentence before it.
    .replaceAll(new RegExp(`([.!?]+["')\\]]*)(${mark}+)`, "g"), "$2$1");
  const words = byIdentifier.has(sought.kind)
    ? []
    : sought.words.map((word) => word.toLowerCase());
  const found = sentencesOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter(
      (sentence) =>
        sentence.includes(mark) ||
        words.some((word) => sentence.toLowerCase().includes(word)),
    );
  const shown = found.length > 0 ? found : [text];
  return shown.map((sentence) => shortened(sentence.replaceAll(mark, "")));
}

/** The same block with a sign where it cites what is looked for. */
function marked(block: Block, sought: Sought): Block {
  return markNode(block, sought) as Block;
}

function markNode(node: ContentNode, sought: Sought): ContentNode {
  if (node.type === "citation" && isSought(node.attrs, sought))
    return { type: "text", text: mark };
  const children = childrenOf(node);
  if (children.length === 0) return node;
  const content = children.map((child) => markNode(child, sought));
  // The same node with the same kinds of children, save that a citation is a text.
  return { ...node, content } as ContentNode;
}

/** An identifier is the whole of one; a guideline or address has the words in it. */
function isSought(
  { scheme, id }: { scheme: string; id: string },
  { kind, words }: Sought,
): boolean {
  if (scheme !== kind) return false;
  const held = id.toLowerCase();
  return words.some((word) =>
    byIdentifier.has(kind)
      ? held === word.toLowerCase()
      : held.includes(word.toLowerCase()),
  );
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
}
