import { expect, test } from "vitest";
import type { Inline, Paragraph } from "~/content/page-content";
import { inlineText } from "~/content/plain-text";
import { rewordBlock } from "~/content/reword-block";
import { oneOf, randomFrom } from "./compare/random";
import { randomInline, randomWords } from "./compare/random-pages";

const citation: Inline = {
  type: "citation",
  attrs: { scheme: "pmid", id: "1", label: "" },
};
const gene: Inline = {
  type: "gene",
  attrs: { symbol: "BRCA1", hgncId: "HGNC:1100" },
};
const bold = (text: string): Inline => ({
  type: "text",
  text,
  marks: [{ type: "bold" }],
});
const plain = (text: string): Inline => ({ type: "text", text });
const paragraph = (...content: Inline[]): Paragraph => ({
  type: "paragraph",
  attrs: { id: "paragraph1" },
  content,
});

const block = paragraph(
  plain("Offer "),
  bold("annual MRI"),
  plain(" to carriers of "),
  gene,
  plain(" from 30."),
  citation,
);

test("words that stay keep their marks, genes and citations", () => {
  expect(
    rewordBlock(block, "Offer annual MRI to all carriers of BRCA1 from 25."),
  ).toEqual(
    paragraph(
      plain("Offer "),
      bold("annual MRI"),
      plain(" to all carriers of "),
      gene,
      plain(" from 25."),
      citation,
    ),
  );
});

test("a gene that was written over is plain words, and the citation stays", () => {
  expect(
    rewordBlock(block, "Offer annual MRI to carriers of PALB2 from 30."),
  ).toEqual(
    paragraph(
      plain("Offer "),
      bold("annual MRI"),
      plain(" to carriers of PALB2 from 30."),
      citation,
    ),
  );
});

test("the same words change nothing", () => {
  expect(rewordBlock(block, inlineText(block))).toEqual(block);
});

test("whatever is typed stands there, and no citation is lost", () => {
  const random = randomFrom(31);
  const runs = 2_000;
  for (let run = 0; run < runs; run += 1) {
    const content = Array.from({ length: random(7) }, () =>
      randomInline(random),
    ) as Inline[];
    const before = paragraph(...content);
    const old = inlineText(before)
      .replace(/[^\S\n]+/g, " ")
      .trim();
    const words = old.split(" ");
    const cutAt = random(words.length + 1);
    const text = oneOf(random, [
      randomWords(random),
      old,
      words.toSpliced(cutAt, random(4), randomWords(random, 3)).join(" "),
      words.toSpliced(cutAt, 1 + random(3)).join(" "),
    ]);
    const after = rewordBlock(before, text) as Paragraph;
    expect(inlineText(after)).toBe(text.replace(/[^\S\n]+/g, " ").trim());
    const citations = ({ content = [] }: Paragraph) =>
      content.filter(({ type }) => type === "citation");
    expect(citations(after)).toEqual(citations(before));
  }
  console.info(`reworded paragraphs: ${String(runs)}`);
});
