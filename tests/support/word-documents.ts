import JSZip from "jszip";

const main =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const packages = "http://schemas.openxmlformats.org/package/2006";
const office = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const relations =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Somebody's mark on a tracked change. */
const by = (name: string) =>
  `w:id="1" w:author="${name}" w:date="2026-03-02T09:14:00Z"`;

export const said = (text: string) =>
  `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const added = (name: string, text: string) =>
  `<w:ins ${by(name)}>${said(text)}</w:ins>`;
export const removed = (name: string, text: string) =>
  `<w:del ${by(name)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
export const commented = (id: number, text: string) =>
  `<w:commentRangeStart w:id="${String(id)}"/>${said(text)}<w:commentRangeEnd w:id="${String(id)}"/>`;
export const paragraph = (content: string, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;
export const table = (...rows: string[][]) =>
  `<w:tbl>${rows
    .map(
      (cells, index) =>
        `<w:tr>${index === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map((text) => `<w:tc>${paragraph(said(text))}</w:tc>`).join("")}</w:tr>`,
    )
    .join("")}</w:tbl>`;

/** A Word document as Word writes it, from its body's WordprocessingML and its comments. */
export function wordDocument(
  body: string,
  comments: readonly { id: number; author: string; text: string }[] = [],
): Promise<Buffer> {
  const file = new JSZip();
  const types = [
    ["word/document.xml", `${office}.document.main+xml`],
    ["word/styles.xml", `${office}.styles+xml`],
    ["word/comments.xml", `${office}.comments+xml`],
  ];
  file.file(
    "[Content_Types].xml",
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join("")}</Types>`,
  );
  file.file(
    "_rels/.rels",
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  file.file(
    "word/_rels/document.xml.rels",
    `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${relations}/comments" Target="comments.xml"/></Relationships>`,
  );
  const styles = [
    ["Title", "Title"],
    ["Heading2", "heading 2"],
    ["Caption", "caption"],
  ];
  file.file(
    "word/styles.xml",
    `<w:styles ${main}>${styles.map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`).join("")}</w:styles>`,
  );
  file.file(
    "word/document.xml",
    `<w:document ${main}><w:body>${body}</w:body></w:document>`,
  );
  file.file(
    "word/comments.xml",
    `<w:comments ${main}>${comments.map(({ id, author, text }) => `<w:comment w:id="${String(id)}" w:author="${author}" w:date="2026-03-03T10:00:00Z">${paragraph(said(text))}</w:comment>`).join("")}</w:comments>`,
  );
  return file.generateAsync({ type: "nodebuffer" });
}
