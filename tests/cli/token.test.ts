import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { desk } from "./desk";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a token is shown once, kept as a hash alone, and ended by its id", async () => {
  const email = "tess@example.org";
  await desk([
    ...["people", "add", "--email", email, "--name", "Tess Token"],
    ...["--roles", "author"],
  ]);
  const make = (scope: string, to = email) =>
    desk([...["token", "create", "--email", to, "--scope", scope, "--json"]]);
  const { code, json } = await make("write");
  const { id, token } = json as { id: string; token: string };
  expect(code).toBe(0);
  expect(token).toMatch(/^[\w-]{43}$/);
  const { rows } = await database.owner.query<{ row: string }>(
    "SELECT t::text AS row FROM desk.api_token t",
  );
  expect(rows.map(({ row }) => row).join()).not.toContain(token);
  expect((await make("everything")).code).toBe(2);
  expect((await make("read", "nobody@example.org")).code).toBe(1);
  expect((await desk(["token", "end", id])).code).toBe(0);
  expect((await desk(["token", "end", id])).code).toBe(1);
  expect((await desk(["token", "end", "x"])).code).toBe(2);
});
