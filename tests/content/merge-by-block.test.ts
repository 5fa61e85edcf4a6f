import { expect, test } from "vitest";
import { canonical } from "~/content/canonical";
import { changedBlocks } from "~/content/changed-blocks";
import { emptyContent } from "~/content/empty-content";
import { mergeByBlock } from "~/content/merge-by-block";
import {
  type Block,
  blockIdOf,
  type PageContent,
} from "~/content/page-content";
import { blockTexts } from "~/content/plain-text";

/** A page whose blocks are written "id:words". */
function page(...blocks: string[]): PageContent {
  const content = blocks.map((written): Block => {
    const [id = "", text = ""] = written.split(":");
    return {
      type: "paragraph",
      attrs: { id },
      content: [{ type: "text", text }],
    };
  });
  const empty = emptyContent("gene_summary", { title: "T" });
  return { ...empty, body: { type: "doc", content } };
}

const texts = (content: PageContent) =>
  blockTexts(content).map(({ id, text }) => `${id}:${text}`);

const base = page("a:one", "b:two", "c:three");

test("what the draft left alone follows the live text, what it changed stays", () => {
  const draft = page("a:one", "b:two", "c:mine");
  const live = page("a:one", "b:corrected", "c:three");
  const { content, clashes } = mergeByBlock(base, draft, live);
  expect(texts(content)).toEqual(["a:one", "b:corrected", "c:mine"]);
  expect(clashes).toEqual([]);
});

test("a block that both changed in the same way is no clash", () => {
  const both = page("a:one", "b:same", "c:three");
  expect(mergeByBlock(base, both, both).clashes).toEqual([]);
});

test("a block that both changed is a clash, and goes as chosen", () => {
  const draft = page("a:one", "b:mine", "c:three");
  const live = page("a:one", "b:theirs", "c:three");
  const unchosen = mergeByBlock(base, draft, live);
  expect(unchosen.clashes.map(({ id }) => id)).toEqual(["b"]);
  expect(texts(unchosen.content)[1]).toBe("b:mine");
  const chosen = mergeByBlock(base, draft, live, new Map([["b", "live"]]));
  expect(texts(chosen.content)[1]).toBe("b:theirs");
});

test("taken out on one side is taken out; taken out here and changed there is a clash", () => {
  const live = page("a:one", "c:three");
  expect(texts(mergeByBlock(base, base, live).content)).toEqual([
    "a:one",
    "c:three",
  ]);
  const draft = page("a:one", "b:mine", "c:three");
  const { content, clashes } = mergeByBlock(base, draft, live);
  expect(clashes).toMatchObject([{ id: "b", live: null }]);
  expect(texts(content)).toEqual(["a:one", "b:mine", "c:three"]);
  const gone = mergeByBlock(base, draft, live, new Map([["b", "live"]]));
  expect(texts(gone.content)).toEqual(["a:one", "c:three"]);
});

test("a block new in the live text follows the one it follows there", () => {
  const draft = page("a:one", "x:drafted", "b:two", "c:three");
  const live = page("n:first", "a:one", "b:two", "m:new", "c:three");
  expect(texts(mergeByBlock(base, draft, live).content)).toEqual([
    "n:first",
    "a:one",
    "x:drafted",
    "b:two",
    "m:new",
    "c:three",
  ]);
});

test("without a base every block that differs is a clash, and nothing else changes", () => {
  const draft = page("a:one", "b:mine");
  const live = page("a:one", "b:theirs");
  const { clashes } = mergeByBlock(null, draft, live);
  expect(clashes.map(({ id }) => id)).toEqual(["b"]);
});

test("details and order are the draft's", () => {
  const draft = {
    ...page("c:three", "a:one", "b:two"),
    title: "Draft's title",
  };
  const { content } = mergeByBlock(
    base,
    draft,
    page("a:one", "b:two", "c:new"),
  );
  expect(content.title).toBe("Draft's title");
  expect(texts(content)).toEqual(["c:new", "a:one", "b:two"]);
});

test("over random pages no word is written: each block is one of the two", () => {
  let seed = 7;
  const random = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % most;
  };
  const edited = (from: PageContent, side: string) =>
    page(
      ...texts(from).flatMap((written) => {
        const [id = ""] = written.split(":");
        const roll = random(6);
        if (roll === 0) return [];
        if (roll === 1) return [`${id}:${side}${String(random(3))}`];
        return roll === 2
          ? [written, `${side}${id}${String(random(1_000))}:new`]
          : [written];
      }),
    );
  let merges = 0;
  for (let run = 0; run < 500; run += 1) {
    const before = page("a:1", "b:2", "c:3", "d:4", "e:5");
    const draft = edited(before, "d");
    const live = edited(before, "l");
    const { content } = mergeByBlock(before, draft, live);
    const known = [...draft.body.content, ...live.body.content].map(canonical);
    expect(
      content.body.content.every((b) => known.includes(canonical(b))),
    ).toBe(true);
    const ids = content.body.content.map(blockIdOf);
    expect(new Set(ids).size).toBe(ids.length);
    const kept = changedBlocks(before, draft).filter(
      ({ change }) => change === "added",
    );
    expect(kept.every(({ id }) => ids.includes(id))).toBe(true);
    merges += 1;
  }
  console.info(`merged ${String(merges)} random pairs of pages`);
  expect(merges).toBe(500);
});
