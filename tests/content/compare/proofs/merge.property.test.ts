import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, test, vi } from "vitest";
import { isSameText } from "~/content/canonical";
import { holdsText, type AnyNode } from "~/content/compare/any-node";
import { mergeThreeWays } from "~/content/compare/merge-three-ways";
import { piecesOf } from "~/content/compare/pieces";
import { parseBody } from "~/content/parse-page-content";
import { blockIdOf, type Block, type Body } from "~/content/page-content";
import { plainText } from "~/content/plain-text";
import { plainContent } from "../../random-content";
import { edited } from "../random-edits";
import { randomFrom, type Random } from "../random";
import { randomPage, valid } from "../random-pages";

vi.setConfig({ testTimeout: 300_000 });

const runsOfEach = 500;
const seed = Number(process.env["SEED"] ?? 20_261_121);
const counts = { runs: 0, blocks: 0, phrases: 0, clashes: 0, merged: 0 };

afterAll(() =>
  console.log(
    `merge: ${counts.runs} runs of free edits on both sides (${counts.clashes} clashes, ` +
      `${counts.merged} pages merged without one), ${counts.blocks} pages with other blocks ` +
      `and ${counts.phrases} paragraphs with other words edited, seed ${seed}`,
  ),
);

describe.each([1, 5, 25])("when both sides make %i random edits", (edits) => {
  const runs = Array.from({ length: runsOfEach }, (_, run) => {
    const random = randomFrom(seed + 7 + edits * 100_000 + run);
    const base = randomPage(random);
    const mine = edited(base, edits, random);
    const theirs = withOtherNewIds(edited(base, edits, random));
    return {
      run,
      base,
      mine,
      theirs,
      merge: mergeThreeWays(base, mine, theirs),
    };
  });

  test("the merged text is valid and every new word of either side is in it or in a clash", () => {
    for (const { run, base, mine, theirs, merge } of runs) {
      counts.runs += 1;
      counts.clashes += merge.clashes.length;
      if (merge.clashes.length === 0) counts.merged += 1;
      requireValid(merge.body, run);
      const known = wordsOf(base);
      const kept = wordsOf(merge.body);
      for (const clash of merge.clashes)
        for (const block of [clash.mine, clash.theirs])
          for (const word of block ? wordsOf(valid([block])) : [])
            kept.add(word);
      const said = [mine, theirs].flatMap((side) => [...wordsOf(side)]);
      const lost = said.filter((word) => !known.has(word) && !kept.has(word));
      expect(lost, `run ${run} lost words`).toEqual([]);
    }
  });

  test("whatever is chosen where they clash, the text is valid and no id stands twice", () => {
    for (const { run, base, mine, theirs, merge } of runs.slice(0, 200))
      for (const side of ["mine", "theirs", "both"] as const) {
        const choices = new Map(merge.clashes.map(({ id }) => [id, side]));
        const { body } = mergeThreeWays(base, mine, theirs, choices);
        requireValid(body, run);
        const ids = body.content.flatMap((block) => blockIdOf(block) ?? []);
        expect(new Set(ids).size, `run ${run}`).toBe(ids.length);
      }
  });

  test("a side that changed nothing has no say", () => {
    for (const { run, base, mine, theirs } of runs) {
      requireSame(mergeThreeWays(base, base, theirs), theirs, run);
      requireSame(mergeThreeWays(base, mine, base), mine, run);
      requireSame(mergeThreeWays(base, mine, mine), mine, run);
    }
  });
});

test("other blocks merge by themselves", () => {
  for (let run = 0; run < 500; run += 1) {
    const random = randomFrom(seed + 13 + run);
    const base = randomPage(random);
    const mine = base.content.map((block, at) =>
      at % 2 === 0 ? oneEdited(block, random) : block,
    );
    const theirs = base.content.map((block, at) =>
      at % 2 === 1 ? oneEdited(block, random) : block,
    );
    const both = base.content.map(
      (_, at) => (at % 2 === 0 ? mine[at] : theirs[at]) as Block,
    );
    const merge = mergeThreeWays(base, doc(mine), doc(theirs));
    expect(merge.clashes, `run ${run}`).toEqual([]);
    expect(merge.body, `run ${run}`).toEqual(doc(both));
    counts.blocks += 1;
  }
});

test("other words of one paragraph merge by themselves, the same words are a clash", () => {
  for (let run = 0; run < 500; run += 1) {
    const random = randomFrom(seed + 17 + run);
    const words = Array.from(
      { length: 6 + random(20) },
      (_, at) => `word${letters(at)}`,
    );
    const one = random(words.length);
    const other = random(words.length);
    const with_ = (changes: readonly (readonly [number, string])[]) =>
      valid([
        {
          type: "paragraph",
          attrs: { id: "a" },
          content: [
            {
              type: "text",
              text: words
                .map(
                  (word, at) =>
                    changes.find(([place]) => place === at)?.[1] ?? word,
                )
                .join(" "),
            },
          ],
        },
      ]);
    const base = with_([]);
    const mine = with_([[one, "mine"]]);
    const theirs = with_([[other, "theirs"]]);
    const merge = mergeThreeWays(base, mine, theirs);
    counts.phrases += 1;
    if (one !== other) {
      expect(merge, `run ${run}`).toEqual({
        body: with_([
          [one, "mine"],
          [other, "theirs"],
        ]),
        clashes: [],
      });
      continue;
    }
    expect(merge.body).toEqual(mine);
    expect(merge.clashes).toMatchObject([
      {
        blockId: "a",
        base: base.content[0],
        mine: mine.content[0],
        theirs: theirs.content[0],
      },
    ]);
    const choose = (side: "theirs" | "both") =>
      mergeThreeWays(
        base,
        mine,
        theirs,
        new Map([[merge.clashes[0]?.id ?? "", side]]),
      ).body;
    expect(choose("theirs")).toEqual(theirs);
    expect(plainText(plainContent(choose("both").content))).toBe(
      [mine, theirs]
        .map(({ content }) => plainText(plainContent(content)))
        .join("\n\n"),
    );
  }
});

test("enough was tried", () => {
  expect(counts.runs).toBeGreaterThanOrEqual(1_500);
  expect(counts.merged).toBeGreaterThanOrEqual(300);
  expect(counts.clashes).toBeGreaterThanOrEqual(500);
  expect(counts.blocks + counts.phrases).toBeGreaterThanOrEqual(1_000);
});

function oneEdited(block: Block, random: Random): Block {
  const [only, ...others] = edited(doc([block]), 2, random).content;
  const isOne =
    only && others.length === 0 && blockIdOf(only) === blockIdOf(block);
  return isOne ? only : block;
}

function doc(content: Block[]): Body {
  return { type: "doc", content };
}

/** The server never gives one id to two blocks. */
function withOtherNewIds(body: Body): Body {
  return doc(
    body.content.map((block) => {
      const id = blockIdOf(block);
      const attrs = { ...block.attrs, id: id?.startsWith("n") ? `t${id}` : id };
      return { ...block, attrs } as Block;
    }),
  );
}

/** The words and things of a page, each as comparing keeps it whole. */
function wordsOf({ content }: Body): Set<string> {
  return new Set(content.flatMap(wordsIn));
}

function wordsIn(node: AnyNode): string[] {
  return holdsText(node)
    ? piecesOf(node.content ?? []).flatMap(({ kind, text }) =>
        kind === "word" || kind === "thing" ? [text] : [],
      )
    : (node.content ?? []).flatMap(wordsIn);
}

function letters(number: number): string {
  return String.fromCharCode(97 + (number % 26));
}

function requireSame(
  merge: { body: Body; clashes: unknown[] },
  expected: Body,
  run: number,
): void {
  expect(merge.clashes, `run ${run}`).toEqual([]);
  if (!isSameText(merge.body, expected))
    expect(merge.body.content, `run ${run}`).toEqual(expected.content);
}

function requireValid(body: Body, run: number): void {
  const [read, stored] = [
    parseBody(body),
    { ok: true, content: body, cleaned: [] },
  ];
  if (!isDeepStrictEqual(read, stored))
    expect(read, `run ${run}`).toEqual(stored);
}
