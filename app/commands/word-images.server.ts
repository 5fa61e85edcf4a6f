import sharp from "sharp";
import { findFigure, type StoredFigure } from "~/data/figures.server";

/** Images as Word takes them, by hash. */
export type WordImageFiles = Map<string, WordImage>;

type WordImage = { type: "png" | "jpg"; bytes: Uint8Array };

/** The stored images of these hashes in a form that Word shows; others are left to their words. */
export async function wordImages(
  files: readonly string[],
): Promise<WordImageFiles> {
  const images: WordImageFiles = new Map();
  for (const file of files) {
    const found = await findFigure(file);
    const image = found && (await forWord(found));
    if (image) images.set(file, image);
  }
  return images;
}

/** Word shows no WebP, the form in which the desk keeps photographs: it gets a JPEG on white. */
async function forWord({
  mediaType,
  bytes,
}: StoredFigure): Promise<WordImage | null> {
  if (mediaType === "image/png") return { type: "png", bytes };
  if (mediaType !== "image/webp") return null;
  const jpeg = sharp(bytes)
    .flatten({ background: "white" })
    .jpeg({ quality: 86 })
    .timeout({ seconds: 30 });
  try {
    return { type: "jpg", bytes: await jpeg.toBuffer() };
  } catch {
    // A picture that does not decode is told by its words, as one not held.
    return null;
  }
}
