import { expect, test } from "vitest";
import { emptyContent } from "~/content/empty-content";
import type { Block, PageContent } from "~/content/page-content";
import { sectionsOf } from "~/content/sections";

const words = (id: string, text: string): Block => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text }],
});
const heading = (id: string, level: 2 | 3, text: string): Block => ({
  type: "heading",
  attrs: { id, level },
  content: text ? [{ type: "text", text }] : [],
});
const page = (...content: Block[]): PageContent => ({
  ...emptyContent("gene_summary"),
  body: { type: "doc", content },
});

test("each second-level heading opens a section, and what stands before is the opening", () => {
  const sections = sectionsOf(
    page(
      words("p", "12345"),
      heading("h", 2, "Risks"),
      words("q", "1234567890"),
      heading("i", 3, "By age"),
      heading("k", 2, "Care"),
    ),
  );
  expect(sections).toEqual([
    { label: "Opening", anchor: "b-p", length: 5 },
    { label: "Risks", anchor: "b-h", length: 21 },
    { label: "Care", anchor: "b-k", length: 4 },
  ]);
});

test("a page with nothing written has no sections", () => {
  expect(sectionsOf(emptyContent("gene_summary"))).toEqual([]);
});

test("a heading without words is still a section once something stands under it", () => {
  const sections = sectionsOf(page(heading("h", 2, ""), words("p", "x")));
  expect(sections).toEqual([{ label: "Untitled", anchor: "b-h", length: 1 }]);
});
