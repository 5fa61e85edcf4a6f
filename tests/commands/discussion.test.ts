import { afterAll, beforeAll, expect, test } from "vitest";
import { closeComment } from "~/commands/close-comment.server";
import { raiseComment } from "~/commands/raise-comment.server";
import { raiseDraftComment } from "~/commands/raise-draft-comment.server";
import { reopenComment } from "~/commands/reopen-comment.server";
import { replyToComment } from "~/commands/reply-to-comment.server";
import {
  listComments,
  listDraftComments,
  listMentionable,
} from "~/data/comments.server";
import { findDraft } from "~/data/drafts.server";
import { listDraftBlockers, listPublishBlockers } from "~/data/gate.server";
import type { CommentKind } from "~/domain/words";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  ask,
  openReviewDesk,
  refusalOf,
  resubmit,
  type ReviewDesk,
  type Someone,
  submitPage,
  type Submitted,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
});

afterAll(() => database.drop());

const inReview = async (text?: string) => {
  const page = await submitPage(database, desk.author, text);
  await ask(desk.editor, page, desk.scientist, "laboratory_scientist");
  return page;
};

const draftOf = async ({ pageId }: Submitted) => {
  const draft = await findDraft(pageId, "main");
  if (!draft) throw new Error("the page has no draft");
  return draft;
};

const comment = (
  by: Someone,
  page: Submitted,
  kind: CommentKind,
  more: { quotation?: string; start?: number; mentionIds?: string[] } = {},
) =>
  raiseComment(by.sessionId, by.id, {
    ...{ versionId: page.versionId, kind, blockId: "bbbbbbbbbb" },
    ...{ quotation: "", body: `A ${kind} remark.`, ...more },
  });

const commentOnDraft = async (
  by: Someone,
  page: Submitted,
  kind: CommentKind,
  body = `A ${kind} remark on the draft.`,
) =>
  raiseDraftComment(by.sessionId, by.id, {
    ...{ draftId: (await draftOf(page)).id, kind, blockId: "bbbbbbbbbb" },
    ...{ quotation: "gene on", body },
  });

const codesOf = async (versionId: string) =>
  (await listPublishBlockers(versionId)).map(({ code }) => code);

const alertsTo = async (person: Someone, kind: string) => {
  const { rows } = await database.owner.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM desk.alert a JOIN desk.mail m ON m.id = a.mail_id
      WHERE a.recipient_id = $1 AND a.kind = $2`,
    [person.id, kind],
  );
  return rows[0]?.n ?? 0;
};

test("a comment keeps the place of the words it is about, as the text has them", async () => {
  const page = await inReview("A gene and a gene on chromosome 1.");
  valueOf(
    await comment(desk.scientist, page, "question", {
      quotation: "a\n gene on",
      start: 9,
    }),
  );
  valueOf(
    await comment(desk.scientist, page, "consider", {
      quotation: "a protein",
    }),
  );
  expect(await listComments(page.versionId)).toMatchObject([
    { kind: "consider", start: null, quotation: "a protein", prefix: "" },
    {
      ...{ kind: "question", start: 11, end: 20 },
      ...{ quotation: "a gene on", prefix: "A gene and " },
      suffix: " chromosome 1.",
    },
  ]);
});

test("a must-fix on a draft blocks every version of its line until it is closed", async () => {
  const page = await inReview();
  const raised = valueOf(await commentOnDraft(desk.editor, page, "must_fix"));
  expect(await codesOf(page.versionId)).toContain("comments_open");
  const next = await resubmit(
    ...([database, desk.author, page.pageId] as const),
    "SDHB is a gene on chromosome 1p36.",
  );
  expect(await codesOf(next.versionId)).toContain("comments_open");
  expect(await listComments(next.versionId)).toMatchObject([
    { id: raised, versionNumber: null, isClosed: false, start: 10 },
  ]);
  expect(
    (await listDraftBlockers(page.pageId)).map(({ code }) => code),
  ).toContain("comments_open");
  const close = (by: Someone) =>
    closeComment(by.sessionId, raised, "The band stands there.");
  expect(refusalOf(await close(desk.author))).toBe("forbidden");
  expect(valueOf(await close(desk.secondEditor))).toBe(false);
  expect(await codesOf(next.versionId)).toContain("comments_open");
  expect(valueOf(await close(desk.editor))).toBe(true);
  expect(await codesOf(next.versionId)).not.toContain("comments_open");
});

test("a reviewer who is asked comments on the draft, a stranger does not know of it", async () => {
  const page = await inReview();
  expect(refusalOf(await commentOnDraft(desk.author, page, "must_fix"))).toBe(
    "not_a_reviewer",
  );
  expect(
    refusalOf(await commentOnDraft(desk.otherScientist, page, "question")),
  ).toBe("not_found");
  const twice = await Promise.all([
    commentOnDraft(desk.scientist, page, "must_fix"),
    commentOnDraft(desk.scientist, page, "must_fix"),
  ]);
  expect(new Set(twice.map(valueOf)).size).toBe(1);
  const { id } = await draftOf(page);
  expect(await listDraftComments(id)).toMatchObject([
    { kind: "must_fix", expertise: "laboratory_scientist", draftRevision: 2 },
  ]);
  // Half closed by one editor it is open still, and closed it is another's turn.
  const [first] = twice.map(valueOf);
  const again = async () =>
    valueOf(await commentOnDraft(desk.scientist, page, "must_fix"));
  const close = async (by: Someone) =>
    valueOf(await closeComment(by.sessionId, first ?? "", "It is said."));
  expect(await close(desk.secondEditor)).toBe(false);
  expect(await again()).toBe(first);
  expect(await close(desk.editor)).toBe(true);
  expect(await again()).not.toBe(first);
});

test("an answer stands in the thread and reaches whoever raised the comment", async () => {
  const page = await inReview();
  const commentId = valueOf(await comment(desk.scientist, page, "question"));
  const before = await alertsTo(desk.scientist, "comment_answered");
  const answer = () =>
    replyToComment(desk.author.sessionId, desk.author.id, {
      commentId,
      body: "Because it does.",
    });
  const [first, second] = await Promise.all([answer(), answer()]);
  expect(valueOf(first)).toBe(valueOf(second));
  expect(await alertsTo(desk.scientist, "comment_answered")).toBe(before + 1);
  expect(await listComments(page.versionId)).toMatchObject([
    { replies: [{ body: "Because it does.", by: "Ana Author" }] },
  ]);
  const { sessionId, id } = desk.otherScientist;
  const stranger = { commentId, body: "And I?" };
  expect(refusalOf(await replyToComment(sessionId, id, stranger))).toBe(
    "not_found",
  );
  const empty = { commentId, body: " " };
  expect(
    refusalOf(await replyToComment(desk.author.sessionId, id, empty)),
  ).toBe("comment_missing");
});

test("people who may read the text can be named, and nobody else", async () => {
  const page = await inReview();
  const { id: draftId } = await draftOf(page);
  const names = (await listMentionable(draftId)).map(({ name }) => name);
  expect(names).toEqual(["Ana Author", "Ed Second", "Eva Editor", "Lars Lab"]);
  const before = await alertsTo(desk.scientist, "mentioned");
  valueOf(
    await comment(desk.author, page, "question", {
      mentionIds: [desk.scientist.id, desk.scientist.id, desk.author.id],
    }),
  );
  expect(await alertsTo(desk.scientist, "mentioned")).toBe(before + 1);
  expect(await listComments(page.versionId)).toMatchObject([
    { mentions: ["Ana Author", "Lars Lab"] },
  ]);
  expect(
    refusalOf(
      await comment(desk.author, page, "consider", {
        mentionIds: [desk.otherScientist.id],
      }),
    ),
  ).toBe("mention_unknown");
});

test("a must-fix that is opened again blocks again, and old closings count no more", async () => {
  const page = await inReview();
  const id = valueOf(await comment(desk.scientist, page, "must_fix"));
  const close = (by: Someone) => closeComment(by.sessionId, id, "It is done.");
  const reopen = (by: Someone, reason = "It is not.") =>
    reopenComment(by.sessionId, id, reason);
  expect(refusalOf(await reopen(desk.scientist))).toBe("not_closed");
  expect(valueOf(await close(desk.editor))).toBe(false);
  expect(valueOf(await close(desk.secondEditor))).toBe(true);
  expect(await codesOf(page.versionId)).not.toContain("comments_open");
  expect(refusalOf(await reopen(desk.author))).toBe("not_a_reviewer");
  expect(refusalOf(await reopen(desk.otherScientist))).toBe("not_found");
  expect(refusalOf(await reopen(desk.scientist, ""))).toBe("reason_missing");
  valueOf(await reopen(desk.scientist));
  expect(await codesOf(page.versionId)).toContain("comments_open");
  expect(await alertsTo(desk.editor, "comment_reopened")).toBe(1);
  expect(await listComments(page.versionId)).toMatchObject([
    {
      ...{ isClosed: false, closings: [] },
      reopenings: [{ name: "Lars Lab", reason: "It is not." }],
    },
  ]);
  expect(valueOf(await close(desk.editor))).toBe(false);
  expect(await codesOf(page.versionId)).toContain("comments_open");
  expect(valueOf(await close(desk.secondEditor))).toBe(true);
  expect(await codesOf(page.versionId)).not.toContain("comments_open");
});

test("the page's team closes a question and opens it again", async () => {
  const page = await inReview();
  const id = valueOf(await comment(desk.scientist, page, "question"));
  const { sessionId } = desk.author;
  expect(valueOf(await closeComment(sessionId, id, "Answered."))).toBe(true);
  expect(refusalOf(await reopenComment(sessionId, id, "Not quite."))).toBe(
    "done",
  );
  expect(valueOf(await closeComment(sessionId, id, "Now it is."))).toBe(true);
});
