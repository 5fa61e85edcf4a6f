import { afterAll, beforeAll, expect, test } from "vitest";
import { assign } from "~/commands/assign.server";
import { closeSuggestions } from "~/commands/close-suggestions.server";
import { decideSuggestion } from "~/commands/decide-suggestion.server";
import { openCorrection } from "~/commands/open-correction.server";
import { saveDraft } from "~/commands/save-draft.server";
import { saveSuggestions } from "~/commands/save-suggestions.server";
import { canonicalContent } from "~/content/canonical";
import type { Block, Body } from "~/content/page-content";
import { findDraft } from "~/data/drafts.server";
import { listPublishBlockers } from "~/data/gate.server";
import {
  findOwnSuggestions,
  listOpenSuggestions,
  listSuggestedShares,
  type SuggestionVerdict,
} from "~/data/suggestions.server";
import { listContributors } from "~/data/versions.server";
import type { Expertise } from "~/domain/words";
import {
  approveVersion,
  decide as signAs,
  declare,
  makeCompletePage,
  openDesk,
  publishVersion,
  refusalOf,
  revisionOf,
  type Signed,
  submitMain,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

let pages = 0;
/** A page in review, with a scientist asked for it. */
const inReview = async () => {
  pages += 1;
  const pageId = await makeCompletePage(desk.author, `suggest-${pages}`);
  const versionId = await submitMain(desk.author, pageId);
  await askScientist(versionId);
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("the page has no draft");
  return { pageId, versionId, draftId: draft.id, revision: draft.revision };
};
type InReview = Awaited<ReturnType<typeof inReview>>;

const askScientist = async (versionId: string) => {
  const { rows } = await desk.database.app.query<{ id: string }>(
    "SELECT id FROM desk.review_round WHERE version_id = $1",
    [versionId],
  );
  valueOf(
    await assign(desk.editor.sessionId, {
      ...{ roundId: rows[0]?.id ?? "", expertise: "laboratory_scientist" },
      ...{ reviewerId: desk.scientist.id, respondBy: null, reviewBy: null },
      answersDecisionId: null,
    }),
  );
};

const bodyOf = async ({ pageId }: InReview): Promise<Body> => {
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("the page has no draft");
  return draft.content.body;
};

/** The body with the last paragraph saying something else. */
const saying = (body: Body, text: string): Body => {
  const content = body.content.map((block, n): Block =>
    n === body.content.length - 1 && block.type === "paragraph"
      ? { ...block, content: [{ type: "text", text }] }
      : block,
  );
  return { type: "doc", content };
};

const suggest = async (
  by: Signed,
  page: InReview,
  text: string,
  expected: number | null = null,
) =>
  saveSuggestions(by.sessionId, {
    ...{ draftId: page.draftId, baseRevision: page.revision, expected },
    ...{ via: "suggesting", body: saying(await bodyOf(page), text) },
  });

const decide = async (
  by: Signed,
  page: InReview,
  set: { id: string; revision: number },
  verdict: SuggestionVerdict,
  text: string | null,
  changeId = "change-1",
) =>
  decideSuggestion(by.sessionId, {
    ...{ setId: set.id, setRevision: set.revision, changeId, verdict },
    ...{ reason: "As you say.", before: "Refer.", after: text ?? "" },
    ...{ draftId: page.draftId, baseRevision: await revisionOf(page.pageId) },
    body: text === null ? null : saying(await bodyOf(page), text),
  });

test("an asked reviewer keeps one open set on a draft, and nobody else's words are in it", async () => {
  const page = await inReview();
  const first = valueOf(await suggest(desk.scientist, page, "Refer early."));
  expect(first.revision).toBe(1);
  const again = await suggest(desk.scientist, page, "Refer early.");
  expect(valueOf(again)).toMatchObject({ id: first.id, revision: 1 });
  expect(refusalOf(await suggest(desk.scientist, page, "Refer late."))).toBe(
    "stale_suggestions",
  );
  const next = await suggest(desk.scientist, page, "Refer late.", 1);
  expect(valueOf(next)).toMatchObject({ id: first.id, revision: 2 });
  valueOf(await suggest(desk.editor, page, "Refer at once."));
  expect(await listOpenSuggestions(page.draftId)).toMatchObject([
    { madeBy: "Sven Scientist", revision: 2, baseRevision: page.revision },
    { madeBy: "Edda Editor", revision: 1 },
  ]);
  expect(refusalOf(await suggest(desk.clinician, page, "Refer me."))).toBe(
    "not_found",
  );
  expect((await findDraft(page.pageId, "main"))?.revision).toBe(page.revision);
});

test("two first saves of one person at once are one set", async () => {
  const page = await inReview();
  const both = await Promise.all([
    suggest(desk.scientist, page, "Refer early."),
    suggest(desk.scientist, page, "Refer late."),
  ]);
  expect(both.map(refusalOf).sort()).toEqual(["done", "stale_suggestions"]);
});

test("suggestions go on from a base that later saves have overwritten", async () => {
  const page = await inReview();
  valueOf(await suggest(desk.scientist, page, "Refer early."));
  for (const text of ["One.", "Two.", "Three."]) {
    valueOf(
      await saveDraft(desk.author.sessionId, {
        ...{ pageId: page.pageId, line: "main" },
        baseRevision: await revisionOf(page.pageId),
        body: saying(await bodyOf(page), text),
      }),
    );
  }
  expect(refusalOf(await suggest(desk.scientist, page, "Refer now.", 1))).toBe(
    "done",
  );
  expect(
    refusalOf(
      await suggest(desk.scientist, { ...page, revision: 99 }, "No.", 2),
    ),
  ).toBe("stale_save");
});

test("accepting saves the draft as the accepter's words, once, and is kept with who and why", async () => {
  const page = await inReview();
  const set = valueOf(await suggest(desk.scientist, page, "Refer early."));
  expect(
    refusalOf(
      await decide(desk.scientist, page, set, "accepted", "Refer early."),
    ),
  ).toBe("not_found");
  const saved = valueOf(
    await decide(desk.author, page, set, "accepted", "Refer early."),
  );
  expect(saved).toBe(page.revision + 1);
  const { rows } = await desk.database.app.query(
    `SELECT p.name, s.is_authorship FROM desk.draft_save s JOIN desk.person p ON p.id = s.saved_by
      WHERE s.draft_id = $1 AND s.revision = $2`,
    [page.draftId, saved],
  );
  expect(rows).toEqual([{ name: "Ada Author", is_authorship: true }]);
  expect(
    refusalOf(await decide(desk.author, page, set, "declined", null)),
  ).toBe("already_decided");
  const own = await findOwnSuggestions(page.draftId, desk.scientist.id);
  expect(own?.decisions).toMatchObject([
    {
      ...{ changeId: "change-1", verdict: "accepted", reason: "As you say." },
      ...{ decidedBy: "Ada Author", before: "Refer.", after: "Refer early." },
    },
  ]);
});

test("declining saves nothing, and a decision on an older set or draft is refused", async () => {
  const page = await inReview();
  const set = valueOf(await suggest(desk.scientist, page, "Refer early."));
  const older = { ...set, revision: 0 };
  expect(
    refusalOf(await decide(desk.author, page, older, "declined", null)),
  ).toBe("stale_suggestions");
  expect(
    refusalOf(await decide(desk.author, page, set, "declined", "Mine.")),
  ).toBe("invalid_content");
  const stale = await decideSuggestion(desk.author.sessionId, {
    ...{ setId: set.id, setRevision: 1, changeId: "a", verdict: "accepted" },
    ...{ reason: "", before: "", after: "", draftId: page.draftId },
    ...{ baseRevision: 1, body: saying(await bodyOf(page), "Refer early.") },
  });
  expect(refusalOf(stale)).toBe("stale_save");
  expect(valueOf(await decide(desk.author, page, set, "declined", null))).toBe(
    page.revision,
  );
});

test("undoing an accepted change saves the draft without it, and the change is open again", async () => {
  const page = await inReview();
  const before = await bodyOf(page);
  const set = valueOf(await suggest(desk.scientist, page, "Refer early."));
  expect(refusalOf(await decide(desk.author, page, set, "undone", null))).toBe(
    "already_decided",
  );
  valueOf(await decide(desk.author, page, set, "accepted", "Refer early."));
  const words = "Refer to the genomics hub.";
  valueOf(await decide(desk.author, page, set, "undone", words));
  expect(await bodyOf(page)).toEqual(before);
  expect(
    refusalOf(await decide(desk.author, page, set, "declined", null)),
  ).toBe("done");
});

test("a set is withdrawn by its maker, or closed as answered by who writes", async () => {
  const page = await inReview();
  const set = valueOf(await suggest(desk.scientist, page, "Refer early."));
  const close = (by: Signed) => closeSuggestions(by.sessionId, set.id);
  expect(refusalOf(await close(desk.clinician))).toBe("not_found");
  expect(refusalOf(await close(desk.author))).toBe("done");
  expect(refusalOf(await close(desk.scientist))).toBe("suggestions_closed");
  expect(
    refusalOf(await decide(desk.author, page, set, "declined", null)),
  ).toBe("suggestions_closed");
  const { rows } = await desk.database.app.query(
    "SELECT kind FROM desk.alert WHERE recipient_id = $1 AND kind = 'suggestions_answered'",
    [desk.scientist.id],
  );
  expect(rows).toHaveLength(1);
  const second = valueOf(await suggest(desk.scientist, page, "Refer late."));
  expect(
    refusalOf(await closeSuggestions(desk.scientist.sessionId, second.id)),
  ).toBe("done");
  expect(await listOpenSuggestions(page.draftId)).toEqual([]);
});

const longText = Array.from({ length: 60 }, (_, n) => `word${n}`).join(" ");

test("past a fifth of the words a suggester counts as an author of the next version", async () => {
  const page = await inReview();
  const set = valueOf(await suggest(desk.scientist, page, longText));
  valueOf(await decide(desk.author, page, set, "accepted", longText));
  expect(await listSuggestedShares(page.draftId)).toMatchObject([
    { name: "Sven Scientist", words: 60, isPastLimit: true },
  ]);
  const versionId = await submitMain(desk.author, page.pageId);
  const contributors = await listContributors(versionId);
  expect(
    contributors.find(({ personId }) => personId === desk.scientist.id),
  ).toMatchObject({ because: ["suggested"] });
  await expect(askScientist(versionId)).rejects.toThrow("own_work");
});

test("an approval by somebody whose few words were accepted counts only beside another's", async () => {
  const page = await inReview();
  const text = "Refer to the hub.";
  const set = valueOf(await suggest(desk.scientist, page, text));
  valueOf(await decide(desk.author, page, set, "accepted", "hub."));
  const versionId = await submitMain(desk.author, page.pageId);
  await approveVersion(desk, page.pageId, versionId);
  const lacking = async () =>
    (await listPublishBlockers(versionId))
      .filter(({ code }) => code === "approvals_missing")
      .map(({ detail }) => detail["expertise"]);
  expect(await lacking()).toEqual([]);
  await desk.database.owner.query(
    "UPDATE desk.person SET is_active = false WHERE id = $1",
    [desk.medicalEditor.id],
  );
  expect((await lacking()).sort()).toEqual([
    "laboratory_scientist",
    "medical_editor",
  ]);
  // Undone in the draft, the words still stand in the version that was signed.
  valueOf(await decide(desk.author, page, set, "undone", "Refer."));
  expect((await lacking()).sort()).toEqual([
    "laboratory_scientist",
    "medical_editor",
  ]);
  await desk.database.owner.query(
    "UPDATE desk.person SET is_active = true WHERE id = $1",
    [desk.medicalEditor.id],
  );
});

test("with the only approval that vouched for suggesters' taken back, a publication lacks theirs too", async () => {
  const page = await inReview();
  const seats = await seatsOf(page.versionId);
  const medical = seats.find(({ expertise }) => expertise === "medical_editor");
  if (!medical) throw new Error("no medical editor is needed");
  await ask(medical, desk.medicalEditor);
  // A word each: less than makes anybody an author.
  const suggesters = [
    { by: desk.scientist, word: "Refer." },
    { by: desk.medicalEditor, word: "Refer!" },
  ];
  for (const { by, word } of suggesters) {
    const set = valueOf(await suggest(by, page, word));
    valueOf(await decide(desk.author, page, set, "accepted", word, word));
  }
  const versionId = await submitMain(desk.author, page.pageId);
  await approveVersion(desk, page.pageId, versionId);
  const missing = async () =>
    (await listPublishBlockers(versionId)).map(({ code }) => code);
  expect(await missing()).toContain("approvals_missing");
  const voucher = await extraMedicalEditor();
  await declare(desk, voucher, page.pageId);
  const [seat] = (await seatsOf(versionId)).filter(
    ({ expertise }) => expertise === "medical_editor",
  );
  if (!seat) throw new Error("no medical editor is needed");
  await signAs(desk, voucher, { ...seat, versionId }, "approve");
  expect(await missing()).not.toContain("approvals_missing");
  const { rows } = await desk.database.app.query<{ id: string }>(
    "SELECT desk.publish($1, $2) AS id",
    [desk.editor.sessionId, versionId],
  );
  const takenBack = async () =>
    (
      await desk.database.owner.query(
        `SELECT person_id AS "personId", is_short AS "isShort" FROM desk.approvals_taken_back($1)`,
        [rows[0]?.id],
      )
    ).rows;
  expect(await takenBack()).toEqual([]);
  await desk.database.owner.query(
    `INSERT INTO desk.revocation (decision_id, kind, reason, method, revoked_at, revoked_on)
     SELECT id, 'no_longer_stand_behind', 'New evidence.', 'password', desk.clock(), desk.today()
       FROM desk.decision WHERE version_id = $1 AND person_id = $2`,
    [versionId, voucher.id],
  );
  expect(await takenBack()).toEqual([{ personId: voucher.id, isShort: true }]);
});

test("of a correction that is written, the share is of the words that it changes", async () => {
  const pageId = await makeCompletePage(desk.author, "corrected-share");
  await publishVersion(desk, pageId, await submitMain(desk.author, pageId));
  const live = await findDraft(pageId, "main");
  const blockId = live?.content.body.content.at(-1)?.attrs?.id ?? "";
  valueOf(
    await openCorrection(desk.editor.sessionId, {
      ...{ pageId, scope: [blockId], reason: "A wrong hub." },
    }),
  );
  const draft = await findDraft(pageId, "correction");
  if (!draft) throw new Error("there is no correction");
  const suggested = saying(draft.content.body, "Refer to the new hub.");
  const set = valueOf(
    await saveSuggestions(desk.author.sessionId, {
      ...{ draftId: draft.id, baseRevision: 1, expected: null },
      ...{ via: "suggesting", body: suggested },
    }),
  );
  const content = { ...draft.content, body: suggested };
  const { rows } = await desk.database.app.query<{ revision: number }>(
    `SELECT desk.decide_suggestion($1, $2, $3, 'c', 'accepted', '', 'Refer.', 'Refer to the new hub.', 1, $4) AS revision`,
    [desk.editor.sessionId, set.id, set.revision, canonicalContent(content)],
  );
  expect(rows).toEqual([{ revision: 2 }]);
  // All five words that readers of the correction will be asked to sign.
  expect(await listSuggestedShares(draft.id)).toMatchObject([
    { name: "Ada Author", words: 5, share: 1, isPastLimit: true },
  ]);
});

type Seat = { roundId: string; expertise: Expertise };

async function seatsOf(versionId: string): Promise<Seat[]> {
  const { rows } = await desk.database.app.query<Seat>(
    `SELECT n.expertise, r.id AS "roundId" FROM desk.review_round r JOIN desk.round_need n ON n.round_id = r.id
      WHERE r.version_id = $1`,
    [versionId],
  );
  return rows;
}

async function ask(seat: Seat, reviewer: Signed): Promise<void> {
  valueOf(
    await assign(desk.editor.sessionId, {
      ...{ ...seat, reviewerId: reviewer.id, answersDecisionId: null },
      ...{ respondBy: null, reviewBy: null },
    }),
  );
}

async function extraMedicalEditor(): Promise<Signed> {
  const name = "Moritz Medical";
  const sessionId = `session of ${name}`;
  const { rows } = await desk.database.auth.query<{ id: string }>(
    "SELECT desk.operator_add_person('moritz.medical@example.org', $1, 'Dr', 'MD', '', NULL, '{reviewer}', '{medical_editor}') AS id",
    [name],
  );
  const id = rows[0]?.id ?? "";
  await desk.database.auth.query(
    "INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at) VALUES ($1, $2, desk.clock() + interval '1 year', desk.clock() + interval '1 year')",
    [sessionId, id],
  );
  return { id, name, sessionId };
}
