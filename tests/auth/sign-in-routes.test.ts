import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findSignedIn } from "~/auth/session.server";
import { action as signIn } from "~/routes/sign-in";
import { action as signInPlace } from "~/routes/sign-in[.]json";
import { action as signOut } from "~/routes/sign-out";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { addPerson, password, requestWith } from "./people";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await addPerson(database, "author@example.org", ["author"]);
});

afterAll(() => database.drop());

function post(path: string, fields: Record<string, string>, cookie = "") {
  const request = new Request(new URL(path, "http://localhost:3000"), {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Cookie: cookie.split(";")[0] ?? "" },
  });
  const context = {
    ...{ cspNonce: "", requestId: "test", clientAddress: "192.0.2.1" },
    ...{
      previewMail: () => Promise.resolve(null),
      listMailTemplates: () => [],
      mailWords: {
        placeholdersOf: () => null,
        findFaults: () => Promise.resolve([]),
        listBroken: () => Promise.resolve([]),
      },
    },
  };
  return { request, context, params: {} } satisfies ActionFunctionArgs;
}

const right = { email: "author@example.org", password };

async function responseOf(answer: Promise<unknown>): Promise<Response> {
  const response = await answer;
  if (!(response instanceof Response)) throw new Error("a screen, no response");
  return response;
}

test("signing in leads back to the address that was asked for", async () => {
  const response = await responseOf(
    signIn(post("/sign-in?to=%2Fdesk%2Fpages%3Fsort%3Ddue", right)),
  );
  expect(response.status).toBe(303);
  expect(response.headers.get("Location")).toBe("/desk/pages?sort=due");
  const cookie = response.headers.get("Set-Cookie");
  expect((await findSignedIn(requestWith(cookie)))?.person.email).toBe(
    "author@example.org",
  );
});

test.each(["https://evil.example/", "//evil.example", "/\\evil.example"])(
  "signing in never leads to %s",
  async (to) => {
    const path = `/sign-in?${new URLSearchParams({ to }).toString()}`;
    const response = await responseOf(signIn(post(path, right)));
    expect(response.headers.get("Location")).toBe("/desk");
  },
);

test("a wrong password comes back as a form with the address and without the password", async () => {
  const answer = await signIn(
    post("/sign-in", { ...right, password: "wrong one" }),
  );
  expect(answer).toMatchObject({
    init: { status: 422 },
    data: { typed: { email: "author@example.org" } },
  });
  expect(JSON.stringify(answer)).not.toContain("wrong one");
});

test("an empty form has a sentence for each field", async () => {
  expect(await signIn(post("/sign-in", {}))).toMatchObject({
    init: { status: 422 },
    data: { errors: [{ name: "email" }, { name: "password" }] },
  });
});

test("the layer over the editor signs in without leaving the page", async () => {
  const response = await signInPlace(post("/sign-in.json", right));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ok: true });
  const cookie = response.headers.get("Set-Cookie");
  expect(await findSignedIn(requestWith(cookie))).not.toBeNull();
});

test("the layer over the editor is told in a sentence why not", async () => {
  const response = await signInPlace(
    post("/sign-in.json", { ...right, password: "wrong" }),
  );
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    ok: false,
    message: "That address and password do not belong together.",
  });
  expect(response.headers.get("Set-Cookie")).toBeNull();
});

test("signing out ends the session and takes the cookie away", async () => {
  const signedIn = await responseOf(signIn(post("/sign-in", right)));
  const cookie = signedIn.headers.get("Set-Cookie") ?? "";
  const response = await signOut(post("/sign-out", {}, cookie));
  expect(response.headers.get("Set-Cookie")).toContain("Max-Age=0");
  expect(await findSignedIn(requestWith(cookie))).toBeNull();
});
