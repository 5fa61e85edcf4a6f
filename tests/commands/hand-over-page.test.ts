import { afterAll, beforeAll, expect, test } from "vitest";
import { handOverPage } from "~/commands/hand-over-page.server";
import { findPage } from "~/data/pages.server";
import { makePage, openDesk, refusalOf, type TestDesk } from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

test("the owner hands a page over, and then an editor does", async () => {
  const pageId = await makePage(desk.author, "handed");
  const to = (by: { sessionId: string }, ownerId: string) =>
    handOverPage(by.sessionId, { pageId, ownerId });
  expect(refusalOf(await to(desk.author, desk.other.id))).toBe("done");
  expect(await findPage("handed", desk.other.id)).toMatchObject({
    ownerName: "Otto Other",
    isOwner: true,
  });
  expect(refusalOf(await to(desk.author, desk.author.id))).toBe(
    "not_your_page",
  );
  expect(refusalOf(await to(desk.editor, desk.author.id))).toBe("done");
});

test("nobody who has left the desk answers for a page", async () => {
  const pageId = await makePage(desk.author, "left");
  await desk.database.owner.query(
    "UPDATE desk.person SET is_active = false WHERE id = $1",
    [desk.scientist.id],
  );
  const outcome = await handOverPage(desk.author.sessionId, {
    pageId,
    ownerId: desk.scientist.id,
  });
  expect(refusalOf(outcome)).toBe("owner_required");
});
