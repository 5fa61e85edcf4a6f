import { afterAll, beforeAll, expect, test } from "vitest";
import { addAuthor } from "~/commands/add-author.server";
import { removeAuthor } from "~/commands/remove-author.server";
import { listAuthors } from "~/data/page-team.server";
import { makePage, openDesk, refusalOf, type TestDesk } from "./author-desk";

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.database.drop());

test("an author joins the team and may be taken off it again", async () => {
  const pageId = await makePage(desk.author, "team");
  const person = { pageId, personId: desk.other.id };
  expect(refusalOf(await addAuthor(desk.author.sessionId, person))).toBe(
    "done",
  );
  expect((await listAuthors(pageId)).map(({ name }) => name)).toEqual([
    "Ada Author",
    "Otto Other",
  ]);
  expect(refusalOf(await removeAuthor(desk.other.sessionId, person))).toBe(
    "done",
  );
  expect((await listAuthors(pageId)).map(({ name }) => name)).toEqual([
    "Ada Author",
  ]);
});

test("only authors are added, and only by who may write the page", async () => {
  const pageId = await makePage(desk.author, "closed-team");
  const reviewer = { pageId, personId: desk.clinician.id };
  expect(refusalOf(await addAuthor(desk.author.sessionId, reviewer))).toBe(
    "not_an_author",
  );
  const myself = { pageId, personId: desk.other.id };
  expect(refusalOf(await addAuthor(desk.other.sessionId, myself))).toBe(
    "not_found",
  );
  expect(
    refusalOf(
      await removeAuthor(desk.other.sessionId, {
        pageId,
        personId: desk.author.id,
      }),
    ),
  ).toBe("not_found");
});
