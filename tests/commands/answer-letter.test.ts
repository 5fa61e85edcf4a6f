import { afterAll, beforeAll, expect, test } from "vitest";
import { closeComment } from "~/commands/close-comment.server";
import { raiseComment } from "~/commands/raise-comment.server";
import { replyToComment } from "~/commands/reply-to-comment.server";
import { runAct } from "~/data/act.server";
import { findAnswerLetter } from "~/data/answer-letters.server";
import { findLetterFacts } from "~/data/letter-mail-facts.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  ask,
  openReviewDesk,
  refusalOf,
  resubmit,
  type ReviewDesk,
  submitPage,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openReviewDesk(database);
});
afterAll(() => database.drop());

const after = "SDHB is a gene on chromosome 1p36.";

/** A page with two remarks of its scientist: one replied to and closed, one open. */
async function remarked() {
  const page = await submitPage(database, desk.author);
  const { scientist, author } = desk;
  await ask(desk.editor, page, scientist, "laboratory_scientist");
  const raise = async (body: string) =>
    valueOf(
      await raiseComment(scientist.sessionId, scientist.id, {
        ...{ versionId: page.versionId, kind: "must_fix", body },
        ...{ blockId: "bbbbbbbbbb", quotation: "chromosome 1" },
      }),
    );
  const first = await raise("Name the band.");
  await raise("And the build?");
  valueOf(
    await replyToComment(author.sessionId, author.id, {
      ...{ commentId: first, body: "Named.", mentionIds: [] },
    }),
  );
  valueOf(await closeComment(scientist.sessionId, first, ""));
  return page;
}

test("the next version carries a letter with remark, decision, reply and the words before and after", async () => {
  const page = await remarked();
  const next = await resubmit(database, desk.author, page.pageId, after);
  const letter = await findAnswerLetter(next.versionId);
  expect(letter).toMatchObject({
    versionNumber: 2,
    writtenBy: "Ana Author",
    remarks: [
      {
        body: "Name the band.",
        decision: "closed",
        raisedById: desk.scientist.id,
        replies: [{ by: "Ana Author", body: "Named." }],
        before: "SDHB is a gene on chromosome 1.",
        after,
      },
      { body: "And the build?", decision: "open", replies: [] },
    ],
  });
  await expect(
    database.owner.query("UPDATE desk.answer_letter SET covering_note = 'x'"),
  ).rejects.toThrow(/immutable/);
});

test("each reviewer concerned is told of their own remarks, and a released one is not", async () => {
  const page = await remarked();
  const next = await resubmit(database, desk.author, page.pageId, after);
  const { rows } = await database.owner.query<{ recipient: string }>(
    "SELECT recipient_id AS recipient FROM desk.alert WHERE kind = 'answer_letter' AND props ->> 'versionId' = $1",
    [next.versionId],
  );
  expect(rows).toEqual([{ recipient: desk.scientist.id }]);
  const facts = await findLetterFacts(next.versionId, desk.scientist.id);
  expect(facts).toMatchObject({
    by: "Dr Ana Author",
    versionNumber: 2,
    remarks: [{ decision: "closed" }, { decision: "open" }],
  });
  await database.owner.query(
    "UPDATE desk.assignment SET state = 'dismissed' WHERE reviewer_id = $1 AND id = $2",
    [desk.scientist.id, facts?.assignmentId],
  );
  expect(await findLetterFacts(next.versionId, desk.scientist.id)).toBeNull();
});

test("what a letter settled is not answered again, what it left open is", async () => {
  const page = await remarked();
  await resubmit(database, desk.author, page.pageId, after);
  const third = await resubmit(database, desk.author, page.pageId, "Other.");
  const letter = await findAnswerLetter(third.versionId);
  expect(letter?.remarks.map(({ body }) => body)).toEqual(["And the build?"]);
});

test("a version without remarks to answer has no letter, and nobody writes one for another or twice", async () => {
  const plain = await submitPage(database, desk.author);
  expect(await findAnswerLetter(plain.versionId)).toBeNull();
  const page = await remarked();
  const next = await resubmit(database, desk.author, page.pageId, after);
  const write = (sessionId: string) =>
    runAct(database.app, "write_answer_letter", [
      ...[sessionId, next.versionId, "", "{}"],
    ]).then(refusalOf);
  expect(await write(desk.author.sessionId)).toBe("already_decided");
  expect(await write(desk.editor.sessionId)).toBe("not_found");
});
