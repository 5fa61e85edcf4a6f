import {
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from "docx";
import { citationKey } from "~/content/citation-ids";
import { fusionName } from "~/content/entry-words";
import { parseLink } from "~/content/links";
import type { Inline, Mark } from "~/content/page-content";
import { InlineControl } from "./controls";
import { geneStyle, referenceStyle, styleId } from "./styles";

/** The number of each source in the list of references, by its key. */
export type Numbers = ReadonlyMap<string, number>;

/** The bookmark of an entry of the list of references. */
export function referenceBookmark(number: number): string {
  return `reference_${String(number)}`;
}

/** Words of one paragraph with their marks; typed things stand in controls that remember what they are. */
export function writeInlines(
  inlines: readonly Inline[],
  numbers: Numbers,
): ParagraphChild[] {
  return inlines.map((inline, index) => {
    const before = inlines[index - 1];
    const written = writeInline(inline, before, numbers);
    const href = linkOf(inline);
    return href === null
      ? written
      : new ExternalHyperlink({ children: [written], link: href });
  });
}

function linkOf(inline: Inline): string | null {
  if (inline.type === "citation") return null;
  for (const mark of inline.marks ?? [])
    if (mark.type === "link") return parseLink(mark.attrs.href);
  return null;
}

function writeInline(
  inline: Inline,
  before: Inline | undefined,
  numbers: Numbers,
): ParagraphChild {
  const marks = runMarks(inline.marks);
  switch (inline.type) {
    case "text":
      return new TextRun({ ...marks, text: inline.text });
    case "hardBreak":
      return new TextRun({ ...marks, break: 1 });
    case "citation": {
      const number = numbers.get(citationKey(inline.attrs)) ?? 0;
      const comma = before?.type === "citation" ? "," : "";
      const run = new TextRun({
        text: `${comma}${String(number)}`,
        style: styleId(referenceStyle),
      });
      const link = new InternalHyperlink({
        anchor: referenceBookmark(number),
        children: [run],
      });
      return new InlineControl("citation", [String(number)], [link]);
    }
    case "gene": {
      const { symbol, hgncId } = inline.attrs;
      const style = styleId(geneStyle);
      const run = new TextRun({ ...marks, text: symbol, style });
      return new InlineControl("gene", hgncId ? [hgncId] : [], [run]);
    }
    case "variant": {
      const { hgvs, gene } = inline.attrs;
      const run = new TextRun({ ...marks, text: hgvs });
      return new InlineControl("variant", gene ? [gene] : [], [run]);
    }
    case "fusion": {
      const style = styleId(geneStyle);
      const text = fusionName(inline.attrs);
      const run = new TextRun({ ...marks, text, style });
      return new InlineControl("fusion", [], [run]);
    }
    case "therapy": {
      const { name, code } = inline.attrs;
      const run = new TextRun({ ...marks, text: name });
      return new InlineControl("therapy", code ? [code] : [], [run]);
    }
  }
}

function runMarks(marks: readonly Mark[] = []): IRunOptions {
  const has = (type: Mark["type"]) => marks.some((mark) => mark.type === type);
  return {
    bold: has("bold") || undefined,
    italics: has("italic") || undefined,
    superScript: has("superscript") || undefined,
    subScript: has("subscript") || undefined,
    style: has("link") ? "Hyperlink" : undefined,
  };
}
