import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bringDateForward } from "~/commands/bring-date-forward.server";
import { publish } from "~/commands/publish.server";
import { revokeApproval } from "~/commands/revoke-approval.server";
import { setReviewRules } from "~/commands/set-review-rules.server";
import { submitForReview } from "~/commands/submit-for-review.server";
import { withdraw } from "~/commands/withdraw.server";
import { canonicalContent } from "~/content/canonical";
import type { Block } from "~/content/page-content";
import { runAct } from "~/data/act.server";
import { findDraft } from "~/data/drafts.server";
import { listPublishBlockers } from "~/data/gate.server";
import { appPool } from "~/data/pools.server";
import { findPublicStanding } from "~/data/publications.server";
import { findRulesInForce } from "~/data/review-rules.server";
import { listSections } from "~/data/section-standing.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  ask,
  grantFor,
  join,
  openReviewDesk,
  type ReviewDesk,
  type Someone,
  sign,
  submitPage,
  type Submitted,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
  const lead = await join(database, "Lea Lead", ["clinical_lead"]);
  const rules = await findRulesInForce("gene_summary");
  if (!rules) throw new Error("there are no rules");
  valueOf(
    await setReviewRules(lead.sessionId, {
      ...{ ...rules, baseNumber: rules.number, spreadDays: 0 },
      carriesSections: true,
    }),
  );
});
beforeEach(() => database.setClock("2027-01-11T10:00:00Z"));
afterAll(() => database.drop());

const heading = (id: string, text: string): Block => ({
  type: "heading",
  attrs: { id, level: 2 },
  content: [{ type: "text", text }],
});
const paragraph = (id: string, text: string): Block => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text }],
});

/** Two sections, "The gene" and "Tests", in front of their reviewers. */
async function submitSections(
  pageId: string,
  gene: string,
  tests: string,
  isReadAnew = false,
  changeNote = "Written for the tests.",
): Promise<Submitted> {
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("the page has no draft");
  const content = {
    ...draft.content,
    changeNote,
    body: {
      type: "doc" as const,
      content: [
        heading("aaaaaaaaaa", "The gene"),
        paragraph("bbbbbbbbbb", gene),
        heading("cccccccccc", "Tests"),
        paragraph("dddddddddd", tests),
      ],
    },
  };
  const revision = valueOf(
    await runAct<number>(appPool(), "save_draft", [
      ...[desk.author.sessionId, pageId, "main"],
      ...[draft.revision, canonicalContent(content)],
    ]),
  );
  const versionId = valueOf(
    await submitForReview(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: revision, scope: [] },
      ...{ kind: "full_review", expertise: null, isConfirmed: false },
      isReadAnew,
    }),
  );
  const { rows } = await database.owner.query<{ roundId: string; sha: string }>(
    `SELECT r.id AS "roundId", v.content_sha256 AS sha FROM desk.review_round r
       JOIN desk.version v ON v.id = r.version_id WHERE v.id = $1`,
    [versionId],
  );
  const [round] = rows;
  if (!round) throw new Error("no round");
  return { pageId, versionId, ...round };
}

async function approveBoth(page: Submitted, first = desk.scientist) {
  const seat = async (
    who: Someone,
    expertise: "laboratory_scientist" | "medical_editor",
  ) => {
    const asked = await ask(desk.editor, page, who, expertise);
    return valueOf(await sign(database, who, asked, page.sha));
  };
  return [
    await seat(first, "laboratory_scientist"),
    await seat(desk.medicalEditor, "medical_editor"),
  ] as const;
}

async function livePage() {
  const { pageId } = await submitPage(database, desk.author);
  const first = await submitSections(pageId, "SDHB is on 1p36.", "Ask early.");
  const [decisionId] = await approveBoth(first);
  valueOf(await publish(desk.editor.sessionId, first.versionId));
  return { ...first, decisionId };
}

const carriedOf = async (versionId: string) =>
  (await listSections(versionId))
    .filter(({ isCarried }) => isCarried)
    .map(({ label, signer, versionNumber }) => [label, signer, versionNumber]);

test("an untouched section keeps its sign-off, and last reviewed keeps the day of the oldest", async () => {
  const live = await livePage();
  const { lastReviewedOn } = (await findPublicStanding(live.pageId)) ?? {};
  expect(lastReviewedOn).toBe("2027-01-11");
  await database.setClock("2027-06-01T10:00:00Z");
  const next = await submitSections(
    live.pageId,
    "SDHB is on 1p36.",
    "Ask at once.",
  );
  expect(await carriedOf(next.versionId)).toEqual([
    ["The gene", "Dr Lars Lab", 2],
    ["The gene", "Dr Mia Medical", 2],
  ]);
  // A kept sign-off fills no seat: somebody has to sign what changed.
  const missing = await listPublishBlockers(next.versionId);
  expect(missing.map(({ code }) => code)).toEqual([
    "approvals_missing",
    "approvals_missing",
  ]);
  await approveBoth(next, desk.otherScientist);
  expect(await listPublishBlockers(next.versionId)).toEqual([]);
  valueOf(await publish(desk.editor.sessionId, next.versionId));
  expect(await findPublicStanding(live.pageId)).toMatchObject({
    lastReviewedOn: "2027-01-11",
    nextReviewDue: "2029-01-11",
    publishedOn: "2027-06-01",
  });
});

test("a page read anew keeps nothing, and its review date is today's", async () => {
  const live = await livePage();
  await database.setClock("2027-06-01T10:00:00Z");
  const next = await submitSections(
    ...[live.pageId, "SDHB is on 1p36.", "Ask at once."],
    true,
  );
  expect(await listSections(next.versionId)).toEqual([]);
  await approveBoth(next);
  valueOf(await publish(desk.editor.sessionId, next.versionId));
  expect(await findPublicStanding(live.pageId)).toMatchObject({
    lastReviewedOn: "2027-06-01",
  });
});

test("a sign-off that is taken back leaves its section unsigned until somebody signs it", async () => {
  const live = await livePage();
  await database.advance("10 days");
  const next = await submitSections(
    live.pageId,
    "SDHB is on 1p36.",
    "Ask at once.",
  );
  const asked = await ask(
    ...[desk.editor, next, desk.otherScientist],
    "laboratory_scientist",
  );
  valueOf(await sign(database, desk.otherScientist, asked, next.sha));
  const editor = await ask(
    ...[desk.editor, next, desk.medicalEditor],
    "medical_editor",
  );
  valueOf(await sign(database, desk.medicalEditor, editor, next.sha));
  expect(await listPublishBlockers(next.versionId)).toEqual([]);

  const { rows } = await database.owner.query<{ sha: string }>(
    "SELECT content_sha256 AS sha FROM desk.decision WHERE id = $1",
    [live.decisionId],
  );
  const sha = rows[0]?.sha ?? "";
  valueOf(
    await revokeApproval(
      desk.scientist.sessionId,
      await grantFor(desk.scientist, "revoke_approval", sha),
      live.decisionId,
      "no_longer_stand_behind",
      "I was wrong about the locus.",
    ),
  );
  expect(await listPublishBlockers(next.versionId)).toMatchObject([
    {
      code: "section_unsigned",
      detail: {
        expertise: "laboratory_scientist",
        sections: ["The gene"],
      },
    },
  ]);
  // The same reviewer signs again, now for that section too.
  const { rows: signed } = await database.owner.query<{ id: string }>(
    "SELECT id FROM desk.decision WHERE assignment_id = $1",
    [asked],
  );
  const seen = signed[0]?.id ?? null;
  valueOf(
    await sign(database, desk.otherScientist, asked, next.sha, "approve", seen),
  );
  expect(await listPublishBlockers(next.versionId)).toEqual([]);
});

test("a taken-over sign-off revoked as unsafe hides the page that rests on it", async () => {
  const live = await livePage();
  await database.advance("10 days");
  const next = await submitSections(
    live.pageId,
    "SDHB is on 1p36.",
    "Ask at once.",
  );
  await approveBoth(next, desk.otherScientist);
  valueOf(await publish(desk.editor.sessionId, next.versionId));
  const { rows } = await database.owner.query<{ sha: string }>(
    "SELECT content_sha256 AS sha FROM desk.decision WHERE id = $1",
    [live.decisionId],
  );
  valueOf(
    await revokeApproval(
      desk.scientist.sessionId,
      await grantFor(desk.scientist, "revoke_approval", rows[0]?.sha ?? ""),
      live.decisionId,
      "unsafe",
      "Wrong locus.",
    ),
  );
  expect(await findPublicStanding(live.pageId)).toMatchObject({
    state: "withheld",
  });
});

test("between two versions that never went out, an unpublished sign-off is kept and ages", async () => {
  const { pageId } = await submitPage(database, desk.author);
  const first = await submitSections(pageId, "SDHB is on 1p36.", "Ask early.");
  const asked = await ask(
    ...[desk.editor, first, desk.scientist],
    "laboratory_scientist",
  );
  valueOf(await sign(database, desk.scientist, asked, first.sha));
  const second = await submitSections(
    pageId,
    "SDHB is on 1p36.",
    "Ask at once.",
  );
  expect(await carriedOf(second.versionId)).toEqual([
    ["The gene", "Dr Lars Lab", 2],
  ]);
  await database.advance("61 days");
  expect(await carriedOf(second.versionId)).toEqual([]);
});

test("nothing is kept where the title changed", async () => {
  const live = await livePage();
  const draft = await findDraft(live.pageId, "main");
  if (!draft) throw new Error("no draft");
  valueOf(
    await runAct<number>(appPool(), "save_draft", [
      ...[desk.author.sessionId, live.pageId, "main", draft.revision],
      canonicalContent({ ...draft.content, title: "SDHB and SDHC" }),
    ]),
  );
  const next = await submitSections(
    live.pageId,
    "SDHB is on 1p36.",
    "Ask at once.",
  );
  expect(await carriedOf(next.versionId)).toEqual([]);
});

test("a kept sign-off moves no date: not one brought forward, late, or asked for by a correction", async () => {
  const live = await livePage();
  valueOf(
    await bringDateForward(
      ...[desk.editor.sessionId, live.pageId],
      ...["2027-03-01", "A guideline changed."],
    ),
  );
  const asked = await submitSections(
    live.pageId,
    "SDHB is on 1p36.",
    "Ask at once.",
  );
  // The review that somebody asked for is a review of all of it.
  expect(await carriedOf(asked.versionId)).toEqual([]);
});

test("a date brought forward after the sign-off was kept still binds", async () => {
  const live = await livePage();
  const next = await submitSections(
    live.pageId,
    "SDHB is on 1p36.",
    "Ask at once.",
  );
  expect(await carriedOf(next.versionId)).not.toEqual([]);
  await approveBoth(next, desk.otherScientist);
  valueOf(
    await bringDateForward(
      ...[desk.editor.sessionId, live.pageId],
      ...["2027-03-01", "A guideline changed."],
    ),
  );
  valueOf(await publish(desk.editor.sessionId, next.versionId));
  expect(await findPublicStanding(live.pageId)).toMatchObject({
    nextReviewDue: "2027-03-01",
  });
});

test("nothing is kept of a text that did not change, that is late, or that was withdrawn", async () => {
  const live = await livePage();
  const again = await submitSections(
    ...[live.pageId, "SDHB is on 1p36.", "Ask early."],
    ...[false, "Only this note is new."],
  );
  expect(await carriedOf(again.versionId)).toEqual([]);

  const late = await livePage();
  await database.setClock("2029-01-20T10:00:00Z");
  const afterwards = await submitSections(
    late.pageId,
    "SDHB is on 1p36.",
    "Ask at once.",
  );
  expect(await carriedOf(afterwards.versionId)).toEqual([]);

  await database.setClock("2027-01-11T10:00:00Z");
  const gone = await livePage();
  const next = await submitSections(
    gone.pageId,
    "SDHB is on 1p36.",
    "Ask at once.",
  );
  expect(await carriedOf(next.versionId)).not.toEqual([]);
  valueOf(
    await withdraw(desk.editor.sessionId, {
      ...{ pageId: gone.pageId, type: "unsafe", isPermanent: false },
      reason: "The wrong test is named.",
    }),
  );
  expect(await carriedOf(next.versionId)).toEqual([]);
});

test("readers are told which version each person signed", async () => {
  const live = await livePage();
  await database.advance("10 days");
  const next = await submitSections(
    live.pageId,
    "SDHB is on 1p36.",
    "Ask at once.",
  );
  await approveBoth(next, desk.otherScientist);
  valueOf(await publish(desk.editor.sessionId, next.versionId));
  const { rows: pages } = await database.owner.query<{ slug: string }>(
    "SELECT slug FROM desk.page WHERE id = $1",
    [live.pageId],
  );
  const { rows } = await database.public.query<{ name: string; n: number }>(
    "SELECT name, version_number AS n FROM desk.public_reviewer WHERE slug = $1",
    [pages[0]?.slug],
  );
  const signed = new Set(rows.map(({ name, n }) => `${name}: ${String(n)}`));
  // What was signed first is version 2; Dr Lars Lab never saw version 3.
  expect(signed).toContain("Dr Lars Lab: 2");
  expect(signed).not.toContain("Dr Lars Lab: 3");
});
