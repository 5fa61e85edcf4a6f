import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { citationHref, citationKey } from "~/content/citation-ids";
import type { Citation, PageContent } from "~/content/page-content";
import { references } from "~/content/references";
import { BlockControl, InlineControl } from "./controls";
import { numbering, statusStyle, styleId, styles } from "./styles";
import { BlockWriter } from "./write-blocks";
import type { WordImages } from "./write-figure";
import { referenceBookmark } from "./write-inlines";

/** What a Word file says of itself on every sheet, in whole sentences. */
export type WordStatus = {
  /** Such as "Version 3 of 4 May 2026". */
  standing: string;
  /** Such as "Not approved: do not use for care."; empty when there is nothing to warn of. */
  warning: string;
};

/**
 * A draft or version as a Word document: every block with a style that its
 * name labels, citations numbered with their list, genes in italics, and title,
 * standing and warning on every sheet. Our own reader gives the same words back.
 */
export async function writeWordFile(
  content: PageContent,
  status: WordStatus,
  images: WordImages = new Map(),
): Promise<Uint8Array> {
  const sources = references(content);
  const numbers = new Map(
    sources.map(({ citation, number }) => [citationKey(citation), number]),
  );
  const writer = new BlockWriter(numbers, images);
  const blocks = content.body.content.flatMap((block) => writer.write(block));
  const list =
    sources.length > 0
      ? [
          new BlockControl(
            "references",
            [],
            [
              new Paragraph({
                text: "References",
                heading: HeadingLevel.HEADING_2,
              }),
              ...sources.map(({ citation, number }) => entry(citation, number)),
            ],
          ),
        ]
      : [];
  const document = new Document({
    title: content.title,
    creator: "Imprimatur",
    lastModifiedBy: "Imprimatur",
    styles,
    numbering: numbering(writer.starts),
    sections: [
      {
        headers: { default: header(content.title, status) },
        footers: { default: footer(status) },
        children: [
          new Paragraph({ text: content.title, heading: HeadingLevel.TITLE }),
          new BlockControl(
            "leave",
            [],
            [
              line(status.standing),
              ...(status.warning ? [line(status.warning, true)] : []),
            ],
          ),
          ...blocks,
          ...list,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function line(text: string, isBold = false): Paragraph {
  return new Paragraph({
    style: styleId(statusStyle),
    children: [new TextRun({ text, bold: isBold || undefined })],
  });
}

function header(title: string, { standing }: WordStatus): Header {
  const run = new TextRun({ text: `${title} · ${standing}`, size: 17 });
  return new Header({ children: [new Paragraph({ children: [run] })] });
}

function footer({ warning }: WordStatus): Footer {
  const start = warning ? `${warning} ` : "";
  const run = new TextRun({
    size: 17,
    children: [
      `${start}Page `,
      PageNumber.CURRENT,
      " of ",
      PageNumber.TOTAL_PAGES,
    ],
  });
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.LEFT, children: [run] }),
    ],
  });
}

const prefixes: Partial<Record<Citation["scheme"], string>> = {
  pmid: "PMID ",
  doi: "doi:",
};

/** Label and identifier stand in controls of their own, to be read again. */
function entry(citation: Citation, number: number): BlockControl {
  const { scheme, id, label } = citation;
  const href = citationHref(citation);
  const identifier = new TextRun({
    text: id,
    style: href ? "Hyperlink" : undefined,
  });
  const control = new InlineControl("identifier", [], [identifier]);
  const mark = new TextRun({ text: `${String(number)}. ` });
  const paragraph = new Paragraph({
    children: [
      new Bookmark({ id: referenceBookmark(number), children: [mark] }),
      new InlineControl("source", [], [new TextRun({ text: label })]),
      new TextRun({ text: `${label && " "}${prefixes[scheme] ?? ""}` }),
      href
        ? new ExternalHyperlink({ children: [control], link: href })
        : control,
    ],
  });
  return new BlockControl("reference", [String(number), scheme], [paragraph]);
}
