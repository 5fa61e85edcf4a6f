import { rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { withClient } from "./connect.mjs";
import { openEmbedded } from "./embedded.mjs";
import { StartRefusal } from "./refusal.mjs";

/** @typedef {import("../lib/environment-schema.mjs").Environment} Environment */

/**
 * A server that may or may not be ours to migrate.
 *
 * @typedef {object} Server
 * @property {string | null} ownerUrl
 * @property {string} source what a sentence calls it
 * @property {boolean} isOurs
 * @property {() => Promise<void>} release
 * @property {() => void} releaseNow as `release`, for a process that is about to exit
 */

/**
 * The server that the environment names; it is neither started nor stopped.
 * Throws `StartRefusal` when the making of a demo was cut short on it: nothing
 * is thrown away on a server that is not ours.
 *
 * @param {Environment} environment
 * @returns {Promise<Server>}
 */
export async function externalServer(environment) {
  const marker = demoMarker(environment.dataDir);
  if (await isThere(marker)) {
    throw new StartRefusal(
      `The making of the demo desk was cut short; empty the database, remove ${marker} and start again.`,
    );
  }
  return {
    ownerUrl: environment.databaseOwnerUrl ?? null,
    source: "DATABASE_OWNER_URL",
    isOurs: false,
    release: async () => undefined,
    releaseNow: () => undefined,
  };
}

/**
 * The embedded server with its database `desk`, empty when it is new.
 *
 * @param {string} dataDir
 * @returns {Promise<Server>}
 */
export async function openEmbeddedDesk(dataDir) {
  const embedded = await openEmbedded(dataDir);
  const { port, password, release, releaseNow } = embedded;
  const source = "the embedded PostgreSQL";
  const address = `postgresql://postgres:${password}@127.0.0.1:${port}`;
  try {
    await withClient(`${address}/postgres`, source, async (client) => {
      const marker = demoMarker(dataDir);
      if (await isThere(marker)) {
        // A demo cut short is no use to anybody; it begins anew.
        await client.query("DROP DATABASE IF EXISTS desk WITH (FORCE)");
        await rm(marker);
      }
      const { rows } = await client.query(
        "SELECT FROM pg_database WHERE datname = 'desk'",
      );
      if (rows.length === 0) await client.query("CREATE DATABASE desk");
    });
  } catch (error) {
    await release();
    throw error;
  }
  return {
    ownerUrl: `${address}/desk`,
    source,
    isOurs: true,
    release,
    releaseNow,
  };
}

/**
 * The file that stands in the data folder while the demo desk is being made.
 *
 * @param {string} dataDir
 */
export function demoMarker(dataDir) {
  return join(resolve(dataDir), "making-demo");
}

/** @param {string} path */
function isThere(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}
