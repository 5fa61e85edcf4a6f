import { oneOf, type Random } from "../compare/random";
import { paragraphText, sentence, type Page } from "./prose";

/** Where quoted words really are; null once none of them is left. */
export type Truth = { id: string; start: number; end: number } | null;

export type Edited = { page: Page; truth: Truth };

/** One edit as a person makes it; every second one in the block of the quotation. */
export function editOnce(
  random: Random,
  { page, truth }: Edited,
  newId: () => string,
): Edited {
  const isNear = random(2) === 0;
  const at = truth && isNear ? indexOf(page, truth.id) : random(page.length);
  const block = page[at];
  if (!block) return { page, truth };
  switch (random(12)) {
    case 0: {
      const next = page.filter((_, n) => n !== at);
      if (page.length < 4) return { page, truth };
      return { page: next, truth: truth?.id === block.id ? null : truth };
    }
    case 1: {
      const added = { id: newId(), text: paragraphText(random) };
      return { page: page.toSpliced(at, 0, added), truth };
    }
    case 2: {
      const rest = page.filter((_, n) => n !== at);
      return { page: rest.toSpliced(random(page.length), 0, block), truth };
    }
    case 3:
      return split(random, { page, truth }, at, newId());
    case 4:
      return join({ page, truth }, at);
    case 5:
    case 6: {
      const place = sentenceEnd(random, block.text);
      return replace({ page, truth }, at, place, place, ` ${sentence(random)}`);
    }
    case 7: {
      const [from, to] = wholeSentence(random, block.text);
      return replace({ page, truth }, at, from, to, "");
    }
    default: {
      const [from, to] = wordsRange(random, block.text, random(6));
      const isInsert = random(3) === 0;
      const text = someWords(random, isInsert ? 1 + random(6) : random(6));
      return isInsert
        ? replace({ page, truth }, at, from, from, `${text} `)
        : replace({ page, truth }, at, from, to, text);
    }
  }
}

/** Puts `text` in the place of what stood between two offsets of one block. */
function replace(
  { page, truth }: Edited,
  at: number,
  from: number,
  to: number,
  text: string,
): Edited {
  const block = page[at];
  if (!block) return { page, truth };
  const changed = block.text.slice(0, from) + text + block.text.slice(to);
  const next = page.with(at, { ...block, text: changed });
  if (truth?.id !== block.id) return { page: next, truth };
  const grown = text.length - (to - from);
  const start =
    truth.start >= to && (truth.start > from || from === to)
      ? truth.start + grown
      : truth.start > from
        ? from + text.length
        : truth.start;
  const end =
    truth.end >= to && truth.end > from
      ? truth.end + grown
      : truth.end > from
        ? from
        : truth.end;
  const isGone = truth.start >= from && truth.end <= to && from < to;
  return {
    page: next,
    truth: isGone || end <= start ? null : { ...truth, start, end },
  };
}

function split(
  random: Random,
  { page, truth }: Edited,
  at: number,
  id: string,
): Edited {
  const block = page[at];
  if (!block) return { page, truth };
  const place = sentenceEnd(random, block.text);
  const [first, second] = [
    block.text.slice(0, place),
    block.text.slice(place).trimStart(),
  ];
  if (first === "" || second === "") return { page, truth };
  const cut = block.text.length - second.length;
  const next = page.toSpliced(
    at,
    1,
    { ...block, text: first },
    { id, text: second },
  );
  if (truth?.id !== block.id) return { page: next, truth };
  if (truth.end <= place) return { page: next, truth };
  // Cut through the middle it would have two places: that is not tried here.
  if (truth.start < cut) return { page, truth };
  return {
    page: next,
    truth: { id, start: truth.start - cut, end: truth.end - cut },
  };
}

function join({ page, truth }: Edited, at: number): Edited {
  const [block, after] = [page[at], page[at + 1]];
  if (!block || !after) return { page, truth };
  const joined = { id: block.id, text: `${block.text} ${after.text}` };
  const next = page.toSpliced(at, 2, joined);
  if (truth?.id !== after.id) return { page: next, truth };
  const moved = block.text.length + 1;
  return {
    page: next,
    truth: {
      id: block.id,
      start: truth.start + moved,
      end: truth.end + moved,
    },
  };
}

function indexOf(page: Page, id: string): number {
  return page.findIndex((block) => block.id === id);
}

function sentenceEnd(random: Random, text: string): number {
  const ends = [...text.matchAll(/\.(?= |$)/g)].map(({ index }) => index + 1);
  return ends.length > 0 ? oneOf(random, ends) : text.length;
}

function wholeSentence(random: Random, text: string): [number, number] {
  const found = [...text.matchAll(/[^.]+\./g)];
  if (found.length === 0) return [0, 0];
  const { index, 0: words } = oneOf(random, found);
  return [index, index + words.length];
}

/** From the beginning of one word to the end of one `more` words later. */
export function wordsRange(
  random: Random,
  text: string,
  more: number,
): [number, number] {
  const words = [...text.matchAll(/\S+/g)];
  const at = random(Math.max(1, words.length));
  const first = words[at];
  const last = words[Math.min(words.length - 1, at + more)];
  if (!first || !last) return [0, 0];
  return [first.index, last.index + last[0].length];
}

function someWords(random: Random, count: number): string {
  const words = sentence(random).split(" ");
  const at = random(Math.max(1, words.length - count));
  return words.slice(at, at + count).join(" ");
}
