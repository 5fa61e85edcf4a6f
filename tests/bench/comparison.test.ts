import { expect, test } from "vitest";
import { compareBodies } from "~/content/compare/compare-bodies";
import { renderComparison } from "~/content/compare/render-comparison";
import type { Block, Body, PageContent } from "~/content/page-content";
import { renderHtml } from "~/content/render-html";
import { comparisonWords } from "~/wording/comparison";
import { paragraph, plainContent } from "../content/random-content";

/** A page of so many words in paragraphs of a hundred, a heading before every fifth. */
function pageOf(words: number): PageContent {
  const blocks: Block[] = [];
  for (let at = 0; at < words / 100; at += 1) {
    if (at % 5 === 0)
      blocks.push({
        type: "heading",
        attrs: { id: `h${at}`, level: 2 },
        content: [{ type: "text", text: `Section ${at}` }],
      });
    const text = Array.from(
      { length: 20 },
      (_, n) => `carriers of variant ${at}.${n} need`,
    );
    blocks.push(paragraph(`p${at}`, text.join(" ")));
  }
  return plainContent(blocks);
}

/** The page with a few words changed in so many of its paragraphs, evenly. */
function changed(body: Body, changes: number): Body {
  const texts = body.content.filter(({ type }) => type === "paragraph");
  const every = Math.max(1, Math.floor(texts.length / changes));
  const touched = new Set(
    texts.filter((_, at) => at % every === 0).slice(0, changes),
  );
  const content = body.content.map((block) => {
    if (!touched.has(block) || block.type !== "paragraph") return block;
    const [first] = block.content ?? [];
    if (first?.type !== "text") return block;
    const text = first.text.replace(
      / carriers of variant (\d+)\.9 /,
      " 25 to 29 years, $1.9 ",
    );
    return { ...block, content: [{ ...first, text }] };
  });
  return { type: "doc", content };
}

/** The median of many runs, in milliseconds, after a few to warm up. */
function median(act: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < 220; run += 1) {
    const from = performance.now();
    act();
    if (run >= 20) times.push(performance.now() - from);
  }
  times.sort((one, other) => one - other);
  return times[100] ?? Number.NaN;
}

test("a comparison of 3,000 words is rendered in a few times what the page itself takes", () => {
  const page = pageOf(3_000);
  const proposed = changed(page.body, 12);
  const comparison = compareBodies(page.body, proposed);
  expect(comparison.changes).toHaveLength(12);
  const yardstick = median(() => renderHtml(page));
  const acts: [string, () => unknown][] = [
    [
      "rendering a comparison of 3,000 words with 12 changes",
      () => renderComparison(comparison, { words: comparisonWords }),
    ],
    ["comparing them", () => compareBodies(page.body, proposed)],
    [
      "comparing and rendering",
      () =>
        renderComparison(compareBodies(page.body, proposed), {
          words: comparisonWords,
        }),
    ],
  ];
  console.log(
    `yardstick, rendering the page of 3,000 words: ${yardstick.toFixed(2)} ms`,
  );
  for (const [name, act] of acts) {
    const time = median(act);
    console.log(
      `${name}: ${(time / yardstick).toFixed(1)} yardsticks (${time.toFixed(2)} ms)`,
    );
    expect(time).toBeGreaterThan(0);
  }
}, 120_000);

test("a comparison of 24,755 words with 52 changes is made again after each key", () => {
  const { body } = pageOf(24_755);
  const proposed = changed(body, 52);
  expect(compareBodies(body, proposed).changes).toHaveLength(52);
  const yardstick = median(() => structuredClone(proposed));
  const time = median(() => compareBodies(body, structuredClone(proposed)));
  console.log(
    `comparing 24,755 words with 52 changes, copied anew each time: ${(time / yardstick).toFixed(1)} times the copy (${time.toFixed(2)} ms)`,
  );
  expect(time).toBeGreaterThan(0);
}, 120_000);
