import { expect, test } from "vitest";
import { comparisonOf } from "~/components/review/comparison-of";
import type { Block } from "~/content/page-content";
import {
  notMinorBecause,
  partsInWords,
  suggestedNote,
} from "~/wording/comparison";
import { paragraph, plainContent } from "../../content/random-content";

const heading = (id: string, text: string): Block => ({
  type: "heading",
  attrs: { id, level: 2 },
  content: [{ type: "text", text }],
});
const cite = (id: string, text: string, pmids: string[]): Block => ({
  type: "paragraph",
  attrs: { id },
  content: [
    { type: "text", text },
    ...pmids.map((pmid) => ({
      type: "citation" as const,
      attrs: { scheme: "pmid" as const, id: pmid, label: "" },
    })),
  ],
});
const rows = (id: string, ...texts: string[]): Block => ({
  type: "table",
  attrs: { id, caption: "Risk" },
  content: texts.map((row) => ({
    type: "tableRow",
    content: row.split("|").map((text) => ({
      type: "tableCell",
      attrs: { colspan: 1, rowspan: 1 },
      content: [{ type: "paragraph", content: [{ type: "text", text }] }],
    })),
  })),
});

const base = plainContent([
  paragraph("a", "Breast cancer by 80 is 72% in carriers."),
  heading("b", "Surveillance"),
  paragraph("c", "Annual breast MRI from age 25 to 29."),
  cite("d", "See the guideline", ["1"]),
  rows("e", "Cancer|Risk", "Breast|72%", "Ovary|44%"),
]);
const next = plainContent([
  paragraph("a", "Breast cancer by 80 is 69% in carriers."),
  heading("b", "Surveillance"),
  paragraph(
    "c",
    "Annual breast MRI from age 25 to 29 (or from 10 years before the youngest diagnosis).",
  ),
  cite("d", "See the guideline", ["1", "2", "3"]),
  rows("e", "Cancer|Risk", "Breast|69%", "Ovary|44%", "Pancreas|3%"),
]);

test("what changed is counted in words, by section for a note", () => {
  const { parts, sections } = comparisonOf(base, next);
  expect(partsInWords(parts)).toBe("2 paragraphs, 2 table rows and 1 citation");
  expect(suggestedNote(sections)).toBe(
    "1 paragraph changed. Surveillance: 1 paragraph, 1 citation and 2 table rows changed.",
  );
});

test("each change shows whole numbers and says what it touches", () => {
  const { changes, harms } = comparisonOf(base, next);
  expect(changes).toMatchObject([
    { title: "Words changed", before: "72%", after: "69%", harms: ["number"] },
    {
      title: "Words added",
      before: "",
      after: "(or from 10 years before the youngest diagnosis)",
    },
    {
      title: "Citation added",
      after: "[PMID 2][PMID 3]",
      harms: ["citation"],
    },
    { title: "Words changed", before: "72%", after: "69%", harms: ["number"] },
    { title: "Table row added", after: "Pancreas 3%" },
  ]);
  expect(notMinorBecause(harms)).toContain(
    "can never be called a minor change",
  );
});

test("a slip of the keyboard touches nothing that rule T14 names", () => {
  const slip = comparisonOf(
    plainContent([paragraph("a", "Patients recieve a letter.")]),
    plainContent([paragraph("a", "Patients receive a letter.")]),
  );
  expect(slip.changes).toMatchObject([
    { before: "recieve", after: "receive", harms: [] },
  ]);
  expect(notMinorBecause(slip.harms)).toBeNull();
});

test("facts outside the text are named, the same text has no changes", () => {
  const other = { ...base, jurisdictions: ["GB-WLS"], changeNote: "Narrower." };
  expect(comparisonOf(base, other)).toMatchObject({
    changes: [],
    metadata: ["jurisdictions", "changeNote"],
  });
});

test("each change in the list leads to one place in the comparison", () => {
  const { html, changes } = comparisonOf(base, next);
  for (const { anchor } of changes)
    expect(html.split(`id="${anchor}"`)).toHaveLength(2);
});
