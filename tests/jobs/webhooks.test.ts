import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addWebhook,
  revokeWebhook,
  testWebhook,
} from "~/commands/webhooks.server";
import {
  claimWebhooks,
  finishWebhook,
  listDeliveries,
  listWebhooks,
  queueWebhooks,
} from "~/data/webhooks.server";
import { runAlerts } from "~/jobs/run-alerts.server";
import { tellWebhooks } from "~/jobs/tell-webhooks.server";
import type { PostAnswer } from "~/lib/post-webhook.server";
import { valueOf } from "../commands/review-desk";
import { createWorld, type DemoName, type World } from "../support/world";
import { keepMails } from "./passes";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.drop());

const nobody = { id: "00000000-0000-0000-0000-000000000000", attempt: 0 };
const sessionOf = (name: DemoName) => world.stage.sessions.get(name) ?? "";
const reachable = () => Promise.resolve(null);
const add = (format: "json" | "slack", url: string) =>
  addWebhook(sessionOf("maya"), { url, format }, reachable);

type Told = { url: string; body: string; headers: Record<string, string> };
let told: Told[] = [];
const answering =
  (outcome: PostAnswer["outcome"]) =>
  (url: string, body: string, headers: Record<string, string>) => {
    told.push({ url, body, headers });
    return Promise.resolve({ outcome, answer: `It was ${outcome}.` });
  };
async function pass(outcome: PostAnswer["outcome"] = "sent"): Promise<Told[]> {
  told = [];
  await tellWebhooks(answering(outcome));
  return told;
}
const pageOf = async (slug: string) => {
  const [row] = await world.rows<{ id: string }>(
    "SELECT id FROM desk.page WHERE slug = $1",
    [slug],
  );
  return row?.id ?? "";
};

test("an editor adds one, an author does not, and a private address is refused", async () => {
  const url = "https://hooks.example.org/x";
  const input = { url, format: "json" } as const;
  expect(await addWebhook(sessionOf("tom"), input, reachable)).toMatchObject({
    because: "not_an_editor",
  });
  expect(
    await addWebhook(sessionOf("maya"), {
      ...input,
      url: "https://127.0.0.1/x",
    }),
  ).toMatchObject({ because: "webhook_private" });
  expect(await add("json", "http://hooks.example.org/")).toMatchObject({
    because: "webhook_not_https",
  });
  expect(await listWebhooks()).toEqual([]);
});

test("each act on a page is told once, signed over its time stamp, and what was before is not", async () => {
  await world.play("mlh1", { slug: "before" }).write();
  const secret = valueOf(await add("json", "https://hooks.example.org/json"));
  expect(await pass()).toEqual([]);
  const page = await world.play("mlh1", { slug: "open" }).write();
  const messages = await pass();
  const acts = messages.map(({ body }) => JSON.parse(body) as { act: string });
  expect(acts[0]).toMatchObject({
    act: "create_page",
    page: { slug: "open", url: expect.stringMatching(/\/desk\/pages\/open$/) },
  });
  for (const { body, headers } of messages) {
    const [, stamp, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(
        headers["Imprimatur-Signature"] ?? "",
      ) ?? [];
    const expected = createHmac("sha256", secret)
      .update(`${String(stamp)}.${body}`)
      .digest("hex");
    expect(signature).toBe(expected);
    expect(body).not.toContain(secret);
    expect(body).not.toMatch(/example\.org.*@|Loss of MLH1/);
  }
  const ids = messages.map(({ headers }) => headers["Imprimatur-Delivery"]);
  expect(new Set(ids).size).toBe(messages.length);
  expect(await pass()).toEqual([]);
  const [kept] = await world.rows<{ text: string }>(
    "SELECT string_agg(w::text, '') AS text FROM desk.webhook w",
  );
  expect(kept?.text).not.toContain(secret);
  await page.submit();
  await world.rows("SELECT desk.queue_webhooks(), desk.queue_webhooks()");
  const submitted = (await pass()).filter(({ body }) =>
    body.includes('"act":"submit_for_review"'),
  );
  expect(submitted).toHaveLength(1);
});

test("a page that is confidential is never told, nor is one that became so while it waited", async () => {
  const pageId = await pageOf("open");
  await world.stage.act("maya", "rename_page", pageId, "waits", "A typo.");
  await world.rows("SELECT desk.queue_webhooks()");
  await world.stage.act(
    ...(["maya", "set_confidential_until", pageId, "9999-01-01"] as const),
  );
  await world.stage.act("maya", "rename_page", pageId, "hidden", "A typo.");
  expect(await pass()).toEqual([]);
  await world.rows("UPDATE desk.page SET confidential_until = NULL");
  expect(await pass()).toEqual([]);
  await world.stage.act("maya", "rename_page", pageId, "open-again", "A typo.");
  expect(await pass()).toHaveLength(1);
});

test("a program that does not take it is tried again, later and later, eight times", async () => {
  const pageId = await pageOf("open-again");
  await world.stage.act("maya", "rename_page", pageId, "tried", "A typo.");
  let tries = 0;
  for (let turn = 0; turn < 12; turn += 1) {
    tries += (await pass("retry")).length;
    expect(await pass("retry")).toEqual([]);
    await world.database.advance("8 hours");
  }
  expect(tries).toBe(8);
  const [row] = await listDeliveries(world.stage.idOf("maya"));
  expect(row).toMatchObject({
    state: "failed",
    attempts: 8,
    lastAnswer: "It was retry.",
  });
});

test("a worker that dies leaves its deliveries to the next, and two share them", async () => {
  const pageId = await pageOf("tried");
  await world.stage.act("maya", "rename_page", pageId, "leased", "A typo.");
  await world.rows(
    "SELECT desk.queue_webhooks(), (SELECT count(*) FROM desk.claim_webhooks(100))",
  );
  expect(await pass()).toEqual([]);
  await world.database.advance("3 minutes");
  told = [];
  await Promise.all([1, 2, 3].map(() => tellWebhooks(answering("sent"))));
  expect(told).toHaveLength(1);
});

test("whoever finishes late changes nothing that another worker has in hand", async () => {
  const pageId = await pageOf("leased");
  await world.stage.act("maya", "rename_page", pageId, "late", "A typo.");
  await queueWebhooks();
  const [early, ...others] = await claimWebhooks(100);
  expect(others).toEqual([]);
  await world.database.advance("3 minutes");
  const [late] = await claimWebhooks(100);
  expect(late).toMatchObject({ id: early?.id, attempt: 2 });
  const newest = async () =>
    (await listDeliveries(world.stage.idOf("maya")))[0];
  for (const outcome of ["failed", "sent", "retry"] as const) {
    await finishWebhook(early ?? nobody, outcome, "It answered too late.");
    expect(await newest()).toMatchObject({ state: "sending", attempts: 2 });
  }
  await finishWebhook(late ?? nobody, "sent", "It answered 200.");
  await finishWebhook(early ?? nobody, "failed", "It answered too late.");
  expect(await newest()).toMatchObject({
    state: "sent",
    lastAnswer: "It answered 200.",
  });
});

test("a worker waits for no row of another one, also where it skips what became confidential", async () => {
  const pageId = await pageOf("late");
  for (const slug of ["held-1", "held-2"])
    await world.stage.act("maya", "rename_page", pageId, slug, "A typo.");
  await queueWebhooks();
  await world.stage.act(
    ...(["maya", "set_confidential_until", pageId, "9999-01-01"] as const),
  );
  const other = await world.database.owner.connect();
  const mine = await world.database.app.connect();
  try {
    await other.query("BEGIN");
    await other.query(
      "SELECT FROM desk.webhook_delivery WHERE state = 'queued' ORDER BY id DESC LIMIT 1 FOR UPDATE",
    );
    // Waiting at all would break it off.
    await mine.query("SET lock_timeout = '1ms'");
    const { rows } = await mine.query("SELECT FROM desk.claim_webhooks(100)");
    expect(rows).toEqual([]);
    await other.query("COMMIT");
    await mine.query("RESET lock_timeout");
  } finally {
    other.release();
    mine.release();
  }
  expect(await pass()).toEqual([]);
  const left = await world.rows(
    "SELECT state FROM desk.webhook_delivery WHERE state IN ('queued', 'sending')",
  );
  expect(left).toEqual([]);
  await world.rows("UPDATE desk.page SET confidential_until = NULL");
  expect(await pass()).toEqual([]);
  await world.stage.act("maya", "rename_page", pageId, "unheld", "A typo.");
  expect(await pass()).toHaveLength(1);
});

test("a pass of the reminders tells no program and waits for none", async () => {
  const pageId = await pageOf("unheld");
  await world.stage.act("maya", "rename_page", pageId, "apart", "A typo.");
  await runAlerts(keepMails);
  const [row] = await listDeliveries(world.stage.idOf("maya"));
  expect(row).toMatchObject({ act: "rename", state: "sent" });
  expect(await pass()).toHaveLength(1);
});

test("a test arrives as a text for a chat; a revoked one gets nothing and its secret is forgotten", async () => {
  valueOf(await add("slack", "https://hooks.example.org/slack"));
  const [slack] = await listWebhooks();
  const id = slack?.id ?? "";
  valueOf(await testWebhook(sessionOf("maya"), id));
  const [message, ...others] = await pass();
  expect(others).toEqual([]);
  expect(JSON.parse(message?.body ?? "")).toEqual({
    text: expect.stringContaining("this is a test"),
  });
  await world.stage.act(
    ...(["maya", "rename_page", await pageOf("apart"), "last"] as const),
    "A typo.",
  );
  await world.rows("SELECT desk.queue_webhooks()");
  for (const webhook of await listWebhooks())
    valueOf(await revokeWebhook(sessionOf("maya"), webhook.id));
  expect(await pass()).toEqual([]);
  expect(await world.rows("TABLE desk.webhook_secret")).toEqual([]);
  expect(await revokeWebhook(sessionOf("maya"), id)).toMatchObject({
    because: "link_revoked",
  });
  expect(await testWebhook(sessionOf("maya"), id)).toMatchObject({
    because: "not_found",
  });
});
