import { expect, test } from "vitest";
import { blockWords } from "~/content/anchors/block-words";
import { findQuotation } from "~/content/anchors/find-quotation";
import { randomFrom, type Random } from "../../compare/random";
import { editOnce, wordsRange, type Edited, type Truth } from "../edits";
import { bodyOf, randomPage, type Page } from "../prose";

const context = 160;

/** How often quoted words were found again after so many edits, from the words alone. */
function measure(runs: number, edits: number, seed: number) {
  const random = randomFrom(seed);
  const counted = { exact: 0, near: 0, lost: 0, wrong: 0 };
  for (let run = 0; run < runs; run += 1) counted[tryOnce(random, edits)] += 1;
  return counted;
}

function tryOnce(random: Random, edits: number) {
  const page = randomPage(random);
  const block = page[random(page.length)];
  if (!block) throw new Error("the page has no block");
  const [start, end] = wordsRange(random, block.text, 1 + random(18));
  const quoted = {
    quotation: block.text.slice(start, end),
    prefix: block.text.slice(Math.max(0, start - context), start),
    suffix: block.text.slice(end, end + context),
  };
  let ids = 0;
  const newId = () => `added${String((ids += 1)).padStart(5, "a")}`;
  let edited: Edited = { page, truth: { id: block.id, start, end } };
  for (let edit = 0; edit < edits; edit += 1)
    edited = editOnce(random, edited, newId);
  const found = findQuotation(blockWords(bodyOf(edited.page)), quoted);
  return judge(edited.page, quoted.quotation, found, edited.truth);
}

type Found = ReturnType<typeof findQuotation>;

/**
 * Spaces at the ends do not count. Of words of which less than a third is left
 * the rest may be called lost.
 */
function judge(
  page: Page,
  quotation: string,
  found: Found,
  truth: Truth,
): "exact" | "near" | "lost" | "wrong" {
  const text = page.find(({ id }) => id === truth?.id)?.text ?? "";
  const [start, end] = truth ? trimmed(text, truth) : [0, 0];
  const isGone =
    end <= start || kept(text.slice(start, end), quotation) < 1 / 3;
  if (!found) return isGone ? "exact" : "lost";
  if (found.blockId !== truth?.id) return "wrong";
  if (found.start === start && found.end === end) return "exact";
  return found.start < end && start < found.end ? "near" : "wrong";
}

function trimmed(
  text: string,
  { start, end }: { start: number; end: number },
): [number, number] {
  const words = text.slice(start, end);
  return [
    start + words.length - words.trimStart().length,
    end - words.length + words.trimEnd().length,
  ];
}

/** How much of the quoted words is in what is left of them. */
function kept(left: string, quotation: string): number {
  const words = quotation.split(" ");
  const held = new Set(left.split(" "));
  return words.filter((word) => held.has(word)).length / words.length;
}

const seeds = [20_261_121, 5, 66, 777];

test.each([
  [1, 0.98],
  [5, 0.94],
])(
  "after %i edits quoted words are found exactly in %f of all cases, and at a wrong place in 1 of 800 at most",
  (edits, least) => {
    const each = 1_200;
    const counts = seeds.map((seed) => measure(each, edits, seed));
    const runs = each * seeds.length;
    const sumOf = (name: keyof (typeof counts)[number]) =>
      counts.reduce((sum, count) => sum + count[name], 0);
    const [rate, wrong] = [sumOf("exact") / runs, sumOf("wrong")];
    console.info(
      `quotations after ${String(edits)} edits: ${String(runs)} tried from ${String(seeds.length)} seeds, ${(100 * rate).toFixed(2)} % exact, ${String(sumOf("near"))} near, ${String(sumOf("lost"))} lost, ${String(wrong)} at a wrong place (1 in ${wrong === 0 ? "none" : String(Math.round(runs / wrong))})`,
    );
    expect(rate).toBeGreaterThanOrEqual(least);
    expect(wrong).toBeLessThanOrEqual(runs / 800);
  },
  240_000,
);
