import { afterAll, beforeAll, expect, test } from "vitest";
import { seeItAs } from "~/auth/sample-desk.server";
import { findSignedIn } from "~/auth/session.server";
import { sampleViews } from "~/domain/sample-views";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { addPerson, requestWith } from "./people";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  for (const { email } of sampleViews) {
    if (email !== null) await addPerson(database, email, ["author"]);
  }
});

afterAll(() => database.drop());

const setMode = (mode: string) =>
  database.owner.query("UPDATE desk.desk_setting SET mode = $1", [mode]);

test.each(["live", "test"])(
  "a %s desk is seen as nobody else",
  async (mode) => {
    await setMode(mode);
    for (const { value } of sampleViews) {
      expect(await seeItAs(requestWith(null), value)).toMatchObject({
        because: "demo_only",
      });
    }
    const { rows } = await database.owner.query("SELECT FROM desk.session");
    expect(rows).toEqual([]);
  },
);

test("the sample is seen as author, reviewer and editor by name, in sessions that say so", async () => {
  await setMode("demo");
  for (const { value, email } of sampleViews) {
    if (email === null) continue;
    const outcome = await seeItAs(requestWith(null), value);
    if (!outcome.ok) throw new Error(outcome.because);
    const found = await findSignedIn(requestWith(outcome.value));
    expect(found).toMatchObject({ person: { email }, isDemo: true });
  }
});

test("the sample's reader is signed out", async () => {
  await setMode("demo");
  const editor = await seeItAs(requestWith(null), "editor");
  if (!editor.ok) throw new Error(editor.because);
  const request = requestWith(editor.value);
  expect((await seeItAs(request, "reader")).ok).toBe(true);
  expect(await findSignedIn(request)).toBeNull();
});
