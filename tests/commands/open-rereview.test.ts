import { afterAll, beforeAll, expect, test } from "vitest";
import { openRereview } from "~/commands/open-rereview.server";
import { findVersion } from "~/data/versions.server";
import {
  makeCompletePage,
  openDesk,
  publishVersion,
  refusalOf,
  submitMain,
  type TestDesk,
  valueOf,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

test("a re-review is a new version of the same text that nobody submitted", async () => {
  const pageId = await makeCompletePage(desk.author, "again");
  const first = await submitMain(desk.author, pageId);
  await publishVersion(desk, pageId, first);
  const second = valueOf(await openRereview(desk.editor.sessionId, pageId));
  const [before, after] = [
    await findVersion(pageId, first),
    await findVersion(pageId, second),
  ];
  expect(after).toMatchObject({
    number: 2,
    submittedBy: null,
    roundKind: "full_review",
    state: "in_review",
  });
  expect(after?.contentSha256).toBe(before?.contentSha256);
  expect(refusalOf(await openRereview(desk.editor.sessionId, pageId))).toBe(
    "round_open",
  );
});

test("what is not live is not reviewed again, and strangers open nothing", async () => {
  const pageId = await makeCompletePage(desk.author, "not-live");
  expect(refusalOf(await openRereview(desk.author.sessionId, pageId))).toBe(
    "not_live",
  );
  expect(refusalOf(await openRereview(desk.other.sessionId, pageId))).toBe(
    "not_found",
  );
});
