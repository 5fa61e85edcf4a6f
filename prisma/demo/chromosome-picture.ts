import sharp from "sharp";

const width = 1_200;
const height = 150;
const paper = [255, 255, 255] as const;
const ink = [19, 32, 43] as const;
const pale = [227, 233, 235] as const;
const petrol = [11, 85, 99] as const;

/** Chromosome 17 in GRCh38, in megabases: its length, its centromere and TP53. */
const length = 83.26;
const centromere = { from: 22.8, until: 26.9 };
const gene = 7.67;

/** A drawing of chromosome 17 to scale with the place of TP53 marked, as PNG. */
export async function chromosomePicture(): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels.set(colourAt(x, y), (y * width + x) * 3);
  const raw = { width, height, channels: 3 as const };
  return sharp(pixels, { raw }).png({ palette: true }).toBuffer();
}

function colourAt(x: number, y: number): readonly number[] {
  const at = (x / width) * length;
  const fromMiddle = Math.abs(y - height / 2);
  const isMarker = Math.abs(at - gene) < 0.35 && fromMiddle < 60;
  if (isMarker) return petrol;
  const half = halfHeightAt(at);
  if (fromMiddle > half) return paper;
  return fromMiddle > half - 3 || half < 20 ? ink : pale;
}

/** Half the height of the drawing at a place: narrow at the centromere, round at the ends. */
function halfHeightAt(at: number): number {
  const { from, until } = centromere;
  if (at > from && at < until) {
    const middle = (from + until) / 2;
    const share = Math.abs(at - middle) / ((until - from) / 2);
    return 10 + 26 * share;
  }
  const toEnd = Math.min(at, length - at);
  return toEnd < 1.5 ? 36 * Math.sqrt(Math.max(0, toEnd / 1.5)) : 36;
}
