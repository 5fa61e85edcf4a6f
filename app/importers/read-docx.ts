import { checkText } from "./limits";
import { readHtml } from "./read-html";
import { Refused } from "./report";
import { note, type SourceBlock, type SourceDocument } from "./source";
import { paragraphOf } from "./text-lists";
import { wordHtml } from "./word/word-html";
import { readZip } from "./zip-entries";

const mostXml = 20 * 1024 * 1024;

/**
 * The parts of a Word document, unpacked under one limit. Throws Refused for
 * password-protected, old (.doc), damaged and oversized files.
 */
export function openDocx(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Refused(
      "The file is protected by a password or is an old .doc; save it as .docx without a password.",
    );
  const parts = readZip(bytes);
  const main = parts.get("word/document.xml");
  if (main === undefined)
    throw new Refused("The file is no Word document (.docx).");
  if (main.length > mostXml)
    throw new Refused("The document's text unpacks to more than 20 MB.");
  return parts;
}

/**
 * Reads a Word document. Headers and footers, which hold dates and names, come
 * as lines of the site at the end; tracked deletions and comments are left out
 * and reported. Throws Refused for password-protected, old (.doc), damaged and
 * oversized files.
 */
export async function readDocx(bytes: Uint8Array): Promise<SourceDocument> {
  const entries = openDocx(bytes);
  const main = entries.get("word/document.xml") ?? new Uint8Array();
  const html = await wordHtml(entries);
  const source = readHtml(html);
  const margins = [...entries]
    .filter(([name]) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .flatMap(([, xml]) => paragraphsOf(decode(xml)));
  const lines = [...new Set(margins)].map((text): SourceBlock => ({
    node: paragraphOf(text),
    role: "chrome",
  }));
  checkText(html + margins.join(""));
  return {
    ...source,
    blocks: [...source.blocks, ...lines],
    findings: [...source.findings, ...leftOut(decode(main), entries)],
  };
}

function leftOut(main: string, entries: ReadonlyMap<string, Uint8Array>) {
  const deletions = main.match(/<w:del[ >]/g)?.length ?? 0;
  const comments = entries.has("word/comments.xml");
  return [
    ...(deletions > 0
      ? [note("I3", "hints", `Tracked deletions were left out (${deletions}).`)]
      : []),
    ...(comments
      ? [note("I3", "hints", "Word's comments were left out.")]
      : []),
  ];
}

function paragraphsOf(xml: string): string[] {
  return xml.split(/<\/w:p>/).flatMap((part) => {
    const texts = [
      ...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g),
    ];
    const text = texts
      .map(([, words = " "]) => unescape(words))
      .join("")
      .trim();
    return text === "" ? [] : [text];
  });
}

function unescape(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
