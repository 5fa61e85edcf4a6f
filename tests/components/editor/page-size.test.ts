import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  pageSize,
  shareOfBounds,
  sizeSentence,
} from "~/components/editor/page-size";
import { pageBounds } from "~/content/page-bounds";
import { parseBody } from "~/content/parse-page-content";
import { contentSchema } from "~/content/schema";

const docOf = (content: object[]) =>
  contentSchema.nodeFromJSON({ type: "doc", content });
const paragraph = (text: string) => ({
  type: "paragraph",
  content: text === "" ? [] : [{ type: "text", text }],
});

/** A list in a list, so many deep. */
function deep(levels: number): object {
  const inner = levels === 0 ? [] : [deep(levels - 1)];
  return {
    type: "bulletList",
    content: [{ type: "listItem", content: [paragraph("x"), ...inner] }],
  };
}

describe("the bounds of a page, said before a save fails", () => {
  test("a short page says nothing", () => {
    expect(sizeSentence(pageSize(docOf([paragraph("Words")])))).toBeNull();
  });

  test("from nine tenths on it says that the page is nearly full, past the bound that nothing more is saved", () => {
    const near = docOf(Array.from({ length: 9_100 }, () => paragraph("x")));
    expect(sizeSentence(pageSize(near))).toMatch(/nearly as long/);
    const past = docOf(Array.from({ length: 10_100 }, () => paragraph("x")));
    expect(sizeSentence(pageSize(past))).toMatch(
      /longer than the desk can hold/,
    );
    const heavy = docOf([paragraph("é".repeat(1_000_001))]);
    expect(sizeSentence(pageSize(heavy))).toMatch(/longer than the desk/);
  });

  test("lists inside lists past the depth are said by name", () => {
    expect(sizeSentence(pageSize(docOf([deep(30)])))).toMatch(
      /more than 50 deep/,
    );
    expect(sizeSentence(pageSize(docOf([deep(22)])))).toMatch(/nearly as deep/);
    expect(sizeSentence(pageSize(docOf([deep(10)])))).toBeNull();
  });

  test("what is past a bound here is what the server refuses, and nothing else", () => {
    let refused = 0;
    const runs = 24;
    const length = fc.integer({ min: 9_900, max: 10_100 });
    const depth = fc.integer({ min: 20, max: 28 });
    fc.assert(
      fc.property(length, depth, fc.boolean(), (count, levels, isDeep) => {
        const content = isDeep
          ? [deep(levels)]
          : Array.from({ length: count }, () => paragraph("x"));
        const doc = docOf(content);
        const isPast = shareOfBounds(pageSize(doc)) > 1;
        const isRefused = !parseBody(doc.toJSON()).ok;
        if (isRefused) refused += 1;
        expect(isPast).toBe(isRefused);
      }),
      { numRuns: runs },
    );
    console.log(
      `bounds: ${String(runs)} pages near them, ${String(refused)} refused by both`,
    );
    expect(refused).toBeGreaterThan(4);
    expect(refused).toBeLessThan(runs);
  }, 60_000);

  test("a bound is the server's own number", () => {
    expect(pageBounds).toEqual({ depth: 50, nodes: 20_000, bytes: 2_000_000 });
  });
});
