import { BuilderElement, FileChild, XmlComponent } from "docx";
import { blockIdOf, type Block } from "~/content/page-content";
import { wordTag } from "~/content/word-marks";

/** A content control of Word's round whole paragraphs or tables. */
export class BlockControl extends FileChild {
  constructor(
    name: string,
    parts: readonly string[],
    children: readonly XmlComponent[],
  ) {
    super("w:sdt");
    this.root.push(...controlParts(name, parts, children));
  }
}

/** A content control of Word's round words of one paragraph. */
export class InlineControl extends XmlComponent {
  constructor(
    name: string,
    parts: readonly string[],
    children: readonly XmlComponent[],
  ) {
    super("w:sdt");
    this.root.push(...controlParts(name, parts, children));
  }
}

function controlParts(
  name: string,
  parts: readonly string[],
  children: readonly XmlComponent[],
): XmlComponent[] {
  const tag = wordTag(name, ...parts);
  return [
    new BuilderElement({
      name: "w:sdtPr",
      children: [
        new BuilderElement<{ val: string }>({
          name: "w:tag",
          attributes: { val: { key: "w:val", value: tag } },
        }),
      ],
    }),
    new BuilderElement({ name: "w:sdtContent", children }),
  ];
}

/** Longer ones would leave no room in a tag for what else it says. */
const longestInTag = 16;

/**
 * A block's id in the tag of its control too: a caption may be taken out with
 * the bookmark in it, and a table without a cell has no place for one.
 */
export function idPart(block: Block): string[] {
  const id = blockIdOf(block);
  return id !== null && id.length <= longestInTag ? [id] : [];
}
