import { afterAll, beforeAll, expect, test } from "vitest";
import { addToSet } from "~/commands/add-to-set.server";
import { archivePage } from "~/commands/archive-page.server";
import { makePageSet } from "~/commands/make-page-set.server";
import { publishSet } from "~/commands/publish-set.server";
import { removeFromSet } from "~/commands/remove-from-set.server";
import { schedulePublication } from "~/commands/schedule-publication.server";
import { setConfidentialUntil } from "~/commands/set-confidential-until.server";
import { withdraw } from "~/commands/withdraw.server";
import { runAct } from "~/data/act.server";
import { listPublishBlockers } from "~/data/gate.server";
import { findPageIdBySlug, findSetOf, listSets } from "~/data/page-sets.server";
import { findPublicStanding } from "~/data/publications.server";
import { appPool } from "~/data/pools.server";
import { listForecastBlockers } from "~/data/schedules.server";
import { deliverMails } from "~/jobs/deliver-mails.server";
import { wordBlocker } from "~/wording/blockers";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  approvePage,
  grantFor,
  join,
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

async function single<Value>(sql: string, id: string): Promise<Value> {
  const { rows } = await database.owner.query<{ value: Value }>(sql, [id]);
  if (!rows[0]) throw new Error(`no row for ${id}`);
  return rows[0].value;
}

const slugOf = (pageId: string) =>
  single<string>("SELECT slug AS value FROM desk.page WHERE id = $1", pageId);

const inDays = (days: number) =>
  single<string>(
    "SELECT (desk.today() + $1::integer)::text AS value",
    String(days),
  );

const takeDown = async (pageId: string) =>
  valueOf(
    await withdraw(desk.editor.sessionId, {
      pageId,
      type: "unsafe",
      isPermanent: false,
      reason: "A wrong dose.",
    }),
  );

const schedule = async (page: { versionId: string; sha: string }) =>
  schedulePublication(
    desk.editor.sessionId,
    await grantFor(desk.editor, "schedule", page.sha),
    {
      versionId: page.versionId,
      contentSha256: page.sha,
      day: await inDays(3),
      time: "09:30",
    },
  );

const raiseAgain = () => runAct<number>(appPool(), "raise_fallen_sets", []);

async function liveSet() {
  const one = await publishPage(database, desk);
  const other = await publishPage(database, desk);
  return { one, other, setId: await make(one.pageId, other.pageId) };
}

const toldOfFall = async (pageId: string) =>
  (
    await database.owner.query<{ who: string; count: number }>(
      `SELECT p.name AS who, count(*)::int AS count FROM desk.alert a JOIN desk.person p ON p.id = a.recipient_id
        WHERE a.kind = 'set_fallen' AND a.props ->> 'fallenPageId' = $1 GROUP BY 1 ORDER BY 1`,
      [pageId],
    )
  ).rows;

/** A set whose second page is somebody else's. */
async function liveSetOfTwoOwners() {
  const { one, other, setId } = await liveSet();
  const owner = await join(database, "Rosa Owner", ["author"]);
  await database.owner.query(
    "UPDATE desk.page SET owner_id = $1 WHERE id = $2",
    [owner.id, other.pageId],
  );
  return { one, other, setId, owner };
}

test("where a page of a set is withdrawn its people are told once, and those of the others too", async () => {
  const { one, owner } = await liveSetOfTwoOwners();
  await takeDown(one.pageId);
  const told = await toldOfFall(one.pageId);
  expect(told).toContainEqual({ who: owner.name, count: 1 });
  // Whoever withdrew it knows, and who is told as a person of that page is told there.
  expect(told.map(({ who }) => who)).not.toContain(desk.editor.name);
  expect(told.map(({ who }) => who)).not.toContain(desk.author.name);
  valueOf(await raiseAgain());
  expect(await toldOfFall(one.pageId)).toEqual(told);

  const sent: { to: string; text: string }[] = [];
  const deliver = () =>
    deliverMails(({ to, text }) => {
      sent.push({ to: to.name, text: text.replaceAll(/\s+/g, " ") });
      return Promise.resolve({ outcome: "sent", answer: "250 OK" });
    });
  await deliver();
  const ofOwner = sent.filter(({ to }) => to.endsWith(owner.name));
  expect(ofOwner.map(({ text }) => text).join()).toContain(
    "stands in one set with it (“SDHB”)",
  );
  const ofAuthor = sent.filter(({ to }) => to.endsWith(desk.author.name));
  expect(ofAuthor.map(({ text }) => text).join()).toContain(
    "With it readers lose “SDHB”",
  );

  // What stands again when the mail would leave is told to nobody.
  const back = await liveSetOfTwoOwners();
  await takeDown(back.one.pageId);
  const second = await join(database, "Ines Second", ["editor"]);
  valueOf(
    await removeFromSet(
      second.sessionId,
      back.other.pageId,
      "It stands alone.",
    ),
  );
  sent.length = 0;
  await deliver();
  expect(sent.filter(({ to }) => to.endsWith(back.owner.name))).toEqual([]);
});

test("what the passing of days takes down is told too, once, by the clock", async () => {
  const { one, owner } = await liveSetOfTwoOwners();
  await database.owner.query(
    `INSERT INTO desk.due_brought_forward (publication_id, due_on, brought_by, reason)
     SELECT id, desk.today() - 200, $2, 'New evidence.' FROM desk.publication WHERE page_id = $1 AND ended_at IS NULL`,
    [one.pageId, desk.editor.id],
  );
  expect(valueOf(await raiseAgain())).toBeGreaterThan(0);
  expect(await toldOfFall(one.pageId)).toContainEqual({
    ...{ who: owner.name, count: 1 },
  });
  expect(valueOf(await raiseAgain())).toBe(0);
});

test("whoever withdrew a page of a set takes no page out of it, however they go about it", async () => {
  const { one, other } = await liveSet();
  await takeDown(one.pageId);
  const leave = (who: { sessionId: string }, pageId: string) =>
    removeFromSet(who.sessionId, pageId, "It stands by itself.");
  expect(refusalOf(await leave(desk.editor, other.pageId))).toBe("same_editor");
  expect(refusalOf(await leave(desk.editor, one.pageId))).toBe("same_editor");
  valueOf(
    await archivePage(desk.editor.sessionId, one.pageId, "It is given up."),
  );
  expect(await stateOf(other.pageId)).toEqual(["withheld", "set_fell"]);
  expect(refusalOf(await leave(desk.editor, other.pageId))).toBe("same_editor");
  valueOf(await leave(desk.secondEditor, one.pageId));
  expect((await stateOf(other.pageId))?.[0]).toBe("live");
});

test("a withdrawal that a second editor freed the set of holds its editor no longer", async () => {
  const { one, other, setId } = await liveSet();
  const third = await publishPage(database, desk);
  valueOf(await addToSet(desk.editor.sessionId, setId, third.pageId));
  await takeDown(one.pageId);
  valueOf(
    await removeFromSet(desk.secondEditor.sessionId, one.pageId, "Gone."),
  );
  valueOf(await removeFromSet(desk.editor.sessionId, other.pageId, "Alone."));
  expect((await stateOf(third.pageId))?.[0]).toBe("live");
});

test("a member is scheduled only where its mates are live", async () => {
  const one = await approvePage(database, desk);
  const other = await approvePage(database, desk);
  await make(one.pageId, other.pageId);
  const refusal = await schedule(one);
  const blockers = refusal.ok ? [] : (refusal.detail.blockers ?? []);
  expect(blockers).toMatchObject([
    { code: "set_incomplete", detail: { because: "together" } },
  ]);
  expect(blockers.map((each) => wordBlocker(each).sentence).join()).toContain(
    "publish the set together",
  );
  const live = await publishPage(database, desk);
  const coming = await approvePage(database, desk);
  await make(live.pageId, coming.pageId);
  const id = valueOf(await schedule(coming));
  expect(await listForecastBlockers(id)).toEqual([]);
  await takeDown(live.pageId);
  expect(await listForecastBlockers(id)).toMatchObject([
    { code: "set_incomplete", detail: { because: "withdrawn" } },
  ]);
});

test("a schedule of a page that joins a set of pages not live is foretold as refused", async () => {
  const one = await approvePage(database, desk);
  const other = await approvePage(database, desk);
  const id = valueOf(await schedule(one));
  expect(await listForecastBlockers(id)).toEqual([]);
  await make(one.pageId, other.pageId);
  expect(await listForecastBlockers(id)).toMatchObject([
    { code: "set_incomplete", detail: { because: "together" } },
  ]);
});

test("a page that is archived while it stands leaves its set, and the others stay", async () => {
  const { one, other } = await liveSet();
  valueOf(
    await archivePage(desk.editor.sessionId, one.pageId, "It is given up."),
  );
  expect((await stateOf(one.pageId))?.[0]).toBe("archived");
  expect((await stateOf(other.pageId))?.[0]).toBe("live");
  const set = await findSetOf(other.pageId, desk.editor.id);
  expect(set?.members.map(({ pageId }) => pageId)).toEqual([other.pageId]);
  const kept = await single<string[]>(
    "SELECT array_agg(act ORDER BY seq) AS value FROM desk.audit_event WHERE page_id = $1",
    one.pageId,
  );
  expect(kept.slice(-2)).toEqual(["archive", "remove_from_set"]);
});

async function embargo(pageId: string) {
  valueOf(
    await setConfidentialUntil(desk.editor.sessionId, pageId, await inDays(30)),
  );
}

test("who may not know of a page cannot put it in a set", async () => {
  const open = await submitPage(database, desk.author);
  const secret = await submitPage(database, desk.author);
  const third = await submitPage(database, desk.author);
  await embargo(secret.pageId);
  const slug = await slugOf(secret.pageId);
  expect(await findPageIdBySlug(slug, desk.secondEditor.id)).toBeNull();
  expect(await findPageIdBySlug(slug, desk.editor.id)).toBe(secret.pageId);
  const outsider = desk.secondEditor.sessionId;
  const both = [open.pageId, secret.pageId];
  expect(refusalOf(await makePageSet(outsider, "Guess", both))).toBe(
    "not_found",
  );
  const setId = await make(...both);
  valueOf(await removeFromSet(desk.editor.sessionId, open.pageId, "Not yet."));
  const names = async (who: { id: string }) =>
    (await listSets(who.id)).map(({ id }) => id);
  expect(await names(desk.secondEditor)).not.toContain(setId);
  expect(await names(desk.editor)).toContain(setId);
  expect(refusalOf(await addToSet(outsider, setId, third.pageId))).toBe(
    "not_found",
  );
  expect(
    refusalOf(await removeFromSet(outsider, secret.pageId, "Guess.")),
  ).toBe("not_found");
  expect(refusalOf(await archivePage(outsider, secret.pageId, "Guess."))).toBe(
    "not_found",
  );
});

test("of a confidential mate only that there is one is shown, also in the reasons", async () => {
  const open = await approvePage(database, desk);
  const secret = await approvePage(database, desk);
  const setId = await make(open.pageId, secret.pageId);
  await embargo(secret.pageId);
  const shown = await findSetOf(open.pageId, desk.secondEditor.id);
  expect(shown).toMatchObject({ id: setId, hiddenCount: 1 });
  expect(shown?.members.map(({ pageId }) => pageId)).toEqual([open.pageId]);
  expect(await findSetOf(secret.pageId, desk.secondEditor.id)).toBeNull();
  const named = await findSetOf(open.pageId, desk.editor.id);
  expect(named).toMatchObject({ hiddenCount: 0 });
  expect(named?.members).toHaveLength(2);
  const reasons = await listPublishBlockers(open.versionId);
  expect(reasons).toMatchObject([
    { code: "set_incomplete", detail: { because: "confidential" } },
  ]);
  expect(JSON.stringify(reasons)).not.toContain(await slugOf(secret.pageId));
  expect(
    refusalOf(
      await publishSet(desk.secondEditor.sessionId, setId, [
        open.versionId,
        secret.versionId,
      ]),
    ),
  ).toBe("not_found");
});
