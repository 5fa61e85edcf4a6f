import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { request as ask } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeApplication } from "~/server/application.server";
import { CannotListen, drain, listen } from "~/server/listen.server";

/** A site of one resource route that tells what reached it. */
const build = {
  entry: { module: { default: () => new Response() } },
  routes: {
    root: {
      id: "root",
      path: "*",
      module: { loader: echo, action: echo },
    },
  },
  assets: {
    entry: { imports: [], module: "" },
    routes: {},
    url: "",
    version: "",
  },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {},
  isSpaMode: false,
} as unknown as ServerBuild;

async function echo({ request }: { request: Request }) {
  const headers: Record<string, string> = {};
  if (request.url.includes("kept")) headers["Cache-Control"] = "max-age=5";
  if (request.url.includes("cookie")) headers["Set-Cookie"] = "a=b";
  if (request.url.includes("strange"))
    headers["Content-Security-Policy"] = "sandbox";
  const said = await request.text();
  return Response.json({ url: request.url, said }, { headers });
}

let isReady = true;
let server: Server;
let origin: string;
const desk = "https://desk.example.org";

beforeAll(async () => {
  const application = makeApplication({
    origin: desk,
    mode: "test",
    files: [],
    build,
    findUnreadiness: () => Promise.resolve(isReady ? null : "no database"),
    findAlertHealth: () =>
      Promise.resolve({ isAlive: isReady, lastError: "what nobody is told" }),
    findPageHealth: () => Promise.resolve({ owner: isReady ? 0 : 2, bench: 0 }),
  });
  server = await listen(application, 0);
  origin = `http://127.0.0.1:${String(portOf(server))}`;
});

afterAll(() => drain(server));

const portOf = (listening: Server) => (listening.address() as AddressInfo).port;

test("every answer carries the headers that limit a page of ours", async () => {
  const { headers } = await fetch(`${origin}/`);
  expect(headers.get("x-powered-by")).toBeNull();
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
});

test("a route that shows a stranger's document is held to its own policy alone", async () => {
  const { headers } = await fetch(`${origin}/strange`);
  expect(headers.get("content-security-policy")).toBe("sandbox");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("no two answers share a nonce or a request id", async () => {
  const answers = await Promise.all([1, 2, 3].map(() => fetch(`${origin}/`)));
  for (const name of ["content-security-policy", "x-request-id"]) {
    const seen = answers.map((answer) => answer.headers.get(name));
    expect(new Set(seen).size).toBe(answers.length);
  }
});

test.each([
  ["/", "public, max-age=0, must-revalidate"],
  ["/pages/ros1-lung", "public, max-age=0, must-revalidate"],
  ["/genes/ROS1", "public, max-age=0, must-revalidate"],
  ["/review-dates.json", "public, max-age=0, must-revalidate"],
  ["/api/v1/review-dates", "public, max-age=0, must-revalidate"],
  ["/api/v1/overdue", "private, no-store"],
  ["/pages/kept", "max-age=5"],
  ["/pages/cookie", "private, no-store"],
  ["/desk", "private, no-store"],
  ["/calendar/secret.ics", "private, no-store"],
])("%s may be kept as %s", async (path, expected) => {
  const { headers } = await fetch(`${origin}${path}`);
  expect(headers.get("cache-control")).toBe(expected);
});

test("a form sent from another site is refused before any route sees it", async () => {
  const headers = { "sec-fetch-site": "cross-site", origin: desk };
  const answer = await send(
    "/desk",
    { ...headers, "content-length": "2" },
    "hi",
  );
  expect(answer.status).toBe(403);
  expect(answer.text).not.toContain("said");
});

test("a route sees our own address, whatever host the request claims", async () => {
  const answer = await send(
    "/desk",
    {
      "sec-fetch-site": "same-origin",
      host: "evil.example.org",
      "x-forwarded-host": "evil.example.org",
      origin: "https://evil.example.org",
      "content-length": "2",
    },
    "hi",
  );
  expect(JSON.parse(answer.text)).toEqual({ url: `${desk}/desk`, said: "hi" });
});

test("a body that is too long is refused unread, and so is one of unknown length", async () => {
  const ours = { "sec-fetch-site": "same-origin" };
  const length = String(6 * 1024 * 1024);
  const long = await send("/desk", { ...ours, "content-length": length }, "");
  expect(long.status).toBe(413);
  const unknown = { ...ours, "transfer-encoding": "chunked" };
  expect((await send("/desk", unknown, "hi")).status).toBe(411);
});

test("a program is refused in the form of every refusal of the API, also where no route is asked", async () => {
  const length = String(6 * 1024 * 1024);
  const long = await send("/api/v1/x", { "content-length": length }, "");
  expect(JSON.parse(long.text)).toMatchObject({
    ...{ status: 413, title: "too_large", type: "about:blank" },
    detail: expect.stringContaining("5 MB") as string,
  });
  const unread = await fetch(`${origin}/api/v1/%E0%A4%A`);
  expect(unread.headers.get("content-type")).toContain("problem+json");
  // No cookie is looked at there, so that it may be asked from anywhere.
  const asked = await send(
    ...(["/api/v1/a/b", { "content-length": "2" }, "hi"] as const),
  );
  expect(asked.status).toBe(200);
});

test("an address that cannot be read is refused with the reason, and is no accident of ours", async () => {
  for (const path of ["/calendar/%E0%A4%A.ics", "/pages/%zz"]) {
    const answer = await fetch(`${origin}${path}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Copy the whole of it again");
  }
});

test("readiness follows the database, liveness does not", async () => {
  isReady = false;
  expect((await fetch(`${origin}/readyz`)).status).toBe(503);
  expect((await fetch(`${origin}/healthz/alerts`)).status).toBe(503);
  expect((await fetch(`${origin}/healthz/pages`)).status).toBe(503);
  expect((await fetch(`${origin}/livez`)).status).toBe(200);
  isReady = true;
  expect((await fetch(`${origin}/healthz/pages`)).status).toBe(200);
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  const alerts = await fetch(`${origin}/healthz/alerts`);
  expect(alerts.status).toBe(200);
  expect(await alerts.json()).toEqual({ isAlive: true });
});

test("a port in use is one sentence and exit code 3", async () => {
  const second = listen(() => undefined, portOf(server));
  await expect(second).rejects.toThrow(CannotListen);
  await expect(second).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringContaining("is in use") as string,
  });
});

/** Like fetch, but lets a test claim any host, origin or length. */
function send(path: string, headers: Record<string, string>, body: string) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asking = ask(`${origin}${path}`, { method: "POST", headers });
    asking.on("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, text });
        asking.destroy();
      });
    });
    asking.on("error", reject);
    asking.write(body);
    if (body) asking.end();
    else asking.flushHeaders();
  });
}
