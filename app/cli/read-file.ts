import { createReadStream } from "node:fs";
import { buffer } from "node:stream/consumers";
import { mostBytes } from "~/importers/limits";

/**
 * The bytes of a file, or one sentence why they cannot be read. Of a file that
 * is too large only as much is read as shows it to be so.
 */
export async function readFileOf(
  path: string,
): Promise<{ bytes: Uint8Array } | { error: string }> {
  try {
    const stream = createReadStream(path, { end: mostBytes });
    return { bytes: new Uint8Array(await buffer(stream)) };
  } catch (error) {
    return { error: explainReading(error) };
  }
}

const sentences: Record<string, string> = {
  ENOENT: "There is no such file.",
  ENOTDIR: "There is no such file.",
  EISDIR: "It is a folder, not a file.",
  EACCES: "The file cannot be read: this user may not.",
  EPERM: "The file cannot be read: this user may not.",
};

/** Why a file could not be read, in one sentence; throws what is no error of a file. */
export function explainReading(error: unknown): string {
  if (!(error instanceof Error && "code" in error)) throw error;
  const known = sentences[String(error.code)];
  return known ?? `The file cannot be read: ${error.message}.`;
}
