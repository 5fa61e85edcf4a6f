import { afterAll, beforeAll, expect, test } from "vitest";
import { listAuditEvents, listRecordedActs } from "~/data/audit-events.server";
import { getDeskFrame } from "~/data/desk-frame.server";
import { listActivePeople, listPeople } from "~/data/people.server";
import { getHoldings } from "~/data/person-holdings.server";
import { endSession, openCommandLineSession } from "~/data/sessions.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { addPage, addPerson, requestWith } from "../auth/people";
import { findSignedIn } from "~/auth/session.server";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  for (let number = 10; number < 70; number += 1) {
    await addPerson(database, `p${String(number)}@example.org`, ["author"], {
      hasPassword: false,
    });
  }
});

afterAll(() => database.drop());

test("people are listed by name, fifty at a time, with how many there are", async () => {
  const first = await listPeople({});
  const second = await listPeople({ page: 2 });
  expect([first.people.length, second.people.length]).toEqual([50, 10]);
  expect([first.total, second.total]).toEqual([60, 60]);
  const names = [...first.people, ...second.people].map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  expect(new Set(names).size).toBe(60);
});

test("a part of a name or an address finds people; signs mean themselves", async () => {
  const { people } = await listPeople({ query: "P12@EX" });
  expect(people.map(({ email }) => email)).toEqual(["p12@example.org"]);
  expect((await listPeople({ query: "%" })).people).toEqual([]);
});

test("whoever is switched off is last in the list and in no choice", async () => {
  const { people } = await listPeople({ query: "p10@" });
  const id = people[0]?.id ?? "";
  await database.auth.query(
    "SELECT desk.operator_deactivate_person($1, NULL)",
    [id],
  );
  expect((await listPeople({ page: 2 })).people.at(-1)?.id).toBe(id);
  expect((await listActivePeople()).map((each) => each.id)).not.toContain(id);
});

test("the record of acts is read in parts, backwards and forwards, without a gap", async () => {
  const all = { before: null, after: null, act: null };
  const newest = await listAuditEvents(all);
  const last = newest.events.at(-1)?.seq ?? 0;
  const older = await listAuditEvents({ ...all, before: last });
  expect(newest.hasMore).toBe(true);
  expect(older.events[0]?.seq).toBe(last - 1);
  const again = await listAuditEvents({
    ...all,
    after: older.events[0]?.seq ?? 0,
  });
  expect(again.events.map(({ seq }) => seq)).toEqual(
    newest.events.map(({ seq }) => seq),
  );
  expect(newest.events[0]).toMatchObject({
    ...{ act: "deactivate_person", realActor: "operator", actor: null },
    about: "p10",
  });
});

test("the record can be asked for one act", async () => {
  const acts = await listRecordedActs();
  expect(acts).toContain("deactivate_person");
  const { events } = await listAuditEvents({
    ...{ before: null, after: null, act: "deactivate_person" },
  });
  expect(events.length).toBe(1);
});

test("a page in somebody's hands is listed under what they hold", async () => {
  const opened = await openCommandLineSession("editor@example.org");
  expect(opened).toMatchObject({ because: "not_found" });
  await addPerson(database, "editor@example.org", ["editor"]);
  const editor = await openCommandLineSession("EDITOR@example.org");
  if (!editor.ok) throw new Error(editor.because);
  const { sessionId, personId } = editor.value;
  await addPage(sessionId, "held", personId);
  expect(await getHoldings(personId, personId)).toMatchObject({
    ...{ pages: [{ slug: "held", isOwner: true }], reviews: [] },
  });
});

test("a session of the command line acts for ten minutes, and no browser has it", async () => {
  const opened = await openCommandLineSession("editor@example.org");
  if (!opened.ok) throw new Error(opened.because);
  const { sessionId, personId } = opened.value;
  const actor = () =>
    database.owner.query<{ id: string }>("SELECT (desk.actor($1)).id", [
      sessionId,
    ]);
  expect((await actor()).rows).toEqual([{ id: personId }]);
  expect(await findSignedIn(requestWith(`desk=${sessionId}`))).toBeNull();
  await database.advance("11 minutes");
  await expect(actor()).rejects.toThrow("not_signed_in");
  await endSession(sessionId);
});

test("nobody who was switched off acts by the command line", async () => {
  expect(await openCommandLineSession("p10@example.org")).toMatchObject({
    because: "person_inactive",
  });
});

test("the frame tells of a moved clock and a dead alert engine", async () => {
  const { people } = await listPeople({ query: "p11@" });
  const id = people[0]?.id ?? "";
  expect(await getDeskFrame(id)).toMatchObject({
    ...{ isClockMoved: true, openReviews: 0 },
    ...{ interestsUntil: null, mode: "test" },
    alerts: { troubles: ["no_run"], lastSuccessAt: null },
  });
});
