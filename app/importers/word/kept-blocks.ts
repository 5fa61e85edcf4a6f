import { citationKey } from "~/content/citation-ids";
import {
  blockIdOf,
  childrenOf,
  type Block,
  type Body,
  type Figure,
  type Inline,
  type Inner,
} from "~/content/page-content";
import { blockText, inlineText, isTextblock } from "~/content/plain-text";
import { collapseSpaces } from "~/lib/text-spaces";
import type { ReportFinding } from "../report";
import { note } from "../source";

/** What stood in a control of a block: `named` is the part with the block's id. */
export type InControl = {
  inner: Inner[];
  id: string | null;
  named: Block | null;
};

/**
 * A block that a text file cannot hold whole, as the page has it; null when the
 * page has none of that name and id. A figure takes its caption from the file;
 * what else was changed in Word is said as left out.
 */
export function keptBlock(
  name: string,
  { inner, id, named }: InControl,
  known: Body | null,
): { block: Block; dropped: ReportFinding[] } | null {
  const block = known?.content.find(
    (each) => each.type === name && id !== null && blockIdOf(each) === id,
  );
  if (!block) return null;
  if (block.type === "figure") {
    const beside = inner.filter((node) => node !== named);
    const dropped = unlessSaid(wordsOf(beside), rightsOf(block), ofFigure);
    // The children of a textblock are words; with the paragraph gone none are left.
    const caption =
      named && isTextblock(named) ? (childrenOf(named) as Inline[]) : [];
    return { block: withCaption(block, caption), dropped };
  }
  // The date of an entry stands over it in Word, outside its control.
  const said = block.type === "timelineEntry" ? block.content : [block];
  return {
    block,
    dropped: unlessSaid(wordsOf(inner), [wordsOf(said)], asItWas),
  };
}

const asItWas =
  "These words stand in a block that is not changed in Word: it stays as it was on the desk.";
const ofFigure =
  "Of a figure, only the caption is changed in Word: its image, credit and licence stay as they were on the desk.";

function unlessSaid(
  words: string,
  expected: readonly string[],
  why: string,
): ReportFinding[] {
  if (expected.includes(words)) return [];
  return [note("I3", "warns", why, words.slice(0, 300))];
}

function wordsOf(blocks: readonly Block[]): string {
  return collapseSpaces(blocks.map(blockText).join(" "));
}

/** Left alone while its words and sources are the same; an empty one is written as "Figure". */
function withCaption(figure: Figure, caption: Inline[]): Figure {
  const written = figure.content?.length
    ? figure.content
    : [{ type: "text", text: "Figure" } as const];
  if (captionKey(written) === captionKey(caption)) return figure;
  if (caption.length > 0) return { ...figure, content: caption };
  const { content: _, ...bare } = figure;
  return bare;
}

function captionKey(content: Inline[]): string {
  const sources = content.flatMap((inline) =>
    inline.type === "citation" ? citationKey(inline.attrs) : [],
  );
  const words = collapseSpaces(inlineText({ type: "paragraph", content }));
  return [words, ...sources].join("\n");
}

/** The lines under a figure as the desk writes them, with a picture and without. */
function rightsOf({ attrs: { alt, credit, licence } }: Figure): string[] {
  const rights = [
    credit && `Credit: ${credit}.`,
    licence && `Licence: ${licence}.`,
  ];
  return [rights, [alt && `Image: ${alt}.`, ...rights]].map((parts) =>
    collapseSpaces(parts.join(" ").replaceAll("..", ".")),
  );
}
