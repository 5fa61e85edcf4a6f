import { z } from "zod";

/**
 * The whole environment of the desk, in one place. Plain JavaScript, because
 * the start reads it before there is a build.
 */

/** The environment says something the desk cannot use; the message is one sentence that names the variable. */
export class WrongEnvironment extends Error {
  exitCode = 3;
}

const oneOf01 = z
  .enum(["0", "1"], { error: "must be 0 or 1" })
  .transform((value) => value === "1");

const databaseUrl = z.string().refine(isDatabaseUrl, {
  error: "must be a PostgreSQL address (postgresql://user:password@host/name)",
});

const schema = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], {
      error: "must be production, development or test",
    })
    .default("production"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: "must be a port number from 0 to 65535" })
    .transform(Number)
    .refine((port) => port <= 65535, {
      error: "must be a port number from 0 to 65535",
    })
    .default(3000),
  DATA_DIR: z.string().default(".data"),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_AUTH_URL: databaseUrl.optional(),
  DATABASE_CHECKS_URL: databaseUrl.optional(),
  DATABASE_PUBLIC_URL: databaseUrl.optional(),
  DESK_TIME_ZONE: z
    .string()
    .refine(isTimeZone, {
      error: "must be a time zone by name, such as Europe/London",
    })
    .optional(),
  APP_ORIGIN: z
    .string()
    .refine(isSafeOrigin, {
      error:
        "must be an https origin without a path, or http on localhost, such as https://desk.example.org",
    })
    .optional(),
  SMTP_URL: z
    .string()
    .refine((value) => hasProtocol(value, ["smtp:", "smtps:"]), {
      error: "must be an smtp:// or smtps:// address",
    })
    .optional(),
  DEMO: oneOf01.optional(),
  WORKER: oneOf01.default(true),
});

/**
 * Reads the environment; an empty variable counts as absent. Throws
 * `WrongEnvironment` for the first wrong variable, naming it but never
 * repeating its value, which may hold a password.
 *
 * @param {Record<string, string | undefined>} source
 */
export function parseEnvironment(source) {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== ""),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new WrongEnvironment(
      `${String(issue?.path[0])} ${issue?.message ?? "is wrong"}.`,
    );
  }
  const read = result.data;
  return {
    mode: read.NODE_ENV,
    port: read.PORT,
    dataDir: read.DATA_DIR,
    databaseOwnerUrl: read.DATABASE_OWNER_URL,
    databaseUrl: read.DATABASE_URL,
    databaseAuthUrl: read.DATABASE_AUTH_URL,
    databaseChecksUrl: read.DATABASE_CHECKS_URL,
    databasePublicUrl: read.DATABASE_PUBLIC_URL,
    timeZone: read.DESK_TIME_ZONE,
    origin: read.APP_ORIGIN
      ? new URL(read.APP_ORIGIN).origin
      : `http://localhost:${read.PORT}`,
    smtpUrl: read.SMTP_URL,
    isDemoWanted: read.DEMO,
    isWorker: read.WORKER,
  };
}

/** @typedef {ReturnType<typeof parseEnvironment>} Environment */

/** @param {string} value */
function isDatabaseUrl(value) {
  return hasProtocol(value, ["postgres:", "postgresql:"]);
}

/** @param {string} value */
function isTimeZone(value) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return !/^[+-]/.test(value);
  } catch {
    return false;
  }
}

/** @param {string} value */
function isSafeOrigin(value) {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  if (url.pathname !== "/" || url.search || url.hash || url.username) {
    return false;
  }
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback);
}

/**
 * @param {string} value
 * @param {string[]} protocols
 */
function hasProtocol(value, protocols) {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}
