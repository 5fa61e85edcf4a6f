import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { environment } from "~/lib/environment.server";
import { PrismaClient } from "./generated/client";
import { openLastingPool } from "./lasting-pool.server";

/**
 * The connections of one process: a pool for each part of the desk, each with
 * its own login, and Prisma on the pool of the application. Made on first use
 * and kept on globalThis, so that a reload in development, or a second bundle
 * in the same process, opens none twice.
 */
type Connections = {
  app: pg.Pool;
  auth: pg.Pool;
  checks: pg.Pool;
  public: pg.Pool;
  prisma: PrismaClient;
};

export type DatabaseUrls = {
  app: string;
  auth: string;
  checks: string;
  public: string;
};

declare global {
  var deskConnections: Connections | undefined;
}

// A day is a day, never a moment: 'YYYY-MM-DD' from PostgreSQL to the screen.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/** Reads, and runs the acts: what the application itself may do. */
export const appPool = (): pg.Pool => connections().app;

/** Sessions, credentials and signing grants; for `app/auth` alone. */
export const authPool = (): pg.Pool => connections().auth;

/** Records check runs and loads reference data. */
export const checksPool = (): pg.Pool => connections().checks;

/** Sees the public views and nothing else; for `public-site.server.ts` alone. */
export const publicPool = (): pg.Pool => connections().public;

/** Prisma over the application's pool, for reads that are clearer so. */
export const prisma = (): PrismaClient => connections().prisma;

/**
 * Opens the connections to other databases than the environment names, as
 * tests do; ends those that are open.
 */
export async function connectTo(urls: DatabaseUrls): Promise<void> {
  await closeConnections();
  globalThis.deskConnections = open(urls);
}

/** Ends every connection of this process, once what runs on them is done. */
export async function closeConnections(): Promise<void> {
  const closing = globalThis.deskConnections;
  globalThis.deskConnections = undefined;
  if (!closing) return;
  await closing.prisma.$disconnect();
  await Promise.all(
    [closing.app, closing.auth, closing.checks, closing.public].map((pool) =>
      pool.end(),
    ),
  );
}

function connections(): Connections {
  globalThis.deskConnections ??= open(urlsFromEnvironment());
  return globalThis.deskConnections;
}

function urlsFromEnvironment(): DatabaseUrls {
  const given = environment();
  return {
    app: present("DATABASE_URL", given.databaseUrl),
    auth: present("DATABASE_AUTH_URL", given.databaseAuthUrl),
    checks: present("DATABASE_CHECKS_URL", given.databaseChecksUrl),
    public: present("DATABASE_PUBLIC_URL", given.databasePublicUrl),
  };
}

function present(name: string, url: string | undefined): string {
  if (url === undefined) {
    throw new Error(`${name} is missing: npm start and desk set it`);
  }
  return url;
}

function open(urls: DatabaseUrls): Connections {
  const app = openPool("app", urls.app, 20);
  return {
    app,
    auth: openPool("auth", urls.auth, 5),
    checks: openPool("checks", urls.checks, 3),
    public: openPool("public", urls.public, 10),
    prisma: new PrismaClient({
      adapter: new PrismaPg(app, { schema: "desk" }),
    }),
  };
}

function openPool(part: string, url: string, max: number): pg.Pool {
  const pool = openLastingPool({
    connectionString: url,
    max,
    application_name: `desk ${part}`,
    options: "-c search_path=desk,pg_temp",
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  });
  // Without a listener a connection lost while idle would end the process;
  // the pool has already let go of it, and the next query opens another.
  pool.on("error", (error) => {
    process.stderr.write(
      `desk ${part}: idle connection lost: ${error.message}\n`,
    );
  });
  return pool;
}
