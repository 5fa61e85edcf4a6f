import { createHash, randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withClient } from "./connect.mjs";
import { makeDataFolder } from "./data-folder.mjs";
import { demoMarker } from "./database-server.mjs";
import { loadDemo } from "./load-server.mjs";

/** @typedef {import("../lib/environment-schema.mjs").Environment} Environment */
/** @typedef {import("./prepare-database.mjs").Prepared} Prepared */

/**
 * What a new desk is: a demo unless `DEMO=0`; then a real one, or one for
 * tests, whose clock may be moved.
 *
 * @param {Environment} environment
 */
export function newDeskMode({ isDemoWanted, mode }) {
  if (isDemoWanted !== false) return "demo";
  return mode === "test" ? "test" : "live";
}

/**
 * What to print about signing in. A desk without people gets a demo on the
 * way, or, where none is wanted, a set-up link that is printed once.
 *
 * @param {Environment} environment
 * @param {Prepared} prepared
 * @param {(line: string) => void} say
 * @returns {Promise<string[]>} lines, in which `{address}` stands for the desk's own
 */
export async function welcome(environment, prepared, say) {
  if (await hasPeople(prepared)) return rememberedLines(environment.dataDir);
  const { ownerUrl } = prepared;
  const makeDemo = environment.isDemoWanted === false ? null : await loadDemo();
  if (makeDemo && ownerUrl) {
    return seed(environment.dataDir, ownerUrl, makeDemo, say);
  }
  return [await setUpLine(prepared)];
}

/** @param {Prepared} prepared */
function hasPeople({ urls }) {
  return withClient(urls.app, "DATABASE_URL", async (client) => {
    const { rows } = await client.query(
      "SELECT EXISTS (SELECT FROM desk.person) AS found",
    );
    return Boolean(rows[0].found);
  });
}

/** @param {string} dataDir */
async function rememberedLines(dataDir) {
  const text = await readFile(join(dataDir, "welcome.txt"), "utf8").catch(
    () => "",
  );
  return text.split("\n").filter(Boolean);
}

/**
 * A marker stands in the data folder until the demo is whole; over an
 * embedded server, a start that finds it begins anew.
 *
 * @param {string} dataDir
 * @param {string} ownerUrl
 * @param {NonNullable<Awaited<ReturnType<typeof loadDemo>>>} makeDemo
 * @param {(line: string) => void} say
 */
async function seed(dataDir, ownerUrl, makeDemo, say) {
  const at = await makeDataFolder(dataDir);
  const marker = demoMarker(at);
  await writeFile(marker, "");
  await withClient(ownerUrl, "DATABASE_OWNER_URL", async (client) => {
    await client.query("SET ROLE desk_owner");
    await client.query("UPDATE desk.desk_setting SET mode = 'demo'");
  });
  say("Making the demo desk");
  const lines = await makeDemo({ ownerUrl, progress: say });
  await writeFile(join(at, "welcome.txt"), `${lines.join("\n")}\n`, {
    mode: 0o600,
  });
  await rm(marker);
  return lines;
}

/** @param {Prepared} prepared */
async function setUpLine({ urls }) {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  const isNew = await withClient(
    urls.auth,
    "DATABASE_AUTH_URL",
    async (client) => {
      const { rows } = await client.query(
        "SELECT desk.create_setup_token($1) AS is_new",
        [hash],
      );
      return Boolean(rows[0].is_new);
    },
  );
  return isNew
    ? `Set the desk up, once, at {address}/set-up?token=${token}`
    : "Nobody has an account yet; the set-up link was printed at the first start.";
}
