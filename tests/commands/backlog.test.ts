import { afterAll, beforeAll, expect, test } from "vitest";
import { importPage } from "~/commands/import-page.server";
import { setBacklogInputs } from "~/commands/set-backlog-inputs.server";
import { emptyContent } from "~/content/empty-content";
import { getBacklogPlan } from "~/data/backlog-plan.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  join,
  refusalOf,
  type Someone,
  submitPage,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let editor: Someone;
let author: Someone;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.setClock("2027-01-06T09:00:00Z");
  editor = await join(database, "Edda Lund", ["editor"]);
  author = await join(database, "Asha Rao", ["author"]);
});
afterAll(() => database.drop());

async function imported(title: string, nextDue: string | null) {
  const { pageId } = valueOf(
    await importPage(editor.sessionId, {
      content: emptyContent("gene_summary", { title }),
      facts: [],
      elsewhere: { address: null, lastReviewed: null, nextDue },
    }),
  );
  return pageId;
}

const inputs = { risk: "high", readersPerMonth: 12 } as const;
const titlesFor = async (viewer: Someone | null) =>
  (await getBacklogPlan(viewer?.id ?? null)).entries.map(({ title }) => title);

test("pages stand by risk, readers and lateness, and an editor's word moves them", async () => {
  const early = await imported("Early", "2028-03-31");
  await imported("Late", "2025-03-31");
  const late = await imported("Later", "2024-03-31");
  expect(await titlesFor(editor)).toEqual(["Later", "Late", "Early"]);
  const { entries } = await getBacklogPlan(editor.id);
  expect(entries.map((entry) => entry.isOverdueThere)).toEqual([
    ...[true, true, false],
  ]);
  const set = (pageId: string, known: Parameters<typeof setBacklogInputs>[2]) =>
    setBacklogInputs(editor.sessionId, pageId, known);
  expect(valueOf(await set(early, inputs))).toBe(true);
  expect(await titlesFor(editor)).toEqual(["Early", "Later", "Late"]);
  expect(valueOf(await set(late, { risk: "low", readersPerMonth: null }))).toBe(
    true,
  );
  expect(await titlesFor(editor)).toEqual(["Early", "Late", "Later"]);
});

test("the same word twice is one, and every word is in the audit", async () => {
  const page = await imported("Twice", null);
  const set = () => setBacklogInputs(editor.sessionId, page, inputs);
  expect(valueOf(await set())).toBe(true);
  expect(valueOf(await set())).toBe(false);
  const { rows } = await database.owner.query<{ payload: string }>(
    "SELECT payload FROM desk.audit_event WHERE act = 'set_backlog_inputs' AND page_id = $1",
    [page],
  );
  expect(rows.map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([
    { before: null, risk: "high", readers: 12 },
  ]);
});

test("whoever is no editor, a page of this desk and impossible numbers are refused", async () => {
  const page = await imported("Refused", "2025-03-31");
  const told = async (
    who: Someone,
    pageId: string,
    known: { risk: unknown; readersPerMonth: number | null },
  ) =>
    refusalOf(
      await setBacklogInputs(who.sessionId, pageId, known as typeof inputs),
    );
  expect(await told(author, page, inputs)).toBe("not_an_editor");
  const { pageId } = await submitPage(database, author);
  expect(await told(editor, pageId, inputs)).toBe("not_in_backlog");
  expect(await told(editor, editor.id, inputs)).toBe("not_found");
  for (const wrong of [
    { risk: "huge", readersPerMonth: 1 },
    { risk: null, readersPerMonth: 1 },
    { risk: "high", readersPerMonth: -1 },
    { risk: "high", readersPerMonth: 100_000_001 },
  ])
    expect(await told(editor, page, wrong)).toBe("invalid_form");
});

test("a confidential page is there for those who may know of it and nobody else", async () => {
  const page = await imported("Confidential", "2025-03-31");
  const other = await join(database, "Olu Ade", ["editor"]);
  await database.owner.query(
    "UPDATE desk.page SET confidential_until = desk.today() + 30 WHERE id = $1",
    [page],
  );
  expect(await titlesFor(editor)).toContain("Confidential");
  expect(await titlesFor(other)).not.toContain("Confidential");
  expect(await titlesFor(null)).not.toContain("Confidential");
  expect(refusalOf(await setBacklogInputs(other.sessionId, page, inputs))).toBe(
    "not_found",
  );
});

test("with reviewers of every expertise the plan reaches zero, and without one it says who is missing", async () => {
  const before = await getBacklogPlan(null);
  expect(before.zeroOn).toBeNull();
  expect(before.entries[0]?.lacks).not.toEqual([]);
  for (const expertise of [
    "clinician",
    "laboratory_scientist",
    "medical_editor",
    "genetic_counsellor",
    "pharmacist",
    "lived_experience",
  ] as const)
    await join(database, `Reviewer ${expertise}`, ["reviewer"], [expertise]);
  const { entries, zeroOn, weeks } = await getBacklogPlan(null);
  expect(entries.every(({ lacks }) => lacks.length === 0)).toBe(true);
  expect(zeroOn).not.toBeNull();
  expect(weeks.at(-1)?.left).toBe(0);
  expect(entries.map(({ startsOn }) => startsOn)).toEqual(
    entries.map(({ startsOn }) => startsOn).sort(),
  );
});
