import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { imported, refusal } from "./import";
import { docx, wordParagraph, zip } from "./zip";

const utf16 = (text: string, isBigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes);
};

describe("encodings", () => {
  const text = "Größe · 大小\n\nWords follow here.";

  test.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16, low byte first", utf16(text, false)],
    ["UTF-16, high byte first", utf16(text, true)],
  ])("%s is read", async (_, bytes) => {
    const { report } = await imported("page.txt", bytes);
    expect(report.title).toBe("Größe · 大小");
  });

  test("others are refused with a sentence that helps", async () => {
    expect(await refusal("page.txt", Buffer.from(text, "latin1"))).toMatch(
      /save it as UTF-8/,
    );
    expect(await refusal("page.txt", utf16(text, false).slice(0, -1))).toMatch(
      /breaks off/,
    );
    expect(await refusal("page.txt", "a\0b")).toBe(
      "The file is not a text file.",
    );
    const program = new Uint8Array(
      readFileSync(process.execPath).subarray(0, 9000),
    );
    expect(await refusal("page.md", program)).not.toBeNull();
  });
});

describe("files that cannot be taken in", () => {
  test.each([
    ["page.txt", "", "The file is empty."],
    ["page.txt", " \n\t\n", "The file is empty: there is no word in it."],
    ["page.md", "---", "The file is empty: there is no word in it."],
    [
      "page.pdf",
      "%PDF-1.7",
      "Only .txt, .html, .md and .docx files are taken in.",
    ],
    ["page", "words", "Only .txt, .html, .md and .docx files are taken in."],
    ["page.docx", "words", "The file is damaged: it cannot be unpacked."],
  ])("%s with “%s”: %s", async (file, text, sentence) => {
    expect(await refusal(file, text)).toBe(sentence);
  });

  test("HTML without words is refused although it has markup", async () => {
    expect(await refusal("page.html", "<p><br></p><script>x()</script>")).toBe(
      "The file is empty: there is no word in it.",
    );
  });

  test("sizes are bounded: 20 MB, 2 MB of text, 20,000 parts, 50 levels", async () => {
    const large = new Uint8Array(20 * 1024 * 1024).fill(97);
    expect(await refusal("page.txt", large)).toBe(
      "The file is larger than 10 MB.",
    );
    expect(await refusal("page.txt", "word ".repeat(410_000))).toBe(
      "The text is longer than 2 MB.",
    );
    expect(
      await refusal("page.txt", "word.\n\n".repeat(21_000)),
    ).not.toBeNull();
    expect(await refusal("page.html", "<p>a".repeat(21_000))).toMatch(/20,000/);
    const quotes = `${"<blockquote>".repeat(60)}deep`;
    expect(await refusal("page.html", quotes)).toMatch(/deep/);
    expect(await refusal("page.html", `${"<div>".repeat(5000)}deep`)).toMatch(
      /too deep/,
    );
    expect(await refusal("page.md", `${"> ".repeat(70)}deep`)).toMatch(/deep/);
  });
});

describe("Word files that cannot be taken in", () => {
  test("protected, old, foreign and broken ones give a sentence each", async () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array(600).fill(0)]);
    expect(await refusal("a.docx", old)).toMatch(/password or is an old \.doc/);
    const locked = zip({ "word/document.xml": "x" }, { isEncrypted: true });
    expect(await refusal("a.docx", locked)).toBe(
      "The file is protected by a password.",
    );
    expect(await refusal("a.docx", zip({ "x.txt": "x" }))).toBe(
      "The file is no Word document (.docx).",
    );
    expect(await refusal("a.docx", zip({ "word/document.xml": "<x" }))).toMatch(
      /damaged/,
    );
    const whole = docx(wordParagraph("Words"));
    expect(await refusal("a.docx", whole.slice(0, whole.length / 2))).toMatch(
      /damaged/,
    );
  });

  test("a small file that unpacks to a huge one is refused, whatever size it states", async () => {
    const bomb = zip(
      { "word/document.xml": Buffer.alloc(80 * 1024 * 1024, " ") },
      { statedSize: 10 },
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal("a.docx", bomb)).toBe(
      "The file unpacks to more than 50 MB.",
    );
  });
});

describe("hostile files", () => {
  test.each([
    ["html", "<a>".repeat(60_000)],
    ["html", "<b><p>".repeat(9_000)],
    ["html", "<table><td>".repeat(180)],
    ["html", "<".repeat(500_000)],
    ["html", `<p ${"a=b ".repeat(200_000)}>word`],
    ["md", "[".repeat(100_000)],
    ["md", "*a ".repeat(50_000)],
    ["md", "`".repeat(200_000)],
    ["md", `${"- ".repeat(3000)}a`],
    ["md", "[a](".repeat(30_000)],
    ["md", "<a ".repeat(100_000)],
    ["md", `a${"\n".repeat(5)}|`.repeat(20_000)],
    ["txt", `${" ".repeat(100_000)}- `.repeat(15)],
    ["txt", "By: A ".repeat(100_000)],
    ["txt", `Authors: ${"A B, ".repeat(100_000)}`],
    ["txt", `${"see ".repeat(100_000)}below`],
    ["txt", "- a\n".repeat(15_000)],
    ["txt", "Reviewed by on on on\n".repeat(9_000)],
  ])(
    "%s number %#: ends within seconds",
    { timeout: 8000 },
    async (kind, text) => {
      const started = performance.now();
      await refusal(`page.${kind}`, text);
      expect(performance.now() - started).toBeLessThan(5000);
    },
  );
});
