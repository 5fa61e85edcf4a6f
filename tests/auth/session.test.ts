import { afterAll, beforeAll, expect, test } from "vitest";
import { requirePerson, requireRole } from "~/auth/require-person.server";
import {
  closeSession,
  findSignedIn,
  openSession,
  renewToken,
} from "~/auth/session.server";
import { markReauthenticated } from "~/data/sessions.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { addPerson, requestWith } from "./people";

let database: TestDatabase;
let author: string;
let reviewer: string;

beforeAll(async () => {
  database = await createTestDatabase();
  author = await addPerson(database, "author@example.org", ["author"]);
  reviewer = await addPerson(database, "reviewer@example.org", ["reviewer"], {
    expertise: ["clinician"],
  });
});

afterAll(() => database.drop());

const nobody = () => requestWith(null);

async function signIn(personId: string): Promise<Request> {
  return requestWith(await openSession(nobody(), personId));
}

test("a signed-in person is found with their roles and expertise", async () => {
  const found = await findSignedIn(await signIn(reviewer));
  expect(found?.person).toEqual({
    id: reviewer,
    name: "reviewer",
    email: "reviewer@example.org",
    prefix: "",
    credentials: "",
    roles: ["reviewer"],
    expertise: ["clinician"],
  });
});

test("SQL knows the session by the id that is handed to acts", async () => {
  const found = await findSignedIn(await signIn(reviewer));
  const { rows } = await database.owner.query<{ id: string }>(
    "SELECT (desk.actor($1)).id",
    [found?.sessionId],
  );
  expect(rows).toEqual([{ id: reviewer }]);
});

test("no table holds the token that the cookie holds", async () => {
  const request = await signIn(author);
  const token = request.headers.get("Cookie")?.split("=")[1] ?? "";
  expect(token.length).toBeGreaterThan(40);
  const { rows } = await database.owner.query<{ row: string }>(
    "SELECT row(s.*)::text AS row FROM desk.session s",
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
});

test("the id in the table is no token that signs anybody in", async () => {
  const found = await findSignedIn(await signIn(author));
  const stolen = requestWith(`desk=${found?.sessionId ?? ""}`);
  expect(await findSignedIn(stolen)).toBeNull();
});

test("a cookie is for this host alone and out of reach of scripts", async () => {
  const setCookie = await openSession(nobody(), author);
  expect(setCookie).toMatch(/^desk=[\w-]{43};/);
  expect(setCookie).toContain("HttpOnly");
  expect(setCookie).toContain("SameSite=Lax");
  expect(setCookie).toContain("Path=/");
  expect(setCookie).not.toContain("Domain");
});

test("a reviewer is signed out after 30 idle minutes, not sooner", async () => {
  const request = await signIn(reviewer);
  await database.advance("29 minutes");
  expect(await findSignedIn(request)).not.toBeNull();
  await database.advance("29 minutes");
  expect(await findSignedIn(request)).not.toBeNull();
  await database.advance("31 minutes");
  expect(await findSignedIn(request)).toBeNull();
});

test("an author is signed out after 8 idle hours, not sooner", async () => {
  const request = await signIn(author);
  await database.advance("7 hours 59 minutes");
  expect(await findSignedIn(request)).not.toBeNull();
  const other = await signIn(author);
  await database.advance("8 hours 1 minute");
  expect(await findSignedIn(other)).toBeNull();
});

test("twelve hours after signing in it ends, however busy one was", async () => {
  const request = await signIn(author);
  for (let hour = 1; hour < 12; hour += 1) {
    await database.advance("1 hour");
    expect(await findSignedIn(request), `hour ${String(hour)}`).not.toBeNull();
  }
  await database.advance("1 hour 1 minute");
  expect(await findSignedIn(request)).toBeNull();
});

test("signing in gives a new token and ends what this browser had", async () => {
  const first = await signIn(author);
  const second = requestWith(await openSession(first, reviewer));
  expect(await findSignedIn(first)).toBeNull();
  expect((await findSignedIn(second))?.person.id).toBe(reviewer);
});

test("after signing out the old cookie is worth nothing", async () => {
  const request = await signIn(author);
  expect(await closeSession(request)).toContain("Max-Age=0");
  expect(await findSignedIn(request)).toBeNull();
});

test("a confirmed password brings a new token, with the same absolute end", async () => {
  const request = await signIn(author);
  await database.advance("7 hours");
  const before = await findSignedIn(request);
  if (!before) throw new Error("signed out");
  expect(await renewToken(before)).toBeNull();
  await markReauthenticated(before.sessionId);
  const due = await findSignedIn(request);
  if (!due) throw new Error("signed out");
  const renewals = await Promise.all([renewToken(due), renewToken(due)]);
  const [setCookie, ...more] = renewals.filter((each) => each !== null);
  expect(more).toEqual([]);
  const renewed = requestWith(setCookie ?? null);
  expect((await findSignedIn(renewed))?.isRenewalDue).toBe(false);
  // What was on its way still arrives.
  expect(await findSignedIn(request)).not.toBeNull();
  await database.advance("1 minute");
  expect(await findSignedIn(request)).toBeNull();
  await database.advance("4 hours");
  expect(await findSignedIn(renewed)).not.toBeNull();
  await database.advance("1 hour");
  expect(await findSignedIn(renewed)).toBeNull();
});

test("whoever is signed out is sent to sign in and back", async () => {
  const thrown = await requirePerson(
    requestWith(null, "/desk/pages?sort=due"),
  ).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Response);
  const response = thrown as Response;
  expect(response.status).toBe(303);
  expect(response.headers.get("Location")).toBe(
    "/sign-in?to=%2Fdesk%2Fpages%3Fsort%3Ddue",
  );
});

test("a script that is signed out is told so with 401", async () => {
  const request = requestWith(null);
  request.headers.set("Accept", "application/json");
  const thrown = await requirePerson(request).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Response);
  expect((thrown as Response).status).toBe(401);
});

test("a screen for editors is not an author's", async () => {
  const request = await signIn(author);
  await expect(requireRole(request, "editor", "author")).resolves.toBeTruthy();
  const thrown = await requireRole(request, "editor").catch(
    (error: unknown) => error,
  );
  expect((thrown as Response).status).toBe(403);
});

test("whoever is switched off is signed out", async () => {
  const leaving = await addPerson(database, "leaving@example.org", ["author"]);
  const request = await signIn(leaving);
  await database.auth.query(
    "SELECT desk.operator_deactivate_person($1, NULL)",
    [leaving],
  );
  expect(await findSignedIn(request)).toBeNull();
});
