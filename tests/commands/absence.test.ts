import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { assign } from "~/commands/assign.server";
import { deactivatePerson } from "~/commands/deactivate-person.server";
import { endAbsence } from "~/commands/end-absence.server";
import { nameAlternates } from "~/commands/name-alternates.server";
import { recordAbsence } from "~/commands/record-absence.server";
import { listAbsences } from "~/data/absences.server";
import { listRoundAssignments } from "~/data/assignments.server";
import { listCandidates } from "~/data/candidates.server";
import { previewDeparture } from "~/data/departure.server";
import { countUnheldPages, listUnheldPages } from "~/data/unheld-pages.server";
import { handOverWhatIsDue } from "~/commands/hand-over-absent.server";
import { runAlerts } from "~/jobs/run-alerts.server";
import type { OutgoingMail } from "~/mail/outgoing-mail";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  openReviewDesk,
  refusalOf,
  type ReviewDesk,
  submitPage,
  type Submitted,
  valueOf,
} from "./review-desk";

let database: TestDatabase;
let desk: ReviewDesk;
let page: Submitted;
let admin: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  // Sent at the last test's hour: the clock goes back, and they would wait.
  await outbox();
  await database.setClock("2026-03-02T12:00:00Z");
  await database.owner.query(
    `UPDATE desk.review_round SET closed_at = desk.clock(), closed_because = 'taken_back' WHERE closed_at IS NULL;
     UPDATE desk.page SET archived_at = desk.clock() WHERE archived_at IS NULL`,
  );
  desk = await openReviewDesk(database);
  admin = await openAdmin();
  page = await submitPage(database, desk.author);
});
afterAll(() => database.drop());

const lab = "laboratory_scientist";

const rowsOf = async <Row extends object>(
  query: string,
  values: unknown[] = [],
) => (await database.owner.query<Row>(query, values)).rows;

const ask = (reviewerId = desk.scientist.id, roundId = page.roundId) =>
  assign(desk.editor.sessionId, {
    ...{ roundId, expertise: lab, reviewerId },
    ...{ respondBy: null, reviewBy: null },
  });

const away = (
  deputies: Record<string, string>,
  {
    by = desk.scientist,
    who = desk.scientist,
    from = "2026-03-02",
    until = "2026-03-20",
  } = {},
) =>
  recordAbsence(by.sessionId, {
    personId: who.id,
    ...{ from, until, deputies },
  });

const seats = async () =>
  (await listRoundAssignments(page.roundId)).map(
    ({ reviewerName, state }) => `${reviewerName} ${state}`,
  );

async function outbox(): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  await runAlerts((mail) => {
    sent.push(mail);
    return Promise.resolve({ outcome: "sent" as const, answer: "250 OK" });
  });
  return sent;
}

/** What people of this name were told; that a version came in aside. */
const told = (mails: readonly OutgoingMail[], name: string) => [
  ...new Set(
    mails
      .filter(({ to }) => to.name === name)
      .map(({ subject }) => subject.replace(/ by .*/, ""))
      .filter((subject) => !subject.includes("submitted")),
  ),
];

test("an open request goes to the deputy when the absence begins, once, and all three are told", async () => {
  valueOf(await ask());
  valueOf(
    await away({ [lab]: desk.otherScientist.id }, { from: "2026-03-03" }),
  );
  await outbox();
  expect(await handOverWhatIsDue()).toBe(0);
  await database.setClock("2026-03-03T00:10:00Z");
  const moved = await Promise.all(
    Array.from({ length: 5 }, () => handOverWhatIsDue()),
  );
  expect(moved.reduce((sum, each) => sum + each, 0)).toBe(1);
  expect(await seats()).toEqual([
    "Dr Lars Lab dismissed",
    "Dr Lena Lab invited",
  ]);
  const [linked] = await rowsOf<{ isLinked: boolean }>(
    `SELECT o.handed_over_to = n.id AND n.stands_for = o.reviewer_id AS "isLinked" FROM desk.assignment o
       JOIN desk.assignment n ON n.round_id = o.round_id AND n.state = 'invited' WHERE o.round_id = $1 AND o.state = 'dismissed'`,
    [page.roundId],
  );
  expect(linked?.isLinked).toBe(true);
  const mails = await outbox();
  expect(told(mails, "Dr Lena Lab")).toEqual([
    "SDHB: will you review this page? Answer",
  ]);
  expect(told(mails, "Dr Lars Lab")).toEqual([
    "SDHB: Dr Lena Lab stands in for you",
  ]);
  expect(told(mails, "Dr Eva Editor")).toEqual([
    "SDHB: Dr Lena Lab stands in for Dr Lars Lab",
  ]);
});

test("a new request to somebody away goes to their deputy at that moment, and to themselves once they are back", async () => {
  const absence = valueOf(await away({ [lab]: desk.otherScientist.id }));
  const found = await listCandidates(page.roundId, lab);
  expect(found.find(({ id }) => id === desk.scientist.id)).toMatchObject({
    awayUntil: "2026-03-20",
    blockers: [],
  });
  valueOf(await ask());
  expect(await seats()).toEqual(["Dr Lena Lab invited"]);
  expect(refusalOf(await endAbsence(desk.author.sessionId, absence))).toBe(
    "not_found",
  );
  valueOf(await endAbsence(desk.scientist.sessionId, absence));
  expect(refusalOf(await endAbsence(desk.scientist.sessionId, absence))).toBe(
    "already_decided",
  );
  valueOf(await ask());
  expect(await seats()).toEqual(["Dr Lena Lab invited", "Dr Lars Lab invited"]);
});

test("a deputy who is away too passes it on, and nobody is asked who may not", async () => {
  const third = (await openReviewDesk(database)).scientist;
  valueOf(
    await away(
      { [lab]: third.id },
      { who: desk.otherScientist, by: desk.editor },
    ),
  );
  valueOf(await away({ [lab]: desk.otherScientist.id }));
  valueOf(await ask());
  const [asked] = await listRoundAssignments(page.roundId);
  expect(asked?.reviewerId).toBe(third.id);
});

test("without a deputy who may, the request is refused, and an open one falls to the editors, once", async () => {
  valueOf(await ask());
  valueOf(await away({}));
  expect(refusalOf(await ask())).toBe("duplicate_assignment");
  const other = await submitPage(database, desk.author);
  expect(refusalOf(await ask(desk.scientist.id, other.roundId))).toBe("absent");
  const mails = [...(await outbox()), ...(await outbox())];
  expect(told(mails, "Dr Eva Editor")).toEqual([
    "SDHB: nobody can take a review over",
  ]);
  const alerts = await rowsOf(
    "SELECT FROM desk.alert WHERE kind = 'no_holder' AND recipient_id = $1",
    [desk.editor.id],
  );
  expect(alerts).toHaveLength(1);
  expect(await seats()).toEqual(["Dr Lars Lab invited"]);
});

test("what falls goes to the lead of the collection, not to every editor", async () => {
  const [shelf] = await rowsOf<{ id: string }>(
    "INSERT INTO desk.collection (slug, name, lead_id) VALUES ($1, 'Cancer', $2) RETURNING id",
    [`c-${randomUUID()}`, desk.secondEditor.id],
  );
  await database.owner.query(
    "UPDATE desk.page SET collection_id = $1 WHERE id = $2",
    [shelf?.id, page.pageId],
  );
  valueOf(await ask());
  valueOf(await away({}));
  const mails = await outbox();
  expect(told(mails, "Dr Ed Second")).toContain(
    "SDHB: nobody can take a review over",
  );
  expect(told(mails, "Dr Eva Editor")).toEqual([]);
});

test("a loop is one on some day: a deputy's second absence counts, two that never meet do not", async () => {
  const { scientist, otherScientist } = desk;
  const { scientist: third } = await openReviewDesk(database);
  const goes = (
    who: typeof scientist,
    deputy: typeof scientist,
    early: boolean,
  ) =>
    away(
      { [lab]: deputy.id },
      {
        who,
        by: who,
        ...(early ? { until: "2026-03-05" } : { from: "2026-03-10" }),
      },
    );
  valueOf(await goes(otherScientist, third, true));
  valueOf(await goes(third, scientist, false));
  const first = valueOf(await away({ [lab]: otherScientist.id }));
  valueOf(await endAbsence(scientist.sessionId, first));
  valueOf(await goes(otherScientist, scientist, false));
  expect(refusalOf(await away({ [lab]: otherScientist.id }))).toBe(
    "deputy_loop",
  );
});

test("a deputy without the expertise, switched off, undeclared, in a loop or with their own words is refused with the reason", async () => {
  const { scientist, otherScientist, medicalEditor, author, editor } = desk;
  const named = (deputy: string) => away({ [lab]: deputy }).then(refusalOf);
  expect(await named(medicalEditor.id)).toBe("deputy_lacks_expertise");
  expect(await named(scientist.id)).toBe("deputy_loop");
  valueOf(
    await away(
      { [lab]: scientist.id },
      { who: otherScientist, by: otherScientist, from: "2026-03-10" },
    ),
  );
  expect(await named(otherScientist.id)).toBe("deputy_loop");
  const others = await openReviewDesk(database);
  await database.owner.query(
    "INSERT INTO desk.person_expertise (person_id, expertise) VALUES ($1, $2)",
    [author.id, lab],
  );
  await database.owner.query(
    "INSERT INTO desk.person_role (person_id, role) VALUES ($1, 'reviewer')",
    [author.id],
  );
  valueOf(await ask());
  expect(await named(author.id)).toBe("deputy_is_author");
  await database.owner.query(
    "UPDATE desk.person SET is_active = false WHERE id = $1",
    [others.scientist.id],
  );
  expect(await named(others.scientist.id)).toBe("deputy_inactive");
  const [undeclared] = await rowsOf<{ id: string }>(
    "SELECT desk.insert_person(gen_random_uuid() || '@example.org', 'Una Undeclared', '', '', '', NULL, '{reviewer}', ARRAY[$1], NULL, 'test') AS id",
    [lab],
  );
  expect(await named(undeclared?.id ?? "")).toBe("deputy_undeclared");
  expect(refusalOf(await away({}, { by: medicalEditor, who: scientist }))).toBe(
    "not_an_editor",
  );
  valueOf(await away({}, { by: editor }));
  expect(refusalOf(await away({}))).toBe("absence_overlaps");
  expect(await listAbsences(scientist.id)).toMatchObject([
    { from: "2026-03-02", until: "2026-03-20", isNow: true, deputies: [] },
  ]);
});

test("who leaves hands over pages, collections and reviews as the preview said", async () => {
  valueOf(await ask());
  const [shelf] = await rowsOf<{ id: string }>(
    "INSERT INTO desk.collection (slug, name, lead_id) VALUES ($1, 'Cancer', $2) RETURNING id",
    [`c-${randomUUID()}`, desk.scientist.id],
  );
  const owned = await submitPage(database, desk.author);
  await database.owner.query(
    "UPDATE desk.page SET owner_id = $1 WHERE id = $2",
    [desk.scientist.id, owned.pageId],
  );
  const deputies = { [lab]: desk.otherScientist.id };
  const preview = await previewDeparture(
    desk.scientist.id,
    desk.editor.id,
    deputies,
    desk.editor.id,
  );
  expect(
    preview.map(({ what, heirName }) => `${what}: ${String(heirName)}`),
  ).toEqual([
    "collection: Dr Eva Editor",
    "page: Dr Eva Editor",
    "review: Dr Lena Lab",
  ]);
  valueOf(
    await deactivatePerson(admin, desk.scientist.id, desk.editor.id, deputies),
  );
  expect(await seats()).toEqual([
    "Dr Lars Lab dismissed",
    "Dr Lena Lab invited",
  ]);
  const [now] = await rowsOf(
    `SELECT (SELECT owner_id FROM desk.page WHERE id = $1) AS owner, (SELECT lead_id FROM desk.collection WHERE id = $2) AS lead`,
    [owned.pageId, shelf?.id],
  );
  expect(now).toEqual({ owner: desk.editor.id, lead: desk.editor.id });
  const mails = await outbox();
  expect(told(mails, "Dr Lars Lab")).toEqual([]);
  expect(told(mails, "Dr Eva Editor")).toContain(
    "SDHB: Dr Lena Lab stands in for Dr Lars Lab",
  );
});

test("what somebody who leaves had scheduled is cancelled, shown before, and the lead is told", async () => {
  const [schedule] = await rowsOf<{ id: string }>(
    `INSERT INTO desk.schedule (page_id, version_id, content_sha256, publish_at, scheduled_by, method)
       SELECT page_id, id, content_sha256, desk.clock() + interval '3 days', $2, 'password' FROM desk.version WHERE id = $1 RETURNING id`,
    [page.versionId, desk.editor.id],
  );
  const scheduleId = schedule?.id ?? "";
  const preview = await previewDeparture(
    desk.editor.id,
    null,
    {},
    desk.secondEditor.id,
  );
  expect(preview.map(({ what }) => what)).toEqual(["schedule"]);
  valueOf(await deactivatePerson(admin, desk.editor.id, null, {}));
  const [left] = await rowsOf<{ isCancelled: boolean }>(
    `SELECT cancelled_at IS NOT NULL AS "isCancelled" FROM desk.schedule WHERE id = $1`,
    [scheduleId],
  );
  expect(left).toEqual({ isCancelled: true });
  expect(
    await rowsOf(
      "SELECT payload::jsonb ->> 'because' AS because FROM desk.audit_event WHERE act = 'cancel_schedule' AND payload::jsonb ->> 'schedule' = $1",
      [scheduleId],
    ),
  ).toEqual([{ because: "departure" }]);
  expect(
    await rowsOf(
      "SELECT recipient_id AS recipient FROM desk.alert WHERE kind = 'no_holder' AND reason_key LIKE 'no_signer:' || $1 || '%' AND recipient_id = $2",
      [scheduleId, desk.secondEditor.id],
    ),
  ).toHaveLength(1);
});

test("two people who name each other as deputies at once: one is refused, nobody waits for ever", async () => {
  const outcomes = await Promise.all(
    (
      [
        [desk.scientist, desk.otherScientist],
        [desk.otherScientist, desk.scientist],
      ] as const
    ).map(([one, other]) =>
      recordAbsence(one.sessionId, {
        personId: one.id,
        from: "2026-03-02",
        until: "2026-03-20",
        deputies: { [lab]: other.id },
      }),
    ),
  );
  expect(outcomes.map(refusalOf).sort()).toEqual(["deputy_loop", "done"]);
});

test("the review of who leaves goes to the next alternate where no deputy may", async () => {
  valueOf(await ask());
  valueOf(
    await nameAlternates(desk.editor.sessionId, page.roundId, lab, [
      desk.otherScientist.id,
    ]),
  );
  // The author's own words: never the author.
  const deputies = { [lab]: desk.author.id };
  valueOf(await deactivatePerson(admin, desk.scientist.id, null, deputies));
  expect(await seats()).toEqual([
    "Dr Lars Lab dismissed",
    "Dr Lena Lab invited",
  ]);
});

test("pages without a valid owner or reviewer are listed and counted, and no others", async () => {
  const others = await countUnheldPages();
  expect(others).toMatchObject({ owner: 0, bench: 0 });
  expect(await listUnheldPages(desk.editor.id)).toMatchObject([
    { lacks: "seat", expertise: lab },
    { lacks: "seat", expertise: "medical_editor" },
  ]);
  valueOf(await ask());
  expect(
    (await listUnheldPages(desk.editor.id)).map(({ expertise }) => expertise),
  ).toEqual(["medical_editor"]);
  await database.owner.query(
    "SELECT desk.operator_deactivate_person($1, NULL)",
    [desk.author.id],
  );
  await database.owner.query(
    "DELETE FROM desk.person_expertise WHERE expertise = $1",
    [lab],
  );
  expect(
    (await listUnheldPages(desk.editor.id)).map(({ lacks }) => lacks).sort(),
  ).toEqual(["bench", "owner", "seat", "seat"]);
  expect(await countUnheldPages()).toEqual({ owner: 1, seat: 1, bench: 1 });
  expect(await listUnheldPages(desk.editor.id, true)).toEqual([]);
});

/** A session of an admin who joins for this. */
async function openAdmin(): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    `SELECT desk.insert_person(gen_random_uuid() || '@example.org', 'Ada Admin', '', '', '', NULL, '{admin}', '{}', NULL, 'test') AS id`,
  );
  const session = `session-${row?.id ?? ""}`;
  await database.owner.query(
    "INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at) VALUES ($1, $2, 'infinity', 'infinity')",
    [session, row?.id],
  );
  return session;
}
