import { afterAll, beforeAll, expect, test } from "vitest";
import { deactivatePerson } from "~/commands/deactivate-person.server";
import { rehearseDeparture } from "~/commands/rehearse-departure.server";
import { rehearseGuideline } from "~/commands/rehearse-guideline.server";
import { rehearseInterval } from "~/commands/rehearse-interval.server";
import { setReviewRules } from "~/commands/set-review-rules.server";
import { findRulesInForce } from "~/data/review-rules.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  ask,
  join,
  openReviewDesk,
  publishPage,
  refusalOf,
  type ReviewDesk,
  type Someone,
  type Submitted,
  submitPage,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
let admin: Someone;
let lead: Someone;
let live: Submitted;
let open: Submitted;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.setClock("2026-03-02T12:00:00Z");
  desk = await openReviewDesk(database);
  admin = await join(database, "Ada Admin", ["admin"]);
  lead = await join(database, "Cleo Lead", ["clinical_lead"]);
  live = await publishPage(database, desk);
  open = await submitPage(database, desk.author, "TP53 is a gene.");
  await ask(desk.editor, open, desk.scientist, "laboratory_scientist");
  await ask(desk.editor, open, desk.medicalEditor, "medical_editor");
});
afterAll(() => database.drop());

async function rows<Row extends object>(sql: string, values: unknown[] = []) {
  return (await database.owner.query<Row>(sql, values)).rows;
}

/** One hash for each table of the desk, over all that stands in its rows. */
async function digest(): Promise<Record<string, string>> {
  const tables = await rows<{ name: string }>(
    `SELECT format('desk.%I', c.relname) AS name FROM pg_class c
      WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  expect(tables.length).toBeGreaterThan(100);
  const hashes: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await rows<{ hash: string }>(
      `SELECT md5(count(*) || coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS hash FROM ${name} t`,
    );
    hashes[name] = row?.hash ?? "";
  }
  return hashes;
}

/** Rehearses, and proves that no row of the desk is other than before. */
async function unchanged<Value>(rehearse: () => Promise<Value>) {
  const before = await digest();
  const value = await rehearse();
  expect(await digest()).toEqual(before);
  return value;
}

const leave = (who: Someone, to: Someone | null = null, by = admin) =>
  rehearseDeparture(by.sessionId, by.id, who.id, to?.id ?? null);
const departure = (who: Someone, to: Someone | null = null) =>
  unchanged(() => leave(who, to));

test("whose only reviewer of a kind leaves stalls, and its live pages need somebody new", async () => {
  const { reviews, holdings, bench } = valueOf(
    await departure(desk.medicalEditor),
  );
  expect(reviews).toMatchObject([
    {
      pageId: open.pageId,
      ...{ expertise: "medical_editor", toName: null, couldBeAsked: [] },
    },
  ]);
  expect(holdings).toEqual([]);
  expect(bench).toMatchObject([
    {
      pageId: live.pageId,
      ...{ expertise: "medical_editor", left: 0, wanted: 1 },
    },
  ]);
  const [due] = await rows<{ due: string }>(
    "SELECT next_review_due AS due FROM desk.publication WHERE page_id = $1",
    [live.pageId],
  );
  expect(bench[0]?.dueOn).toBe(due?.due);
});

test("where somebody else holds the expertise, they are named and no live page is short", async () => {
  const { reviews, bench } = valueOf(await departure(desk.scientist));
  expect(reviews).toMatchObject([
    {
      ...{ expertise: "laboratory_scientist", toName: null },
      couldBeAsked: ["Lena Lab"],
    },
  ]);
  expect(bench).toEqual([]);
});

test("an owner's pages are left without one, or go to whoever is chosen", async () => {
  const left = valueOf(await departure(desk.author));
  expect(left.holdings.map(({ toName }) => toName)).toEqual([null, null]);
  expect(left.told.length).toBeGreaterThan(0);
  expect(new Set(left.told.map(({ kind }) => kind))).toEqual(
    new Set(["no_holder"]),
  );
  const handed = valueOf(await departure(desk.author, desk.editor));
  expect(handed.holdings.map(({ toName }) => toName)).toEqual([
    ...["Dr Eva Editor", "Dr Eva Editor"],
  ]);
});

test("a lead's collections are left without one, or go to whoever is chosen, and a role that empties is named", async () => {
  await rows(
    "INSERT INTO desk.collection (slug, name, lead_id) VALUES ('led', 'Led by Cleo', $1)",
    [lead.id],
  );
  const left = valueOf(await departure(lead));
  expect(left.shelves).toMatchObject([{ name: "Led by Cleo", toName: null }]);
  expect(left.emptied).toEqual(["clinical_lead"]);
  const handed = valueOf(await departure(lead, desk.editor));
  expect(handed.shelves).toMatchObject([{ toName: "Dr Eva Editor" }]);
  const other = valueOf(await departure(desk.scientist));
  expect(other).toMatchObject({ shelves: [], emptied: [] });
});

test("a page that the asker may not know of is there without its name", async () => {
  await database.owner.query(
    "UPDATE desk.page SET confidential_until = desk.today() + 30 WHERE id = $1",
    [open.pageId],
  );
  // Also when it would be theirs afterwards.
  for (const to of [null, admin]) {
    const { holdings } = valueOf(await departure(desk.author, to));
    expect(holdings.find(({ pageId }) => pageId === open.pageId)).toMatchObject(
      { title: "A confidential page", slug: "" },
    );
  }
  await database.owner.query(
    "UPDATE desk.page SET confidential_until = NULL WHERE id = $1",
    [open.pageId],
  );
});

const apart = (months: number, by = lead) =>
  rehearseInterval(by.sessionId, by.id, {
    ...{ kind: "gene_summary", months, spreadDays: 30 },
  });
const interval = (months: number) => unchanged(() => apart(months));

test("a shorter interval shows the days that it would move, a longer one none", async () => {
  const rules = await findRulesInForce("gene_summary");
  const now = rules?.intervalMonths ?? 0;
  const shorter = valueOf(await interval(now - 3));
  expect(shorter.before).toBe(now);
  expect(shorter.moved.map(({ pageId }) => pageId)).toEqual([live.pageId]);
  const [only] = shorter.moved;
  expect((only?.movesTo ?? "") < (only?.dueOn ?? "")).toBe(true);
  expect(shorter.load).toHaveLength(24);
  const seats = (of: "now" | "then") =>
    shorter.load.filter((month) => month[of] > 0).map(({ month }) => month);
  expect(seats("then")).not.toEqual(seats("now"));
  const most = rules?.maxIntervalMonths ?? 0;
  expect(valueOf(await interval(most)).moved).toEqual([]);
  expect(refusalOf(await interval(most + 1))).toBe("interval_too_long");
});

test("a guideline's withdrawal shows the pages that rest on it, their days and whom they need", async () => {
  const rehearse = (by = desk.editor, named = "NICE NG122") =>
    unchanged(() => rehearseGuideline(by.sessionId, by.id, named));
  expect(valueOf(await rehearse()).pages).toEqual([]);
  // As the register has it of a text that cites it.
  const [version] = await rows<{ id: string }>(
    "SELECT version_id AS id FROM desk.publication WHERE page_id = $1",
    [live.pageId],
  );
  await database.owner.query(
    "INSERT INTO desk.source_use (version_id, block_id, kind, key, label) VALUES ($1, 'bbbbbbbbbb', 'guideline', 'nice ng122 lung cancer', 'NICE NG122 Lung cancer')",
    [version?.id],
  );
  const { pages, told } = valueOf(await rehearse());
  const [day] = await rows<{ earliest: string }>(
    "SELECT desk.today() + 14 AS earliest",
  );
  expect(pages).toMatchObject([
    {
      ...{ pageId: live.pageId, places: 1, waits: true },
      movesTo: day?.earliest,
      needs: [
        { expertise: "laboratory_scientist", name: "Lars Lab" },
        { expertise: "medical_editor", name: "Mia Medical" },
      ],
    },
  ]);
  expect(told.map(({ kind }) => kind)).toContain("watch_item");
  expect(refusalOf(await rehearse(admin))).toBe("forbidden");
  // An author may tell of it, and may not bring every page forward.
  const stranger = await join(database, "Sami Stranger", ["author"]);
  expect(refusalOf(await rehearse(stranger))).toBe("not_your_page");
});

test("only who may do it may rehearse it", async () => {
  await unchanged(async () => {
    for (const who of [desk.editor, desk.author, lead])
      expect(refusalOf(await leave(desk.scientist, null, who))).toBe(
        "not_an_admin",
      );
    for (const who of [desk.editor, desk.author, admin])
      expect(refusalOf(await apart(6, who))).toBe("not_a_clinical_lead");
    expect(refusalOf(await leave(admin))).toBe("last_admin");
    const nobody = { ...admin, id: live.pageId };
    expect(refusalOf(await leave(nobody))).toBe("not_found");
  });
});

test("what somebody else is working on is not waited for, and nothing changes", async () => {
  const other = await database.owner.connect();
  await other.query("BEGIN");
  await other.query("SELECT FROM desk.page WHERE id = $1 FOR UPDATE", [
    live.pageId,
  ]);
  try {
    expect(refusalOf(await departure(desk.author))).toBe("rehearsal_busy");
  } finally {
    await other.query("ROLLBACK");
    other.release();
  }
  valueOf(await departure(desk.author));
});

test("the act itself does what its rehearsal showed", async () => {
  const change = { kind: "gene_summary", months: 9, spreadDays: 30 } as const;
  const { moved } = valueOf(
    await rehearseInterval(lead.sessionId, lead.id, change),
  );
  const rules = await findRulesInForce("gene_summary");
  if (!rules) throw new Error("no rules");
  const before = await digest();
  valueOf(
    await setReviewRules(lead.sessionId, {
      ...{ ...rules, intervalMonths: 9, spreadDays: 30 },
      baseNumber: rules.number,
    }),
  );
  const after = await digest();
  // The same hashes see a change where there is one.
  expect(after["desk.review_rules"]).not.toBe(before["desk.review_rules"]);
  expect(after["desk.audit_event"]).not.toBe(before["desk.audit_event"]);
  expect(
    await rows(
      `SELECT p.page_id AS "pageId", b.due_on AS "movesTo" FROM desk.due_brought_forward b JOIN desk.publication p ON p.id = b.publication_id`,
    ),
  ).toEqual(moved.map(({ pageId, movesTo }) => ({ pageId, movesTo })));

  const leaving = desk.author;
  const to = desk.editor;
  const { told } = valueOf(
    await rehearseDeparture(admin.sessionId, admin.id, leaving.id, to.id),
  );
  const [mails] = await rows<{ ids: string[] }>(
    "SELECT array_agg(id) AS ids FROM desk.mail",
  );
  valueOf(await deactivatePerson(admin.sessionId, leaving.id, to.id));
  expect(
    await rows(
      `SELECT p.name, m.kind, count(*)::integer AS count FROM desk.mail m JOIN desk.person p ON p.id = m.recipient_id
        WHERE m.id <> ALL ($1) GROUP BY p.name, m.kind ORDER BY 1, 2`,
      [mails?.ids],
    ),
  ).toEqual(told);
});
