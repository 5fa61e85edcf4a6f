import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findSignedIn, openSession } from "~/auth/session.server";
import { grantSignature } from "~/auth/signing-grant.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { addPerson, password, requestWith } from "./people";

const sha = "a".repeat(64);

let database: TestDatabase;
let person: { id: string; email: string };
let request: Request;
let sessionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const email = "reviewer@example.org";
  person = { id: await addPerson(database, email, ["reviewer"]), email };
});

afterAll(() => database.drop());

beforeEach(async () => {
  request = requestWith(await openSession(requestWith(null), person.id));
  sessionId = (await findSignedIn(request))?.sessionId ?? "";
});

function grant(typed = password) {
  return grantSignature({
    person,
    sessionId,
    act: "sign_decision",
    contentSha256: sha,
    password: typed,
    address: "192.0.2.1",
  });
}

async function granted(): Promise<string> {
  const outcome = await grant();
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}

type Use = { session?: string; act?: string; sha?: string };

/** Uses the grant as a signing function does; gives the method or the refusal. */
async function use(id: string, wanted: Use = {}): Promise<string> {
  try {
    const { rows } = await database.owner.query<{ method: string }>(
      "SELECT desk.use_grant($1, $2, $3, $4, $5) AS method",
      [
        ...[id, wanted.session ?? sessionId, person.id],
        ...[wanted.act ?? "sign_decision", wanted.sha ?? sha],
      ],
    );
    return rows[0]?.method ?? "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

test("a confirmed password grants one signature, and no second", async () => {
  const id = await granted();
  expect(await use(id)).toBe("password");
  expect(await use(id)).toBe("grant_missing");
});

test("a wrong password grants nothing", async () => {
  expect(await grant("wrong")).toMatchObject({
    ok: false,
    because: "wrong_sign_in",
  });
});

test("a grant is over after five minutes", async () => {
  const id = await granted();
  await database.advance("5 minutes");
  expect(await use(id)).toBe("grant_expired");
});

test("a grant is for its act, its text and its session alone", async () => {
  const id = await granted();
  const other = requestWith(await openSession(requestWith(null), person.id));
  const session = (await findSignedIn(other))?.sessionId;
  expect(await use(id, { act: "reaffirm" })).toBe("grant_missing");
  expect(await use(id, { sha: "b".repeat(64) })).toBe("grant_missing");
  expect(await use(id, { session })).toBe("grant_missing");
  expect(await use(id)).toBe("password");
});

test("wrong passwords for signatures count like those for signing in", async () => {
  await database.advance("1 hour");
  request = requestWith(await openSession(requestWith(null), person.id));
  sessionId = (await findSignedIn(request))?.sessionId ?? "";
  for (let time = 1; time <= 10; time += 1) await grant("wrong");
  expect(await grant()).toMatchObject({
    ok: false,
    because: "too_many_attempts",
  });
  await database.advance("16 minutes");
});

test("confirming a password makes a new token due", async () => {
  expect((await findSignedIn(request))?.isRenewalDue).toBe(false);
  await granted();
  expect((await findSignedIn(request))?.isRenewalDue).toBe(true);
});

test("the application's own role cannot grant itself a signature", async () => {
  await expect(
    database.app.query(
      `INSERT INTO desk.signing_grant (id, person_id, session_id, act, content_sha256, method)
       VALUES ('x', $1, $2, 'sign_decision', $3, 'password')`,
      [person.id, sessionId, sha],
    ),
  ).rejects.toThrow("permission denied");
});
