import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { assign } from "~/commands/assign.server";
import { deactivatePerson } from "~/commands/deactivate-person.server";
import { declineAssignment } from "~/commands/decline-assignment.server";
import { lapseAssignment } from "~/commands/lapse-assignment.server";
import { nameAlternates } from "~/commands/name-alternates.server";
import { proposeColleague } from "~/commands/propose-colleague.server";
import { recordAbsence } from "~/commands/record-absence.server";
import { standIn } from "~/commands/stand-in.server";
import { listRoundAssignments } from "~/data/assignments.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import {
  openReviewDesk,
  type ReviewDesk,
  submitPage,
  type Submitted,
  valueOf,
} from "./review-desk";

const lab = "laboratory_scientist";

let database: TestDatabase;
let desk: ReviewDesk;
let page: Submitted;
let admin: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await database.setClock("2026-03-02T12:00:00Z");
  desk = await openReviewDesk(database);
  admin = await openAdmin();
  page = await submitPage(database, desk.author);
});
afterAll(() => database.drop());

const ask = async (reviewerId = desk.scientist.id, roundId = page.roundId) =>
  valueOf(
    await assign(desk.editor.sessionId, {
      ...{ roundId, expertise: lab, reviewerId },
      ...{ respondBy: null, reviewBy: null },
    }),
  );

const name = async (personId: string, roundId = page.roundId) =>
  valueOf(
    await nameAlternates(desk.editor.sessionId, roundId, lab, [personId]),
  );

const seats = async (roundId = page.roundId) =>
  (await listRoundAssignments(roundId)).map(
    ({ reviewerId, state }) => `${reviewerId} ${state}`,
  );

/** Holds what a query locks until let go. */
async function hold(query: string, id: string) {
  const client = new pg.Client({ connectionString: database.urls.owner });
  await client.connect();
  await client.query("BEGIN");
  await client.query(query, [id]);
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pg_backend_pid() AS pid",
  );
  return {
    client,
    /** Resolves once somebody waits for what is held here; fails after ten seconds. */
    someoneWaits: () =>
      expect
        .poll(
          async () =>
            (
              await database.owner.query(
                "SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))",
                [rows[0]?.pid],
              )
            ).rowCount,
          { timeout: 10_000, interval: 20 },
        )
        .toBe(1),
    async letGo() {
      await client.query("ROLLBACK");
      await client.end();
    },
  };
}

const holdPage = (id: string) =>
  hold("SELECT FROM desk.page WHERE id = $1 FOR NO KEY UPDATE", id);

/** Whoever holds a person can write the audit while the act waits for that person. */
async function waitsWithoutTheAudit(
  personId: string,
  act: () => Promise<unknown>,
) {
  const held = await hold(
    "SELECT FROM desk.person WHERE id = $1 FOR NO KEY UPDATE",
    personId,
  );
  const acting = act();
  try {
    await held.someoneWaits();
    await held.client.query("SET LOCAL lock_timeout = '500ms'");
    await held.client.query("SELECT desk.record_audit('lapse', NULL, NULL)");
  } finally {
    await held.letGo();
    await acting;
  }
}

test("who declines waits for the next alternate before the audit is taken", async () => {
  const assignmentId = await ask();
  await name(desk.otherScientist.id);
  await waitsWithoutTheAudit(desk.otherScientist.id, () =>
    declineAssignment(desk.scientist.sessionId, assignmentId, "").then(valueOf),
  );
  expect(await seats()).toEqual([
    `${desk.scientist.id} declined`,
    `${desk.otherScientist.id} invited`,
  ]);
});

test("so does who proposes a colleague and declines", async () => {
  const assignmentId = await ask();
  await name(desk.otherScientist.id);
  await waitsWithoutTheAudit(desk.otherScientist.id, () =>
    proposeColleague(desk.scientist.sessionId, assignmentId, {
      ...{ name: "Una Colleague", email: "una@example.org", note: "" },
      declines: true,
    }).then(valueOf),
  );
  expect(await seats()).toContain(`${desk.otherScientist.id} invited`);
});

test("so does a request that lapses, for the deputy of an alternate who is away", async () => {
  const third = (await openReviewDesk(database)).scientist;
  const assignmentId = await ask();
  await name(desk.otherScientist.id);
  valueOf(
    await recordAbsence(desk.otherScientist.sessionId, {
      personId: desk.otherScientist.id,
      ...{ from: "2026-03-02", until: "2026-04-20" },
      deputies: { [lab]: third.id },
    }),
  );
  await database.setClock("2026-03-30T12:00:00Z");
  await waitsWithoutTheAudit(third.id, () =>
    lapseAssignment(assignmentId).then(valueOf),
  );
  expect(await seats()).toEqual([
    `${desk.scientist.id} lapsed`,
    `${third.id} invited`,
  ]);
});

test("so does a reviewer asked in place of another", async () => {
  const assignmentId = await ask();
  await waitsWithoutTheAudit(desk.otherScientist.id, () =>
    standIn(desk.editor.sessionId, assignmentId, desk.otherScientist.id).then(
      valueOf,
    ),
  );
  expect(await seats()).toEqual([
    `${desk.scientist.id} dismissed`,
    `${desk.otherScientist.id} invited`,
  ]);
});

test("so does a departure, for everybody to whom several reviews go", async () => {
  const third = (await openReviewDesk(database)).scientist;
  const second = await submitPage(database, desk.author);
  await ask();
  await name(desk.otherScientist.id);
  await ask(desk.scientist.id, second.roundId);
  await name(third.id, second.roundId);
  await waitsWithoutTheAudit(third.id, () =>
    deactivatePerson(admin, desk.scientist.id, null, {}).then(valueOf),
  );
  expect(await seats()).toContain(`${desk.otherScientist.id} invited`);
  expect(await seats(second.roundId)).toContain(`${third.id} invited`);
});

test("a departure holds the page of a review that came while it waited", async () => {
  const second = await submitPage(database, desk.author);
  await ask();
  const first = await holdPage(page.pageId);
  const leaving = deactivatePerson(admin, desk.scientist.id, null, {
    [lab]: desk.otherScientist.id,
  });
  await first.someoneWaits();
  await ask(desk.scientist.id, second.roundId);
  const later = await holdPage(second.pageId);
  await first.letGo();
  try {
    await later.someoneWaits();
    expect(await seats(second.roundId)).toEqual([
      `${desk.scientist.id} invited`,
    ]);
  } finally {
    await later.letGo();
    valueOf(await leaving);
  }
  for (const roundId of [page.roundId, second.roundId])
    expect(await seats(roundId)).toEqual([
      `${desk.scientist.id} dismissed`,
      `${desk.otherScientist.id} invited`,
    ]);
});

/** A session of an admin who joins for this. */
async function openAdmin(): Promise<string> {
  const { rows } = await database.owner.query<{ id: string }>(
    `SELECT desk.insert_person(gen_random_uuid() || '@example.org', 'Ada Admin', '', '', '', NULL, '{admin}', '{}', NULL, 'test') AS id`,
  );
  const session = `session-${rows[0]?.id ?? ""}`;
  await database.owner.query(
    "INSERT INTO desk.session (id, user_id, expires_at, absolute_expires_at) VALUES ($1, $2, 'infinity', 'infinity')",
    [session, rows[0]?.id],
  );
  return session;
}
