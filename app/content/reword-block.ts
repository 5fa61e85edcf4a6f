import type { Block, Heading, Inline, Paragraph } from "./page-content";
import { inlineText } from "./plain-text";
import { splitWords } from "./split-words";
import { commonRow } from "./token-differences";

/** A block whose words can be written anew in a plain box. */
export function isPlainBlock(block: Block): block is Paragraph | Heading {
  return block.type === "paragraph" || block.type === "heading";
}

/**
 * A paragraph or heading with other words, typed as plain text: what is said
 * as before keeps its marks, links, genes and names, and no citation is lost.
 * New words take the marks of the words they follow.
 */
export function rewordBlock(block: Paragraph | Heading, text: string): Block {
  const words = text.replace(/[^\S\n]+/g, " ").trim();
  let content = block.content ?? [];
  for (const edit of editsOf(inlineText(block), words).reverse())
    content = replaceWords(content, edit);
  return { ...block, content };
}

type Edit = { start: number; end: number; text: string };

/** The parts of a text that differ, in its own order. */
function editsOf(before: string, after: string): Edit[] {
  const [old, next] = [splitWords(before), splitWords(after)];
  const pairs = commonRow(old, next) ?? [];
  const edits: Edit[] = [];
  let [at, oldAt, nextAt] = [0, 0, 0];
  for (const [oldTo, nextTo] of [
    ...pairs,
    [old.length, next.length] as const,
  ]) {
    const gone = old.slice(oldAt, oldTo).join("");
    const text = next.slice(nextAt, nextTo).join("");
    if (gone !== "" || text !== "")
      edits.push({ start: at, end: at + gone.length, text });
    at += gone.length + (old[oldTo]?.length ?? 0);
    [oldAt, nextAt] = [oldTo + 1, nextTo + 1];
  }
  return edits;
}

/** A name is whole or not at all: a part of it that stays is plain words. */
function replaceWords(inlines: readonly Inline[], given: Edit): Inline[] {
  const placed = placesOf(inlines);
  const edit = aroundNames(placed, given);
  const before: Inline[] = [];
  const after: Inline[] = [];
  let like: Inline | undefined;
  for (const { inline, from, to } of placed) {
    if (to <= edit.start) before.push(inline);
    else if (from >= edit.end) after.push(inline);
    else if (from === to) after.push(inline);
    else {
      like ??= inline;
      if (inline.type !== "text") continue;
      const { text } = inline;
      if (from < edit.start)
        before.push({ ...inline, text: text.slice(0, edit.start - from) });
      if (to > edit.end)
        after.push({ ...inline, text: text.slice(edit.end - from) });
    }
  }
  const words = edit.text ? [textLike(edit.text, like ?? before.at(-1))] : [];
  return joined([...before, ...words, ...after]);
}

type Placed = { inline: Inline; from: number; to: number };

function placesOf(inlines: readonly Inline[]): Placed[] {
  let at = 0;
  return inlines.map((inline) => {
    const from = at;
    at += inlineText({ type: "paragraph", content: [inline] }).length;
    return { inline, from, to: at };
  });
}

function aroundNames(placed: readonly Placed[], edit: Edit): Edit {
  let { start, end, text } = edit;
  for (const { inline, from, to } of placed) {
    const isTouched = from < edit.end && edit.start < to;
    const isInside = from < edit.start && edit.start < to;
    if (inline.type === "text" || !(isTouched || isInside)) continue;
    const name = inlineText({ type: "paragraph", content: [inline] });
    if (from < start) {
      text = name.slice(0, start - from) + text;
      start = from;
    }
    if (to > end) {
      text += name.slice(end - from);
      end = to;
    }
  }
  return { start, end, text };
}

function textLike(text: string, like: Inline | undefined): Inline {
  const marks = (like?.type === "text" ? like.marks : undefined) ?? [];
  return {
    type: "text",
    text,
    ...(marks.length > 0 && { marks: [...marks] }),
  };
}

/** Neighbours of text with the same marks are one. */
function joined(inlines: readonly Inline[]): Inline[] {
  const made: Inline[] = [];
  for (const inline of inlines) {
    const last = made.at(-1);
    if (
      last?.type === "text" &&
      inline.type === "text" &&
      JSON.stringify(last.marks ?? []) === JSON.stringify(inline.marks ?? [])
    )
      made[made.length - 1] = { ...last, text: last.text + inline.text };
    else made.push(inline);
  }
  return made;
}
