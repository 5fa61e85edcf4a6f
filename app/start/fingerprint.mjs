import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf } from "./refusal.mjs";

/**
 * One hash over the names and contents of files; folders are read whole. What
 * is missing counts as missing, so that its coming changes the hash.
 *
 * @param {string} root
 * @param {string[]} paths
 * @param {(path: string) => boolean} [isWanted]
 */
export async function fingerprint(root, paths, isWanted = () => true) {
  const hash = createHash("sha256");
  for (const path of paths) {
    const files = await filesUnder(root, path);
    for (const file of files.filter(isWanted).sort()) {
      const content = await readFile(join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

/**
 * Whether a stamp file holds this text.
 *
 * @param {string} path
 * @param {string} text
 */
export async function hasStamp(path, text) {
  const held = await readFile(path, "utf8").catch(() => null);
  return held === text;
}

/**
 * @param {string} path
 * @param {string} text
 */
export async function writeStamp(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function filesUnder(root, path) {
  try {
    if ((await stat(join(root, path))).isFile()) return [path];
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
  const entries = await readdir(join(root, path), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const below = join(path, entry.name);
      return entry.isDirectory() ? filesUnder(root, below) : [below];
    }),
  );
  return found.flat();
}
