import type { Outcome } from "~/domain/outcome";
import { runAct } from "./act.server";
import { appPool } from "./pools.server";

export type StoredFigure = { mediaType: string; bytes: Buffer };

/** An image by its hash, for a text that its reader may read; null when it is not held. */
export async function findFigure(sha256: string): Promise<StoredFigure | null> {
  return find(sha256, "sha256 = $1", []);
}

/** An image by its hash; null when it is not held, or on no page that this person may read. */
export async function findFigureFor(
  sha256: string,
  personId: string,
): Promise<StoredFigure | null> {
  const theirs = "sha256 = $1 AND desk.may_see_figure(sha256, $2)";
  return find(sha256, theirs, [personId]);
}

async function find(
  sha256: string,
  which: string,
  values: string[],
): Promise<StoredFigure | null> {
  const { rows } = await appPool().query<StoredFigure>(
    `SELECT media_type AS "mediaType", bytes FROM desk.figure_file WHERE ${which}`,
    [sha256, ...values],
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
