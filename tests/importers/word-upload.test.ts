import { describe, expect, test } from "vitest";
import { knownGenes } from "~/checks/known-facts";
import type { Body } from "~/content/page-content";
import { blockText } from "~/content/plain-text";
import {
  readWordUpload,
  type WordUpload,
} from "~/importers/word/read-word-upload";
import { settleTrackedChanges } from "~/importers/word/tracked-changes";
import { parseWordXml, wordElements, wordsIn } from "~/importers/word/word-xml";
import {
  packUpload,
  unpackUpload,
} from "~/routes/desk.pages.$slug.word/kept-upload";
import { docx, wordMargin, wordParagraph, zip } from "./zip";

const who = 'w:author="Dr Novak" w:date="2026-03-02T09:14:00Z" w:id="1"';
const run = (text: string) =>
  `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const added = (text: string) => `<w:ins ${who}>${run(text)}</w:ins>`;
const removed = (text: string) =>
  `<w:del ${who}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const markOf = (name: string) =>
  `<w:pPr><w:rPr><w:${name} ${who}/></w:rPr></w:pPr>`;
const cell = (text: string) => `<w:tc>${wordParagraph(text)}</w:tc>`;
const row = (properties: string, ...cells: string[]) =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.map(cell).join("")}</w:tr>`;

let read = 0;

async function uploaded(
  body: string,
  more: Record<string, string> = {},
): Promise<WordUpload> {
  const result = await readWordUpload("page.docx", docx(body, more), {
    genes: knownGenes,
    known: null,
  });
  if ("error" in result) throw new Error(result.error);
  read += 1;
  return result;
}

const lines = (body: Body | null) => body?.content.map(blockText);

describe("tracked changes", () => {
  test("words added and removed are read both ways, with who and when", async () => {
    const file = await uploaded(
      `<w:p>${run("The risk is ")}${removed("72%")}${added("69%")}${run(" by age 80.")}</w:p>`,
    );
    expect(lines(file.base)).toEqual(["The risk is 72% by age 80."]);
    expect(lines(file.proposed)).toEqual(["The risk is 69% by age 80."]);
    expect(file.changes).toEqual([
      { kind: "removed", by: "Dr Novak", on: "2026-03-02", words: "72%" },
      { kind: "added", by: "Dr Novak", on: "2026-03-02", words: "69%" },
    ]);
  });

  test("a document without any has one text", async () => {
    const file = await uploaded(wordParagraph("The gene guards the cell."));
    expect(file.proposed).toBeNull();
    expect(file.changes).toEqual([]);
  });

  test("a new paragraph, and one that was run into the next", async () => {
    const file = await uploaded(
      [
        `<w:p>${markOf("ins")}${run("First.")}</w:p>`,
        `<w:p>${added("Second.")}</w:p>`,
        `<w:p>${markOf("del")}${run("Third ")}</w:p>`,
        `<w:p>${run("and fourth.")}</w:p>`,
      ].join(""),
    );
    expect(lines(file.base)).toEqual(["First.", "Third", "and fourth."]);
    expect(lines(file.proposed)).toEqual([
      "First.",
      "Second.",
      "Third and fourth.",
    ]);
  });

  test("a paragraph moved stands at one place each way", async () => {
    const move = (name: string) =>
      `<w:p>${markOf(name)}<w:${name} ${who}>${run("Moved.")}</w:${name}></w:p>`;
    const file = await uploaded(
      `${move("moveFrom")}${wordParagraph("Stays.")}${move("moveTo")}${wordParagraph("Last.")}`,
    );
    expect(lines(file.base)).toEqual(["Moved.", "Stays.", "Last."]);
    expect(lines(file.proposed)).toEqual(["Stays.", "Moved.", "Last."]);
    expect(file.changes.map(({ kind }) => kind)).toEqual(["moved"]);
  });

  test("20,000 paragraphs that run into one keep their words and take no minutes", () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `w${String(at)}`);
    const body = words
      .map(
        (word) =>
          `<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>${word} </w:t></w:r></w:p>`,
      )
      .concat(`<w:p>${run("end")}</w:p>`)
      .join("");
    const tree = parseWordXml(
      new TextEncoder().encode(
        `<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:body>`,
      ),
    );
    settleTrackedChanges(tree, "refused");
    expect(wordElements(tree, "p")).toHaveLength(1);
    expect(wordsIn(tree)).toBe([...words, "end"].join(" "));
  }, 20_000);

  test("rows of a table", async () => {
    const file = await uploaded(
      `<w:tbl>${row("", "Breast", "72%")}${row(`<w:ins ${who}/>`, "Pancreas", "3%")}${row(`<w:del ${who}/>`, "Skin", "1%")}</w:tbl>${wordParagraph("End.")}`,
    );
    expect(lines(file.base)?.[0]).toBe("Breast\n72%\nSkin\n1%");
    expect(lines(file.proposed)?.[0]).toBe("Breast\n72%\nPancreas\n3%");
    expect(file.changes.map(({ kind }) => kind)).toEqual(["table", "table"]);
  });

  test("formats go back to what they were", async () => {
    const file = await uploaded(
      `<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:pPrChange ${who}><w:pPr/></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange ${who}><w:rPr/></w:rPrChange></w:rPr><w:t>Treatment</w:t></w:r></w:p>`,
    );
    expect(file.base.content[0]).toEqual({
      type: "paragraph",
      attrs: { id: null },
      content: [{ type: "text", text: "Treatment" }],
    });
    expect(file.proposed?.content[0]).toMatchObject({
      type: "heading",
      content: [{ text: "Treatment", marks: [{ type: "bold" }] }],
    });
  });
});

describe("what stands beside the text", () => {
  test("comments come with their words, their place and their author", async () => {
    const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="Prof. Marsh" w:date="2026-03-03T10:00:00Z">${wordParagraph("Which source?")}</w:comment></w:comments>`;
    const file = await uploaded(
      `<w:p>${run("The risk is ")}<w:commentRangeStart w:id="7"/>${run("72%")}<w:commentRangeEnd w:id="7"/>${run(" by age 80.")}</w:p>`,
      { "word/comments.xml": comments },
    );
    expect(file.comments).toEqual([
      {
        id: "7",
        by: "Prof. Marsh",
        on: "2026-03-03",
        text: "Which source?",
        quotation: "72%",
        prefix: "The risk is ",
        suffix: " by age 80.",
      },
    ]);
  });

  test("comments are read as far as the preview can send them back", async () => {
    const many = Array.from({ length: 502 }, (_, id) => String(id));
    const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${many.map((id) => `<w:comment w:id="${id}" w:author="${"M".repeat(id === "0" ? 30_000 : 1)}">${wordParagraph(id === "0" ? "x".repeat(30_000) : `Comment ${id}`)}</w:comment>`).join("")}</w:comments>`;
    const file = await uploaded(
      `<w:p><w:commentRangeStart w:id="0"/>${run("word ".repeat(6_000))}<w:commentRangeEnd w:id="0"/></w:p>`,
      { "word/comments.xml": comments },
    );
    expect(file.comments).toHaveLength(500);
    expect(file.comments[0]?.text).toHaveLength(20_000);
    expect(file.comments[0]?.quotation).toHaveLength(19_999);
    expect(file.dropped.map(({ excerpt }) => excerpt)).toEqual([
      "M: Comment 500",
      "M: Comment 501",
    ]);
    expect(unpackUpload(packUpload(file))).not.toBeNull();
  });

  test("dates, people and margins are left out with the reason, never in silence", async () => {
    const file = await uploaded(
      `${wordParagraph("BRCA1", "Title")}${wordParagraph("Text of the page.")}${wordParagraph("Last reviewed: 4 May 2022")}`,
      { "word/footer1.xml": wordMargin("ftr", "Trust guideline 12") },
    );
    expect(file.title).toBe("BRCA1");
    expect(lines(file.base)).toEqual(["Text of the page."]);
    expect(file.dropped.map(({ excerpt }) => excerpt)).toEqual([
      "Last reviewed: 4 May 2022",
      "Trust guideline 12",
    ]);
  });

  test("a caption beside a table becomes the table's", async () => {
    const file = await uploaded(
      `${wordParagraph("Table 2. Risk by age")}<w:tbl>${row("", "Breast", "72%")}</w:tbl>`,
    );
    expect(file.base.content).toMatchObject([
      { type: "table", attrs: { caption: "Risk by age" } },
    ]);
  });
});

describe("references", () => {
  test("numbers in the text become citations, and the list is the desk's", async () => {
    const file = await uploaded(
      [
        wordParagraph("Risk is high [1, 2] and known (PMID 25741868)."),
        `<w:p>${run("Survival rose.")}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>`,
        `<w:p>${run("Give 50 mg/m")}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>`,
        wordParagraph("References", "Heading1"),
        wordParagraph("1. Smith A. Risk. J Med 2020. PMID: 28632866"),
        wordParagraph("2. Jones B. Survival. doi:10.1056/NEJMoa1406766"),
        wordParagraph("3. A book without a number."),
      ].join(""),
    );
    const inlines = JSON.stringify(file.base.content);
    expect(inlines.match(/"type":"citation"/g)).toHaveLength(4);
    expect(inlines).toContain("10.1056/nejmoa1406766");
    expect(lines(file.base)).toEqual([
      "Risk is high and known.",
      "Survival rose.",
      "Give 50 mg/m2",
      "References",
      "3. A book without a number.",
    ]);
    expect(file.references.map(({ citation }) => citation?.id)).toEqual([
      "28632866",
      "10.1056/nejmoa1406766",
      undefined,
    ]);
  });
});

describe("files that cannot be read", () => {
  const bomb = () =>
    zip({
      "word/document.xml": "<w:document/>",
      "word/media/a.bin": new Uint8Array(60 * 1024 * 1024),
    });
  test.each([
    ["page.doc", () => docx(""), "Choose a Word document (.docx)."],
    ["page.docx", () => new Uint8Array(), "The file is empty."],
    [
      "page.docx",
      () => new Uint8Array(20 * 1024 * 1024),
      "The file is larger than 10 MB.",
    ],
    [
      "page.docx",
      () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      "The file is protected by a password or is an old .doc; save it as .docx without a password.",
    ],
    [
      "page.docx",
      () => zip({ "word/document.xml": "x" }, { isEncrypted: true }),
      "The file is protected by a password.",
    ],
    ["page.docx", bomb, "The file unpacks to more than 50 MB."],
    [
      "page.docx",
      () => new TextEncoder().encode("not a zip at all, only words"),
      "The file is damaged: it cannot be unpacked.",
    ],
    [
      "page.docx",
      () => zip({ "word/document.xml": "<w:document><w:p>" }),
      "The file is damaged: Word's document inside is broken.",
    ],
    [
      "page.docx",
      () =>
        zip({
          "word/document.xml":
            '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>',
        }),
      "The file is damaged: Word's document inside is broken.",
    ],
    [
      "page.docx",
      () => zip({ "xl/workbook.xml": "<x/>" }),
      "The file is no Word document (.docx).",
    ],
  ])("%s: one clear sentence (%#)", async (file, bytes, sentence) => {
    const result = await readWordUpload(file, bytes(), {
      genes: knownGenes,
      known: null,
    });
    expect(result).toEqual({ file, error: sentence });
  });

  test("a document of more parts than a page can hold is refused", async () => {
    const many = docx(`<w:p>${"<w:r/>".repeat(200_001)}</w:p>`);
    const reading = { genes: knownGenes, known: null };
    expect(await readWordUpload("page.docx", many, reading)).toEqual({
      file: "page.docx",
      error:
        "The document inside has more than 200,000 parts (paragraphs, words, formats).",
    });
  });

  test("parts thousands deep do not stop the desk", async () => {
    const deep = `${"<w:ins>".repeat(30_000)}${"</w:ins>".repeat(30_000)}`;
    const result = await readWordUpload(
      "page.docx",
      docx(`<w:p>${deep}</w:p>`),
      {
        genes: knownGenes,
        known: null,
      },
    );
    expect("error" in result).toBe(true);
  });
});

test("enough documents were read", () => {
  console.info(`${String(read)} Word documents were read`);
  expect(read).toBeGreaterThanOrEqual(10);
});
