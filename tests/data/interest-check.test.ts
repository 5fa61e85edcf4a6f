import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerInterests } from "~/commands/answer-interests.server";
import { assign } from "~/commands/assign.server";
import {
  declareInterests,
  type DeclaredInterest,
} from "~/commands/declare-interests.server";
import { loadReference } from "~/commands/load-reference.server";
import { publish } from "~/commands/publish.server";
import { ruleOnInterests } from "~/commands/rule-on-interests.server";
import { checkInterests } from "~/data/interest-check.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  approvePage,
  ask,
  openReviewDesk,
  refusalOf,
  resubmit,
  type ReviewDesk,
  sign,
  type Someone,
  submitPage,
  valueOf,
} from "../commands/review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
});
afterAll(() => database.drop());

const named = "ROS1 fusions respond to crizotinib in most patients.";

const interest = (changed: Partial<DeclaredInterest> = {}) => ({
  entity: "Pfizer Ltd",
  kind: "consultancy" as const,
  scope: "personal" as const,
  fromMonth: "2025-01",
  untilMonth: null,
  note: "",
  ...changed,
});

const declare = (who: Someone, ...entries: DeclaredInterest[]) =>
  declareInterests(who.sessionId, {
    hasNone: entries.length === 0,
    statement: "",
    entries,
  });

const answer = (
  who: Someone,
  pageId: string,
  level: "none" | "institutional" | "personal",
) =>
  answerInterests(who.sessionId, {
    pageId,
    level,
    details: level === "none" ? "" : "A grant to my department.",
  });

async function standingOf(who: Someone, pageId: string) {
  const { rows } = await database.owner.query<{ standing: string }>(
    "SELECT desk.interest_standing($1, $2) AS standing",
    [who.id, pageId],
  );
  return rows[0]?.standing;
}

const rule = (pageId: string, answerId: string, isAccepted: boolean) =>
  ruleOnInterests(
    desk.editor.sessionId,
    { id: desk.editor.id, roles: ["editor"] },
    {
      ...{ pageId, answerId, isAccepted },
      publicReason: "The grant is for another disease.",
    },
  );

describe("a declaration", () => {
  test("has an entry for each interest, and is refused without one", async () => {
    const who = desk.otherScientist;
    const nothing = { hasNone: false, statement: "Some.", entries: [] };
    expect(refusalOf(await declareInterests(who.sessionId, nothing))).toBe(
      "statement_missing",
    );
    const both = { hasNone: true, statement: "", entries: [interest()] };
    expect(refusalOf(await declareInterests(who.sessionId, both))).toBe(
      "entries_invalid",
    );
  });

  test.each([
    ["an entity", { entity: " " }],
    ["a month that exists", { fromMonth: "2025-13" }],
    ["a beginning before its end", { untilMonth: "2024-12" }],
    ["a beginning that is not to come", { fromMonth: "2099-01" }],
  ])("needs %s", async (_what, wrong) => {
    const refused = await declare(desk.otherScientist, interest(wrong));
    expect(refusalOf(refused)).toBe("entries_invalid");
  });

  test("stays in the history when another takes its place", async () => {
    const who = desk.otherScientist;
    valueOf(await declare(who, interest({ entity: "Old Company" })));
    valueOf(await declare(who));
    const { rows } = await database.owner.query(
      "SELECT entity FROM desk.interest_entry e JOIN desk.interest_declaration d ON d.id = e.declaration_id WHERE d.person_id = $1",
      [who.id],
    );
    expect(rows).toEqual([{ entity: "Old Company" }]);
    await expect(
      database.owner.query("DELETE FROM desk.interest_entry"),
    ).rejects.toThrow("immutable");
  });
});

describe("the check against the makers", () => {
  test("finds a maker under its other names, and says which therapy", async () => {
    const { pageId } = await submitPage(database, desk.author, named);
    const who = desk.otherScientist;
    for (const entity of [
      ...["PFIZER", "Pfizer Inc.", "Pfizer Oncology UK", "Array BioPharma Inc"],
    ]) {
      valueOf(await declare(who, interest({ entity })));
      const { conflicts } = await checkInterests(who.id, pageId);
      expect(conflicts, entity).toMatchObject([
        { therapy: "crizotinib", company: "Pfizer", relation: "maker" },
      ]);
    }
    valueOf(await declare(who, interest({ entity: "Pfizenmaier Bakery" })));
    expect((await checkInterests(who.id, pageId)).conflicts).toEqual([]);
    valueOf(await declare(who));
  });

  test("finds a rival's maker", async () => {
    const { pageId } = await submitPage(database, desk.author, named);
    const who = desk.otherScientist;
    valueOf(await declare(who, interest({ entity: "Genentech, Inc." })));
    const { conflicts } = await checkInterests(who.id, pageId);
    expect(conflicts).toMatchObject([{ company: "Roche", relation: "rival" }]);
    valueOf(await declare(who));
  });

  test("tells two companies apart where one name stands in the other", async () => {
    const { pageId } = await submitPage(
      ...[database, desk.author, "We give olaparib."],
    );
    const who = desk.otherScientist;
    valueOf(await declare(who, interest({ entity: "Merck KGaA" })));
    expect((await checkInterests(who.id, pageId)).conflicts).toEqual([]);
    valueOf(await declare(who, interest({ entity: "Merck & Co., Inc." })));
    expect((await checkInterests(who.id, pageId)).conflicts).toMatchObject([
      { company: "MSD" },
    ]);
    valueOf(await declare(who));
  });

  test("holds nothing that ended more than 36 months ago", async () => {
    const { pageId } = await submitPage(database, desk.author, named);
    const who = desk.otherScientist;
    const long = { fromMonth: "2010-01", untilMonth: "2012-01" };
    valueOf(await declare(who, interest(long)));
    expect((await checkInterests(who.id, pageId)).conflicts).toEqual([]);
    valueOf(await declare(who));
  });

  test("says the maker that it does not know", async () => {
    const { pageId } = await submitPage(
      ...[database, desk.author, "We try zorvetinib and crizotinib."],
    );
    const { unlisted } = await checkInterests(desk.scientist.id, pageId);
    expect(unlisted).toEqual(["zorvetinib"]);
  });

  test("uses a desk's own table as soon as it is loaded", async () => {
    const { pageId } = await submitPage(
      ...[database, desk.author, "We try zorvetinib."],
    );
    const tsv = "therapy\tcompany\nzorvetinib\tNew Maker plc\n";
    const before = await readFile(
      new URL("../../prisma/reference/makers-2026-11-22.tsv", import.meta.url),
    );
    await loadReference("makers", "own.tsv", Buffer.from(tsv), () => undefined);
    const who = desk.otherScientist;
    valueOf(await declare(who, interest({ entity: "New Maker" })));
    expect(await checkInterests(who.id, pageId)).toMatchObject({
      conflicts: [{ therapy: "zorvetinib", company: "New Maker plc" }],
      unlisted: [],
    });
    valueOf(await declare(who));
    await loadReference("makers", "back.tsv", before, () => undefined);
  });
});

describe("the standing", () => {
  test("is personal for a payment, shares or a patent, whatever was answered", async () => {
    const page = await submitPage(database, desk.author, named);
    const who = desk.otherScientist;
    valueOf(await answer(who, page.pageId, "none"));
    expect(await standingOf(who, page.pageId)).toBe("none");
    for (const kind of ["honoraria", "shares", "patent", "grant"] as const) {
      valueOf(await declare(who, interest({ kind })));
      expect(await standingOf(who, page.pageId), kind).toBe("personal");
    }
    expect(refusalOf(await answer(who, page.pageId, "none"))).toBe(
      "interests_found",
    );
    const asked = await assign(desk.editor.sessionId, {
      ...{ roundId: page.roundId, expertise: "laboratory_scientist" },
      ...{ reviewerId: who.id, respondBy: null, reviewBy: null },
      answersDecisionId: null,
    });
    expect(refusalOf(asked)).toBe("interests_exclude");
    valueOf(await declare(who));
    expect(await standingOf(who, page.pageId)).toBe("none");
  });

  test("is the editor's for funding of the institution or an unpaid role", async () => {
    const { pageId } = await submitPage(database, desk.author, named);
    const who = desk.otherScientist;
    valueOf(await answer(who, pageId, "none"));
    for (const entry of [
      interest({ kind: "grant", scope: "institutional" }),
      interest({ kind: "unpaid_role", scope: "personal" }),
    ]) {
      valueOf(await declare(who, entry));
      expect(await standingOf(who, pageId)).toBe("unanswered");
    }
    const answerId = valueOf(await answer(who, pageId, "institutional"));
    expect(await standingOf(who, pageId)).toBe("institutional_open");
    valueOf(await rule(pageId, answerId, true));
    expect(await standingOf(who, pageId)).toBe("institutional_accepted");
    // A ruling does not cover what is declared after it.
    valueOf(
      await declare(who, interest({ kind: "grant", scope: "institutional" })),
    );
    expect(await standingOf(who, pageId)).toBe("unanswered");
    const again = valueOf(await answer(who, pageId, "institutional"));
    valueOf(await rule(pageId, again, false));
    expect(await standingOf(who, pageId)).toBe("institutional_refused");
    valueOf(await declare(who));
  });

  test("changes when a later version names the therapy", async () => {
    const who = desk.otherScientist;
    valueOf(await declare(who, interest()));
    const page = await submitPage(database, desk.author, "SDHB is a gene.");
    valueOf(await answer(who, page.pageId, "none"));
    expect(await standingOf(who, page.pageId)).toBe("none");
    await resubmit(database, desk.author, page.pageId, named);
    expect(await standingOf(who, page.pageId)).toBe("personal");
    valueOf(await declare(who));
  });
});

describe("a conflict", () => {
  test("declared between opening and signing stops the approval", async () => {
    const page = await submitPage(database, desk.author, named);
    const who = desk.scientist;
    const asked = await ask(desk.editor, page, who, "laboratory_scientist");
    valueOf(await declare(who, interest()));
    expect(refusalOf(await sign(database, who, asked, page.sha))).toBe(
      "interests_exclude",
    );
    valueOf(await declare(who));
    valueOf(await sign(database, who, asked, page.sha));
  });

  test("declared after signing stops the publication", async () => {
    const page = await approvePage(database, desk, named);
    valueOf(await declare(desk.scientist, interest()));
    const refused = await publish(desk.editor.sessionId, page.versionId);
    expect(refused).toMatchObject({
      detail: {
        blockers: expect.arrayContaining([
          expect.objectContaining({
            code: "interests",
            detail: { person: "Lars Lab", standing: "personal" },
          }),
        ]) as unknown,
      },
    });
    valueOf(await declare(desk.scientist));
    valueOf(await publish(desk.editor.sessionId, page.versionId));
  });

  test("of the editor stops them, not another editor", async () => {
    const page = await approvePage(database, desk, named);
    valueOf(await declare(desk.editor, interest({ kind: "shares" })));
    const refused = await publish(desk.editor.sessionId, page.versionId);
    expect(refused).toMatchObject({
      because: "blocked",
      detail: {
        blockers: [
          {
            code: "interests",
            who: "editor",
            detail: { standing: "personal", capacity: "publisher" },
          },
        ],
      },
    });
    valueOf(await publish(desk.secondEditor.sessionId, page.versionId));
    valueOf(await declare(desk.editor));
  });
});

test("how interests stood is kept with the publication, and readers see it", async () => {
  const page = await submitPage(database, desk.author, `${named} Often.`);
  const { scientist, medicalEditor, editor } = desk;
  const first = await ask(editor, page, scientist, "laboratory_scientist");
  const second = await ask(editor, page, medicalEditor, "medical_editor");
  const declared = interest({ kind: "grant", scope: "institutional" });
  valueOf(await declare(scientist, declared));
  const answerId = valueOf(
    await answer(scientist, page.pageId, "institutional"),
  );
  valueOf(await rule(page.pageId, answerId, true));
  valueOf(await sign(database, scientist, first, page.sha));
  valueOf(await sign(database, medicalEditor, second, page.sha));
  valueOf(await publish(editor.sessionId, page.versionId));
  // What is declared later does not change what readers were told.
  valueOf(await declare(scientist, interest({ kind: "shares" })));
  const { rows } = await database.public.query(
    `SELECT i.capacity, i.name, i.standing, i.details, i.public_reason FROM desk.public_interest i
      WHERE i.slug = (SELECT slug FROM desk.public_page WHERE content_sha256 = $1) ORDER BY i.capacity, i.name`,
    [page.sha],
  );
  expect(rows).toMatchObject([
    { capacity: "author", name: "Dr Ana Author", standing: "none" },
    {
      ...{ capacity: "reviewer", name: "Dr Lars Lab" },
      ...{ standing: "institutional_accepted" },
      ...{ details: "A grant to my department." },
      public_reason: "The grant is for another disease.",
    },
    { capacity: "reviewer", name: "Dr Mia Medical", standing: "none" },
  ]);
  valueOf(await declare(scientist));
});
