import { parts } from "./logins.mjs";

/**
 * The variables by which a program of the desk finds its database. The
 * owner's address is taken away: none of them may have it.
 *
 * @param {Record<import("./logins.mjs").Part, string>} urls
 * @returns {Record<string, string>}
 */
export function deskEnvironment(urls) {
  const variables = parts.map(({ part, variable }) => [variable, urls[part]]);
  return { ...Object.fromEntries(variables), DATABASE_OWNER_URL: "" };
}
