import { afterAll, beforeAll, expect, test } from "vitest";
import { publish } from "~/commands/publish.server";
import {
  type RulesChange,
  setReviewRules,
} from "~/commands/set-review-rules.server";
import { listPublishBlockers } from "~/data/gate.server";
import { getRulesEffects, getWorkedExample } from "~/data/rules-effects.server";
import { findRulesInForce } from "~/data/review-rules.server";
import { addDays, addMonths } from "~/domain/days";
import type { BoundBlockType } from "~/domain/review-rules";
import type { Expertise } from "~/domain/words";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  approvePage,
  ask,
  join,
  openReviewDesk,
  publishPage,
  refusalOf,
  type ReviewDesk,
  type Someone,
  sign,
  submitPage,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
let lead: Someone;

const need = (
  expertise: Expertise,
  blockTypes: BoundBlockType[],
  step = 1,
) => ({ ...{ expertise, blockTypes, step }, count: 1, isForUpdates: true });

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
  lead = await join(database, "Lea Lead", ["clinical_lead"]);
});

afterAll(() => database.drop());

/** The rules in force of gene summaries, with something changed in them. */
async function changed(by: Partial<RulesChange> = {}): Promise<RulesChange> {
  const rules = await findRulesInForce("gene_summary");
  if (!rules) throw new Error("there are no rules");
  return { ...rules, baseNumber: rules.number, spreadDays: 90, ...by };
}

async function set(by: Partial<RulesChange> = {}, who = lead) {
  return setReviewRules(who.sessionId, await changed(by));
}

async function today(): Promise<string> {
  const { rows } = await database.owner.query<{ day: string }>(
    "SELECT desk.today()::text AS day",
  );
  return rows[0]?.day ?? "";
}

test("only a clinical lead sets rules", async () => {
  for (const who of [desk.editor, desk.author, desk.scientist])
    expect(refusalOf(await set({}, who))).toBe("not_a_clinical_lead");
});

test("rules that contradict themselves are refused, each with its own reason", async () => {
  const refusals: [Partial<RulesChange>, string][] = [
    [{ intervalMonths: 30, maxIntervalMonths: 24 }, "interval_too_long"],
    [{ maxIntervalMonths: 61 }, "rules_invalid"],
    [{ graceDays: 181 }, "rules_invalid"],
    [{ needs: [] }, "rules_missing"],
    [
      {
        needs: [
          {
            expertise: "clinician",
            count: 1,
            step: 1,
            isForUpdates: false,
            blockTypes: [],
          },
        ],
      },
      "rules_missing",
    ],
    [{ reminders: [] }, "reminders_missing"],
    [
      {
        reminders: [
          { afterDays: -14, repeatsEvery: null, to: ["owner"] },
          { afterDays: -14, repeatsEvery: null, to: ["editors"] },
        ],
      },
      "reminders_clash",
    ],
    [
      {
        reminders: [
          { afterDays: 1, repeatsEvery: 7, to: ["editors"] },
          { afterDays: 15, repeatsEvery: null, to: ["clinical_lead"] },
        ],
      },
      "reminders_clash",
    ],
    [
      { reminders: [{ afterDays: -60, repeatsEvery: 7, to: ["owner"] }] },
      "rules_invalid",
    ],
    [
      { reminders: [{ afterDays: -60, repeatsEvery: null, to: [] }] },
      "rules_invalid",
    ],
    [{ baseNumber: 99 }, "rules_changed"],
  ];
  const before = await findRulesInForce("gene_summary");
  for (const [change, because] of refusals)
    expect([JSON.stringify(change), refusalOf(await set(change))]).toEqual([
      JSON.stringify(change),
      because,
    ]);
  expect(await findRulesInForce("gene_summary")).toEqual(before);
});

test("an open round keeps the rules it began with, the next one has the new", async () => {
  const open = await submitPage(database, desk.author);
  const before = await findRulesInForce("gene_summary");
  valueOf(
    await set({
      needs: [
        ...(before?.needs ?? []),
        {
          expertise: "pharmacist",
          count: 1,
          step: 2,
          isForUpdates: true,
          blockTypes: [],
        },
      ],
    }),
  );
  const asked = (blockers: { detail: { expertise?: string } }[]) =>
    blockers.map(({ detail }) => detail.expertise).sort();
  expect(asked(await listPublishBlockers(open.versionId))).toEqual([
    "laboratory_scientist",
    "medical_editor",
  ]);
  const next = await submitPage(database, desk.author);
  expect(asked(await listPublishBlockers(next.versionId))).toEqual([
    "laboratory_scientist",
    "medical_editor",
    "pharmacist",
  ]);
  const effects = await getRulesEffects("gene_summary", false, 24, 90, lead.id);
  expect(effects.openRounds).toBe(2);
  expect(effects.rounds.map(({ number }) => number).sort()).toEqual([1, 2]);
  valueOf(await set({ needs: before?.needs ?? [] }));
});

test("setting rules is in the audit with what they were before", async () => {
  valueOf(await set({ graceDays: 45 }));
  const { rows } = await database.owner.query<{ payload: string }>(
    "SELECT payload::text FROM desk.audit_event WHERE act = 'set_review_rules' ORDER BY seq DESC LIMIT 1",
  );
  expect(JSON.parse(rows[0]?.payload ?? "{}")).toMatchObject({
    before: { grace_days: 90 },
    after: { grace_days: 45 },
    needs_before: [
      { expertise: "laboratory_scientist", count: 1 },
      { expertise: "medical_editor", count: 1 },
    ],
    needs: [
      { expertise: "laboratory_scientist", count: 1 },
      { expertise: "medical_editor", count: 1 },
    ],
  });
});

test("a shorter interval moves live pages, none closer than 60 days, spread over the days chosen; a longer one none", async () => {
  const pages = [];
  for (let n = 0; n < 3; n += 1) pages.push(await publishPage(database, desk));
  const first = await today();
  expect(
    (await getRulesEffects("gene_summary", true, 1, 10, lead.id)).livePages,
  ).toBe(3);
  const shown = await getRulesEffects("gene_summary", true, 1, 10, lead.id);
  expect(shown.moving.map(({ movesTo }) => movesTo)).toEqual([
    addDays(first, 60),
    addDays(first, 63),
    addDays(first, 66),
  ]);
  valueOf(await set({ intervalMonths: 1, spreadDays: 10 }));
  const dues = async () =>
    (
      await database.owner.query<{ due: string }>(
        `SELECT desk.effective_due(id)::text AS due FROM desk.publication WHERE ended_at IS NULL ORDER BY 1`,
      )
    ).rows.map(({ due }) => due);
  expect(await dues()).toEqual(shown.moving.map(({ movesTo }) => movesTo));
  const { rows } = await database.owner.query<{ many: number }>(
    "SELECT count(*)::integer AS many FROM desk.audit_event WHERE act = 'bring_date_forward'",
  );
  expect(rows[0]?.many).toBe(3);
  valueOf(await set({ intervalMonths: 24 }));
  expect(await dues()).toEqual(shown.moving.map(({ movesTo }) => movesTo));
  // Far from the floor the rule itself gives the day.
  const page = await publishPage(database, desk);
  valueOf(await set({ intervalMonths: 6, spreadDays: 10 }));
  const { rows: due } = await database.owner.query<{ due: string }>(
    "SELECT desk.effective_due($1)::text AS due",
    [page.publicationId],
  );
  expect(due[0]?.due).toBe(addMonths(first, 6));
  valueOf(await set({ intervalMonths: 24 }));
});

test("one from outside the authors' institution: the same place, written otherwise, and an unknown one do not do", async () => {
  valueOf(await set({ asksOutsider: true }));
  const place = (who: Someone, affiliation: string) =>
    database.owner.query(
      "UPDATE desk.person SET affiliation = $2 WHERE id = $1",
      [who.id, affiliation],
    );
  await place(desk.author, "");
  const unknown = await approvePage(database, desk);
  const blockers = await listPublishBlockers(unknown.versionId);
  expect(blockers).toMatchObject([
    { code: "outsider_missing", detail: { because: "author_unknown" } },
  ]);

  await place(desk.author, "St Mary's Hospital, London");
  await place(desk.scientist, "st mary's  hospital London");
  await place(desk.medicalEditor, "");
  const inside = await approvePage(database, desk);
  expect(await listPublishBlockers(inside.versionId)).toMatchObject([
    { code: "outsider_missing", detail: { because: "nobody_outside" } },
  ]);
  expect(
    refusalOf(await publish(desk.editor.sessionId, inside.versionId)),
  ).toBe("blocked");

  // Moving after the signature changes nothing: it is where they signed.
  await place(desk.scientist, "Royal Infirmary, Leeds");
  expect((await listPublishBlockers(inside.versionId)).length).toBe(1);
  const outside = await approvePage(database, desk);
  expect(await listPublishBlockers(outside.versionId)).toEqual([]);
  await place(desk.scientist, "St Mary's Hospital, London");
  valueOf(await publish(desk.editor.sessionId, outside.versionId));
  // An author who moves does not turn old colleagues into people from outside.
  await place(desk.author, "Royal Infirmary, Leeds");
  await place(desk.scientist, "Somewhere else");
  await place(desk.medicalEditor, "St. Mary's Hospital London");
  const elsewhere = await approvePage(database, desk);
  expect(await listPublishBlockers(elsewhere.versionId)).toEqual([]);
  await place(desk.scientist, "Royal Infirmary, Leeds");
  const former = await approvePage(database, desk);
  expect(await listPublishBlockers(former.versionId)).toMatchObject([
    { code: "outsider_missing", detail: { because: "nobody_outside" } },
  ]);
  await place(desk.medicalEditor, "");
  valueOf(await set({ asksOutsider: false }));
});

test("a dose adds a pharmacist, and only where the rules say so", async () => {
  const text = "Give olaparib 300 mg twice a day.";
  const lacking = async (words: string) => {
    const page = await submitPage(database, desk.author, words);
    const blockers = await listPublishBlockers(page.versionId);
    return blockers.map(({ detail }) => detail.expertise).sort();
  };
  const usual = ["laboratory_scientist", "medical_editor"];
  expect(await lacking(text)).toEqual(usual);
  valueOf(await set({ addsPharmacist: true }));
  expect(await lacking(text)).toEqual([...usual, "pharmacist"]);
  expect(await lacking("Exon 20 spans 186 bases in 7 families.")).toEqual(
    usual,
  );
  valueOf(await set({ addsPharmacist: false }));
});

test("what a rule adds has to be signed like everything else", async () => {
  valueOf(await set({ addsPharmacist: true }));
  const pharmacist = await join(
    database,
    "Phil Pharmacist",
    ["reviewer"],
    ["pharmacist"],
  );
  const page = await submitPage(database, desk.author, "Give 5 mg/kg weekly.");
  const seats: [Someone, "laboratory_scientist" | "medical_editor"][] = [
    [desk.scientist, "laboratory_scientist"],
    [desk.medicalEditor, "medical_editor"],
  ];
  for (const [who, expertise] of seats)
    valueOf(
      await sign(
        database,
        who,
        await ask(desk.editor, page, who, expertise),
        page.sha,
      ),
    );
  expect(refusalOf(await publish(desk.editor.sessionId, page.versionId))).toBe(
    "blocked",
  );
  const asked = await ask(desk.editor, page, pharmacist, "pharmacist");
  valueOf(await sign(database, pharmacist, asked, page.sha));
  valueOf(await publish(desk.editor.sessionId, page.versionId));
  valueOf(await set({ addsPharmacist: false }));
});

test("an update asks whom its blocks need, also for what it takes out, and never nobody", async () => {
  const rulesId = valueOf(
    await set({
      needs: [
        need("laboratory_scientist", ["table", "figure"]),
        need("clinician", ["whatToDo"]),
        { ...need("medical_editor", []), isForUpdates: false },
      ],
    }),
  );
  expect((await changed({})).needs).toContainEqual(
    need("laboratory_scientist", ["figure", "table"]),
  );
  const block = (id: string, type: string, inside: object[] = []) => ({
    ...{ type, attrs: { id }, content: inside },
  });
  const textOf = (...content: object[]) =>
    JSON.stringify({ audience: "clinicians", body: { content } });
  const text = textOf(
    block("p", "paragraph"),
    block("t", "table"),
    block("w", "whatToDo", [block("in", "table")]),
  );
  const asked = async (kind: string, scope: string[], before?: string) =>
    (
      await database.owner.query<{ expertise: string }>(
        "SELECT expertise FROM desk.asked_by_rules($1, $2, $3, $4, $5) ORDER BY 1",
        [rulesId, kind, text, scope, before ?? null],
      )
    ).rows.map(({ expertise }) => expertise);
  const both = ["clinician", "laboratory_scientist"];
  expect(await asked("full_review", [])).toEqual([...both, "medical_editor"]);
  expect(await asked("update", ["t"])).toEqual(["laboratory_scientist"]);
  expect(await asked("update", ["w"])).toEqual(both);
  // No kind of block of the rules: all that read updates do.
  expect(await asked("update", ["p"])).toEqual(both);
  // A block that was taken out, or became a mere paragraph, is asked of as readers have it.
  const live = textOf(block("p", "whatToDo"), block("gone", "figure"));
  expect(await asked("update", ["p"], live)).toEqual(["clinician"]);
  expect(await asked("update", ["gone"], live)).toEqual([
    "laboratory_scientist",
  ]);
  expect(
    refusalOf(await set({ needs: [need("clinician", ["poem" as "table"])] })),
  ).toBe("rules_invalid");
  valueOf(
    await set({
      needs: [need("laboratory_scientist", []), need("medical_editor", [], 2)],
    }),
  );
});

test("the worked example gives real days, and reminders on working days", async () => {
  const rules = await changed({ intervalMonths: 24, graceDays: 30 });
  const days = valueOf(
    await getWorkedExample(rules, {
      askedOn: "2024-02-20",
      firstSignedOn: "2024-02-29",
      lastSignedOn: "2024-03-04",
    }),
  );
  const on = (what: string) => days.find((day) => day.what === what)?.goesOutOn;
  expect(on("respond_by")).toBe("2024-02-25");
  expect(on("last_reviewed")).toBe("2024-02-29");
  // 29 February and 24 months is 28 February, a Saturday: the reminder goes out before.
  expect(on("next_due")).toBe("2026-02-28");
  expect(on("overdue_from")).toBe("2026-03-01");
  expect(on("withheld_from")).toBe("2026-03-31");
  const reminders = days.filter(({ what }) => what === "reminder");
  expect(reminders).toHaveLength(7);
  expect(reminders).toContainEqual({
    what: "reminder",
    fallsOn: "2026-02-28",
    goesOutOn: "2026-02-27",
    every: null,
    addressees: ["owner", "last_reviewers"],
  });
});

test("reminders set by a lead are those that go out", async () => {
  valueOf(
    await set({
      reminders: [
        { afterDays: -30, repeatsEvery: null, to: ["owner"] },
        { afterDays: 2, repeatsEvery: 5, to: ["editors"] },
      ],
    }),
  );
  const page = await publishPage(database, desk);
  const { rows } = await database.owner.query<{ due: string }>(
    "SELECT desk.effective_due($1)::text AS due",
    [page.publicationId],
  );
  const due = rows[0]?.due ?? "";
  const steps = async (day: string) => {
    await database.setClock(`${day}T11:00:00Z`);
    const found = await database.app.query<{ step: string; who: string }>(
      "SELECT step, recipient_id AS who FROM desk.due_reminders() WHERE page_id = $1",
      [page.pageId],
    );
    return [...new Set(found.rows.map(({ step }) => step))];
  };
  expect(await steps(addDays(due, -40))).toEqual([]);
  expect(await steps(addDays(due, -30))).toEqual(["due_in_30"]);
  expect(await steps(addDays(due, 12))).toContain("overdue_2_every_5:3");
});
