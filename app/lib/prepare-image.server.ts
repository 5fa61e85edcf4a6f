import sharp, { type OutputInfo } from "sharp";

export const mostImageBytes = 10 * 1024 * 1024;
const mostPixels = 50_000_000;
const widest = 2_400;
/** A PNG beyond this is a photograph in the wrong coat. */
const largestPng = 3 * 1024 * 1024;

export type PreparedImage = {
  bytes: Buffer;
  mediaType: "image/png" | "image/webp";
  width: number;
  height: number;
};

export type ImageProblem =
  | "image_missing"
  | "image_wrong_type"
  | "image_unreadable"
  | "image_too_large"
  | "image_too_many_pixels";

export type ImageAnswer =
  { ok: true; image: PreparedImage } | { ok: false; because: ImageProblem };

// Only the readers of what is taken in; no file format of others is ever parsed.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadPng",
    "VipsForeignLoadJpeg",
    "VipsForeignLoadWebp",
  ],
});
sharp.cache(false);

/**
 * An uploaded image as the desk stores it: told by its first bytes, never by its
 * name, decoded whole and written anew, turned as its camera said, at most 2,400
 * pixels wide, without metadata. PNG stays PNG unless that is over 3 MB; JPEG
 * and WebP become WebP. Refused: nothing, more than 10 MB, anything but PNG,
 * JPEG and WebP (a drawing in SVG can carry script), more than 50 megapixels by
 * its header, and what does not decode to its end. One image at a time, since
 * one may fill 200 MB of memory while it is decoded.
 */
export async function prepareImage(bytes: Uint8Array): Promise<ImageAnswer> {
  if (bytes.length === 0) return refused("image_missing");
  if (bytes.length > mostImageBytes) return refused("image_too_large");
  const format = formatOf(bytes);
  if (format === null) return refused("image_wrong_type");
  return oneByOne(() => decode(bytes, format));
}

type Format = "png" | "jpeg" | "webp";

function formatOf(bytes: Uint8Array): Format | null {
  const starts = (at: number, ...expected: number[]) =>
    expected.every((byte, index) => bytes[at + index] === byte);
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (starts(0, 0xff, 0xd8, 0xff)) return "jpeg";
  const isRiff = starts(0, 0x52, 0x49, 0x46, 0x46);
  return isRiff && starts(8, 0x57, 0x45, 0x42, 0x50) ? "webp" : null;
}

async function decode(bytes: Uint8Array, format: Format): Promise<ImageAnswer> {
  const open = () =>
    sharp(bytes, { failOn: "warning", limitInputPixels: mostPixels });
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (header.format !== format) return refused("image_unreadable");
    if (header.width * header.height > mostPixels)
      return refused("image_too_many_pixels");
    const resized = () =>
      open()
        .autoOrient()
        .resize({ width: widest, withoutEnlargement: true })
        .timeout({ seconds: 30 });
    if (format === "png") {
      const png = await resized().png().toBuffer({ resolveWithObject: true });
      if (png.data.length <= largestPng) return prepared(png, "image/png");
    }
    const webp = resized().webp({ quality: 86, smartSubsample: true });
    return prepared(
      await webp.toBuffer({ resolveWithObject: true }),
      "image/webp",
    );
  } catch {
    // Sharp throws on every kind of damage; its words are for programmers.
    return refused("image_unreadable");
  }
}

function prepared(
  { data, info }: { data: Buffer; info: OutputInfo },
  mediaType: PreparedImage["mediaType"],
): ImageAnswer {
  const { width, height } = info;
  return { ok: true, image: { bytes: data, mediaType, width, height } };
}

function refused(because: ImageProblem): ImageAnswer {
  return { ok: false, because };
}

let last: Promise<unknown> = Promise.resolve();

function oneByOne<Value>(work: () => Promise<Value>): Promise<Value> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
