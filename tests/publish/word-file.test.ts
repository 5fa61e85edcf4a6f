import JSZip from "jszip";
import { expect, test } from "vitest";
import { knownGenes } from "~/checks/known-facts";
import { emptyContent } from "~/content/empty-content";
import type { Block, PageContent } from "~/content/page-content";
import { parsePageContent } from "~/content/parse-page-content";
import { readWordUpload } from "~/importers/word/read-word-upload";
import { writeWordFile } from "~/publish/word/write-word-file";
import { status, thereAndBack } from "./there-and-back";

function pageOf(blocks: Block[]): PageContent {
  const parsed = parsePageContent({
    ...emptyContent("clinician_page", { title: "BRCA1" }),
    body: { type: "doc", content: blocks },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.content;
}

const text = (words: string) => ({ type: "text" as const, text: words });
const p = (...content: object[]) =>
  ({ type: "paragraph", content }) as Extract<Block, { type: "paragraph" }>;

test("a page comes back from Word exactly, with its ids, citations, genes and blocks", async () => {
  const citation = {
    type: "citation" as const,
    attrs: { scheme: "pmid", id: "28632866", label: "Kuchenbaecker 2017." },
  };
  const page = pageOf([
    {
      type: "heading",
      attrs: { id: "aaaaaaaaaa", level: 2 },
      content: [text("Risk by age")],
    },
    {
      ...p(
        { type: "gene", attrs: { symbol: "BRCA1", hgncId: "HGNC:1100" } },
        text(" raises the risk to 72%"),
        citation,
        { ...text(" by "), marks: [{ type: "bold" }] },
        {
          ...text("age 80"),
          marks: [{ type: "link", attrs: { href: "https://example.org/" } }],
        },
        text("."),
      ),
      attrs: { id: "bbbbbbbbbb" },
    },
    {
      type: "keyMessage",
      attrs: { id: "cccccccccc" },
      content: [
        p(text("Offer MRI.")),
        {
          type: "bulletList",
          content: [
            { type: "listItem", content: [p(text("from 30"))] },
            { type: "listItem", content: [p(text("to 50"))] },
          ],
        },
      ],
    },
    {
      type: "clinicalScenario",
      attrs: { id: "dddddddddd", basis: "fictional" },
      content: [p(text("A woman of 34 asks."))],
    },
    {
      type: "faqItem",
      attrs: { id: "eeeeeeeeee" },
      content: [
        { type: "faqQuestion", content: [text("Is it inherited?")] },
        { type: "faqAnswer", content: [p(text("In half of cases."))] },
      ],
    },
    {
      type: "table",
      attrs: { id: "ffffffffff", caption: "Risk by age 80" },
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
    {
      type: "timelineEntry",
      attrs: { id: "gggggggggg", when: "2014-04" },
      content: [p(text("Licensed."))],
    },
    {
      type: "sourceGuidelines",
      attrs: { id: "hhhhhhhhhh" },
      content: [
        {
          type: "guideline",
          attrs: {
            organisation: "NICE",
            title: "Familial breast cancer",
            version: "2",
            date: "2023-11",
            url: "https://example.org/cg164",
          },
        },
      ],
    },
  ]);
  expect((await thereAndBack(page)).body).toEqual(page.body);
});

function cell(type: "tableHeader" | "tableCell", words: string) {
  return {
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [p(text(words))],
  };
}

test("every sheet says title, standing and that nothing is approved", async () => {
  const bytes = await writeWordFile(pageOf([p(text("Words."))]), status);
  const file = await JSZip.loadAsync(bytes);
  const parts = await Promise.all(
    file
      .file(/word\/(?:header|footer)\d*\.xml|word\/document\.xml/)
      .map((part) => part.async("string")),
  );
  const all = parts.join("");
  expect(all.match(/as saved on 21 November 2026/g)?.length).toBe(2);
  expect(all.match(/Not approved\./g)?.length).toBe(2);
  expect(all).toContain("BRCA1");
});

test("a caption changed in Word is the figure's; what else was changed in kept blocks is said", async () => {
  const page = pageOf([
    {
      type: "figure",
      attrs: {
        ...{ id: "aaaaaaaaaa", file: null, alt: "A band", isDecorative: false },
        ...{ credit: "A. Example", licence: "CC BY 4.0" },
        ...{ width: null, height: null },
      },
      content: [text("Where it lies")],
    },
    {
      type: "resourceList",
      attrs: { id: "bbbbbbbbbb" },
      content: [
        {
          type: "resource",
          attrs: {
            title: "A leaflet",
            url: "https://example.org/",
            publisher: "NHS",
          },
        },
      ],
    },
  ]);
  const file = await JSZip.loadAsync(await writeWordFile(page, status));
  const xml = (await file.file("word/document.xml")?.async("string")) ?? "";
  const changed = xml
    .replace("Where it lies", "Where the gene lies")
    .replace("A. Example", "B. Example")
    .replace("A leaflet", "A booklet");
  file.file("word/document.xml", changed);
  const bytes = await file.generateAsync({ type: "uint8array" });
  const reading = { genes: knownGenes, known: page.body };
  const read = await readWordUpload("page.docx", bytes, reading);
  if ("error" in read) throw new Error(read.error);
  const [figure, resources] = page.body.content;
  expect(read.base.content).toEqual([
    { ...figure, content: [text("Where the gene lies")] },
    resources,
  ]);
  expect(read.dropped.map(({ excerpt }) => excerpt)).toEqual([
    "Image: A band. Credit: B. Example. Licence: CC BY 4.0.",
    "A booklet, NHS",
  ]);
});

test("a figure whose caption was taken out in Word is the same figure without one", async () => {
  const page = pageOf([
    {
      type: "figure",
      attrs: {
        ...{ id: "aaaaaaaaaa", file: null, alt: "A band", isDecorative: false },
        ...{ credit: "A. Example", licence: "CC BY 4.0" },
        ...{ width: null, height: null },
      },
      content: [text("Where it lies")],
    },
    { ...p(text("After it.")), attrs: { id: "bbbbbbbbbb" } },
  ]);
  const file = await JSZip.loadAsync(await writeWordFile(page, status));
  const xml = (await file.file("word/document.xml")?.async("string")) ?? "";
  const paragraphs = xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? [];
  const caption = paragraphs.find((each) => each.includes("Where it lies"));
  expect(caption).toBeDefined();
  file.file("word/document.xml", xml.replace(caption ?? "", ""));
  const read = await readWordUpload(
    "page.docx",
    await file.generateAsync({ type: "uint8array" }),
    { genes: knownGenes, known: page.body },
  );
  if ("error" in read) throw new Error(read.error);
  const [figure, after] = page.body.content;
  expect(read.base.content).toEqual([
    { type: "figure", attrs: figure?.attrs },
    after,
  ]);
  expect(read.dropped.filter(({ rule }) => rule === "I3")).toEqual([]);
});

test.each([
  ["of one empty cell", { type: "tableRow", content: [cell("tableCell", "")] }],
  ["without a cell", { type: "tableRow" }],
])(
  "a timeline entry that holds a table alone, %s, comes back",
  async (_, row) => {
    const empty = pageOf([
      { ...p(text("Before.")), attrs: { id: "aaaaaaaaaa" } },
      {
        type: "timelineEntry",
        attrs: { id: "bbbbbbbbbb", when: "2014-04" },
        content: [{ type: "table", attrs: { caption: "" }, content: [row] }],
      } as unknown as Block,
      { ...p(text("After.")), attrs: { id: "cccccccccc" } },
    ]);
    expect((await thereAndBack(empty)).body).toEqual(empty.body);
  },
);
