import { withClient } from "./connect.mjs";
import { makeDataFolder } from "./data-folder.mjs";
import { makeLogins, parts, urlForLogin } from "./logins.mjs";
import { StartRefusal } from "./refusal.mjs";
import { readSecrets, saveSecrets } from "./secrets.mjs";

/** @typedef {import("../lib/environment-schema.mjs").Environment} Environment */
/** @typedef {import("./database-server.mjs").Server} Server */
/** @typedef {import("./logins.mjs").Part} Part */

/**
 * The address for each part of the desk: the one given, else that of a login
 * made here and kept in the data folder.
 *
 * @param {Environment} environment
 * @param {Server} server
 * @returns {Promise<Record<Part, string>>}
 */
export async function urlsForParts(environment, { ownerUrl, source, isOurs }) {
  const given = {
    app: environment.databaseUrl,
    auth: environment.databaseAuthUrl,
    checks: environment.databaseChecksUrl,
    public: environment.databasePublicUrl,
  };
  const missing = parts.filter(({ part }) => isOurs || !given[part]);
  const own = missing.map(({ part }) => part);
  if (missing[0] && !ownerUrl) {
    throw new StartRefusal(
      `${missing[0].variable} is missing; give it, or DATABASE_OWNER_URL to make the logins.`,
    );
  }
  const passwords = ownerUrl
    ? await keepLogins(environment.dataDir, ownerUrl, source, own, isOurs)
    : {};
  const urlOf = (/** @type {Part} */ part) => {
    const password = passwords[`desk_${part}_login`];
    return ownerUrl && own.includes(part) && password
      ? urlForLogin(ownerUrl, part, password)
      : (given[part] ?? "");
  };
  return {
    app: urlOf("app"),
    auth: urlOf("auth"),
    checks: urlOf("checks"),
    public: urlOf("public"),
  };
}

/**
 * Makes the logins that are wanted and keeps their passwords in the data
 * folder. Those kept for another database are not used for this one.
 *
 * @param {string} dataDir
 * @param {string} ownerUrl
 * @param {string} source
 * @param {Part[]} wanted
 * @param {boolean} isOurs
 */
async function keepLogins(dataDir, ownerUrl, source, wanted, isOurs) {
  if (wanted.length === 0) return {};
  const { host, pathname } = new URL(ownerUrl);
  const server = isOurs ? "embedded" : `${host}${pathname}`;
  const at = await makeDataFolder(dataDir);
  const secrets = await readSecrets(at);
  const kept = secrets.server === server ? (secrets.logins ?? {}) : {};
  const logins = await withClient(ownerUrl, source, (client) =>
    makeLogins(client, wanted, kept, { mayReset: isOurs }),
  );
  await saveSecrets(at, { ...secrets, server, logins });
  return logins;
}
