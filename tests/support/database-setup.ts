import { chmod, mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { withClient } from "../../app/start/connect.mjs";
import { openEmbedded } from "../../app/start/embedded.mjs";
import { makeLogins, parts } from "../../app/start/logins.mjs";
import { applyMigrations } from "../../app/start/migrations.mjs";

/** How a test reaches the run's server; `address` has no database name. */
export type TestServer = { address: string; passwords: Record<string, string> };

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** The database that every test database is a copy of. */
const template = "desk_template";
const migrations = fileURLToPath(
  new URL("../../prisma/migrations", import.meta.url),
);

/**
 * One embedded PostgreSQL for a whole run, in a folder of its own, with a
 * migrated template. Nothing in it is worth keeping, so nothing waits for the
 * disk; order and locking are those of the real thing.
 */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(await quickestFolder(), "desk-test-"));
  // As root the server is another user, who has to get in.
  await chmod(folder, 0o755);
  const server = await openEmbedded(folder, {
    fsync: "off",
    full_page_writes: "off",
    synchronous_commit: "off",
    autovacuum: "off",
    // Planning the same queries anew took a seventh of the random histories.
    plan_cache_mode: "force_generic_plan",
    max_connections: "400",
    shared_buffers: "256MB",
    // Hundreds of logins a run, each with its thousands of hashings otherwise.
    scram_iterations: "1",
    wal_level: "minimal",
    max_wal_senders: "0",
  });
  const address = `postgresql://postgres:${server.password}@127.0.0.1:${server.port}`;
  // For a run that ends without its teardown.
  process.on("exit", server.releaseNow);
  const stop = async () => {
    process.off("exit", server.releaseNow);
    await server.release();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const passwords = await makeTemplate(address);
    project.provide("testServer", { address, passwords });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/**
 * In memory where there is room for it: each test database is some hundred
 * files, and making them on a disk took longer than many tests.
 */
async function quickestFolder(): Promise<string> {
  const memory = "/dev/shm";
  const tmpfs = 0x01021994;
  try {
    const { type, bavail, bsize } = await statfs(memory);
    if (type === tmpfs && bavail * bsize >= 8 * 2 ** 30) return memory;
  } catch {
    // No such folder here.
  }
  return tmpdir();
}

async function makeTemplate(address: string) {
  await withClient(`${address}/postgres`, "the test server", async (client) => {
    await client.query(`CREATE DATABASE ${template}`);
  });
  return withClient(
    `${address}/${template}`,
    "the template",
    async (client) => {
      await applyMigrations(client, migrations);
      const wanted = parts.map(({ part }) => part);
      return makeLogins(client, wanted, {}, { mayReset: true });
    },
  );
}
