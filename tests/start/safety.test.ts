import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  refusePowerfulLogin,
  refuseUnsafeServer,
  refuseWrongDesk,
} from "../../app/start/safety.mjs";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await database.owner.query("UPDATE desk.desk_setting SET mode = 'test'");
  await database.owner.query("UPDATE desk.clock_offset SET by_interval = '0'");
});
afterAll(() => database.drop());

async function as<T>(url: string, act: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

describe("a start is refused", () => {
  test("for a superuser", async () => {
    const superuser = database.urls.owner.split("?")[0] ?? "";
    await expect(
      as(superuser, (client) =>
        refusePowerfulLogin(client, "desk_app", "DATABASE_URL"),
      ),
    ).rejects.toThrow(/^The login in DATABASE_URL is a superuser/);
  });

  test("for a login that takes on the owner", async () => {
    await expect(
      as(database.urls.owner, (client) =>
        refusePowerfulLogin(client, "desk_app", "DATABASE_URL"),
      ),
    ).rejects.toThrow(/^The login in DATABASE_URL owns tables of the desk/);
  });

  test("for a login that belongs to another part of the desk", async () => {
    await expect(
      as(database.urls.app, (client) =>
        refusePowerfulLogin(client, "desk_public", "DATABASE_PUBLIC_URL"),
      ),
    ).rejects.toThrow(/DATABASE_PUBLIC_URL is not a member of desk_public/);
  });

  test("where the server could lose what it confirmed", async () => {
    // The server of the tests waits for no disk.
    await expect(as(database.urls.app, refuseUnsafeServer)).rejects.toThrow(
      /^PostgreSQL runs with (fsync|full_page_writes|synchronous_commit) off/,
    );
  });

  test("with another time zone than the desk keeps", async () => {
    await expect(
      as(database.urls.app, (client) =>
        refuseWrongDesk(client, { timeZone: "Europe/Paris" }),
      ),
    ).rejects.toThrow(
      /^DESK_TIME_ZONE is Europe\/Paris but this desk keeps its days in Europe\/London/,
    );
  });

  test("with a moved clock, in a desk that is neither demo nor test", async () => {
    await database.advance("1 hour");
    const start = () =>
      as(database.urls.app, (client) => refuseWrongDesk(client, {}));
    await expect(start()).resolves.toBeUndefined();
    await database.owner.query("UPDATE desk.desk_setting SET mode = 'live'");
    await expect(start()).rejects.toThrow(/^The desk's clock has been moved/);
  });

  test("of a demo desk where a real one is asked for", async () => {
    await database.owner.query("UPDATE desk.desk_setting SET mode = 'demo'");
    await expect(
      as(database.urls.app, (client) =>
        refuseWrongDesk(client, { isDemoWanted: false }),
      ),
    ).rejects.toThrow(/^DEMO is 0 but this database holds a demo desk/);
  });
});

test.each(["app", "auth", "checks", "public"] as const)(
  "the login made for %s has no more power than its part needs",
  async (part) => {
    await expect(
      as(database.urls[part], (client) =>
        refusePowerfulLogin(client, `desk_${part}`, "its variable"),
      ),
    ).resolves.toBeUndefined();
  },
);
