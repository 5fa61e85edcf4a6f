import { BuilderElement, FileChild, XmlComponent } from "docx";
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
