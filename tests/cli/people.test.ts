import { findInvitation } from "~/auth/join.server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findAccount } from "~/data/credentials.server";
import { isPassword } from "~/lib/password-hash.server";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { addPerson, desk } from "./desk";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("nobody is there at first", async () => {
  const { code, out } = await desk(["people", "list"]);
  expect({ code, out }).toEqual({
    code: 0,
    out: "Nobody has an account yet.\n",
  });
});

test("without a password a person is mailed a link, which is printed too", async () => {
  const { code, out, err } = await desk([
    ...["people", "add", "--email", "ada@example.org", "--name", "Ada Author"],
    ...["--roles", "author,reviewer", "--expertise", "clinician"],
    ...["--credentials", "MD", "--affiliation", "Genetics, St Elsewhere"],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const [link] = /http:\/\/localhost:\d+\/invitation\/\S+/.exec(out) ?? [];
  expect((await findInvitation(link?.split("/").at(-1) ?? "")).ok).toBe(true);
  const { rows } = await database.owner.query<{ props: object }>(
    "SELECT props FROM desk.mail WHERE kind = 'invitation_to_desk'",
  );
  expect(rows, "the mail makes a key of its own as it leaves").toEqual([
    { props: { invitedBy: null, invitedById: null } },
  ]);
  expect((await findAccount("ada@example.org"))?.passwordHash).toBeNull();
});

test("with a password on standard input a person can sign in at once", async () => {
  const password = "nine green herons at dusk";
  const { code, json } = await desk(
    [
      ...["people", "add", "--email", "edda@example.org"],
      ...["--name", "Edda Editor", "--roles", "editor"],
      ...["--password-stdin", "--json"],
    ],
    { input: `${password}\n` },
  );
  expect(code).toBe(0);
  expect(json).toMatchObject({
    ...{ email: "edda@example.org", roles: ["editor"] },
    ...{ expertise: [], invitation: null },
  });
  const account = await findAccount("edda@example.org");
  expect(await isPassword(account?.passwordHash ?? null, password)).toBe(true);
});

test("a weak password and an address that is taken are refused with the reason", async () => {
  const weak = await desk(
    [
      ...["people", "add", "--email", "weak@example.org", "--name", "Will"],
      ...["--roles", "author", "--password-stdin"],
    ],
    { input: "password1234\n" },
  );
  expect(weak).toMatchObject({ code: 1, out: "" });
  expect(weak.err).toContain("Use at least twelve characters");
  expect(await findAccount("weak@example.org")).toBeNull();
  const taken = await desk([
    ...["people", "add", "--email", "ADA@example.org", "--name", "Ada Again"],
    ...["--roles", "author", "--json"],
  ]);
  expect(taken.code).toBe(1);
  expect(taken.json).toMatchObject({ refused: "email_taken" });
  expect(taken.err).not.toBe("");
});

test("the list names everybody with roles and expertise", async () => {
  const { code, json } = await desk(["people", "list", "--json"]);
  expect(code).toBe(0);
  expect(json).toEqual([
    expect.objectContaining({
      ...{ name: "Ada Author", email: "ada@example.org", isActive: true },
      ...{ roles: ["author", "reviewer"], expertise: ["clinician"] },
    }),
    expect.objectContaining({ name: "Edda Editor", roles: ["editor"] }),
  ]);
  const { out } = await desk(["people", "list"]);
  expect(out).toContain("ada@example.org   author, reviewer  clinician");
});

test("whoever owns a page is switched off only when somebody takes it", async () => {
  const owner = await addPerson(database, "owner@example.org", ["author"]);
  await database.owner.query(
    "INSERT INTO desk.page (slug, kind, language, owner_id) VALUES ('kept', 'glossary', 'en-GB', $1)",
    [owner],
  );
  const alone = await desk(["people", "deactivate", "owner@example.org"]);
  expect(alone.code).toBe(1);
  expect(alone.err).toContain("--hand-over-to");
  const nobody = await desk(["people", "deactivate", "no@example.org"]);
  expect(nobody).toMatchObject({ code: 1, out: "" });
  expect(nobody.err).toBe("Nobody here has no@example.org.\n");
  const handed = await desk([
    ...["people", "deactivate", "owner@example.org"],
    ...["--hand-over-to", "edda@example.org"],
  ]);
  expect(handed).toMatchObject({ code: 0, err: "" });
  const { rows } = await database.owner.query(
    "SELECT o.email FROM desk.page g JOIN desk.person o ON o.id = g.owner_id",
  );
  expect(rows).toEqual([{ email: "edda@example.org" }]);
  expect((await findAccount("owner@example.org"))?.isActive).toBe(false);
});
