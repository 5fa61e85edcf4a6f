import { expect, test } from "vitest";
import { emptyContent } from "~/content/empty-content";
import type { Block } from "~/content/page-content";
import { updatedParts } from "~/publish/updated-parts";

const base = emptyContent("gene_summary", { title: "SDHB" });

const heading = (id: string, text: string, level: 2 | 3 = 2): Block => ({
  type: "heading",
  attrs: { id, level },
  content: [{ type: "text", text }],
});
const words = (id: string, text: string): Block => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text }],
});
const page = (opening: string, treatment: string, tests: string) => ({
  ...base,
  body: {
    type: "doc" as const,
    content: [
      words("a", opening),
      heading("b", "Treatment"),
      heading("c", "First line", 3),
      words("d", treatment),
      heading("e", "Tests"),
      words("f", tests),
    ],
  },
});

test("the sections that changed are named, in the order of the page, each once", () => {
  const before = page("One.", "Olaparib.", "Early.");
  expect(updatedParts(before, page("One.", "Niraparib.", "Early."))).toEqual([
    "Treatment",
  ]);
  expect(updatedParts(before, page("One.", "Niraparib.", "Late."))).toEqual([
    "Treatment",
    "Tests",
  ]);
});

test("an opening that changed has no name, and the same text none either", () => {
  const before = page("One.", "Olaparib.", "Early.");
  expect(updatedParts(before, page("Two.", "Olaparib.", "Early."))).toEqual([]);
  expect(updatedParts(before, before)).toEqual([]);
});
