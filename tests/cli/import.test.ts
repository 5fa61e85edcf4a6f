import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blockTexts } from "~/content/plain-text";
import { findDraft } from "~/data/drafts.server";
import { findNewestWork } from "~/data/newest-work.server";
import {
  findElsewhere,
  listSourceStatements,
} from "~/data/source-statements.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { addPerson, desk } from "./desk";
import { ownPage } from "../support/own-page";

let database: TestDatabase;
let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  database = await createTestDatabase();
  await database.setClock("2026-03-02T09:00:00Z");
  await addPerson(database, "edda@example.org", ["editor"]);
  await addPerson(database, "reviewer@example.org", ["reviewer"]);
  folder = await mkdtemp(join(tmpdir(), "desk-import-"));
  await writeFile(file("page.txt"), ownPage);
  await writeFile(file("empty.txt"), "");
  await writeFile(file("blank.md"), "\n \n");
  await writeFile(file("large.txt"), Buffer.alloc(20_000_000, "a word "));
  await writeFile(file("binary.txt"), Buffer.from([0x41, 0, 0, 0x42]));
  await writeFile(file("page.pdf"), "%PDF-1.7");
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

test("a dry run prints the report of the contract and enters nothing", async () => {
  const { code, err, json } = await desk([
    ...["import", file("page.txt"), "--dry-run", "--json"],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const [report] = json as Record<string, unknown>[];
  expect(Object.keys(report ?? {}).sort()).toEqual(
    [
      ...["file", "title", "kind", "genes", "lastReviewedOn"],
      ...["nextReviewDue", "updatedOn", "authors", "reviewers", "overdue"],
      ...["aiGenerated", "blocks", "findings", "dates", "people"],
    ].sort(),
  );
  expect(report).toMatchObject({
    file: file("page.txt"),
    title: "ROS1 fusions in lung cancer",
    kind: "clinician_page",
    lastReviewedOn: "2022-05-04",
    nextReviewDue: "2023-05-04",
    authors: ["Asha Rao"],
    reviewers: ["Bea Stone", "Cem Aydin", "Dee Lowe"],
    overdue: true,
    aiGenerated: false,
  });
  expect(report?.["findings"]).toContainEqual({
    rule: "G1",
    severity: "blocks",
    message: "G2023R: residue 2023 of ROS1 is Y; did you mean G2032R?",
    excerpt: "G2023R",
    suggestion: "G2032R",
  });
  const { rows } = await database.owner.query("SELECT FROM desk.page");
  expect(rows).toEqual([]);
});

test("an import makes a draft whose every line, date and name is kept", async () => {
  const { code, out, err } = await desk([
    ...["import", file("page.txt"), "--as", "edda@example.org"],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("→ /desk/pages/ros1-fusions-in-lung-cancer");
  const work = await findNewestWork("ros1-fusions-in-lung-cancer");
  expect(work).toMatchObject({ versionId: null, isImported: true });
  const pageId = work?.pageId ?? "";
  const draft = await findDraft(pageId, "main");
  const statements = await listSourceStatements(pageId);
  const kept = [
    draft?.content.title,
    ...blockTexts(draft?.content ?? never()).map(({ text }) => text),
    ...statements.map(({ raw }) => raw),
  ].join("\n");
  for (const line of ownPage.split("\n"))
    expect(kept).toContain(line.replace(/^[•\s]+/, "").trim());
  expect(statements.map(({ kind, value }) => [kind, value])).toEqual(
    expect.arrayContaining([
      ["last_reviewed", "2022-05-04"],
      ["next_review_due", "2023-05-04"],
      ["author", "Asha Rao"],
      ["reviewer", "Bea Stone"],
      ["reviewer", "Cem Aydin"],
    ]),
  );
  expect(await findElsewhere(pageId)).toMatchObject({
    address: null,
    statedLastReviewed: "2022-05-04",
    statedNextDue: "2023-05-04",
  });
  expect(draft?.content.credits).toEqual([]);
  const { rows } = await database.owner.query(
    `SELECT s.via, s.is_authorship, o.public_state, o.desk_state
       FROM desk.draft_save s JOIN desk.page_overview o ON o.draft_id = s.draft_id`,
  );
  expect(rows).toEqual([
    {
      ...{ via: "import", is_authorship: false },
      ...{ public_state: "elsewhere", desk_state: "draft" },
    },
  ]);
});

test("the same file again is a second page beside the first", async () => {
  const { json } = await desk([
    ...["import", file("page.txt"), file("page.txt")],
    ...["--as", "EDDA@example.org", "--json"],
  ]);
  expect(json).toMatchObject([
    { page: "ros1-fusions-in-lung-cancer-2" },
    { page: "ros1-fusions-in-lung-cancer-3" },
  ]);
});

test("bad files are refused by name and reason while the others go in", async () => {
  const bad = {
    "missing.txt": "There is no such file.",
    "": "It is a folder, not a file.",
    "empty.txt": "The file is empty.",
    "blank.md": "The file is empty: there is no word in it.",
    "large.txt": "The file is larger than 10 MB.",
    "binary.txt": "The file is not a text file.",
    "page.pdf": "Only .txt, .html, .md and .docx files are taken in.",
  };
  const names = Object.keys(bad).map(file);
  const { code, err, json } = await desk([
    ...["import", ...names, file("page.txt")],
    ...["--as", "edda@example.org", "--json"],
  ]);
  expect(code).toBe(1);
  const results = json as { file: string; error?: string; page?: string }[];
  expect(results.slice(0, -1)).toEqual(
    Object.entries(bad).map(([name, error]) => ({ file: file(name), error })),
  );
  for (const [name, sentence] of Object.entries(bad))
    expect(err).toContain(`${file(name)}: ${sentence}\n`);
  expect(results.at(-1)).toMatchObject({
    page: "ros1-fusions-in-lung-cancer-4",
  });
});

test("nobody enters pages under a name that is not there or may not", async () => {
  const nobody = await desk([
    ...["import", file("page.txt"), "--as", "no@example.org"],
  ]);
  expect(nobody).toMatchObject({
    ...{ code: 1, out: "" },
    err: "Nobody here has no@example.org.\n",
  });
  const reviewer = await desk([
    ...["import", file("page.txt"), "--as", "reviewer@example.org"],
  ]);
  expect(reviewer).toMatchObject({ code: 1, out: "" });
  expect(reviewer.err).toContain(`${file("page.txt")}: `);
});

test("no session of the command line outlives its command", async () => {
  const { rows } = await database.owner.query("SELECT FROM desk.session");
  expect(rows).toEqual([]);
});

test("with many files and somebody watching, a bar moves on standard error", async () => {
  const files = Array.from({ length: 12 }, () => file("page.txt"));
  const { err, json } = await desk(
    ["import", ...files, "--dry-run", "--json"],
    { isWatched: true },
  );
  expect(json).toHaveLength(12);
  expect(err).toContain("12/12");
});

function never(): never {
  throw new Error("there is no draft");
}
