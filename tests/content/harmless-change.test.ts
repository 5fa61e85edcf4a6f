import { describe, expect, test } from "vitest";
import { harmsOfChange, isHarmlessChange } from "~/content/harmless-change";
import type { Block, Inline } from "~/content/page-content";
import { paragraph, plainContent } from "./random-content";

const change = (before: string, after: string) =>
  harmsOfChange(
    plainContent([paragraph("a", before)]),
    plainContent([paragraph("a", after)]),
    { drugs: new Set(["lorlaxen"]) },
  ).map(({ kind }) => kind);

describe("a copy fix may correct", () => {
  test.each([
    [
      "a slip of the keyboard",
      "Patients recieve treatment.",
      "Patients receive treatment.",
    ],
    [
      "a comma",
      "In most families, screening starts",
      "In most families screening starts",
    ],
    ["a missing article", "Ask team about it", "Ask the team about it"],
    ["a doubled word", "Ask the the team", "Ask the team"],
    ["agreement", "The results was clear", "The results were clear"],
    ["white space", "Ask  the team", "Ask the team"],
    ["quotation marks", "the “usual” way", "the ‘usual’ way"],
    ["a capital", "people differ. families too", "people differ. Families too"],
  ])("%s", (_, before, after) => {
    expect(change(before, after)).toEqual([]);
  });

  test("bold and italic, and the change note", () => {
    const base = plainContent([paragraph("a", "Ask the team")]);
    const next = plainContent([
      {
        type: "paragraph",
        attrs: { id: "a" },
        content: [
          { type: "text", text: "Ask " },
          { type: "text", text: "the team", marks: [{ type: "bold" }] },
        ],
      },
    ]);
    expect(isHarmlessChange(base, { ...next, changeNote: "Bold" })).toBe(true);
  });
});

describe("a copy fix may not touch", () => {
  test.each([
    ["number", "Screen from 25 years", "Screen from 29 years"],
    ["number", "a risk of 1.5 in all", "a risk of 1,5 in all"],
    ["number", "exon 19.", "exon 19. 5"],
    ["unit", "give 5 mg", "give 5 g"],
    ["unit", "once daily", "once weekly"],
    ["unit", "about 5 %", "about 5"],
    ["negation", "It is not inherited", "It is inherited"],
    ["negation", "You cannot have it", "You have it"],
    ["date", "this is now clear", "this is not clear"],
    ["modal", "Patients may stop", "Patients must stop"],
    ["modal", "Offer screening", "Consider screening"],
    ["comparator", "risk above average", "risk below average"],
    ["comparator", "if > then", "if < then"],
    ["comparator", "radiotherapy and surgery", "radiotherapy or surgery"],
    ["gene", "the MET gene", "the RET gene"],
    ["gene", "BRCA carriers", "carriers"],
    ["variant", "a germline change", "a somatic change"],
    ["drug", "with crizotinib", "with crizotinip"],
    ["drug", "with lorlaxen", "with lorlaxin"],
    ["disease", "of carcinoma", "of carcinomas"],
    ["disease", "with hypertension", "with hypotension"],
    ["date", "Reviewed in March", "Reviewed in May"],
    ["word", "the able reader", "the unable reader"],
    ["word", "a careful plan", "a painful plan"],
    ["word", "see family notes", "see notes"],
    ["word", "the intravenous form", "the intervenous form"],
    ["punctuation", "Screening works.", "Screening works?"],
    [
      "punctuation",
      "the trial (open label) works",
      "the trial open label works",
    ],
  ])("%s: %j to %j", (kind, before, after) => {
    const kinds = change(before, after);
    expect(kinds.length).toBeGreaterThan(0);
    if (kind === "disease" || kind === "drug" || kind === "word")
      expect(kinds).toContain(kind);
    else expect(kinds[0]).toBe(kind);
  });

  test("a word that the page also uses elsewhere was no slip", () => {
    expect(
      change(
        "the ileal part of the ileal wall",
        "the ileal part of the ilial wall",
      ),
    ).toEqual(["word"]);
  });

  test("a citation, a gene, a link, raised text, or anything's place", () => {
    const withInline = (inline: Inline): Block => ({
      type: "paragraph",
      attrs: { id: "a" },
      content: [{ type: "text", text: "Ask " }, inline],
    });
    const kinds = (before: Block[], after: Block[]) =>
      harmsOfChange(plainContent(before), plainContent(after)).map(
        ({ kind }) => kind,
      );
    const cite = (id: string): Inline => ({
      type: "citation",
      attrs: { scheme: "pmid", id, label: "" },
    });
    const gene: Inline = {
      type: "gene",
      attrs: { symbol: "ROS1", hgncId: null },
    };
    const linked = (href: string): Inline => ({
      type: "text",
      text: "team",
      marks: [{ type: "link", attrs: { href } }],
    });
    const raised: Inline = {
      type: "text",
      text: "team",
      marks: [{ type: "superscript" }],
    };
    const plain: Inline = { type: "text", text: "team" };
    const [one, two] = [paragraph("b", "b"), paragraph("c", "c")];
    expect(kinds([withInline(cite("1"))], [withInline(cite("2"))])).toEqual([
      "citation",
    ]);
    expect(kinds([withInline(gene)], [withInline(plain)])).toEqual(["gene"]);
    expect(
      kinds(
        [withInline(linked("https://a.example/"))],
        [withInline(linked("https://b.example/"))],
      ),
    ).toEqual(["link"]);
    expect(kinds([withInline(plain)], [withInline(raised)])).toEqual(["link"]);
    expect(kinds([one, two], [two, one])).toEqual(["structure"]);
    expect(kinds([one, two], [one])).toEqual(["structure"]);
  });

  test("the title or any other metadata but the change note", () => {
    const base = plainContent([paragraph("a", "a")]);
    expect(isHarmlessChange(base, { ...base, title: "Other" })).toBe(false);
    expect(isHarmlessChange(base, { ...base, tags: ["x"] })).toBe(false);
  });
});
