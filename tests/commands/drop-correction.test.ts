import { afterAll, beforeAll, expect, test } from "vitest";
import { blockIdOf } from "~/content/page-content";
import { dropCorrection } from "~/commands/drop-correction.server";
import { openCorrection } from "~/commands/open-correction.server";
import { findDraft } from "~/data/drafts.server";
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

test("a dropped correction is closed, and there is nothing to drop a second time", async () => {
  const pageId = await makeCompletePage(desk.author, "dropped");
  await publishVersion(desk, pageId, await submitMain(desk.author, pageId));
  const draft = await findDraft(pageId, "main");
  const scope =
    draft?.content.body.content
      .slice(0, 1)
      .map((block) => blockIdOf(block) ?? "") ?? [];
  valueOf(
    await openCorrection(desk.author.sessionId, {
      pageId,
      scope,
      reason: "A wrong word.",
    }),
  );
  expect(refusalOf(await dropCorrection(desk.other.sessionId, pageId))).toBe(
    "not_found",
  );
  expect(refusalOf(await dropCorrection(desk.author.sessionId, pageId))).toBe(
    "done",
  );
  expect(await findDraft(pageId, "correction")).toBeNull();
  expect(refusalOf(await dropCorrection(desk.author.sessionId, pageId))).toBe(
    "not_found",
  );
});
