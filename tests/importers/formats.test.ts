import { describe, expect, test } from "vitest";
import type { Block } from "~/content/page-content";
import { imported, lostLines } from "./import";
import { docx, wordMargin, wordParagraph } from "./zip";

const shape = (blocks: Block[]) =>
  blocks.map((block) =>
    block.type === "heading" ? `heading ${block.attrs.level}` : block.type,
  );

describe("plain text", () => {
  const page = `Invented gene and tumours
By: Dr Ada Example

Example clinical scenario

A woman of 52 has a tumour.

What do you need to do?

First steps

  1. Refer her
  2. Test for:

    • ROS1
    • ALK

  3. Wait

Q: Is it common?
A: No. It is rare.

| Drug | Line |
|---|---|
| One | first |

Sources

Guideline of the invented society

Disclaimer: this is not medical advice.

Last reviewed: 3 March 2025
Next review due: March 2026`;

  test("becomes blocks, title and statements, and keeps every line", async () => {
    const result = await imported("page.txt", page);
    const { content, report } = result;
    expect(shape(content.body.content)).toEqual([
      "heading 2",
      "clinicalScenario",
      "heading 2",
      "heading 3",
      "orderedList",
      "faqItem",
      "table",
      "heading 2",
      "paragraph",
      "disclaimer",
    ]);
    expect(report).toMatchObject({
      title: "Invented gene and tumours",
      kind: "clinician_page",
      authors: ["Ada Example"],
      lastReviewedOn: "2025-03-03",
      nextReviewDue: "2026-03",
      overdue: false,
    });
    expect(lostLines(page.replaceAll(/^[QA]: /gm, ""), result)).toEqual([]);
    const table = content.body.content[6];
    expect(
      table?.type === "table" && table.content[0]?.content?.[0]?.type,
    ).toBe("tableHeader");
  });

  test("a due month is overdue from the first day after it", async () => {
    const asked: string[] = [];
    const on = async (today: string) => {
      const isOverdue = (due: string) => asked.push(due) > 0 && due < today;
      return (await imported("page.txt", page, { isOverdue })).report.overdue;
    };
    expect(await on("2026-03-31")).toBe(false);
    expect(await on("2026-04-01")).toBe(true);
    expect(asked).toEqual(["2026-03-31", "2026-03-31"]);
  });

  test("lists keep their depth", async () => {
    const { content } = await imported("page.txt", page);
    const list = content.body.content[4];
    if (list?.type !== "orderedList") throw new Error("no ordered list");
    expect(list.content.map((item) => item.content.length)).toEqual([1, 2, 1]);
  });

  test("paragraphs broken over lines are put together", async () => {
    const wrapped = [
      "The invented gene was first described in a family from a small",
      "town by the sea, in which four of nine members had tumours of",
      "the same kind. Later work showed that it codes for a kinase.",
      "",
      "Nothing else is known of the gene, and nobody expects more in",
      "the near future.",
    ].join("\n");
    const { content } = await imported("page.txt", wrapped);
    expect(shape(content.body.content)).toEqual(["paragraph", "paragraph"]);
  });

  test("many short lines in a row are not taken for headings", async () => {
    const { content } = await imported(
      "page.txt",
      "Title of it\n\nOne\n\nTwo\n\nThree\n\nFour\n\nEnd of it all.",
    );
    expect(shape(content.body.content)).not.toContain("heading 2");
  });
});

describe("HTML", () => {
  const page = `<!doctype html><html lang="en-gb"><head><title>Invented page | Site</title>
<style>p{color:red}</style><script>steal()</script></head><body onload="x()">
<nav><ul><li>Home</li><li>Genes</li></ul></nav>
<main><h1>Invented <em>gene</em></h1>
<p>Author: <a href="/people/ada">Dr Ada Example</a><br>Last reviewed: 13/05/2022</p>
<h2>About</h2><p onclick="y()">It is <strong>rare</strong><sup>1</sup>,
 see <a href="https://example.org/a">this</a> and <a href="javascript:z()">that</a>.</p>
<img src="x.png" alt="Family tree">
<ul><li>One<ul><li>Two</li></ul></li><li></li></ul>
<details><summary>Is it common?</summary><p>No.</p></details>
<table><caption>Drugs</caption><tr><th>Name</th></tr><tr><td><p>A</p><p>B</p></td></tr></table>
<blockquote>Quoted</blockquote></main>
<footer><p>Next review due: 13/05/2023</p><p>© 2022 Site</p></footer>
</body></html>`;

  test("keeps words and structure, and says what it left out", async () => {
    const { content, report } = await imported("page.html", page);
    expect(shape(content.body.content)).toEqual([
      "bulletList",
      "heading 2",
      "paragraph",
      "paragraph",
      "bulletList",
      "faqItem",
      "table",
      "blockquote",
      "paragraph",
    ]);
    expect(report).toMatchObject({
      title: "Invented gene",
      authors: ["Ada Example"],
      lastReviewedOn: "2022-05-13",
      nextReviewDue: "2023-05-13",
      overdue: true,
    });
    expect(report.dates.every(({ ambiguous }) => !ambiguous)).toBe(true);
    expect(content.language).toBe("en-GB");
    const lost = report.findings.filter(({ rule }) => rule === "I3");
    expect(lost.map(({ message }) => message)).toEqual([
      "Style sheets were left out (1).",
      "Scripts were left out (1).",
      "Script handlers on elements were left out (2).",
      "Links whose address cannot stand on a page were left out; their words stay (2).",
      "Pictures were left out; their descriptions stay in square brackets (1).",
    ]);
    expect(JSON.stringify(content)).not.toMatch(/javascript|steal|onclick/);
  });

  test("marks and links stay on their words", async () => {
    const { content } = await imported("page.html", page);
    expect(content.body.content[2]).toMatchObject({
      content: [
        { text: "It is " },
        { text: "rare", marks: [{ type: "bold" }] },
        { text: "1", marks: [{ type: "superscript" }] },
        { text: ", see " },
        { text: "this", marks: [{ type: "link" }] },
        { text: " and that." },
      ],
    });
  });

  test("words outside any paragraph are kept, in order", async () => {
    const { report } = await imported(
      "page.htm",
      "Bare <b>words</b><div>in<span> a </span>box<p>and a paragraph</p>after</div><li>item",
    );
    expect(report.blocks.map(({ text }) => text)).toEqual([
      "Bare words",
      "in a box",
      "and a paragraph",
      "after",
      "item",
    ]);
  });
});

describe("Markdown", () => {
  test("is read with tables, footnotes, front matter and HTML inside", async () => {
    const { content, report } = await imported(
      "page.md",
      `---
title: Invented page
last_reviewed: 2025-03-03
reviewed_by: Dr Ada Example
---
## About

It is **rare** and ~~gone~~.[^1]

1. one
2. two

| A | B |
|---|---|
| 1 | 2 |

<div>inside <script>x()</script><b>HTML</b></div>

[^1]: A note.
`,
    );
    expect(report).toMatchObject({
      title: "Invented page",
      lastReviewedOn: "2025-03-03",
      reviewers: ["Ada Example"],
    });
    const texts = report.blocks.map(({ text }) => text).join("\n");
    for (const words of [
      "It is rare and gone.",
      "two",
      "1 | 2",
      "inside HTML",
      "A note.",
    ])
      expect(texts).toContain(words);
    expect(shape(content.body.content).slice(0, 6)).toEqual([
      "paragraph",
      "heading 2",
      "paragraph",
      "orderedList",
      "table",
      "paragraph",
    ]);
  });
});

describe("Word documents", () => {
  test("give title, headings, header and footer, and name what is left out", async () => {
    const body = [
      wordParagraph("Invented gene", "Title"),
      wordParagraph("The gene", "Heading1"),
      wordParagraph("It codes for &lt;something&gt;."),
      "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
      wordParagraph("Management", "Heading2"),
      wordParagraph("Refer."),
    ].join("");
    const { content, report } = await imported(
      "page.docx",
      docx(body, {
        "word/header1.xml": wordMargin("hdr", "Next review due: 4 May 2023"),
        "word/footer1.xml": wordMargin("ftr", "Invented &amp; Sons"),
      }),
    );
    expect(report).toMatchObject({
      title: "Invented gene",
      nextReviewDue: "2023-05-04",
      overdue: true,
    });
    expect(report.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "heading: Invented gene",
      "heading: The gene",
      "prose: It codes for <something>.",
      "heading: Management",
      "prose: Refer.",
      "other: Next review due: 4 May 2023",
      "other: Invented & Sons",
    ]);
    expect(shape(content.body.content)).toEqual([
      "heading 2",
      "paragraph",
      "heading 2",
      "paragraph",
      "paragraph",
    ]);
    expect(report.findings.map(({ message }) => message)).toContain(
      "Tracked deletions were left out (1).",
    );
  });
});

describe("what a page says of a program", () => {
  const generated = async (text: string) =>
    (await imported("page.txt", `${text}\n\nMore words follow here.`)).content
      .aiUse;

  test.each([
    ["This answer was generated by AI from papers.", null],
    ["This page was written with ChatGPT-4o and nobody else.", "ChatGPT-4o"],
    ["AI-generated content", null],
    ["By: Claude 3.5", "Claude 3.5"],
  ])("“%s” is recorded", async (text, tool) => {
    expect(await generated(text)).toMatchObject({ level: "generated", tool });
  });

  test.each([
    "AI-generated images are used in radiology.",
    "This page was not written by AI.",
    "Claude Example wrote this.",
  ])("“%s” is not", async (text) => {
    expect(await generated(text)).toMatchObject({ level: "unknown" });
  });
});

test("editorial findings of the caller's checks join the report", async () => {
  const { report } = await imported("page.txt", "Some words here.", {
    check: ({ title }) => [
      {
        rule: "X1",
        severity: "hints",
        message: title,
        excerpt: "",
        suggestion: null,
      },
    ],
  });
  expect(report.findings.at(-1)).toMatchObject({ rule: "X1", message: "page" });
});
