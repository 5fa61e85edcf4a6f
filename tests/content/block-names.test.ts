import { expect, test } from "vitest";
import { blockChoices } from "~/content/block-names";
import { paragraph, plainContent } from "./random-content";

test("blocks are chosen by their kind and first words", () => {
  const long = paragraph("aaaaaaaaaa", `${"long ".repeat(30)}end`);
  const short = paragraph("bbbbbbbbbb", "Short.");
  expect(blockChoices(plainContent([long, short]))).toEqual([
    { id: "aaaaaaaaaa", label: `Paragraph: ${"long ".repeat(12)}…` },
    { id: "bbbbbbbbbb", label: "Paragraph: Short." },
  ]);
});
