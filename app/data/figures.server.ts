import type { Outcome } from "~/domain/outcome";
import { runAct } from "./act.server";
import { appPool } from "./pools.server";

export type StoredFigure = { mediaType: string; bytes: Buffer };

/** An image by its hash, for people of the desk; null when it is not held. */
export async function findFigure(sha256: string): Promise<StoredFigure | null> {
  const { rows } = await appPool().query<StoredFigure>(
    `SELECT media_type AS "mediaType", bytes FROM desk.figure_file WHERE sha256 = $1`,
    [sha256],
  );
  return rows[0] ?? null;
}

/** Which of these images the desk holds. */
export async function listHeldFigures(
  files: readonly string[],
): Promise<string[]> {
  if (files.length === 0) return [];
  const { rows } = await appPool().query<{ sha256: string }>(
    "SELECT sha256 FROM desk.figure_file WHERE sha256 = ANY ($1::text[]) ORDER BY sha256",
    [files],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Keeps an image of a page; gives its hash. The same image again is the same file. */
export async function recordFigure(
  sessionId: string,
  pageId: string,
  image: { bytes: Buffer; mediaType: string; width: number; height: number },
): Promise<Outcome<string>> {
  const { bytes, mediaType, width, height } = image;
  const values = [sessionId, pageId, bytes, mediaType, width, height];
  return runAct(appPool(), "store_figure", values);
}
