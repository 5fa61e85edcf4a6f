import { recordFigure } from "~/data/figures.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { prepareImage } from "~/lib/prepare-image.server";

/** What a figure's node says of its image. */
export type FigureImage = { file: string; width: number; height: number };

/** Takes in an image for a page: decoded, written anew and kept by its hash. */
export async function storeFigure(
  sessionId: string,
  pageId: string,
  bytes: Uint8Array,
): Promise<Outcome<FigureImage>> {
  const answer = await prepareImage(bytes);
  if (!answer.ok) return refused(answer.because);
  const { width, height } = answer.image;
  const stored = await recordFigure(sessionId, pageId, answer.image);
  return stored.ok ? done({ file: stored.value, width, height }) : stored;
}
