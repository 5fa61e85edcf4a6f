import { afterAll, beforeAll, expect, test } from "vitest";
import { setCollection } from "~/commands/set-collection.server";
import {
  listCollectionRows,
  listPossibleLeads,
} from "~/data/collections.server";
import { recordSession } from "~/data/sessions.server";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
const ids: Record<string, string> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  for (const role of ["editor", "author"]) {
    const { rows } = await database.auth.query<{ id: string }>(
      "SELECT desk.operator_add_person($1, $2, '', '', '', NULL, $3, '{}') AS id",
      [`${role}@example.org`, `The ${role}`, [role]],
    );
    ids[role] = rows[0]?.id ?? "";
    await recordSession({
      id: role,
      personId: ids[role],
      purpose: "browser",
      idleMinutes: 30,
    });
  }
});

afterAll(() => database.drop());

test("an editor makes a collection, and a second save of its name changes the lead", async () => {
  const name = "Cancer genetics";
  const made = await setCollection("editor", { name, leadId: null });
  expect(made.ok).toBe(true);
  const changed = await setCollection("editor", {
    name,
    leadId: ids["author"] ?? null,
  });
  expect(changed).toEqual(made);
  expect(await listCollectionRows()).toMatchObject([
    { slug: "cancer-genetics", name, leadName: "The author", pageCount: 0 },
  ]);
});

test("an author makes none, and a collection needs a name and a lead who is here", async () => {
  expect(
    await setCollection("author", { name: "Mine", leadId: null }),
  ).toMatchObject({ ok: false, because: "not_an_editor" });
  expect(
    await setCollection("editor", { slug: "x", name: " ", leadId: null }),
  ).toMatchObject({ ok: false, because: "name_missing" });
  await database.owner.query(
    "UPDATE desk.person SET is_active = false WHERE id = $1",
    [ids["author"]],
  );
  expect(
    await setCollection("editor", {
      name: "Other",
      leadId: ids["author"] ?? null,
    }),
  ).toMatchObject({ ok: false, because: "person_inactive" });
  expect(await listPossibleLeads()).toEqual([
    { id: ids["editor"], name: "The editor" },
  ]);
});
