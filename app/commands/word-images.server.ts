import { findFigure } from "~/data/figures.server";

/** Images as Word takes them, by hash. */
export type WordImageFiles = Map<
  string,
  { type: "png" | "jpg"; bytes: Uint8Array }
>;

const types: Record<string, "png" | "jpg"> = {
  "image/png": "png",
  "image/jpeg": "jpg",
};

/** The stored images of these hashes in a form that Word shows; others are left to their words. */
export async function wordImages(
  files: readonly string[],
): Promise<WordImageFiles> {
  const images: WordImageFiles = new Map();
  for (const file of files) {
    const found = await findFigure(file);
    const type = types[found?.mediaType ?? ""];
    if (found && type) images.set(file, { type, bytes: found.bytes });
  }
  return images;
}
