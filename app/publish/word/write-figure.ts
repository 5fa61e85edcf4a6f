import { ImageRun, Paragraph } from "docx";
import type { Figure, Inline } from "~/content/page-content";
import { wordStyles } from "~/content/word-marks";
import { styleId } from "./styles";

/** Stored images as Word takes them, by hash. */
export type WordImages = ReadonlyMap<
  string,
  { type: "png" | "jpg"; bytes: Uint8Array }
>;

/** Pixels of the text's width on an A4 sheet. */
const widest = 600;

/** The picture of a figure, no wider than the text; nothing where Word cannot show it. */
export function pictureOf(figure: Figure, images: WordImages): Paragraph[] {
  const { file, alt, width, height } = figure.attrs;
  const image = file === null ? undefined : images.get(file);
  if (!image) return [];
  const scale = Math.min(1, widest / (width ?? widest));
  const picture = new ImageRun({
    type: image.type,
    data: image.bytes,
    transformation: {
      width: Math.round((width ?? widest) * scale),
      height: Math.round((height ?? widest) * scale),
    },
    altText: { name: "Figure", title: "", description: alt },
  });
  return [new Paragraph({ children: [picture] })];
}

/** A figure's caption; one word where nobody wrote any. */
export function captionOf({ content }: Figure): readonly Inline[] {
  return content?.length ? content : [{ type: "text", text: "Figure" }];
}

/** Who made a figure and under which licence; what it shows, where no picture stands. */
export function rightsOf(figure: Figure, images: WordImages): Paragraph[] {
  const { file, alt, credit, licence } = figure.attrs;
  const hasPicture = file !== null && images.has(file);
  const words = [
    alt && !hasPicture ? `Image: ${alt}.` : "",
    credit && `Credit: ${credit}.`,
    licence && `Licence: ${licence}.`,
  ].filter((part) => part !== "");
  const text = words.join(" ").replaceAll("..", ".");
  const style = styleId(wordStyles.figure);
  return text === "" ? [] : [new Paragraph({ text, style })];
}
