import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { SecureContext, TlsOptions } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SMTPServer } from "smtp-server";
import {
  postWebhook,
  whyNotReachable,
  type Reach,
} from "~/lib/post-webhook.server";

type Asked = { path: string; body: string; headers: NodeJS.Dict<unknown> };
const asked: Asked[] = [];
/** A certificate for tests comes with the test mail server. */
const { secureContext } = new SMTPServer({}) as unknown as {
  secureContext: Map<string, SecureContext>;
};
const SNICallback: TlsOptions["SNICallback"] = (_name, done) =>
  done(null, secureContext.get("*"));
const server = createServer({ SNICallback }, (request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString()));
  request.on("end", () => {
    const path = request.url ?? "";
    asked.push({ path, body, headers: request.headers });
    if (path === "/silent" || path === "/101") return;
    response.writeHead(Number(path.slice(1)), { Location: "/200" });
    response.end();
  });
});

// Answers as no web server does: the connection is to become another protocol.
server.prependListener("request", (request, response) => {
  if (request.url !== "/101") return;
  response.socket?.end(
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
  );
});

let port = 0;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port; // A TCP server has a port.
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const local: Reach = {
  isAllowed: () => true,
  resolve: () => Promise.resolve(["127.0.0.1"]),
  tls: { rejectUnauthorized: false },
  patience: 5_000,
};
const post = (path: string, reach = local) =>
  postWebhook(
    `https://localhost:${String(port)}${path}`,
    '{"a":"é"}',
    { "X-Id": "7" },
    reach,
  );

test("a program that takes it gets the body and the headers, once", async () => {
  expect(await post("/200")).toEqual({
    outcome: "sent",
    answer: "It answered 200.",
  });
  expect(asked.splice(0)).toMatchObject([
    { path: "/200", body: '{"a":"é"}', headers: { "x-id": "7" } },
  ]);
});

test("a redirect is not followed", async () => {
  expect(await post("/302")).toMatchObject({
    outcome: "retry",
    answer: expect.stringContaining("not followed"),
  });
  expect(asked.splice(0)).toHaveLength(1);
});

test.each([
  ["/500", "retry"],
  ["/429", "retry"],
  ["/410", "failed"],
])("an answer of %s is %s", async (path, outcome) => {
  expect(await post(path)).toMatchObject({ outcome });
  asked.splice(0);
});

test("a program that says nothing is left in time", async () => {
  expect(await post("/silent", { ...local, patience: 200 })).toMatchObject({
    outcome: "retry",
  });
  asked.splice(0);
});

test("a program that answers that it becomes something else is left, and holds up nothing", async () => {
  expect(await post("/101")).toMatchObject({
    outcome: "retry",
    answer: expect.stringContaining("without an answer"),
  });
  asked.splice(0);
});

test("a name that leads into a private network reaches nothing, also when it led elsewhere before", async () => {
  const { isAllowed: _, ...rest } = local;
  const guarded = {
    ...rest,
    isAllowed: (ip: string) => !ip.includes("127.") && ip !== "::1",
  };
  const refused = {
    outcome: "failed",
    answer: expect.stringContaining("private"),
  };
  expect(await post("/200", guarded)).toMatchObject(refused);
  const byNumber = `https://127.0.0.1:${String(port)}/200`;
  expect(await postWebhook(byNumber, "{}", {})).toMatchObject(refused);
  expect(
    await postWebhook(`https://[::1]:${String(port)}/`, "{}", {}),
  ).toMatchObject(refused);
  expect(asked).toEqual([]);
});

test("a server that cannot prove who it is gets nothing", async () => {
  expect(await post("/200", { ...local, tls: {} })).toMatchObject({
    outcome: "retry",
  });
  expect(asked).toEqual([]);
});

const resolves = (...addresses: string[]) => ({
  isAllowed: (address: string) => address.startsWith("8."),
  resolve: () => Promise.resolve(addresses),
});

test.each([
  ["http://hooks.example.org/x", "webhook_not_https"],
  ["https://me:pass@hooks.example.org/", "webhook_not_https"],
  ["javascript:alert(1)", "webhook_not_https"],
  ["hooks.example.org", "webhook_not_https"],
  ["https://10.0.0.8/", "webhook_private"],
  ["https://0x7f.1/", "webhook_private"],
  ["https://[::ffff:127.0.0.1]/", "webhook_private"],
])("%s may not be added: %s", async (url, because) => {
  expect(await whyNotReachable(url, resolves("8.8.8.8"))).toBe(because);
});

test("a name is refused when any of its addresses is private, or it has none", async () => {
  const url = "https://hooks.example.org/x";
  expect(await whyNotReachable(url, resolves("8.8.8.8", "10.0.0.1"))).toBe(
    "webhook_private",
  );
  expect(await whyNotReachable(url, resolves())).toBe("webhook_unresolved");
  expect(await whyNotReachable(url, resolves("8.8.8.8"))).toBeNull();
});
