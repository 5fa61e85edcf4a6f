import { afterAll, beforeAll, expect, test } from "vitest";
import { confirmPassword } from "~/auth/confirm-password.server";
import {
  acceptInvitation,
  checkSetUp,
  findInvitation,
  setUp,
} from "~/auth/join.server";
import { hashToken, makeToken } from "~/lib/token.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { addPerson, password } from "./people";

let database: TestDatabase;
const setUpToken = makeToken();

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const admin = {
  name: "Ada Admin",
  email: "ada@example.org",
  credentials: "MSc",
  password,
};

/** Invites as the operator does; gives the token of the link. */
async function invite(personId: string): Promise<string> {
  const token = makeToken();
  await database.auth.query("SELECT desk.record_invitation(NULL, $1, $2)", [
    personId,
    hashToken(token),
  ]);
  return token;
}

async function addInvited(email: string): Promise<[string, string]> {
  const id = await addPerson(database, email, ["author"], {
    hasPassword: false,
  });
  return [id, await invite(id)];
}

test("an empty desk is set up once, by the link that was printed", async () => {
  await database.auth.query("SELECT desk.create_setup_token($1)", [
    hashToken(setUpToken),
  ]);
  expect(await checkSetUp(makeToken())).toMatchObject({ because: "not_found" });
  expect(await setUp(makeToken(), admin)).toMatchObject({
    because: "not_found",
  });
  expect(
    await setUp(setUpToken, { ...admin, password: "ada admin 1234" }),
  ).toMatchObject({ because: "weak_password" });
  const made = await setUp(setUpToken, admin);
  expect(made.ok).toBe(true);
  expect(await setUp(setUpToken, admin)).toMatchObject({
    because: "already_set_up",
  });
  const { rows } = await database.owner.query<{ role: string }>(
    "SELECT role FROM desk.person_role ORDER BY role",
  );
  expect(rows.map(({ role }) => role)).toEqual(["admin", "editor"]);
  const signedIn = await confirmPassword({ ...admin, address: "192.0.2.1" });
  expect(signedIn).toEqual(made);
});

test("an invitation sets a password once", async () => {
  const [id, token] = await addInvited("invited@example.org");
  expect(await findInvitation(token)).toMatchObject({
    value: { personId: id, email: "invited@example.org" },
  });
  expect(await acceptInvitation(token, "too short")).toMatchObject({
    because: "weak_password",
  });
  expect(await acceptInvitation(token, password)).toMatchObject({ ok: true });
  expect(await findInvitation(token)).toMatchObject({ because: "link_used" });
  expect(
    await acceptInvitation(token, "another quiet chromosome"),
  ).toMatchObject({ because: "link_used" });
  expect(
    await confirmPassword({
      ...{ email: "invited@example.org", password, address: "192.0.2.1" },
    }),
  ).toEqual({ ok: true, value: id });
});

test("of two links the second sets no password over the first", async () => {
  const [id, first] = await addInvited("twice@example.org");
  const second = await invite(id);
  const outcomes = await Promise.all([
    acceptInvitation(first, password),
    acceptInvitation(second, "another quiet chromosome"),
  ]);
  expect(outcomes.filter((outcome) => outcome.ok).length).toBe(1);
});

test("an invitation is over after 14 days, and another can be sent", async () => {
  const [id, token] = await addInvited("slow@example.org");
  await database.advance("13 days 23 hours");
  expect(await findInvitation(token)).toMatchObject({ ok: true });
  await database.advance("2 hours");
  expect(await acceptInvitation(token, password)).toMatchObject({
    because: "link_expired",
  });
  expect(await acceptInvitation(await invite(id), password)).toMatchObject({
    ok: true,
  });
});

test("an unknown link tells nothing", async () => {
  expect(await findInvitation(makeToken())).toMatchObject({
    because: "not_found",
  });
});

test("whoever was switched off before accepting does not come in", async () => {
  const [id, token] = await addInvited("gone@example.org");
  await database.auth.query(
    "SELECT desk.operator_deactivate_person($1, NULL)",
    [id],
  );
  expect(await acceptInvitation(token, password)).toMatchObject({
    because: "person_inactive",
  });
});

test("nobody who has a password can be invited over it", async () => {
  const id = await addPerson(database, "here@example.org", ["author"]);
  await expect(invite(id)).rejects.toThrow("already_joined");
});
