import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseEnvironment } from "~/lib/environment-schema.mjs";
import { newDeskMode, welcome } from "../../app/start/new-desk.mjs";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "new-desk-"));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true });
});

const welcomeTo = (demo: string) =>
  welcome(
    parseEnvironment({ DEMO: demo, DATA_DIR: dataDir }),
    {
      urls: database.urls,
      ownerUrl: null,
      applied: [],
      release: async () => undefined,
      releaseNow: () => undefined,
    },
    () => undefined,
  );

describe("a desk without people, where no demo is wanted", () => {
  test("prints a set-up link once, and keeps only the hash of its token", async () => {
    const [line = ""] = await welcomeTo("0");
    const token = /\{address\}\/set-up\?token=([\w-]{43})$/.exec(line)?.[1];
    const { rows } = await database.owner.query("SELECT id FROM setup_token");
    expect(rows).toEqual([
      { id: createHash("sha256").update(String(token)).digest("hex") },
    ]);
    expect(await welcomeTo("0")).toEqual([
      "Nobody has an account yet; the set-up link was printed at the first start.",
    ]);
  });
});

test.each([
  [{}, "demo"],
  [{ DEMO: "1" }, "demo"],
  [{ DEMO: "0" }, "live"],
  [{ DEMO: "0", NODE_ENV: "test" }, "test"],
])("with %o a new desk is of the kind %s", (given, kind) => {
  expect(newDeskMode(parseEnvironment(given))).toBe(kind);
});
