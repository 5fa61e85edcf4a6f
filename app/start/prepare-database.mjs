import { fileURLToPath } from "node:url";
import { withClient } from "./connect.mjs";
import { externalServer, openEmbeddedDesk } from "./database-server.mjs";
import { parts } from "./logins.mjs";
import { applyMigrations, findMissing, readMigrations } from "./migrations.mjs";
import { urlsForParts } from "./part-urls.mjs";
import { StartRefusal } from "./refusal.mjs";
import {
  refusePowerfulLogin,
  refuseUnsafeServer,
  refuseWrongDesk,
} from "./safety.mjs";

/** @typedef {import("../lib/environment-schema.mjs").Environment} Environment */
/** @typedef {import("./logins.mjs").Part} Part */

/**
 * A migrated database with a login for each part of the desk.
 *
 * @typedef {object} Prepared
 * @property {Record<Part, string>} urls
 * @property {string | null} ownerUrl null when another machine migrates
 * @property {string[]} applied names of the migrations applied just now
 * @property {() => Promise<void>} release stops what was started for it
 * @property {() => void} releaseNow as `release`, for a process that is about to exit
 */

const migrationsFolder = fileURLToPath(
  new URL("../../prisma/migrations", import.meta.url),
);

/**
 * Opens the database that the environment asks for, or the embedded one, and
 * brings it up to date: migrations, logins, settings, and the checks that a
 * desk has to pass before it opens. Throws `StartRefusal` with nothing left
 * running.
 *
 * @param {Environment} environment
 * @param {{ newDeskMode: "live" | "demo" | "test", onStep?: (step: string) => void }} wish
 * @returns {Promise<Prepared>}
 */
export async function prepareDatabase(environment, wish) {
  const isExternal = environment.databaseOwnerUrl ?? environment.databaseUrl;
  const server = isExternal
    ? await externalServer(environment)
    : await openEmbeddedDesk(environment.dataDir);
  try {
    const applied = server.ownerUrl
      ? await bringUpToDate(server.ownerUrl, server.source, environment, wish)
      : [];
    const urls = await urlsForParts(environment, server);
    await checkParts(urls, environment);
    const { ownerUrl, release, releaseNow } = server;
    return { urls, ownerUrl, applied, release, releaseNow };
  } catch (error) {
    await server.release();
    throw error;
  }
}

/**
 * @param {string} ownerUrl
 * @param {string} source
 * @param {Environment} environment
 * @param {{ newDeskMode: string, onStep?: (step: string) => void }} wish
 */
function bringUpToDate(ownerUrl, source, environment, wish) {
  return withClient(ownerUrl, source, async (client) => {
    await refuseUnsafeServer(client);
    const applied = await applyMigrations(client, migrationsFolder, (name) =>
      wish.onStep?.(`Applying migration ${name}`),
    );
    await client.query("SET ROLE desk_owner");
    const zone = environment.timeZone ?? "Europe/London";
    const { rows } = await client.query(
      "SELECT FROM pg_timezone_names WHERE name = $1",
      [zone],
    );
    if (rows.length === 0) {
      throw new StartRefusal(
        "DESK_TIME_ZONE must be a time zone by name, such as Europe/London.",
      );
    }
    await client.query("SELECT desk.initialise_desk($1, $2)", [
      zone,
      wish.newDeskMode,
    ]);
    return applied;
  });
}

/**
 * Every part connects with its own login and no more power than it needs.
 *
 * @param {Record<Part, string>} urls
 * @param {Environment} environment
 */
async function checkParts(urls, environment) {
  const migrations = await readMigrations(migrationsFolder);
  for (const { part, variable } of parts) {
    await withClient(urls[part], variable, async (client) => {
      await refusePowerfulLogin(client, `desk_${part}`, variable);
      if (part !== "app") return;
      await refuseUnsafeServer(client);
      const missing = await findMissing(client, migrations);
      if (missing[0]) {
        throw new StartRefusal(
          `The database lacks the migration ${missing[0].name}; run "desk db migrate" with DATABASE_OWNER_URL first.`,
        );
      }
      await refuseWrongDesk(client, environment);
    });
  }
}
