import { describe, expect, test } from "vitest";
import {
  parseEnvironment,
  WrongEnvironment,
} from "~/lib/environment-schema.mjs";

describe("the environment", () => {
  test("needs nothing: everything has a default or may be absent", () => {
    expect(parseEnvironment({})).toMatchObject({
      mode: "production",
      port: 3000,
      dataDir: ".data",
      origin: "http://localhost:3000",
      isDemoWanted: undefined,
      isWorker: true,
      databaseUrl: undefined,
    });
  });

  test("takes an empty variable for an absent one", () => {
    expect(parseEnvironment({ PORT: "", DATABASE_URL: "" }).port).toBe(3000);
  });

  test("reads what is given", () => {
    const read = parseEnvironment({
      PORT: "8080",
      APP_ORIGIN: "https://desk.example.org/",
      DEMO: "0",
      WORKER: "0",
      DESK_TIME_ZONE: "America/New_York",
      SMTP_URL: "smtps://user:secret@mail.example.org:465",
    });
    expect(read).toMatchObject({
      port: 8080,
      origin: "https://desk.example.org",
      isDemoWanted: false,
      isWorker: false,
      timeZone: "America/New_York",
    });
  });

  test.each([
    ["PORT", "abc"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["NODE_ENV", "staging"],
    ["DATABASE_URL", "mysql://user:secret@host/name"],
    ["DATABASE_OWNER_URL", "secret"],
    ["DATABASE_AUTH_URL", "http://secret@host"],
    ["DATABASE_CHECKS_URL", "secret"],
    ["DATABASE_PUBLIC_URL", "secret"],
    ["DESK_TIME_ZONE", "Mars/Base"],
    ["DESK_TIME_ZONE", "+01:00"],
    ["APP_ORIGIN", "http://desk.example.org"],
    ["APP_ORIGIN", "https://desk.example.org/below"],
    ["APP_ORIGIN", "ftp://localhost"],
    ["SMTP_URL", "mail.example.org"],
    ["DEMO", "yes"],
    ["WORKER", "2"],
  ])("refuses %s=%s in one sentence that names it", (name, value) => {
    const read = () => parseEnvironment({ [name]: value });
    expect(read).toThrow(WrongEnvironment);
    expect(read).toThrow(new RegExp(`^${name} must be [^\\n]+\\.$`));
  });

  test("never repeats a wrong value, which may hold a password", () => {
    expect(() =>
      parseEnvironment({ DATABASE_URL: "mysql://user:secret@host/name" }),
    ).toThrow(/^((?!secret).)*$/);
  });

  test.each(["http://localhost:3000", "http://127.0.0.1:8080"])(
    "lets a loopback origin %s go without https",
    (origin) => {
      expect(parseEnvironment({ APP_ORIGIN: origin }).origin).toBe(origin);
    },
  );
});
