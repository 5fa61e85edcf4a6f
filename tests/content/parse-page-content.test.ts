import { describe, expect, test } from "vitest";
import { emptyContent } from "~/content/empty-content";
import { parseBody, parsePageContent } from "~/content/parse-page-content";
import { paragraph, plainContent } from "./random-content";

const page = plainContent([paragraph("abc", "Words")]);
const bodyOf = (...content: unknown[]) => ({ type: "doc", content });
const problemsOf = (body: unknown) => {
  const result = parseBody(body);
  return result.ok
    ? []
    : result.problems.map(({ code, path }) => `${code} ${path}`);
};
const text = (words: string, marks: unknown[] = []) => ({
  type: "paragraph",
  content: [{ type: "text", text: words, marks }],
});

test("a new page of any kind is valid and its AI-use record is unanswered", () => {
  const content = emptyContent("patient_qa", { title: "BRCA1 and you" });
  expect(parsePageContent(content)).toEqual({ ok: true, content, cleaned: [] });
  expect(content.audience).toBe("patients");
  expect(content.aiUse.level).toBe("unknown");
});

describe("metadata", () => {
  test.each([
    ["an unknown field", { owner: "x" }, "unknown_field "],
    ["a language in words", { language: "English" }, "wrong_value language"],
    [
      "a country in words",
      { jurisdictions: ["UK!"] },
      "wrong_value jurisdictions[0]",
    ],
    [
      "a jurisdiction twice",
      { jurisdictions: ["GB", "GB"] },
      "wrong_value jurisdictions",
    ],
    ["a long title", { title: "x".repeat(301) }, "too_long title"],
    [
      "a day that never was",
      { aiUse: { ...page.aiUse, usedOn: "2026-02-30" } },
      "wrong_value aiUse.usedOn",
    ],
    ["no body", { body: undefined }, "missing body"],
    ["another schema", { schema: 2 }, "wrong_value schema"],
  ])("%s is refused", (_, change, problem) => {
    const result = parsePageContent({ ...page, ...change });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      problem,
    ]);
  });

  test("an ORCID must add up and months have a month's form", () => {
    const credit = {
      personId: null,
      name: "Dr A. Okafor",
      role: "author",
      credentials: "",
      affiliation: "",
      orcid: "0000-0002-1825-0097",
      from: "2014-04",
      until: null,
    };
    const parse = (change: object) =>
      parsePageContent({ ...page, credits: [{ ...credit, ...change }] }).ok;
    expect(parse({})).toBe(true);
    expect(parse({ orcid: "0000-0002-1825-0098" })).toBe(false);
    expect(parse({ orcid: "0000-0002-1694-233X" })).toBe(true);
    expect(parse({ from: "2014-13" })).toBe(false);
    expect(parse({ from: "2014-04-01" })).toBe(false);
  });

  test("what is not an object at all is refused without an accident", () => {
    for (const value of [null, 1, "x", [], undefined])
      expect(parsePageContent(value).ok).toBe(false);
  });
});

describe("the body", () => {
  test.each([
    [
      "an unknown node",
      bodyOf({ type: "iframe" }),
      "unknown_node body.content[0]",
    ],
    [
      "a rule",
      bodyOf({ type: "horizontalRule" }),
      "unknown_node body.content[0]",
    ],
    [
      "a node named after an object's own",
      bodyOf({ type: "constructor" }),
      "unknown_node body.content[0]",
    ],
    [
      "an unknown mark",
      bodyOf(text("x", [{ type: "underline" }])),
      "unknown_mark body.content[0].content[0].marks[0]",
    ],
    [
      "a mark twice",
      bodyOf(text("x", [{ type: "bold" }, { type: "bold" }])),
      "not_allowed_here body.content[0].content[0].marks[1]",
    ],
    [
      "both raised and lowered text",
      bodyOf(text("x", [{ type: "subscript" }, { type: "superscript" }])),
      "not_allowed_here body.content[0].content[0].marks",
    ],
    [
      "an unknown attribute",
      bodyOf({ type: "paragraph", attrs: { style: "x" } }),
      "unknown_field body.content[0].attrs",
    ],
    [
      "an unknown field",
      bodyOf({ type: "paragraph", html: "x" }),
      "unknown_field body.content[0].html",
    ],
    [
      "a heading of level 1",
      bodyOf({ type: "heading", attrs: { level: 1 } }),
      "wrong_value body.content[0].attrs.level",
    ],
    [
      "an id the server never gave",
      bodyOf({ type: "paragraph", attrs: { id: '"><' } }),
      "wrong_value body.content[0].attrs.id",
    ],
    ["an empty body", bodyOf(), "missing body.content"],
    [
      "text outside a block",
      bodyOf({ type: "text", text: "x" }),
      "not_allowed_here body.content[0]",
    ],
    [
      "a list without items",
      bodyOf({ type: "bulletList" }),
      "missing body.content[0].content",
    ],
    [
      "a question without an answer",
      bodyOf({ type: "faqItem", content: [{ type: "faqQuestion" }] }),
      "missing body.content[0].content",
    ],
    [
      "a table in a table",
      bodyOf(tableOf({ type: "table", content: [] })),
      "missing body.content[0].content[0].content[0].content[0].content",
    ],
  ])("%s is refused, with its place", (_, body, problem) => {
    expect(problemsOf(body)).toContain(problem);
  });

  test.each([
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    " JAVASCRIPT:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//example.org",
    "/pages/ros1",
    "https://user:pass@example.org",
    "mailto:a@example.org?bcc=b@example.org",
    "ftp://example.org",
    "",
  ])("a link to %j is refused", (href) => {
    const body = bodyOf(text("x", [{ type: "link", attrs: { href } }]));
    expect(problemsOf(body)).toEqual([
      "link_not_allowed body.content[0].content[0].marks[0].attrs.href",
    ]);
  });

  test.each([
    ["pmid", "PMID 1"],
    ["pmid", "0123"],
    ["doi", "11.1000/x"],
    ["nct", "NCT1234567"],
    ["url", "javascript:x"],
    ["url", "mailto:a@example.org"],
    ["isbn", "1"],
  ])("a citation %s %j is refused", (scheme, id) => {
    const citation = { type: "citation", attrs: { scheme, id } };
    const body = bodyOf({ type: "paragraph", content: [citation] });
    expect(problemsOf(body)[0]).toMatch(/^wrong_value .*attrs\.(id|scheme)$/);
  });

  test("ids stay on top blocks and go from nodes inside them", () => {
    const inside = { type: "paragraph", attrs: { id: "inner" } };
    const result = parseBody(
      bodyOf({ type: "blockquote", attrs: { id: "outer" }, content: [inside] }),
    );
    expect(result).toMatchObject({
      ok: true,
      content: {
        content: [{ attrs: { id: "outer" }, content: [{ type: "paragraph" }] }],
      },
    });
    expect(JSON.stringify(result)).not.toContain("inner");
  });

  test("noncharacters, by which the renderer marks comments, are taken out", () => {
    const forged = "a\ufdd00\ufdd1b\ufdd2\ufdd3\ufdef\ufffe\uffff\u{1fffe}c";
    expect(JSON.stringify(parseBody(bodyOf(text(forged))))).toContain('"a0bc"');
  });

  test("invisible characters are taken out and reported", () => {
    const body = bodyOf(text("G2032\u200bR \u202e5 mg\u2069\u0000"));
    const result = parseBody(body);
    expect(result).toMatchObject({
      ok: true,
      cleaned: [
        { path: "body.content[0].content[0].text", code: "characters_removed" },
      ],
    });
    expect(JSON.stringify(result)).toContain("G2032R 5 mg");
  });

  test("a joiner stays where its script writes with it", () => {
    const persian = "می\u200cخواهم";
    expect(JSON.stringify(parseBody(bodyOf(text(persian))))).toContain(persian);
  });

  test("depth, number of nodes and size are bounded", () => {
    let deep: unknown = text("x");
    for (let level = 0; level < 60; level += 1)
      deep = { type: "blockquote", content: [deep] };
    expect(problemsOf(bodyOf(deep))[0]).toMatch(/^too_deep/);
    const many = Array.from({ length: 10_001 }, () => text("x"));
    expect(problemsOf(bodyOf(...many))).toEqual(["too_many_nodes body"]);
    const large = text("é".repeat(1_000_001));
    expect(problemsOf(bodyOf(large))).toEqual(["too_large body"]);
  });

  test("five thousand wrong nodes give fifty problems, not five thousand", () => {
    const wrong = Array.from({ length: 5_000 }, () => ({ type: "x" }));
    expect(problemsOf(bodyOf(...wrong))).toHaveLength(50);
  });
});

function tableOf(inside: unknown): unknown {
  const cell = { type: "tableCell", content: [inside] };
  return { type: "table", content: [{ type: "tableRow", content: [cell] }] };
}
