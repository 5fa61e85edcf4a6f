import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { prepareImage, type PreparedImage } from "~/lib/prepare-image.server";

const made = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#0b5563" } });

async function taken(bytes: Uint8Array): Promise<PreparedImage> {
  const answer = await prepareImage(bytes);
  if (!answer.ok) throw new Error(answer.because);
  return answer.image;
}

async function because(bytes: Uint8Array): Promise<string> {
  const answer = await prepareImage(bytes);
  return answer.ok ? "taken in" : answer.because;
}

describe("an image is taken in", () => {
  test.each([
    ["PNG", () => made(300, 200).png(), "image/png"],
    ["JPEG", () => made(300, 200).jpeg(), "image/webp"],
    ["WebP", () => made(300, 200).webp(), "image/webp"],
  ])("as %s, and written anew", async (_, make, mediaType) => {
    const image = await taken(await make().toBuffer());
    expect(image).toMatchObject({ mediaType, width: 300, height: 200 });
    const { format } = await sharp(image.bytes).metadata();
    expect(`image/${format}`).toBe(mediaType);
  });

  test("at most 2,400 pixels wide, in its shape, and never made larger", async () => {
    const wide = await made(4_800, 1_200).png().toBuffer();
    expect(await taken(wide)).toMatchObject({ width: 2_400, height: 600 });
    const small = await made(10, 10).png().toBuffer();
    expect(await taken(small)).toMatchObject({ width: 10, height: 10 });
  });

  test("turned as its camera said, without place, maker or any other metadata", async () => {
    const bytes = await made(300, 200)
      .withMetadata({ orientation: 6 })
      .withExif({
        IFD0: { Artist: "A. Example", Copyright: "Secret ward 7" },
        IFD3: { GPSLatitude: "51/1 30/1 0/1" },
      })
      .jpeg()
      .toBuffer();
    expect(bytes.includes("Secret ward 7")).toBe(true);
    const image = await taken(bytes);
    expect(image).toMatchObject({ width: 200, height: 300 });
    expect(image.bytes.includes("Secret ward 7")).toBe(false);
    const { exif, xmp, iptc, icc } = await sharp(image.bytes).metadata();
    expect([exif, xmp, iptc, icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("with what is transparent kept so", async () => {
    const clear = await sharp({
      create: {
        ...{ width: 20, height: 20, channels: 4 as const },
        background: { r: 0, g: 0, b: 0, alpha: 0 },
      },
    })
      .png()
      .toBuffer();
    const { hasAlpha } = await sharp((await taken(clear)).bytes).metadata();
    expect(hasAlpha).toBe(true);
  });

  test("a photograph saved as PNG becomes WebP, so that no page weighs ten megabytes", async () => {
    const noise = await sharp({
      create: {
        ...{ width: 1_600, height: 1_200, channels: 3 as const },
        ...{ background: "#808080", noise: { type: "gaussian", sigma: 40 } },
      },
    })
      .png()
      .toBuffer();
    expect(noise.length).toBeGreaterThan(3 * 1024 * 1024);
    const image = await taken(noise);
    expect(image.mediaType).toBe("image/webp");
    expect(image.bytes.length).toBeLessThan(noise.length);
  });
});

describe("an image is refused", () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );

  test.each([
    ["nothing", () => Buffer.alloc(0), "image_missing"],
    ["a drawing in SVG", () => svg, "image_wrong_type"],
    ["a page of HTML", () => Buffer.from("<html>"), "image_wrong_type"],
    ["a GIF", () => Buffer.from("GIF89a\x01\x00\x01\x00"), "image_wrong_type"],
    ["a PDF", () => Buffer.from("%PDF-1.7"), "image_wrong_type"],
    [
      "more than 10 MB",
      () => Buffer.alloc(10 * 1024 * 1024 + 1, 0x89),
      "image_too_large",
    ],
    [
      "a drawing behind the beginning of a PNG",
      () => Buffer.concat([pngBeginning, svg]),
      "image_unreadable",
    ],
    [
      "a PNG that is a beginning and no more",
      () => pngBeginning,
      "image_unreadable",
    ],
    [
      "a WebP that is none after its first bytes",
      () => Buffer.from("RIFF\x10\x00\x00\x00WEBPVP8 nothing"),
      "image_unreadable",
    ],
  ])("%s", async (_, make, code) => {
    expect(await because(make())).toBe(code);
  });

  test("one that breaks off", async () => {
    const whole = await made(400, 400).jpeg().toBuffer();
    expect(await because(whole.subarray(0, whole.length / 2))).toBe(
      "image_unreadable",
    );
  });

  test("one whose header is forged: 100 by 100 by name, other bytes inside", async () => {
    const bytes = Buffer.from(await made(50, 50).png().toBuffer());
    bytes.writeUInt32BE(100, 16);
    bytes.writeUInt32BE(100, 20);
    expect(await because(bytes)).toBe("image_unreadable");
  });

  test("one of 100 megapixels, by its header and before it is decoded", async () => {
    const honest = await made(10_000, 10_000)
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(honest.length).toBeLessThan(10 * 1024 * 1024);
    const started = process.memoryUsage().rss;
    expect(await because(honest)).toBe("image_too_many_pixels");
    const grown = process.memoryUsage().rss - started;
    expect(grown).toBeLessThan(100 * 1024 * 1024);
  });

  test("none of them stops the next one", async () => {
    const good = await made(40, 40).png().toBuffer();
    const answers = await Promise.all(
      [svg, good, pngBeginning, good].map((bytes) => because(bytes)),
    );
    expect(answers).toEqual([
      "image_wrong_type",
      "taken in",
      "image_unreadable",
      "taken in",
    ]);
  });
});

const pngBeginning = Buffer.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a,
]);
