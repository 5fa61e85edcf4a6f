import { afterAll, beforeAll, expect, test } from "vitest";
import { takeBack } from "~/commands/take-back.server";
import { findPage } from "~/data/pages.server";
import {
  makeCompletePage,
  openDesk,
  refusalOf,
  submitMain,
  type TestDesk,
} from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

test("a version taken back is a draft again, once", async () => {
  const pageId = await makeCompletePage(desk.author, "taken-back");
  const versionId = await submitMain(desk.author, pageId);
  expect(refusalOf(await takeBack(desk.author.sessionId, versionId))).toBe(
    "done",
  );
  expect(await findPage("taken-back", desk.author.id)).toMatchObject({
    deskState: "draft",
  });
  expect(refusalOf(await takeBack(desk.author.sessionId, versionId))).toBe(
    "round_closed",
  );
});

test("nobody takes back what they may not write", async () => {
  const pageId = await makeCompletePage(desk.author, "not-theirs");
  const versionId = await submitMain(desk.author, pageId);
  expect(refusalOf(await takeBack(desk.other.sessionId, versionId))).toBe(
    "not_found",
  );
  expect(await findPage("not-theirs", desk.author.id)).toMatchObject({
    deskState: "in_review",
  });
});
