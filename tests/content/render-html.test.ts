import { expect, test } from "vitest";
import type { Block, Inline } from "~/content/page-content";
import { blockTexts, plainText } from "~/content/plain-text";
import { references } from "~/content/references";
import { outline, renderHtml } from "~/content/render-html";
import { plainContent } from "./random-content";

const cite = (id: string, label = ""): Inline => ({
  type: "citation",
  attrs: { scheme: "pmid", id, label },
});
const say = (id: string, ...content: Inline[]): Block => ({
  type: "paragraph",
  attrs: { id },
  content,
});
const text = (words: string): Inline => ({ type: "text", text: words });

const page = plainContent([
  {
    type: "heading",
    attrs: { id: "head", level: 2 },
    content: [text("Treatment of "), gene("ROS1")],
  },
  say(
    "one",
    text("First"),
    cite("7"),
    cite("9"),
    text(" and again"),
    cite("7", "A paper"),
  ),
  say("two", text("Second"), cite("8")),
]);

test("citations are numbered by first use, one source once, with ways back", () => {
  const html = renderHtml(page);
  expect(html).toContain(
    'First<sup><a class="citation" id="cite-1-1" href="#ref-1" aria-label="Reference 1">1</a></sup><sup>,<a class="citation" id="cite-2-1"',
  );
  expect(html).toContain('id="cite-1-2" href="#ref-1"');
  expect(html).toContain(
    '<li id="ref-1">A paper <a href="https://pubmed.ncbi.nlm.nih.gov/7/">PMID 7</a> <a class="back-link" href="#cite-1-1"',
  );
  expect(
    references(page).map(({ number, blockIds }) => [number, blockIds]),
  ).toEqual([
    [1, ["one", "one"]],
    [2, ["one"]],
    [3, ["two"]],
  ]);
});

test("a withheld block gives way to the sentence, and its sources go with it", () => {
  const html = renderHtml(page, {
    withheld: { blockIds: ["one"], sentence: "Withheld & checked." },
  });
  expect(html).not.toContain("First");
  expect(html).not.toContain("A paper");
  expect(html).toContain(
    '<div class="block block-withheld" id="b-one"><p>Withheld &amp; checked.</p></div>',
  );
  expect(html).toContain(
    '<li id="ref-1"><a href="https://pubmed.ncbi.nlm.nih.gov/8/">',
  );
});

test("genes are in italics and kept from translation, headings can be reached", () => {
  const html = renderHtml(page);
  expect(html).toContain(
    '<div class="page-text" lang="en-GB"><h2 id="b-head">',
  );
  expect(html).toContain('<i class="gene" translate="no">ROS1</i>');
  expect(outline(page)).toEqual([
    { anchor: "b-head", level: 2, text: "Treatment of ROS1" },
  ]);
});

test("neighbouring texts with one link are one link, and a citation is outside it", () => {
  const marks = [
    { type: "link" as const, attrs: { href: "https://example.org/" } },
  ];
  const html = renderHtml(
    plainContent([
      say(
        "one",
        { type: "text", text: "a ", marks },
        { type: "text", text: "b", marks: [...marks, { type: "bold" }] },
        { ...cite("7"), marks },
      ),
    ]),
  );
  expect(html).toContain(
    '<a href="https://example.org/">a <strong>b</strong></a><sup>',
  );
});

test("a link that should not be there renders as plain words", () => {
  const marks = [{ type: "link" as const, attrs: { href: "javascript:x" } }];
  const html = renderHtml(
    plainContent([say("one", { type: "text", text: "click", marks })]),
  );
  expect(html).toBe(
    '<div class="page-text" lang="en-GB"><p id="b-one">click</p></div>',
  );
});

test("a table has a caption, a head with column scope and rows with row scope", () => {
  const cell = (type: "tableHeader" | "tableCell", words: string) => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [{ type: "paragraph" as const, content: [text(words)] }],
  });
  const table = plainContent([
    {
      type: "table",
      attrs: { id: "tab", caption: "Risk by age" },
      content: [
        {
          type: "tableRow",
          content: [cell("tableHeader", "Cancer"), cell("tableHeader", "Risk")],
        },
        {
          type: "tableRow",
          content: [cell("tableHeader", "Breast"), cell("tableCell", "72%")],
        },
      ],
    },
  ]);
  expect(renderHtml(table)).toContain(
    '<table><caption>Risk by age</caption><thead><tr><th scope="col">Cancer</th><th scope="col">Risk</th></tr></thead><tbody><tr><th scope="row">Breast</th><td>72%</td></tr></tbody></table>',
  );
  expect(plainText(table)).toBe("Risk by age\nCancer\nRisk\nBreast\n72%");
});

test("plain text keeps every word by block, genes as symbols, no citations", () => {
  expect(blockTexts(page)).toEqual([
    { id: "head", type: "heading", text: "Treatment of ROS1" },
    { id: "one", type: "paragraph", text: "First and again" },
    { id: "two", type: "paragraph", text: "Second" },
  ]);
});

function gene(symbol: string): Inline {
  return { type: "gene", attrs: { symbol, hgncId: null } };
}
