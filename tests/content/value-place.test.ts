import { expect, test } from "vitest";
import { renderMarked } from "~/content/anchors/mark-places";
import { blockPlace } from "~/content/block-place";
import { emptyContent } from "~/content/empty-content";
import type { Block, PageContent } from "~/content/page-content";
import { valuePlace } from "~/content/value-place";

const words = (text: string) => [{ type: "text" as const, text }];
const paragraph = (id: string, text: string): Block => ({
  type: "paragraph",
  attrs: { id },
  content: words(text),
});
const row = (...cells: string[]) => ({
  type: "tableRow" as const,
  content: cells.map((cell) => ({
    type: "tableCell" as const,
    attrs: {},
    content: [{ type: "paragraph" as const, content: words(cell) }],
  })),
});
const page = (...content: Block[]): PageContent => ({
  ...emptyContent("clinician_page"),
  body: { type: "doc", content },
});
const treatment: Block = {
  type: "heading",
  attrs: { id: "headaaaaaa", level: 2 },
  content: words("Treatment"),
};
const said = (content: PageContent, blockId: string, around: string) => {
  const [before = "", value = "", after = ""] = around.split("[]");
  return valuePlace(content, { blockId, before, said: value, after });
};

test("a value is found between the words of its sentence, or of its cell", () => {
  const content = page(
    treatment,
    paragraph("paraaaaaaa", "Offer MRI from 30 years. Give 5 mg once daily."),
    {
      type: "table",
      attrs: { id: "tableaaaaa", caption: "Doses" },
      content: [row("Adults", "5 mg daily"), row("Children", "2 mg daily")],
    } as unknown as Block,
  );
  expect(said(content, "paraaaaaaa", "Give []5 mg[] once daily.")).toEqual({
    blockId: "paraaaaaaa",
    start: 30,
    end: 34,
  });
  expect(
    said(content, "tableaaaaa", "Children | []2 mg[] daily"),
  ).toMatchObject({ blockId: "tableaaaaa" });
});

test("no place is better than a wrong one: words that stand twice have none", () => {
  const content = page(paragraph("paraaaaaaa", "5 mg a day or 5 mg a day."));
  expect(said(content, "paraaaaaaa", "[]5 mg[] a day")).toBeNull();
  expect(said(content, "paraaaaaaa", "[]7 mg[] a day")).toBeNull();
  expect(said(content, "gone", "[]5 mg[] a day")).toBeNull();
});

test("a value leads from the text to its field, beside comments that keep their numbers", () => {
  const content = page(paragraph("paraaaaaaa", "Give 5 mg once daily."));
  const place = said(content, "paraaaaaaa", "Give []5 mg[] once daily.");
  const html = renderMarked(content, [
    ...(place
      ? [{ ...place, cardId: "field-key-x", name: "Value 1", keyNumber: 1 }]
      : []),
    {
      ...{ blockId: "paraaaaaaa", start: 10, end: 14 },
      ...{ cardId: "remark-1", name: "Question by Ada" },
    },
  ]);
  expect(html).toContain(
    '<mark class="key-mark" aria-details="field-key-x">5 mg</mark><a class="key-point" id="at-field-key-x" href="#field-key-x" aria-label="Value 1">Value 1</a>',
  );
  expect(html).toContain('aria-label="Question by Ada">1</a>');
});

test("a block is told by its section, and counted where there are several of its kind", () => {
  const content = page(
    paragraph("paraaaaaaa", "First."),
    treatment,
    paragraph("parabaaaaa", "One."),
    paragraph("paracaaaaa", "Two."),
  );
  expect(blockPlace(content, "paraaaaaaa")).toMatchObject({
    section: "Opening",
    of: 1,
  });
  expect(blockPlace(content, "paracaaaaa")).toEqual({
    section: "Treatment",
    name: "Paragraph",
    nth: 2,
    of: 2,
  });
  expect(blockPlace(content, "gone")).toBeNull();
});
