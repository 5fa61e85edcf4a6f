import { describe, expect, test } from "vitest";
import { noReference, type Reference } from "~/checks/reference";
import type { Block, Figure, Guideline } from "~/content/page-content";
import { findingsOf, page, paragraph } from "./page";

const messages = (
  rule: string,
  block: Block,
  reference: Reference = noReference,
) => findingsOf(rule, page([block]), { reference }).map((f) => f.message);

const file = "a".repeat(64);
const held: Reference = { ...noReference, figures: new Set([file]) };

describe("P18", () => {
  const figure = (attrs: Partial<Figure["attrs"]>): Block => ({
    type: "figure",
    attrs: {
      ...{ file, alt: "A map", isDecorative: false, width: 8, height: 6 },
      ...{ credit: "A. Example", licence: "CC BY 4.0" },
      ...attrs,
    },
  });

  test.each([
    [{}, []],
    [{ alt: "", isDecorative: true }, []],
    [{ file: null }, ["A figure has no image."]],
    [
      { file: "b".repeat(64) },
      ["The image of a figure is not on this desk. Add it again."],
    ],
    [
      { alt: "  " },
      [
        "A figure has no alternative text. Write one, or say that it is decorative.",
      ],
    ],
    [
      { credit: "", licence: "" },
      ["A figure does not say who made it.", "A figure has no licence."],
    ],
  ])("with %j says %j", (attrs, said) => {
    expect(messages("P18", figure(attrs), held)).toEqual(said);
  });
});

describe("P21", () => {
  const words = [paragraph("Not medical advice.")];
  const reference: Reference = {
    ...noReference,
    reusables: new Map([
      [
        "general",
        {
          name: "General disclaimer",
          kind: "disclaimer",
          versions: [
            { number: 3, content: [paragraph("No advice.")] },
            { number: 1, content: words },
          ],
        },
      ],
    ]),
  };
  const reusable = (
    version: number,
    content = words,
    kind: "disclaimer" | "ai_notice" = "disclaimer",
  ): Block => ({
    type: "reusable",
    attrs: { component: "general", version, kind },
    content,
  });

  test("the newest approved words pass", () => {
    const block = reusable(3, [paragraph("No advice.")]);
    expect(messages("P21", block, reference)).toEqual([]);
  });

  test("an older approved version is warned of, since a newer one is there", () => {
    const [found] = findingsOf("P21", page([reusable(1)]), { reference });
    expect(found).toMatchObject({
      severity: "warns",
      message:
        "Version 3 of “General disclaimer” has been approved; this page shows version 1.",
    });
  });

  test.each([
    ["a version nobody approved", reusable(2)],
    ["a kind it is not", reusable(1, words, "ai_notice")],
    ["other words than the approved ones", reusable(3)],
  ])("%s blocks", (_, block) => {
    const [found] = findingsOf("P21", page([block]), { reference });
    expect(found?.severity).toBe("blocks");
  });
});

describe("R6", () => {
  const guidelines = (attrs: Partial<Guideline["attrs"]>): Block => ({
    type: "sourceGuidelines",
    content: [
      {
        type: "guideline",
        attrs: {
          ...{ organisation: "An institute", title: "Testing", url: "" },
          ...{ version: "", date: "2018", ...attrs },
        },
      },
    ],
  });

  test.each([
    [{}, []],
    [{ date: "", version: "2" }, []],
    [{ date: "" }, ["Testing: give its version or date."]],
    [{ organisation: "" }, ["Testing: give its organisation."]],
    [
      { title: " ", organisation: "" },
      ["A source guideline: give its organisation and title."],
    ],
  ])("with %j says %j", (attrs, said) => {
    expect(messages("R6", guidelines(attrs))).toEqual(said);
  });
});

describe("T1 on blocks", () => {
  const empty = [{ type: "paragraph" as const }];

  test.each<[string, Block, string[]]>([
    [
      "a key message without words",
      { type: "keyMessage", content: empty },
      ["Nothing is written under “Key message”."],
    ],
    [
      "a scenario without words",
      {
        type: "clinicalScenario",
        attrs: { basis: "fictional" },
        content: empty,
      },
      ["Nothing is written under “Clinical scenario (fictional)”."],
    ],
    [
      "a timeline entry without date or words",
      { type: "timelineEntry", attrs: { when: "" }, content: empty },
      ["A timeline entry has no date.", "A timeline entry says nothing."],
    ],
    [
      "a resource without its address",
      {
        type: "resourceList",
        content: [
          {
            type: "resource",
            attrs: { title: "A leaflet", url: "", publisher: "" },
          },
        ],
      },
      ["A resource under “Resources” lacks its title or address."],
    ],
    ["an empty paragraph, of which readers see nothing", paragraph(""), []],
  ])("%s", (_, block, said) => {
    expect(messages("T1", block)).toEqual(said);
  });
});
