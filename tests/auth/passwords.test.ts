import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { confirmPassword } from "~/auth/confirm-password.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { addPerson, password } from "./people";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await addPerson(database, "Author@example.org", ["author"]);
  await addPerson(database, "other@example.org", ["author"]);
  await addPerson(database, "invited@example.org", ["author"], {
    hasPassword: false,
  });
});

afterAll(() => database.drop());

beforeEach(() => database.advance("1 hour"));

function attempt(email: string, typed: string, address = "192.0.2.1") {
  return confirmPassword({ email, password: typed, address });
}

async function reasonFor(email: string, typed: string, address?: string) {
  const outcome = await attempt(email, typed, address);
  return outcome.ok ? "in" : outcome.because;
}

test("the right password lets in, whatever the case of the address", async () => {
  expect(await reasonFor("author@EXAMPLE.org ", password)).toBe("in");
});

test("a wrong password, an unknown address and an open invitation answer alike", async () => {
  expect(await reasonFor("author@example.org", "wrong")).toBe("wrong_sign_in");
  expect(await reasonFor("nobody@example.org", password)).toBe("wrong_sign_in");
  expect(await reasonFor("invited@example.org", password)).toBe(
    "wrong_sign_in",
  );
});

test("an unknown address takes about as long as a wrong password", async () => {
  const known = await durationOf("author@example.org");
  const unknown = await durationOf("nobody@example.org");
  // Without the decoy an unknown address is answered some ten times faster.
  expect(unknown).toBeGreaterThan(known / 3);
});

test("whoever was switched off learns so, with the right password only", async () => {
  const leaving = await addPerson(database, "leaving@example.org", ["author"]);
  await database.auth.query(
    "SELECT desk.operator_deactivate_person($1, NULL)",
    [leaving],
  );
  expect(await reasonFor("leaving@example.org", "wrong")).toBe("wrong_sign_in");
  expect(await reasonFor("leaving@example.org", password)).toBe(
    "person_inactive",
  );
});

test("after ten wrong tries an account is closed for fifteen minutes, to the right password too", async () => {
  for (let time = 1; time <= 10; time += 1) {
    expect(await reasonFor("author@example.org", "wrong")).toBe(
      "wrong_sign_in",
    );
  }
  expect(await reasonFor("author@example.org", password, "192.0.2.9")).toBe(
    "too_many_attempts",
  );
  expect(await reasonFor("other@example.org", password)).toBe("in");
  // Trying on does not make the wait longer.
  await database.advance("14 minutes");
  expect(await reasonFor("author@example.org", password)).toBe(
    "too_many_attempts",
  );
  await database.advance("2 minutes");
  expect(await reasonFor("author@example.org", password)).toBe("in");
});

test("tries at the same moment are counted against each other", async () => {
  const tries = Array.from({ length: 30 }, () =>
    reasonFor("other@example.org", "wrong"),
  );
  const looked = (await Promise.all(tries)).filter(
    (reason) => reason === "wrong_sign_in",
  );
  expect(looked.length).toBeLessThanOrEqual(10);
});

test("after fifty wrong tries from one network, over many accounts, it is closed", async () => {
  for (let time = 1; time <= 50; time += 1) {
    const host = `2001:db8:1:2::${String(time)}`;
    const reason = await reasonFor(`n${String(time)}@example.org`, "no", host);
    expect(reason).toBe("wrong_sign_in");
  }
  expect(
    await reasonFor("author@example.org", password, "2001:db8:1:2::ffff"),
  ).toBe("too_many_attempts");
  expect(
    await reasonFor("author@example.org", password, "2001:db8:1:3::1"),
  ).toBe("in");
});

test("right passwords use up nobody's tries", async () => {
  for (let time = 1; time <= 12; time += 1) {
    expect(await reasonFor("author@example.org", password)).toBe("in");
  }
});

test("neither the password nor the address that was typed is kept in clear", async () => {
  await attempt("my secret phrase", "my other secret");
  const { rows } = await database.owner.query<{ row: string }>(
    "SELECT row(a.*)::text AS row FROM desk.sign_in_attempt a",
  );
  const hash = createHash("sha256").update("my secret phrase").digest("hex");
  expect(rows.filter(({ row }) => row.includes(hash)).length).toBe(1);
  expect(rows.filter(({ row }) => row.includes("secret"))).toEqual([]);
});

test("passwords are stored as argon2id with OWASP's costs", async () => {
  const { rows } = await database.owner.query<{ stored: string }>(
    "SELECT password_hash AS stored FROM desk.credential",
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { stored } of rows) {
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  }
});

/** The best of three, so that a busy machine does not decide. */
async function durationOf(email: string): Promise<number> {
  const durations: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const start = performance.now();
    await attempt(email, "wrong");
    durations.push(performance.now() - start);
  }
  return Math.min(...durations);
}
