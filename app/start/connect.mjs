import pg from "pg";
import { codeOf, StartRefusal } from "./refusal.mjs";

/**
 * Runs an act on one connection and closes it. `source` is the variable that
 * the address came from; it is what a sentence about a failure names, never
 * the address itself, which holds a password.
 *
 * @template T
 * @param {string} url
 * @param {string} source
 * @param {(client: pg.Client) => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function withClient(url, source, act) {
  const client = new pg.Client({
    connectionString: url,
    application_name: "desk start",
    connectionTimeoutMillis: 10_000,
  });
  // A connection lost while idle shows in the next query.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartRefusal(explainConnection(error, source), { cause: error });
  }
  try {
    return await act(client);
  } catch (error) {
    const sentence = explainStatement(error, source);
    throw sentence ? new StartRefusal(sentence, { cause: error }) : error;
  } finally {
    await client.end();
  }
}

/**
 * Why a connection failed, as a sentence that names the variable.
 *
 * @param {unknown} error
 * @param {string} source
 */
function explainConnection(error, source) {
  switch (codeOf(error)) {
    case "ECONNREFUSED":
    case "ENOENT":
      return `No PostgreSQL answers at the address in ${source}.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host in ${source} is not known.`;
    case "28P01":
    case "28000":
      return `PostgreSQL does not take the user or password in ${source}.`;
    case "3D000":
      return `The database in ${source} does not exist; create it first.`;
    case "42501":
      return `The login in ${source} may not connect to that database.`;
    case "53300":
      return `PostgreSQL has no free connection for ${source}.`;
    default:
      return `The PostgreSQL in ${source} cannot be reached: ${messageOf(error)}.`;
  }
}

/**
 * @param {unknown} error
 * @param {string} source
 */
function explainStatement(error, source) {
  switch (codeOf(error)) {
    case "42501":
      return `The login in ${source} lacks a right it needs: ${messageOf(error)}.`;
    case "3F000":
    case "42P01":
      return `The database in ${source} holds no desk yet; start once with DATABASE_OWNER_URL, which makes it.`;
    default:
      return null;
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
