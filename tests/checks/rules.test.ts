import { describe, expect, test } from "vitest";
import { rules, rulesVersion, runChecks } from "~/checks";
import { pmidsToLookUp, symbolsToLookUp } from "~/checks/look-up";
import { noReference, type Reference } from "~/checks/reference";
import type { Block } from "~/content/page-content";
import {
  bullets,
  cited,
  credit,
  findingsOf,
  heading,
  page,
  paragraph,
  words,
} from "./page";

const messages = (rule: string, blocks: Block[], fields = {}, options = {}) =>
  findingsOf(rule, page(blocks, fields), options).map((f) => f.message);

describe("a run", () => {
  test("says which rules were not run and by what the others were judged", () => {
    const run = runChecks(page([]), noReference, "2026-03-02");
    expect(run.rulesVersion).toBe(rulesVersion);
    expect(run.reference).toEqual([]);
    expect(run.notRun).toEqual([
      {
        rule: "G1",
        because:
          "The protein sequences are not loaded; only well-known residues were compared.",
      },
      {
        rule: "G2",
        because:
          "The protein sequences are not loaded; only the lengths of well-known proteins were compared.",
      },
      { rule: "R5", because: "The retractions are not loaded." },
    ]);
  });

  test("every rule has an id of its own and a title", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const rule of rules) expect(rule.title).not.toBe("");
  });
});

describe("P2", () => {
  test.each([
    ["no credit", []],
    ["a name matched to nobody", [credit({})]],
    ["a contributor only", [credit({ personId: "p1", role: "contributor" })]],
  ])("%s is no human author", (_, credits) => {
    expect(findingsOf("P2", page([], { credits }))[0]?.severity).toBe("blocks");
  });

  test("an author matched to a person is enough", () => {
    const credits = [credit({ personId: "p1" })];
    expect(findingsOf("P2", page([], { credits }))).toEqual([]);
  });
});

describe("P13", () => {
  const whole = [
    heading("The gene"),
    paragraph("It codes for a kinase."),
    heading("Clinical characteristics"),
    bullets("Younger people."),
    heading("What do you need to do?"),
    heading("Management", 3),
    paragraph("Refer."),
  ];

  test("a clinician page with its three sections passes", () => {
    expect(messages("P13", whole)).toEqual([]);
  });

  test("an empty section is as good as none", () => {
    expect(messages("P13", whole.slice(0, 5))).toEqual([
      "The section “what to do” is missing or says nothing.",
    ]);
  });

  test("a what-to-do block stands in for its heading", () => {
    const block: Block = { type: "whatToDo", content: [paragraph("Refer.")] };
    expect(messages("P13", [...whole.slice(0, 4), block])).toEqual([]);
  });

  test.each(["gene_summary", "patient_explainer", "patient_qa", "glossary"])(
    "an empty %s lacks its sections",
    (kind) => {
      expect(messages("P13", [], { kind })).not.toEqual([]);
    },
  );

  test("headings in another language are not judged by English words", () => {
    const german = [heading("Das Gen"), paragraph("Es kodiert eine Kinase.")];
    expect(messages("P13", german)).toHaveLength(3);
    expect(messages("P13", german, { language: "de-DE" })).toEqual([]);
  });
});

describe("T1", () => {
  test("resources, guidelines and a figure's alternative text are something under a heading", () => {
    const resources: Block = {
      type: "resourceList",
      content: [
        {
          type: "resource",
          attrs: {
            title: "A leaflet",
            url: "https://example.org/",
            publisher: "",
          },
        },
      ],
    };
    expect(messages("T1", [heading("Resources"), resources])).toEqual([]);
    const figure = (alt: string): Block => ({
      type: "figure",
      attrs: {
        ...{ file: null, alt, credit: "", licence: "" },
        ...{ isDecorative: false, width: null, height: null },
      },
    });
    expect(messages("T1", [heading("Where"), figure("A map")])).toEqual([]);
    expect(messages("T1", [heading("Where"), figure("")])).toEqual([
      "Nothing stands under the heading “Where”.",
    ]);
  });

  test("a heading without words or with nothing under it blocks", () => {
    const blocks = [heading(""), heading("For patients"), heading("End")];
    expect(messages("T1", blocks)).toEqual([
      "A heading has no words.",
      "Nothing stands under the heading “For patients”.",
      "Nothing stands under the heading “End”.",
    ]);
  });

  test("a heading over a smaller heading with text is not empty", () => {
    const blocks = [heading("A"), heading("B", 3), paragraph("Words.")];
    expect(messages("T1", blocks)).toEqual([]);
  });

  test("in an imported draft the capture is named as the cause", () => {
    expect(
      messages("T1", [heading("For patients")], {}, { isImported: true }),
    ).toEqual([
      "What stood under “For patients” was lost when the page was captured.",
    ]);
  });

  test("empty list items and half FAQ items block", () => {
    const faq: Block = {
      type: "faqItem",
      content: [
        { type: "faqQuestion", content: words("") },
        { type: "faqAnswer", content: [paragraph("Yes.")] },
      ],
    };
    const found = findingsOf("T1", page([bullets("One", "", " "), faq]));
    expect(found.map((f) => [f.severity, f.message])).toEqual([
      ["blocks", "2 list items are empty."],
      ["blocks", "A question is missing."],
    ]);
  });

  test("a colon must be followed by something", () => {
    expect(messages("T1", [paragraph("These:"), bullets("one")])).toEqual([]);
    expect(messages("T1", [paragraph("These:")])).toHaveLength(1);
    expect(messages("T1", [bullets("Ask:"), paragraph("x")])).toHaveLength(1);
  });

  test("see below must name its place", () => {
    const under = [heading("Treatment"), paragraph("Words.")];
    expect(messages("T1", [paragraph("Drugs – see below."), ...under])).toEqual(
      ["“see below” names no place: link it or name the heading."],
    );
    expect(
      messages("T1", [paragraph("See Treatment below."), ...under]),
    ).toEqual([]);
    expect(messages("T1", [paragraph("See Table 1 above.")])).toEqual([]);
  });

  test("an answer without its question warns", () => {
    expect(messages("T1", [paragraph("No. It is rare.")])).toHaveLength(1);
    const asked = [heading("Is it common?"), paragraph("No. It is rare.")];
    expect(messages("T1", asked)).toEqual([]);
  });
});

describe("C1", () => {
  const claim = "This drug is currently funded in England.";

  test("a status claim with a time word and no day blocks on a clinician page", () => {
    const [found] = findingsOf("C1", page([paragraph(`Words. ${claim}`)]));
    expect(found).toMatchObject({ severity: "blocks", excerpt: claim });
  });

  test("it only warns on a gene summary", () => {
    const summary = page([paragraph(claim)], { kind: "gene_summary" });
    expect(findingsOf("C1", summary)[0]?.severity).toBe("warns");
  });

  test.each([
    "As of 4 May 2022 this drug is currently funded in England.",
    "This drug is funded in England.",
    "Now we turn to treatment. It was approved in America.",
  ])("“%s” passes", (text) => {
    expect(messages("C1", [paragraph(text)])).toEqual([]);
  });
});

describe("R2", () => {
  test("identifiers in the text are checked by their form", () => {
    const text =
      "NCT1234567, NCT12345678, PMID: 012, PMID 28632866, doi:11.1/x, doi:10.1000/xyz1.";
    const excerpts = findingsOf("R2", page([paragraph(text)])).map(
      (f) => f.excerpt,
    );
    expect(excerpts).toEqual(["NCT1234567", "PMID: 012", "doi:11.1/x,"]);
  });

  test("citations are checked too", () => {
    expect(messages("R2", [cited("12x")])).toHaveLength(1);
    expect(messages("R2", [cited("12")])).toEqual([]);
  });
});

describe("R5", () => {
  const reference: Reference = {
    ...noReference,
    loaded: [{ set: "retractions", version: "2023-12-30" }],
    retractions: new Map([
      ["111", "retraction"],
      ["222", "expression_of_concern"],
      ["333", "reinstatement"],
    ]),
  };

  test("a retracted source blocks, a concern warns, others are left alone", () => {
    const content = page(["111", "222", "333", "444"].map(cited));
    const found = findingsOf("R5", content, { reference });
    expect(found.map((f) => [f.severity, f.message])).toEqual([
      ["blocks", "PMID 111 is retracted by the snapshot of 2023-12-30."],
      [
        "warns",
        "PMID 222 has an expression of concern by the snapshot of 2023-12-30.",
      ],
    ]);
  });
});

test("T10 warns of dates whose day and month could be swapped, and of no others", () => {
  const text = "On 04/05/2022, 13/05/2022, 05-05-2022, 1.2.2021 and 1/2/3/4.";
  expect(
    findingsOf("T10", page([paragraph(text)])).map((f) => f.excerpt),
  ).toEqual(["04/05/2022", "1.2.2021"]);
});

test("P19 blocks a scenario of unstated origin only", () => {
  const scenario = (basis: "fictional" | "consent" | "unstated"): Block => ({
    type: "clinicalScenario",
    attrs: { basis },
    content: [paragraph("A man of 47.")],
  });
  expect(messages("P19", [scenario("unstated")])).toHaveLength(1);
  expect(messages("P19", [scenario("fictional"), scenario("consent")])).toEqual(
    [],
  );
});

test("what to look up holds the symbols and PMIDs of a content", () => {
  const text = paragraph("CD74-ROS1, BRCA1/2, HLA-A and the NHS.");
  const content = page([text, cited("111"), cited("111")], { topics: [] });
  const symbols = symbolsToLookUp(content);
  expect(symbols).toEqual(
    expect.arrayContaining(["CD74", "ROS1", "BRCA1", "BRCA2", "HLA-A", "NHS"]),
  );
  expect(pmidsToLookUp(content)).toEqual(["111"]);
});
