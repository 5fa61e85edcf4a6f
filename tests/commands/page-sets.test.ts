import { afterAll, beforeAll, expect, test } from "vitest";
import { addToSet } from "~/commands/add-to-set.server";
import { makePageSet } from "~/commands/make-page-set.server";
import { openRereview } from "~/commands/open-rereview.server";
import { publish } from "~/commands/publish.server";
import { publishSet } from "~/commands/publish-set.server";
import { reinstate } from "~/commands/reinstate.server";
import { removeFromSet } from "~/commands/remove-from-set.server";
import { withdraw } from "~/commands/withdraw.server";
import { listPublishBlockers } from "~/data/gate.server";
import { findSetOf } from "~/data/page-sets.server";
import { findPublicPage } from "~/data/public-site.server";
import { findPublicStanding } from "~/data/publications.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  approvePage,
  openReviewDesk,
  publishPage,
  refusalOf,
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

const make = async (...pageIds: string[]) =>
  valueOf(await makePageSet(desk.editor.sessionId, "SDHB", pageIds));

const stateOf = async (pageId: string) => {
  const standing = await findPublicStanding(pageId);
  return standing && [standing.state, standing.withheldBecause];
};

const codesOf = async (versionId: string) =>
  (await listPublishBlockers(versionId)).map(({ code, detail }) =>
    [code, detail.because].join(" "),
  );

async function slugOf(pageId: string): Promise<string> {
  const { rows } = await database.owner.query<{ slug: string }>(
    "SELECT slug FROM desk.page WHERE id = $1",
    [pageId],
  );
  return rows[0]?.slug ?? "";
}

async function liveSet() {
  const [one, other] = [
    await approvePage(database, desk),
    await approvePage(database, desk),
  ];
  const setId = await make(one.pageId, other.pageId);
  const versions = [one.versionId, other.versionId];
  valueOf(await publishSet(desk.editor.sessionId, setId, versions));
  return { one, other, setId };
}

test("a member does not go out alone, and both go out in one act", async () => {
  const one = await approvePage(database, desk);
  const other = await submitPage(database, desk.author);
  const setId = await make(one.pageId, other.pageId);
  expect(await codesOf(one.versionId)).toEqual(["set_incomplete in_review"]);
  const seen = [one.versionId, other.versionId];
  expect(refusalOf(await publishSet(desk.editor.sessionId, setId, seen))).toBe(
    "blocked",
  );
  expect(await stateOf(one.pageId)).toEqual(["none", null]);

  const ready = await liveSet();
  expect((await stateOf(ready.one.pageId))?.[0]).toBe("live");
  expect((await stateOf(ready.other.pageId))?.[0]).toBe("live");
});

test("what is ready is still refused alone, whoever inserts it", async () => {
  const one = await approvePage(database, desk);
  const other = await approvePage(database, desk);
  await make(one.pageId, other.pageId);
  expect(await codesOf(one.versionId)).toEqual([]);
  const alone = await publish(desk.editor.sessionId, one.versionId);
  expect(alone.ok ? [] : alone.detail.blockers).toMatchObject([
    { code: "set_incomplete" },
  ]);
  await expect(
    database.owner.query(
      `INSERT INTO desk.publication (page_id, version_id, content_sha256, published_by)
       VALUES ($1, $2, $3, $4)`,
      [one.pageId, one.versionId, one.sha, desk.editor.id],
    ),
  ).rejects.toThrow("blocked");
  expect(await stateOf(one.pageId)).toEqual(["none", null]);
});

test("a version nobody saw does not go out with the set, and only an editor publishes it", async () => {
  const one = await approvePage(database, desk);
  const other = await approvePage(database, desk);
  const setId = await make(one.pageId, other.pageId);
  const both = [one.versionId, other.versionId];
  expect(
    refusalOf(await publishSet(desk.editor.sessionId, setId, [one.versionId])),
  ).toBe("stale_version");
  expect(refusalOf(await publishSet(desk.author.sessionId, setId, both))).toBe(
    "not_an_editor",
  );
  const press = () => publishSet(desk.editor.sessionId, setId, both);
  const pressed = await Promise.all([press(), press()]);
  expect(pressed.map(refusalOf).sort()).toEqual(["done", "nothing_submitted"]);
});

test("withdrawing one withholds the other for its readers, and reinstating brings both back", async () => {
  const { one, other } = await liveSet();
  valueOf(
    await withdraw(desk.editor.sessionId, {
      pageId: one.pageId,
      type: "error",
      isPermanent: false,
      reason: "A wrong dose.",
    }),
  );
  expect(await stateOf(other.pageId)).toEqual(["withheld", "set_fell"]);
  const shown = await findPublicPage(await slugOf(other.pageId));
  expect(shown).toMatchObject({ state: "withheld", content: null });
  valueOf(
    await reinstate(desk.secondEditor.sessionId, one.pageId, "It was right."),
  );
  expect((await stateOf(one.pageId))?.[0]).toBe("live");
  expect((await stateOf(other.pageId))?.[0]).toBe("live");
});

test("whoever withdrew a page does not free the others of it; a second editor does, with a reason", async () => {
  const { one, other } = await liveSet();
  valueOf(
    await withdraw(desk.editor.sessionId, {
      pageId: one.pageId,
      type: "error",
      isPermanent: true,
      reason: "Retracted.",
    }),
  );
  const leave = (who: { sessionId: string }, reason: string) =>
    removeFromSet(who.sessionId, one.pageId, reason);
  expect(refusalOf(await leave(desk.editor, "Gone."))).toBe("same_editor");
  expect(refusalOf(await leave(desk.secondEditor, " "))).toBe("reason_missing");
  expect(refusalOf(await leave(desk.author, "Gone."))).toBe("not_an_editor");
  valueOf(await leave(desk.secondEditor, "It will not come back."));
  expect((await stateOf(other.pageId))?.[0]).toBe("live");
  expect(refusalOf(await leave(desk.secondEditor, "Again."))).toBe(
    "already_decided",
  );
});

test("a member that stands still does not hold the other, one in review does", async () => {
  const { one, other } = await liveSet();
  const again = valueOf(
    await openRereview(desk.editor.sessionId, other.pageId),
  );
  expect(await codesOf(again)).not.toContain("set_incomplete in_review");
  const mine = valueOf(await openRereview(desk.editor.sessionId, one.pageId));
  expect(await codesOf(mine)).toContain("set_incomplete in_review");
});

test("a set is made by an editor of two pages or more, each in one set at a time", async () => {
  const [one, other, third] = [
    await submitPage(database, desk.author),
    await submitPage(database, desk.author),
    await submitPage(database, desk.author),
  ];
  const attempt = async (who: { sessionId: string }, ...ids: string[]) =>
    refusalOf(await makePageSet(who.sessionId, "A set", ids));
  expect(await attempt(desk.author, one.pageId, other.pageId)).toBe(
    "not_an_editor",
  );
  expect(await attempt(desk.editor, one.pageId, one.pageId)).toBe(
    "set_too_small",
  );
  const setId = await make(one.pageId, other.pageId);
  expect(await attempt(desk.editor, one.pageId, third.pageId)).toBe("in_a_set");
  valueOf(await addToSet(desk.editor.sessionId, setId, third.pageId));
  expect(
    refusalOf(await addToSet(desk.editor.sessionId, setId, third.pageId)),
  ).toBe("in_a_set");
  expect((await findSetOf(third.pageId, desk.editor.id))?.members).toHaveLength(
    3,
  );
});

test("a page past its grace takes its set down with it", async () => {
  const late = await publishPage(database, desk);
  await database.advance("300 days");
  const young = await publishPage(database, desk);
  await make(late.pageId, young.pageId);
  await database.advance("600 days");
  expect((await stateOf(late.pageId))?.[0]).toBe("withheld");
  expect(await stateOf(young.pageId)).toEqual(["withheld", "set_fell"]);
});
