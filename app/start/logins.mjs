import { randomBytes } from "node:crypto";
import { StartRefusal } from "./refusal.mjs";

/** The parts of the desk that connect for themselves, each with its variable. */
export const parts = /** @type {const} */ ([
  { part: "app", variable: "DATABASE_URL" },
  { part: "auth", variable: "DATABASE_AUTH_URL" },
  { part: "checks", variable: "DATABASE_CHECKS_URL" },
  { part: "public", variable: "DATABASE_PUBLIC_URL" },
]);

/** @typedef {(typeof parts)[number]["part"]} Part */

/**
 * Makes the logins that are missing, each a member of its own role and of no
 * other, and returns their passwords by login. A login that exists while its
 * password is nowhere kept gets a new one only where `mayReset` (the embedded
 * server); elsewhere another machine may be using it.
 *
 * @param {import("pg").Client} client as a login that may make roles
 * @param {Part[]} wanted
 * @param {Record<string, string>} kept
 * @param {{ mayReset: boolean }} rule
 * @returns {Promise<Record<string, string>>}
 */
export async function makeLogins(client, wanted, kept, { mayReset }) {
  const passwords = { ...kept };
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock(hashtext('desk logins'))");
  for (const part of wanted) {
    const login = `desk_${part}_login`;
    const { rows } = await client.query(
      "SELECT FROM pg_roles WHERE rolname = $1",
      [login],
    );
    const isThere = rows.length > 0;
    if (isThere && kept[login]) continue;
    if (isThere && !mayReset) {
      throw new StartRefusal(
        `The login ${login} exists already and DATA_DIR does not hold its password; give the address as ${variableOf(part)} ("desk db url" prints it where it was made).`,
      );
    }
    const password = kept[login] ?? randomBytes(24).toString("base64url");
    await client.query(
      `${isThere ? "ALTER" : "CREATE"} ROLE ${login} LOGIN PASSWORD ${client.escapeLiteral(password)}`,
    );
    await client.query(`GRANT desk_${part} TO ${login}`);
    await client.query(`ALTER ROLE ${login} SET search_path = desk, pg_temp`);
    passwords[login] = password;
  }
  await client.query("COMMIT");
  return passwords;
}

/**
 * The address of a database, for one login instead of the one it has.
 *
 * @param {string} url
 * @param {Part} part
 * @param {string} password
 */
export function urlForLogin(url, part, password) {
  const address = new URL(url);
  address.username = `desk_${part}_login`;
  address.password = password;
  return address.href;
}

/** @param {Part} part */
function variableOf(part) {
  return parts.find((each) => each.part === part)?.variable ?? "DATABASE_URL";
}
