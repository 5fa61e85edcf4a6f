import { afterAll, beforeAll, expect, test } from "vitest";
import { closeConnections, connectTo } from "~/data/pools.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { desk } from "./desk";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("help goes to standard output and is done", async () => {
  for (const word of ["help", "--help", "-h"]) {
    const { code, out, err } = await desk([word]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Usage: desk COMMAND [--json]");
    expect(out).toContain("db migrate");
  }
  const { code, out } = await desk(["import", "--help"]);
  expect(code).toBe(0);
  expect(out).toBe("desk import FILE… [--as EMAIL] [--dry-run] [--json]\n");
});

test.each([
  [[], "Usage: desk"],
  [["publish-anyway"], 'There is no command "publish-anyway".'],
  [["people"], 'There is no command "people".'],
  [["token"], 'There is no command "token".'],
  [["token", "create"], "Give the person: --email E."],
  [["gate"], "Give one page."],
  [["gate", "a", "b"], "Give one page."],
  [["overdue", "--on", "2026-02-30"], "--on takes a day"],
  [["overdue", "now"], '"now" is one too many.'],
  [["import"], "Name at least one file to import."],
  [["import", "a.txt"], "Say who enters the pages with --as EMAIL"],
  [["import", "a.txt", "--force"], "--force"],
  [["people", "add"], "Give an address: --email E."],
  [
    ["people", "add", "--email", "a@example.org\nBcc: b@example.org"],
    "That is no address the desk can write to.",
  ],
  [
    ["people", "add", "--email", "a@example.org", "--name", "A\nBcc: B"],
    "A name is one line.",
  ],
  [
    ["people", "add", "--email", "a@example.org", "--name", "A B"],
    "--roles takes author, reviewer",
  ],
  [
    [
      ...["people", "add", "--email", "a@example.org", "--name", "A B"],
      ...["--roles", "author,king"],
    ],
    "--roles takes author, reviewer",
  ],
  [["reference", "load", "genomes", "x"], "Give the kind (genes, proteins"],
  [["reference", "load", "genes"], "Give the kind (genes, proteins"],
])("%j is used wrongly, and is told how", async (argv, sentence) => {
  const { code, out, err } = await desk(argv);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toContain(sentence);
  expect(err).toContain("Usage:");
});

test("with --json a command that is used wrongly still prints nothing on standard output", async () => {
  const { code, out } = await desk(["--json", "gate"]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
});

test("a database that does not answer is exit 3 with one sentence", async () => {
  const nowhere = "postgresql://nobody:nothing@127.0.0.1:9/none";
  await connectTo({
    ...{ app: nowhere, auth: nowhere },
    ...{ checks: nowhere, public: nowhere },
  });
  try {
    const { code, out, err } = await desk(["overdue", "--json"]);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toMatch(/^desk overdue broke: .*ECONNREFUSED.*\n$/);
  } finally {
    await closeConnections();
    await connectTo(database.urls);
  }
});
