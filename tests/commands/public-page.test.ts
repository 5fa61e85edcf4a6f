import { afterAll, beforeAll, expect, test } from "vitest";
import { archivePage } from "~/commands/archive-page.server";
import { bringDateForward } from "~/commands/bring-date-forward.server";
import { putUpNotice } from "~/commands/put-up-notice.server";
import { reinstate } from "~/commands/reinstate.server";
import { returnBlock } from "~/commands/return-block.server";
import { takeDownNotice } from "~/commands/take-down-notice.server";
import { withdraw } from "~/commands/withdraw.server";
import { withholdBlock } from "~/commands/withhold-block.server";
import { listNotices } from "~/data/notices.server";
import { findPublicStanding } from "~/data/publications.server";
import { listWithheldBlocks } from "~/data/withheld-blocks.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  openReviewDesk,
  publishPage,
  refusalOf,
  type ReviewDesk,
  type Someone,
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

const takeDown = (
  by: Someone,
  pageId: string,
  { isPermanent = false, reason = "The dose is wrong." } = {},
) =>
  withdraw(by.sessionId, { pageId, type: "error", isPermanent, reason }).then(
    refusalOf,
  );

const bringBack = (by: Someone, pageId: string) =>
  reinstate(by.sessionId, pageId, "The dose was right.").then(refusalOf);

test("one editor withdraws a live page with a reason, a second one reinstates it", async () => {
  const { pageId } = await publishPage(database, desk);
  expect(await takeDown(desk.author, pageId)).toBe("not_an_editor");
  expect(await takeDown(desk.editor, pageId, { reason: "" })).toBe(
    "reason_missing",
  );
  expect(await takeDown(desk.editor, pageId)).toBe("done");
  expect(await takeDown(desk.editor, pageId)).toBe("not_live");
  expect(await findPublicStanding(pageId)).toMatchObject({
    state: "withdrawn",
    withdrawalType: "error",
    withdrawnById: desk.editor.id,
    isPermanent: false,
  });
  expect(await bringBack(desk.editor, pageId)).toBe("same_editor");
  expect(await bringBack(desk.secondEditor, pageId)).toBe("done");
  expect(await bringBack(desk.secondEditor, pageId)).toBe("not_withdrawn");
  expect(await findPublicStanding(pageId)).toMatchObject({ state: "live" });
});

test("a page that comes back after days has its checks run again first", async () => {
  const { pageId } = await publishPage(database, desk);
  expect(await takeDown(desk.editor, pageId)).toBe("done");
  await database.advance("3 days");
  expect(await bringBack(desk.secondEditor, pageId)).toBe("done");
});

test("a retraction is for good", async () => {
  const { pageId } = await publishPage(database, desk);
  expect(await takeDown(desk.editor, pageId, { isPermanent: true })).toBe(
    "done",
  );
  expect(await bringBack(desk.secondEditor, pageId)).toBe("withdrawn_for_good");
});

test("a block is withheld by one editor and given back by another", async () => {
  const { pageId } = await publishPage(database, desk);
  const hold = (blockId: string) =>
    withholdBlock(
      desk.editor.sessionId,
      pageId,
      blockId,
      "It is being checked.",
    );
  expect(refusalOf(await hold("zzzzzzzzzz"))).toBe("not_found");
  const id = valueOf(await hold("bbbbbbbbbb"));
  expect(refusalOf(await hold("bbbbbbbbbb"))).toBe("already_decided");
  expect(await listWithheldBlocks(pageId)).toMatchObject([
    { id, blockId: "bbbbbbbbbb", withheldById: desk.editor.id },
  ]);
  const giveBack = (by: Someone) =>
    returnBlock(by.sessionId, id, "It is right.").then(refusalOf);
  expect(await giveBack(desk.editor)).toBe("same_editor");
  expect(await giveBack(desk.secondEditor)).toBe("done");
  expect(await giveBack(desk.secondEditor)).toBe("already_decided");
  expect(await listWithheldBlocks(pageId)).toEqual([]);
});

test("a notice stands once and is taken down with a reason", async () => {
  const { pageId } = await publishPage(database, desk);
  const putUp = () =>
    putUpNotice(
      desk.editor.sessionId,
      pageId,
      "evidence_changed",
      "A trial was read out.",
    );
  const both = await Promise.all([putUp(), putUp()]);
  expect(both.map(refusalOf).sort()).toEqual(["already_decided", "done"]);
  const [notice] = await listNotices(pageId);
  const id = notice?.id ?? "";
  const takeItDown = (reason: string) =>
    takeDownNotice(desk.editor.sessionId, id, reason).then(refusalOf);
  expect(await takeItDown("")).toBe("reason_missing");
  expect(await takeItDown("The review is through.")).toBe("done");
  expect(await takeItDown("Again.")).toBe("already_decided");
  expect(await listNotices(pageId)).toMatchObject([
    { id, takenDownBy: "Eva Editor" },
  ]);
});

test("a page that was never public gets no notice and no date", async () => {
  const { pageId } = await submitPage(database, desk.author);
  const notice = await putUpNotice(
    desk.editor.sessionId,
    pageId,
    "safety_notice",
    "A concern.",
  );
  expect(refusalOf(notice)).toBe("not_live");
  const sooner = await bringDateForward(
    desk.editor.sessionId,
    pageId,
    "2999-01-01",
    "Sooner.",
  );
  expect(refusalOf(sooner)).toBe("not_live");
});

test("the next review is brought forward to no closer than 14 days, and never back", async () => {
  const { pageId } = await publishPage(database, desk);
  const { rows } = await database.owner.query<{ day: string; n: number }>(
    "SELECT n, (desk.today() + n)::text AS day FROM unnest(ARRAY[13, 14, 60]) n",
  );
  const bring = (n: number, by = desk.author) =>
    bringDateForward(
      by.sessionId,
      pageId,
      rows.find((row) => row.n === n)?.day ?? "",
      "New trial data.",
    ).then(refusalOf);
  expect(await bring(13)).toBe("day_out_of_range");
  expect(await bring(60, desk.otherScientist)).toBe("not_your_page");
  expect(await bring(60)).toBe("done");
  expect(await bring(60)).toBe("day_out_of_range");
  expect(await bring(14)).toBe("done");
  const standing = await findPublicStanding(pageId);
  expect(standing?.nextReviewDue).toBe(rows.find(({ n }) => n === 14)?.day);
});

test("an archived page is closed, once", async () => {
  const { pageId } = await publishPage(database, desk);
  const archive = (by: Someone, reason = "Another desk keeps it now.") =>
    archivePage(by.sessionId, pageId, reason).then(refusalOf);
  expect(await archive(desk.author)).toBe("not_an_editor");
  expect(await archive(desk.editor, " ")).toBe("reason_missing");
  expect(await archive(desk.editor)).toBe("done");
  expect(await archive(desk.editor)).toBe("already_decided");
  expect(await findPublicStanding(pageId)).toMatchObject({
    state: "archived",
  });
});
