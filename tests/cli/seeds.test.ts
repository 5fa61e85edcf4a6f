import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blockTexts } from "~/content/plain-text";
import { findDraft } from "~/data/drafts.server";
import { findNewestWork } from "~/data/newest-work.server";
import { listSourceStatements } from "~/data/source-statements.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  hasSharedFolder,
  readShared,
  sharedPath,
} from "../support/shared-folder";
import { addPerson, desk } from "./desk";

const names = [
  "genotes-ros1-lung",
  "mycancergenome-ros1",
  "navis-ros1-breast",
  "navis-ros1-pancreatic",
  "seo-ntrk-breast",
] as const;

/** Codes that hold back every page which nobody has brought up yet. */
const always = [
  ...["nothing_submitted", "approvals_missing"],
  ...["metadata_missing", "findings_blocking"],
];

describe.skipIf(!hasSharedFolder)("the five real pages, imported", () => {
  let database: TestDatabase;
  const slugs = new Map<string, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.setClock("2026-06-01T09:00:00Z");
    await addPerson(database, "edda@example.org", ["editor"]);
    const files = names.map((name) => sharedPath(`seeds/${name}.txt`));
    const { code, err, json } = await desk([
      ...["import", ...files, "--as", "edda@example.org", "--json"],
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const pages = json as { page: string }[];
    names.forEach((name, index) => slugs.set(name, pages[index]?.page ?? ""));
    expect(new Set(slugs.values()).size).toBe(5);
  });
  afterAll(() => database.drop());

  test.each(names)(
    "%s keeps every line, as text or as history",
    async (name) => {
      const work = await findNewestWork(slugs.get(name) ?? "");
      const draft = work && (await findDraft(work.pageId, "main"));
      if (!work || !draft) throw new Error("there is no draft");
      const statements = await listSourceStatements(work.pageId);
      const kept = squeeze(
        [
          draft.content.title,
          ...blockTexts(draft.content).map(({ text }) => text),
          ...statements.map(({ raw }) => raw),
        ].join("\n"),
      );
      const lines = new TextDecoder()
        .decode(readShared(`seeds/${name}.txt`))
        .split("\n");
      const cells = lines.flatMap((line) =>
        line.startsWith("|") ? line.split("|") : [line],
      );
      const lost = cells
        .map(squeeze)
        .filter((words) => !kept.includes(words) && !/^-*$/.test(words));
      expect(lost).toEqual([]);
      expect(draft.content.credits).toEqual([]);
    },
  );

  test("every stated date and every person stands in the history", async () => {
    for (const name of names) {
      const file = sharedPath(`seeds/${name}.txt`);
      const { json } = await desk(["import", file, "--dry-run", "--json"]);
      const [report] = json as {
        dates: { kind: string; on: string }[];
        people: { role: string; name: string }[];
      }[];
      const work = await findNewestWork(slugs.get(name) ?? "");
      const held = await listSourceStatements(work?.pageId ?? "");
      const pairs = held.map(({ kind, value }) => `${kind} ${value ?? ""}`);
      for (const { kind, on } of report?.dates ?? [])
        expect(pairs, name).toContain(`${kind} ${on}`);
      for (const { role, name: person } of report?.people ?? [])
        expect(pairs, name).toContain(`${role} ${person}`);
    }
  });

  test.each(names)(
    "%s is refused publication with every reason",
    async (name) => {
      const { code, json } = await desk([
        ...["gate", slugs.get(name) ?? "", "--json"],
      ]);
      expect(code).toBe(1);
      const { publishable, blockers } = json as {
        publishable: boolean;
        blockers: { code: string }[];
      };
      expect(publishable).toBe(false);
      expect(blockers.map((blocker) => blocker.code)).toEqual(
        expect.arrayContaining(always),
      );
    },
  );

  test("the page reviewed in 2022 is overdue since 4 May 2023, and no other is", async () => {
    const { json, code } = await desk(["overdue", "--json"]);
    expect(code).toBe(0);
    expect(json).toEqual([
      expect.objectContaining({
        page: slugs.get("genotes-ros1-lung"),
        place: "elsewhere",
        lastReviewed: "2022-05-04",
        overdueSince: "2023-05-04",
      }),
    ]);
    const { rows } = await database.owner.query<{
      slug: string;
      state: string;
    }>("SELECT slug, public_state AS state FROM desk.page_standing");
    const states = Object.fromEntries(
      rows.map(({ slug, state }) => [slug, state]),
    );
    expect(names.map((name) => states[slugs.get(name) ?? ""])).toEqual([
      ...["elsewhere", "elsewhere", "elsewhere", "none", "none"],
    ]);
  });

  test("the reasons against the overdue page name its date, its variant and its gaps", async () => {
    const { out } = await desk(["gate", slugs.get("genotes-ros1-lung") ?? ""]);
    for (const reason of [
      "its review was due on 4 May 2023",
      "did you mean G2032R?",
      "missing: clinician",
      "missing: laboratory scientist",
      "missing: medical editor",
      "which person wrote it",
    ])
      expect(out).toContain(reason);
  });
});

function squeeze(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/^\s*(?:[•▪*-]|\d+\.)\s*/gm, "")
    .replace(/\s+/g, "");
}
