import {
  chmod,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Embedded, openEmbedded } from "../../app/start/embedded.mjs";
import { StartRefusal } from "../../app/start/refusal.mjs";

let folder: string;
// One folder for all, because making a cluster takes a second; what spoils it
// comes last.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "embedded-"));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask({ port, password }: Embedded, question: string) {
  const client = new pg.Client({
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${String(port)}/postgres`,
  });
  await client.connect();
  const { rows } = await client.query(question);
  await client.end();
  return rows;
}

describe("the embedded PostgreSQL", () => {
  test("keeps its data, its password and its port over a stop", async () => {
    const first = await openEmbedded(folder);
    await ask(first, "CREATE TABLE kept AS SELECT 7 AS seven");
    await first.release();
    await expect(ask(first, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
    const second = await openEmbedded(folder);
    expect(second).toMatchObject({
      port: first.port,
      password: first.password,
    });
    expect(await ask(second, "TABLE kept")).toEqual([{ seven: 7 }]);
    await second.release();
  });

  test("never loses what it confirmed, and listens to this machine alone", async () => {
    const server = await openEmbedded(folder);
    const settings = await ask(
      server,
      "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'data_checksums', 'password_encryption') ORDER BY name",
    );
    await server.release();
    expect(settings).toEqual([
      { name: "data_checksums", setting: "on" },
      { name: "fsync", setting: "on" },
      { name: "full_page_writes", setting: "on" },
      { name: "listen_addresses", setting: "127.0.0.1" },
      { name: "password_encryption", setting: "scram-sha-256" },
      { name: "synchronous_commit", setting: "on" },
    ]);
  });

  test("keeps its logins readable by their owner alone", async () => {
    const { mode } = await stat(join(folder, "logins.json"));
    expect((mode & 0o777).toString(8)).toBe("600");
  });

  test("is joined, not started twice, and stopped by the last to leave", async () => {
    const server = await openEmbedded(folder);
    // Another living program of the desk: the one that runs this test.
    const began = (await readFile("/proc/1/stat", "utf8")).split(") ")[1];
    const mark = join(folder, "users", `1:${began?.split(" ")[19] ?? ""}`);
    await writeFile(mark, "");
    await server.release();
    const joined = await openEmbedded(folder);
    expect(await ask(joined, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await rm(mark);
    await joined.release();
    await expect(ask(joined, "SELECT 1")).rejects.toThrow("ECONNREFUSED");
  });

  test("starts over a pid file that names some other living process", async () => {
    const first = await openEmbedded(folder);
    await first.release();
    const left = [String(process.pid), "x", "0", String(first.port), ""];
    await writeFile(
      join(folder, "postgres", "postmaster.pid"),
      left.join("\n"),
    );
    const second = await openEmbedded(folder);
    expect(await ask(second, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await second.release();
  });

  test("refuses a data folder that is a file", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    await expect(openEmbedded(file)).rejects.toThrow(
      new StartRefusal(`DATA_DIR ${file} is a file, not a folder.`),
    );
  });

  test("refuses a data folder that cannot be made", async () => {
    await expect(openEmbedded("/proc/desk")).rejects.toThrow(
      /^DATA_DIR \/proc\/desk cannot be (made there|written to); .*\.$/,
    );
  });

  test("refuses data whose passwords are lost, in one sentence", async () => {
    const path = join(folder, "logins.json");
    await rename(path, `${path}.away`);
    await expect(openEmbedded(folder)).rejects.toThrow(
      /^DATA_DIR .* holds a database but its logins\.json is missing; .*\.$/,
    );
    await rename(`${path}.away`, path);
  });

  test("says why the server did not start", async () => {
    await rm(join(folder, "postgres", "global"), { recursive: true });
    await expect(openEmbedded(folder)).rejects.toThrow(
      /^The embedded PostgreSQL did not start in .*: .*\(more in .*postgres\.log\)\.$/,
    );
  });
});
