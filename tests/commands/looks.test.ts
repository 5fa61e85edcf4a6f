import { afterAll, beforeAll, expect, test } from "vitest";
import { recordLook } from "~/commands/record-look.server";
import { saveDraft } from "~/commands/save-draft.server";
import { plainText } from "~/content/plain-text";
import { findDraft } from "~/data/drafts.server";
import { findLastLook } from "~/data/looks.server";
import {
  makeCompletePage,
  openDesk,
  refusalOf,
  revisionOf,
  submitMain,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

const write = async (pageId: string, text: string) =>
  valueOf(
    await saveDraft(desk.author.sessionId, {
      ...{ pageId, line: "main", baseRevision: await revisionOf(pageId) },
      body: {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text }] }],
      },
    }),
  ).revision;

test("the desk knows which text somebody looked at before this one, though later saves overwrote it", async () => {
  const pageId = await makeCompletePage(desk.author, "looked-at");
  const draftId = (await findDraft(pageId, "main"))?.id ?? "";
  const versionId = await submitMain(desk.author, pageId);
  const { sessionId, id } = desk.author;
  const look = (at: { versionId: string } | { draftId: string }) =>
    recordLook(sessionId, at);
  expect(await findLastLook(id, draftId, { versionId })).toBeNull();
  valueOf(await look({ versionId }));
  expect(await findLastLook(id, draftId, { versionId })).toBeNull();
  const one = await write(pageId, "One.");
  expect(
    await findLastLook(id, draftId, { draftId, revision: one }),
  ).toMatchObject({ versionId, versionNumber: 1, draftRevision: null });
  await desk.database.advance("1 second");
  valueOf(await look({ draftId }));
  const two = await write(pageId, "Two.");
  await desk.database.advance("1 second");
  valueOf(await look({ draftId }));
  const before = await findLastLook(id, draftId, { draftId, revision: two });
  expect(before).toMatchObject({ draftRevision: one, versionId: null });
  expect(before && plainText(before.content)).toBe("One.");
  for (const text of ["Three.", "Four.", "Five."]) {
    await write(pageId, text);
    await desk.database.advance("1 second");
    valueOf(await look({ draftId }));
  }
  const { rows } = await desk.database.app.query(
    "SELECT draft_revision FROM desk.look WHERE draft_id = $1",
    [draftId],
  );
  expect(rows).toHaveLength(3);
});

test("a look at what one may not read is refused", async () => {
  const pageId = await makeCompletePage(desk.author, "not-looked-at");
  const draftId = (await findDraft(pageId, "main"))?.id ?? "";
  const versionId = await submitMain(desk.author, pageId);
  const { sessionId } = desk.clinician;
  expect(refusalOf(await recordLook(sessionId, { draftId }))).toBe("not_found");
  expect(refusalOf(await recordLook(sessionId, { versionId }))).toBe(
    "not_found",
  );
});
