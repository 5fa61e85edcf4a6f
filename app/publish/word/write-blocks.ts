import {
  Bookmark,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
  type FileChild,
} from "docx";
import {
  blockLabels,
  listLabels,
  reusableLabels,
  scenarioLabels,
} from "~/content/block-labels";
import { guidelineWords, resourceWords } from "~/content/entry-words";
import { partialDateWords } from "~/content/iso-dates";
import {
  blockIdOf,
  type Block,
  type BulletList,
  type Inline,
  type Inner,
  type OrderedList,
  type Prose,
  type Table as PageTable,
} from "~/content/page-content";
import { captionStyle, wordBookmark, wordStyles } from "~/content/word-marks";
import { BlockControl, idPart } from "./controls";
import {
  bulletReference,
  continuedStyle,
  labelStyle,
  numberedReference,
  quoteStyle,
  styleId,
} from "./styles";
import {
  captionOf,
  pictureOf,
  rightsOf,
  type WordImages,
} from "./write-figure";
import { tableOf } from "./write-table";
import { type Numbers, writeInlines } from "./write-inlines";

type Written = (Paragraph | Table)[];
type Setting = { style?: string; list?: ListPlace };
type ListPlace = { reference: string; instance: number; level: number };

/** Writes the blocks of one document; knows the lists and ids met so far. */
export class BlockWriter {
  /** The first numbers of the ordered lists written. */
  readonly starts = new Set<number>();
  readonly #numbers: Numbers;
  readonly #images: WordImages;
  #lists = 0;
  /** The id of the block that is being written, until a paragraph has it. */
  #id: string | null = null;

  constructor(numbers: Numbers, images: WordImages) {
    this.#numbers = numbers;
    this.#images = images;
  }

  write(block: Block): FileChild[] {
    this.#id = blockIdOf(block);
    switch (block.type) {
      case "keyMessage":
      case "whatToDo":
      case "questionsToAsk":
      case "callout":
      case "disclaimer":
        return this.#labelled(block, blockLabels[block.type]);
      case "clinicalScenario": {
        const { basis } = block.attrs;
        return this.#labelled(block, scenarioLabels[basis], basis);
      }
      case "timelineEntry": {
        const { when } = block.attrs;
        const label = when === "" ? "Undated" : partialDateWords(when);
        return this.#labelled(block, label, when, ...idPart(block));
      }
      case "reusable":
        return this.#labelled(block, reusableLabels[block.attrs.kind]);
      case "faqItem": {
        const [question, answer] = block.content;
        const style = styleId(wordStyles.faqItem);
        const asked = this.#paragraph(question.content, {}, "heading3");
        const answered = answer.content.flatMap((inner) =>
          this.#inner(inner, { style }),
        );
        return [new BlockControl("faqItem", [], [asked, ...answered])];
      }
      case "figure":
        return [
          new BlockControl("figure", idPart(block), [
            ...pictureOf(block, this.#images),
            this.#paragraph(captionOf(block), {
              style: styleId(wordStyles.figure),
            }),
            ...rightsOf(block, this.#images),
          ]),
        ];
      case "resourceList":
        return this.#entries(block.type, block.content.map(resourceWords));
      case "sourceGuidelines":
        return this.#entries(block.type, block.content.map(guidelineWords));
      case "table":
        return [new BlockControl("table", [], this.#table(block))];
      default:
        return this.#inner(block, {});
    }
  }

  #labelled(
    block: Extract<Block, { content: Inner[] }> & {
      type: keyof typeof wordStyles;
    },
    label: string,
    ...parts: string[]
  ): FileChild[] {
    const style = styleId(wordStyles[block.type]);
    const content = block.content.flatMap((inner) =>
      this.#inner(inner, { style }),
    );
    return [labelLine(label), new BlockControl(block.type, parts, content)];
  }

  #entries(
    type: "resourceList" | "sourceGuidelines",
    lines: readonly string[],
  ): FileChild[] {
    const style = styleId(wordStyles[type]);
    const content = lines.map((text) =>
      this.#paragraph([{ type: "text", text }], { style }),
    );
    return [labelLine(listLabels[type]), new BlockControl(type, [], content)];
  }

  #inner(node: Inner, setting: Setting): Written {
    switch (node.type) {
      case "heading": {
        const rank = node.attrs.level === 3 ? "heading3" : "heading2";
        return [this.#paragraph(node.content, {}, rank)];
      }
      case "table":
        return this.#table(node);
      default:
        return this.#prose(node, setting);
    }
  }

  #prose(node: Prose, setting: Setting): Written {
    switch (node.type) {
      case "paragraph":
        return [this.#paragraph(node.content, setting)];
      case "blockquote":
        return node.content.flatMap((inner) =>
          this.#prose(inner, { ...setting, style: styleId(quoteStyle) }),
        );
      default:
        return this.#list(node, setting);
    }
  }

  #list(list: BulletList | OrderedList, setting: Setting): Written {
    const level = (setting.list?.level ?? -1) + 1;
    const place = { ...this.#listReference(list), level };
    return list.content.flatMap(({ content: [first, ...rest] }) => {
      const { style } = setting;
      const head =
        first?.type === "paragraph"
          ? [this.#paragraph(first.content, { style, list: place })]
          : [];
      const others = first?.type === "paragraph" ? rest : [first, ...rest];
      const continued = level === 0 ? continuedStyle : `${continuedStyle} 2`;
      const below = others.flatMap((node) => {
        if (!node) return [];
        const isList =
          node.type === "bulletList" || node.type === "orderedList";
        return isList
          ? this.#prose(node, { style, list: place })
          : this.#prose(node, { style: styleId(continued) });
      });
      return [...head, ...below];
    });
  }

  #listReference(list: BulletList | OrderedList) {
    this.#lists += 1;
    const instance = this.#lists;
    if (list.type === "bulletList")
      return { reference: bulletReference, instance };
    this.starts.add(list.attrs.start);
    return { reference: numberedReference(list.attrs.start), instance };
  }

  #paragraph(
    content: readonly Inline[] | undefined,
    { style, list }: Setting,
    rank?: "heading2" | "heading3",
  ): Paragraph {
    const children = this.#withId(writeInlines(content ?? [], this.#numbers));
    if (rank)
      return new Paragraph({
        children,
        heading:
          rank === "heading3" ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_2,
      });
    return new Paragraph({ children, style, numbering: list });
  }

  #withId(children: ParagraphChild[]): ParagraphChild[] {
    const id = this.#id;
    if (id === null) return children;
    this.#id = null;
    return [new Bookmark({ id: wordBookmark(id), children })];
  }

  #table(table: PageTable): Written {
    const { caption } = table.attrs;
    const title = caption
      ? [
          this.#paragraph([{ type: "text", text: caption }], {
            style: styleId(captionStyle),
          }),
        ]
      : [];
    const grid = tableOf(table, (cell, style) =>
      cell.content.flatMap((node) => this.#prose(node, { style })),
    );
    return grid ? [...title, grid] : title;
  }
}

/** A line that the desk writes over a block; it does not come back as text. */
function labelLine(label: string): BlockControl {
  const run = new TextRun({ text: label });
  const line = new Paragraph({ children: [run], style: styleId(labelStyle) });
  return new BlockControl("leave", [], [line]);
}
