import { expect, test } from "vitest";
import { blockChoices, describeChanges } from "~/content/describe-changes";
import { emptyContent } from "~/content/empty-content";
import type { Block, PageContent } from "~/content/page-content";

const page = (...content: Block[]): PageContent => ({
  ...emptyContent("gene_summary"),
  title: "SDHB",
  body: { type: "doc", content },
});

const words = (id: string, text: string): Block => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text }],
});

test("a changed block is shown whole before and after, with the words that differ", () => {
  const { blocks } = describeChanges(
    page(words("aaaaaaaaaa", "Give 5 mg daily.")),
    page(words("aaaaaaaaaa", "Give 10 mg daily.")),
  );
  expect(blocks).toMatchObject([
    {
      id: "aaaaaaaaaa",
      change: "changed",
      name: "Paragraph",
      words: [{ removed: "5", added: "10" }],
    },
  ]);
  expect(blocks[0]?.beforeHtml).toContain("Give 5 mg daily.");
  expect(blocks[0]?.afterHtml).toContain("Give 10 mg daily.");
});

test("a number is never cut: the whole of it is removed and added", () => {
  const { blocks } = describeChanges(
    page(words("aaaaaaaaaa", "A risk of 29% by 70.")),
    page(words("aaaaaaaaaa", "A risk of 2.9% by 70.")),
  );
  expect(blocks[0]?.words).toEqual([{ removed: "29%", added: "2.9%" }]);
});

test("new and removed blocks have one side each, and no two elements share an id", () => {
  const { blocks } = describeChanges(
    page(words("aaaaaaaaaa", "Gone."), words("bbbbbbbbbb", "Stays.")),
    page(words("bbbbbbbbbb", "Stays."), words("cccccccccc", "New.")),
  );
  expect(blocks.map(({ id, change }) => [id, change])).toEqual([
    ["cccccccccc", "added"],
    ["aaaaaaaaaa", "removed"],
  ]);
  expect(blocks[0]?.beforeHtml).toBeNull();
  expect(blocks[1]?.afterHtml).toBeNull();
  expect(JSON.stringify(blocks)).not.toContain("b-cccccccccc");
});

test("many changed words are left to the two sides", () => {
  const row = (from: number) =>
    Array.from({ length: 20 }, (_, n) => `same ${String(from + n)}`).join(" ");
  const { blocks } = describeChanges(
    page(words("aaaaaaaaaa", row(100))),
    page(words("aaaaaaaaaa", row(200))),
  );
  expect(blocks[0]).toMatchObject({ change: "changed", words: [] });
});

test("facts outside the text are named", () => {
  const base = page(words("aaaaaaaaaa", "Same."));
  const next = { ...base, jurisdictions: ["GB-ENG"], changeNote: "Narrower." };
  expect(describeChanges(base, next)).toEqual({
    blocks: [],
    metadata: ["jurisdictions", "changeNote"],
  });
});

test("blocks are chosen by their kind and first words", () => {
  const long = words("aaaaaaaaaa", `${"long ".repeat(30)}end`);
  expect(blockChoices(page(long, words("bbbbbbbbbb", "Short.")))).toEqual([
    { id: "aaaaaaaaaa", label: `Paragraph: ${"long ".repeat(12)}…` },
    { id: "bbbbbbbbbb", label: "Paragraph: Short." },
  ]);
});
